import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { LIVE_PATH, type Surface } from '#wire/messages.ts';

/** A page as bytes: every WebSocket frame it is sent, as it came over the cable. It can stop reading. */
export type RawWebSocket = {
  /** What arrived as text, without the transport's own pings. */
  texts: string[];
  binary: Uint8Array[];
  paused: boolean;
  say(text: string): void;
  sendBinary(bytes: Uint8Array): void;
  pause(): void;
  resume(): void;
  hangUp(): void;
};

type At = { gathering: string; surface: Surface; cookie: string; protocol: number };

export async function openRawWebSocket(
  url: string,
  { gathering, surface, cookie, protocol }: At
): Promise<RawWebSocket> {
  const { host, port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const webSocket: RawWebSocket = {
    texts: [],
    binary: [],
    paused: false,
    say: (text) => write(socket, 1, Buffer.from(text)),
    sendBinary: (bytes) => write(socket, 2, Buffer.from(bytes)),
    pause() {
      socket.pause();
      webSocket.paused = true;
    },
    resume() {
      webSocket.paused = false;
      socket.resume();
    },
    hangUp: () => void socket.destroy()
  };
  socket.on('error', () => {});
  socket.write(
    `GET ${LIVE_PATH}/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nCookie: ${cookie}\r\n\r\n`
  );
  let rest = Buffer.alloc(0);
  let upgraded = false;
  socket.on('data', (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes]);
    if (!upgraded) {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      upgraded = true;
      rest = rest.subarray(end + 4);
    }
    for (let frame = nextFrame(rest); frame; frame = nextFrame(rest)) {
      rest = rest.subarray(frame.length);
      if (frame.opcode === 2) webSocket.binary.push(frame.payload);
      if (frame.opcode === 1) take(frame.payload.toString());
    }
  });

  function take(text: string): void {
    if (text === '2') return webSocket.say('3');
    if (text.startsWith('0')) return greet();
    // A no at the door, such as that of a store that is slow on a busy machine: a page tries again, too.
    if (text.startsWith('44')) return void setTimeout(greet, 200);
    webSocket.texts.push(text);
  }

  function greet() {
    webSocket.say(`40${JSON.stringify({ protocol, gathering, surface, motion: true })}`);
  }
  return webSocket;
}

function nextFrame(bytes: Buffer): { opcode: number; payload: Buffer; length: number } | null {
  if (bytes.length < 2) return null;
  const short = (bytes[1] ?? 0) & 0x7f;
  const head = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < head) return null;
  const size = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < head + size) return null;
  return {
    opcode: (bytes[0] ?? 0) & 0x0f,
    payload: Buffer.from(bytes.subarray(head, head + size)),
    length: head + size
  };
}

/** Masked, as clients must; with zeros, which is allowed. */
function write(socket: Socket, opcode: number, payload: Buffer): void {
  const long = payload.length > 125;
  const head = Buffer.alloc(long ? 8 : 6);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (long ? 126 : payload.length);
  if (long) head.writeUInt16BE(payload.length, 2);
  socket.write(Buffer.concat([head, payload]));
}
