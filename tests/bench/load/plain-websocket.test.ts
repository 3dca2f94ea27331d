import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PlainWebSocket } from './plain-websocket.ts';
import { eventually } from '../../support/until.ts';

let server: WebSocketServer;
let url: URL;
let other: Promise<WebSocket>;

beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  url = new URL(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  other = once(server, 'connection').then(([socket]) => socket as WebSocket);
});

afterEach(() => {
  for (const socket of server.clients) socket.terminate();
  server.close();
});

async function dialled() {
  const heard = { texts: [] as string[], binary: [] as Buffer[], closed: 0 };
  const wire = new PlainWebSocket(
    url,
    {},
    {
      text: (bytes) => heard.texts.push(bytes.toString()),
      binary: (bytes) => heard.binary.push(Buffer.from(bytes)),
      closed: () => (heard.closed += 1)
    }
  );
  await wire.opened;
  return { wire, heard, far: await other };
}

test.each([0, 1, 125, 126, 65_535, 65_536, 400_000])('%i letters arrive as they were sent', async (length) => {
  const { heard, far } = await dialled();
  const sent = 'ä'.repeat(Math.floor(length / 2)) + 'x'.repeat(length % 2);
  far.send(sent);
  await eventually(() => expect(heard.texts).toHaveLength(1));
  expect(heard.texts[0] === sent).toBe(true);
});

test('messages that come in one gulp, or in pieces, are heard one by one and in order', async () => {
  const { heard, far, wire } = await dialled();
  for (let nth = 0; nth < 500; nth += 1) far.send(Buffer.alloc(nth, nth % 256));
  await eventually(() => expect(heard.binary).toHaveLength(500));
  heard.binary.forEach((bytes, nth) => expect(bytes.equals(Buffer.alloc(nth, nth % 256))).toBe(true));
  const heads = heard.binary.reduce((sum, { length }) => sum + (length < 126 ? 2 : 4), 0);
  expect(wire.received).toBe((499 * 500) / 2 + heads);
});

test.each([0, 125, 126, 4_000])('%i bytes are sent as the other side understands them', async (length) => {
  const { wire, far } = await dialled();
  const said = once(far, 'message');
  wire.binary(Buffer.alloc(length, 7));
  const [bytes, isBinary] = (await said) as [Buffer, boolean];
  expect(isBinary).toBe(true);
  expect(bytes.equals(Buffer.alloc(length, 7))).toBe(true);
});

test('a question whether it still lives is answered', async () => {
  const { far } = await dialled();
  const answered = once(far, 'pong');
  far.ping('here?');
  expect(String((await answered)[0])).toBe('here?');
});

test('a server that lets go is noticed once', async () => {
  const { heard, far } = await dialled();
  far.terminate();
  await eventually(() => expect(heard.closed).toBe(1));
});

test('a door that does not open is an error, not a wait', async () => {
  server.shouldHandle = () => false;
  const wire = new PlainWebSocket(url, {}, { text: () => {}, binary: () => {}, closed: () => {} });
  await expect(wire.opened).rejects.toThrow('400');
});
