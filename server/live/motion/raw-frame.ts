import { CROWD } from '#wire/raw.ts';
import type { LiveSocket } from '../sockets.ts';

/** Bytes to be sent to many, framed once: what a WebSocket writes, and the bare bytes for those who poll. */
export type Framed = { bytes: Uint8Array; frame: Buffer };

type Engine = {
  readyState: string;
  transport: { name: string; writable: boolean; socket?: WebSocket };
};
type WebSocket = {
  readyState: number;
  bufferedAmount: number;
  send(bytes: Uint8Array): void;
  _sender?: { sendFrame?(list: readonly Buffer[]): void };
};

const OPEN = 1;
const BINARY_FINAL = 0x82;
const LENGTH_IN_TWO = 126;
const LENGTH_IN_EIGHT = 127;

/** The one WebSocket frame that holds these bytes, unmasked as servers send them (RFC 6455, 5.2). */
export function framed(bytes: Uint8Array): Framed {
  const { length } = bytes;
  const head = length < LENGTH_IN_TWO ? 2 : length < 0x10000 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = BINARY_FINAL;
  frame[1] = head === 2 ? length : head === 4 ? LENGTH_IN_TWO : LENGTH_IN_EIGHT;
  if (head === 4) frame.writeUInt16BE(length, 2);
  if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.set(bytes, head);
  return { bytes, frame };
}

/**
 * Writes past every queue of the library: a frame that may be dropped has nothing to wait for, and the queue costs more than the
 * writing. False, and nothing sent, when the other side has not yet taken what it was sent before.
 */
export function sendRawFrame(socket: LiveSocket, { bytes, frame }: Framed): boolean {
  const { readyState, transport } = socket.conn as unknown as Engine;
  if (readyState !== 'open') return false;
  const { socket: webSocket } = transport;
  if (transport.name !== 'websocket' || !webSocket) {
    if (!transport.writable) return false;
    socket.volatile.emit(CROWD, bytes);
    return true;
  }
  if (webSocket.readyState !== OPEN || webSocket.bufferedAmount > 0) return false;
  // As the library itself does with frames it encoded once; should a later one hide it, frames are made for each again.
  if (webSocket._sender?.sendFrame) webSocket._sender.sendFrame([frame]);
  else webSocket.send(bytes);
  return true;
}
