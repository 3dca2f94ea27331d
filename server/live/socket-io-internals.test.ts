import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRawConnection, type RawConnection } from './testing/raw-connection.ts';
import type { RawWebSocket } from '../../tests/support/raw-websocket.ts';
import { backlogOf, forgetRequest, FRAGMENTS, limitFragments, writeFrame } from './socket-io-internals.ts';
import type { LiveServer, LiveSocket } from './sockets.ts';
import { eventually } from '../../tests/support/until.ts';

/**
 * Looked at by a person, and held by every test of the live edge. With another version: look, run them all, and write
 * it down here.
 */
const PROVEN = { 'socket.io': '4.8.4', 'engine.io': '6.6.12', ws: '8.21.3' };

let io: LiveServer;
let webSocket: RawWebSocket;
let socket: LiveSocket;
let close: RawConnection['close'];

beforeEach(async () => {
  ({ io, webSocket, socket, close } = await openRawConnection(limitFragments));
});

afterEach(() => close());

test('the libraries whose private parts are used are those they were proven on', () => {
  const socketIo = createRequire(import.meta.url).resolve('socket.io');
  const engine = createRequire(socketIo).resolve('engine.io');
  const ws = createRequire(engine).resolve('ws');
  expect({
    'socket.io': versionOf(join(dirname(socketIo), '../package.json')),
    'engine.io': versionOf(join(dirname(engine), '../package.json')),
    ws: versionOf(join(dirname(ws), 'package.json'))
  }).toEqual(PROVEN);
});

test('every WebSocket is made with the limits of fragments', () => {
  const { ws } = io.engine as unknown as { ws: { options: Record<string, unknown> } };
  expect(ws.options).toMatchObject(FRAGMENTS);
});

test('a frame goes past the queue, and a backlog is counted in bytes', async () => {
  const { transport } = socket.conn as unknown as { transport: { socket: { _sender: { sendFrame: unknown } } } };
  expect(transport.socket._sender.sendFrame).toBeTypeOf('function');
  expect(writeFrame(socket, new Uint8Array([7]), Buffer.from([0x82, 1, 7]))).toBe(true);
  await eventually(() => expect(Buffer.from(webSocket.binary[0] ?? [])).toEqual(Buffer.from([7])));
  expect(backlogOf(socket)).toBe(0);
  webSocket.pause();
  const json = 'x'.repeat(100_000);
  for (let version = 0; version < 200; version += 1) socket.emit('view', { channel: 'all', version, json });
  expect(backlogOf(socket)).toBeGreaterThan(10_000_000);
});

test('a handshake that is forgotten takes its request along, and the connection goes on', async () => {
  expect(socket.handshake.headers).not.toEqual({});
  forgetRequest(socket);
  expect(socket.handshake.headers).toEqual({});
  expect(socket.request.headers).toEqual({});
  expect(writeFrame(socket, new Uint8Array([8]), Buffer.from([0x82, 1, 8]))).toBe(true);
  await eventually(() => expect(webSocket.binary).toHaveLength(1));
});

const versionOf = (path: string): string => (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
