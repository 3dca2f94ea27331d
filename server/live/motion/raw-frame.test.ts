import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRawConnection, type RawConnection } from '../testing/raw-connection.ts';
import type { RawWebSocket } from '../../../tests/support/raw-websocket.ts';
import { backlogOf } from '../socket-io-internals.ts';
import type { LiveSocket } from '../sockets.ts';
import { framed, sendRawFrame } from './raw-frame.ts';
import { eventually } from '../../../tests/support/until.ts';

let webSocket: RawWebSocket;
let socket: LiveSocket;
let close: RawConnection['close'];

beforeEach(async () => {
  ({ webSocket, socket, close } = await openRawConnection());
});

afterEach(() => close());

test.each([0, 5, 125, 126, 65_535, 65_536, 200_000])('%i bytes arrive as one binary message', async (length) => {
  const bytes = new Uint8Array(length).map((_, nth) => nth % 251);
  expect(sendRawFrame(socket, framed(bytes))).toBe(true);
  await eventually(() => expect(webSocket.binary).toHaveLength(1));
  expect(Buffer.from(webSocket.binary[0] ?? []).equals(bytes)).toBe(true);
});

test('to somebody who does not read, nothing is sent beyond what the cable took, and later they can be told again', async () => {
  const big = framed(new Uint8Array(64 * 1024));
  webSocket.pause();
  let sent = 0;
  while (sent < 1000 && sendRawFrame(socket, big)) {
    sent += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(sent).toBeLessThan(1000);
  for (let again = 0; again < 100; again += 1) expect(sendRawFrame(socket, big)).toBe(false);
  expect(backlogOf(socket)).toBeLessThanOrEqual(big.frame.length);
  webSocket.resume();
  await eventually(() => expect(webSocket.binary).toHaveLength(sent));
  await eventually(() => expect(sendRawFrame(socket, framed(new Uint8Array([7])))).toBe(true));
  await eventually(() => expect(webSocket.binary.at(-1)).toEqual(Buffer.from([7])));
});

test('what is said reliably beside it stays whole and in order', async () => {
  const texts: string[] = [];
  for (let nth = 0; nth < 200; nth += 1) {
    socket.emit('patch', { channel: `${nth}`, from: 0, to: 1, changes: [] });
    texts.push(`42["patch",{"channel":"${nth}","from":0,"to":1,"changes":[]}]`);
    sendRawFrame(socket, framed(new Uint8Array([nth])));
  }
  await eventually(() => expect(webSocket.texts.filter((text) => text.startsWith('42'))).toEqual(texts));
});

test('a page that is gone is told nothing', async () => {
  webSocket.hangUp();
  await eventually(() => expect(socket.connected).toBe(false));
  expect(sendRawFrame(socket, framed(new Uint8Array([7])))).toBe(false);
});
