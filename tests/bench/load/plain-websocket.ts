import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** Bytes are a view of a buffer that is used again: a callback that keeps them must copy them. */
export type Hears = { text(bytes: Buffer): void; binary(bytes: Buffer): void; closed(): void };

// One buffer for all sockets: Node hands each chunk over at once, and 10,000 buffers of their own would be 640 MB.
const ARRIVING = Buffer.allocUnsafe(128 * 1024);
const TEXT = 1;
const BINARY = 2;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/**
 * A WebSocket as plain as can be, so that one core drives thousands. Speaks to our servers only: it expects whole
 * messages.
 */
export class PlainWebSocket {
  /** Bytes that came over the cable, the handshake left out. */
  received = 0;
  readonly #socket: Socket;
  readonly #hears: Hears;
  #rest: Buffer | null = null;
  #open = false;
  /**
   * Resolves when the server agreed to speak WebSocket. Its first messages may arrive before the code that awaits this
   * goes on.
   */
  readonly opened: Promise<void>;
  #opened: (why?: Error) => void = () => {};

  constructor(url: URL, headers: Record<string, string>, hears: Hears) {
    this.opened = new Promise((resolve, reject) => (this.#opened = (why) => (why ? reject(why) : resolve())));
    this.#hears = hears;
    this.#socket = connect({
      host: url.hostname,
      port: Number(url.port),
      noDelay: true,
      onread: { buffer: ARRIVING, callback: (length: number) => this.#take(length) }
    });
    this.#socket.on('connect', () => this.#socket.write(handshake(url, headers)));
    this.#socket.on('error', (error) => this.#opened(error));
    this.#socket.on('close', () => {
      this.#opened(new Error('The connection was closed before it was open.'));
      hears.closed();
    });
  }

  text(text: string): void {
    this.#send(TEXT, Buffer.from(text));
  }

  binary(bytes: Uint8Array): void {
    this.#send(BINARY, bytes);
  }

  /** As when the network goes away: no goodbye. */
  cut(): void {
    this.#socket.destroy();
  }

  #take(length: number): boolean {
    const arrived = ARRIVING.subarray(0, length);
    if (this.#open) this.received += length;
    let bytes = this.#rest ? Buffer.concat([this.#rest, arrived]) : arrived;
    this.#rest = null;
    if (!this.#open) {
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) return this.#keep(bytes);
      if (!bytes.toString('latin1', 0, 12).endsWith('101')) {
        this.#opened(new Error(bytes.toString('latin1', 0, 120).split('\r\n')[0]));
        return false;
      }
      this.#open = true;
      bytes = bytes.subarray(end + 4);
      this.#opened();
    }
    return this.#keep(this.#frames(bytes));
  }

  #keep(rest: Buffer): true {
    this.#rest = rest.length > 0 ? Buffer.from(rest) : null;
    return true;
  }

  /** Hears every whole frame; what is left over is the beginning of the next. */
  #frames(bytes: Buffer): Buffer {
    let at = 0;
    while (bytes.length - at >= 2) {
      const opcode = (bytes[at] ?? 0) & 0x0f;
      const short = (bytes[at + 1] ?? 0) & 0x7f;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (bytes.length - at < head) break;
      const size = short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 6);
      if (bytes.length - at < head + size) break;
      const payload = bytes.subarray(at + head, at + head + size);
      at += head + size;
      if (opcode === BINARY) this.#hears.binary(payload);
      else if (opcode === TEXT) this.#hears.text(payload);
      else if (opcode === PING) this.#send(PONG, Buffer.from(payload));
      else if (opcode === CLOSE) this.#socket.end();
    }
    return bytes.subarray(at);
  }

  /** Masked, as clients must; with zeros, which is allowed and costs nothing. */
  #send(opcode: number, payload: Uint8Array): void {
    const { length } = payload;
    const head = length < 126 ? 2 : 4;
    const frame = Buffer.allocUnsafe(head + 4 + length);
    frame[0] = 0x80 | opcode;
    frame[1] = 0x80 | (head === 2 ? length : 126);
    if (head === 4) frame.writeUInt16BE(length, 2);
    frame.writeUInt32BE(0, head);
    frame.set(payload, head + 4);
    this.#socket.write(frame);
  }
}

const handshake = (url: URL, headers: Record<string, string>): string =>
  [
    `GET ${url.pathname}${url.search} HTTP/1.1`,
    `Host: ${url.host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n'
  ].join('\r\n');
