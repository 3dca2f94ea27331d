import { writeFrame } from '../socket-io-internals.ts';
import type { LiveSocket } from '../sockets.ts';

/** Bytes to be sent to many, framed once: what a WebSocket writes, and the bare bytes for those who poll. */
export type Framed = { bytes: Uint8Array; frame: Buffer };

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

/** False, and nothing sent, when the client has not yet taken what it was sent before. */
export const sendRawFrame = (socket: LiveSocket, { bytes, frame }: Framed): boolean => writeFrame(socket, bytes, frame);
