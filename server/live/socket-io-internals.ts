import { CROWD } from '#wire/raw-frame-parser.ts';
import type { LiveServer, LiveSocket } from './sockets.ts';

/**
 * All that reaches into private parts of Socket.io, Engine.io and ws. `socket-io-internals.test.ts` proves each reach and names
 * the versions it was proven on: with other versions it fails, so that a developer looks again.
 */
type Transport = { name: string; writable: boolean; socket?: WebSocket };
type WebSocket = {
  readyState: number;
  bufferedAmount: number;
  send(bytes: Uint8Array): void;
  _sender?: { sendFrame?(list: readonly Buffer[]): void };
};
type Connection = {
  readyState: string;
  request: unknown;
  transport?: Transport;
  writeBuffer: readonly { data?: unknown }[];
};
type Engine = { ws: object; opts: { wsEngine: new (options: object) => object }; init(): void };

const connectionOf = (socket: LiveSocket): Connection => socket.conn as unknown as Connection;

const OPEN = 1;

/** Bytes on their way to a client: still in our queue, or handed to a socket that the client does not empty. */
export function backlogOf(socket: LiveSocket): number {
  const { writeBuffer, transport } = connectionOf(socket);
  let bytes = transport?.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) bytes += typeof data === 'string' ? data.length : 64;
  return bytes;
}

/** The handshake request holds buffers and headers for as long as the connection lives: some 10 KB for each phone. */
export function forgetRequest(socket: LiveSocket): void {
  connectionOf(socket).request = EMPTY_REQUEST;
  (socket as unknown as { handshake: unknown }).handshake = EMPTY_HANDSHAKE;
}

// Not null: whatever a hostile client makes the library do next, it finds the fields it reads.
const EMPTY_REQUEST = { headers: {}, connection: {}, _query: {}, url: '' };
const EMPTY_HANDSHAKE = { headers: {}, query: {}, auth: {} };

/**
 * Writes past every queue of the library: a frame that may be dropped has nothing to wait for, and the queue costs more
 * than the writing. `bytes` are for those who poll, `frame` is what a WebSocket writes. False, and nothing sent, when
 * the other side has not yet taken what it was sent before.
 */
export function writeFrame(socket: LiveSocket, bytes: Uint8Array, frame: Buffer): boolean {
  const { readyState, transport } = connectionOf(socket);
  if (readyState !== 'open') return false;
  const webSocket = transport?.socket;
  if (transport?.name !== 'websocket' || !webSocket) {
    if (!transport?.writable) return false;
    socket.volatile.emit(CROWD, bytes);
    return true;
  }
  if (webSocket.readyState !== OPEN || webSocket.bufferedAmount > 0) return false;
  // As the library itself does with frames it encoded once; should a later one hide it, frames are made for each again.
  if (webSocket._sender?.sendFrame) webSocket._sender.sendFrame([frame]);
  else webSocket.send(bytes);
  return true;
}

export const FRAGMENTS = { maxFragments: 64, maxBufferedChunks: 1024 } as const;

/**
 * The limits that the library does not hand on: without them one connection may send a message in 16,384 pieces, which
 * costs us far more than it costs the sender (CVE-2026-62389). The library makes its WebSockets anew when it begins to
 * listen, so it is given another class to make, not other options.
 */
export function limitFragments(io: LiveServer): void {
  const engine = io.engine as unknown as Engine;
  const Unlimited = engine.ws.constructor as Engine['opts']['wsEngine'];
  engine.opts.wsEngine = class extends Unlimited {
    constructor(options: object) {
      super({ ...options, ...FRAGMENTS });
    }
  };
  engine.init();
}
