import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import * as parser from 'socket.io-parser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Host } from '#gathering/host.ts';
import { afterFrame, type Moving } from '#lib/live/motion.ts';
import { decodeFrame, encodeMove, motionTopic } from '#wire/motion-frames.ts';
import { LIVE_PATH, PROTOCOL } from '#wire/messages.ts';
import { withRawFrames } from '#wire/raw-frame-parser.ts';
import { openRawWebSocket, type RawWebSocket } from '../../../tests/support/raw-websocket.ts';
import {
  ana,
  CONVENING,
  device,
  firstBlock,
  open,
  phone,
  rules,
  spectrogramBlock,
  STATEMENT
} from '../../../tests/support/test-host.ts';
import { openMemory } from '../../log/memory/memory.ts';
import { TokenBucket } from '../../access/token-bucket.ts';
import { openCrowd, type Crowd } from './dot-motion.ts';
import type { CrowdCounts } from './audience.ts';
import { alone } from '../node-relay.ts';
import { backlogOf } from '../socket-io-internals.ts';
import type { LiveServer, LiveSocket } from '../sockets.ts';
import { framed, sendRawFrame } from './raw-frame.ts';
import { eventually } from '../../../tests/support/until.ts';

let io: LiveServer;
let host: Host;
let crowd: Crowd;
let counts: CrowdCounts;
let sockets: { raw: RawWebSocket; socket: LiveSocket }[];
let tag: number;

beforeEach(async () => {
  host = await open(openMemory());
  const leading = device(() => host, ana);
  await leading('convene', CONVENING);
  for (const person of ['bo', 'chidi'])
    await device(() => host, phone(person))('join', { name: null, rehearsed: false });
  await leading('addBlock', spectrogramBlock([{ ...STATEMENT, way: 'live' }]));
  const activity = firstBlock(host);
  await leading('turnTo', { activity, from: null });
  const statement = `${activity}-1`;
  await leading('open', { statement }, activity);
  for (const person of ['bo', 'chidi']) {
    const say = device(() => host, phone(person), `line-of-${person}`);
    expect(await say('place', { statement, version: 1, round: 1, x: 500 }, activity)).toHaveProperty('version');
  }
  tag = motionTopic(activity, `${statement}.1.1`);

  counts = { moves: 0, ignored: 0, garbage: 0, frames: 0, sent: 0, spared: 0 };
  const report = (error: unknown) => expect.fail(String(error));
  crowd = openCrowd('g', host, { rules, relay: alone, node: 1, pace: new TokenBucket(1e6, 1e6), counts, report });
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  io = new Server(http, { path: LIVE_PATH, parser: withRawFrames(parser), perMessageDeflate: false });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  sockets = [];
  for (let nth = 0; nth < 2; nth += 1) {
    const arrived = new Promise<LiveSocket>((resolve) => io.once('connection', resolve));
    const webSocket = await openRawWebSocket(url, { gathering: 'g', surface: 'board', cookie: '', protocol: PROTOCOL });
    sockets.push({ raw: webSocket, socket: await arrived });
  }
});

afterEach(async () => {
  crowd.close();
  for (const { raw } of sockets) raw.hangUp();
  await io.close();
  await host.close();
});

test('whoever does not read is spared, holds no queue, and is told the whole once they read again', async () => {
  const [slow, quick] = sockets as [(typeof sockets)[0], (typeof sockets)[0]];
  for (const { socket } of sockets) crowd.enter(socket, 'board');
  await stuff(slow);
  const stuffed = backlogOf(slow.socket);

  const fingers = setInterval(() => {
    const x = Math.floor(performance.now() % 1000);
    for (const person of ['bo', 'chidi']) crowd.move(phone(person), encodeMove({ topic: tag, x }));
  }, 5);
  await eventually(() => expect(counts.spared).toBeGreaterThan(10));
  clearInterval(fingers);
  expect(backlogOf(slow.socket)).toBe(stuffed);
  await eventually(() => expect(quick.raw.binary.length).toBeGreaterThan(10));

  crowd.move(phone('bo'), encodeMove({ topic: tag, x: 7 }));
  crowd.move(phone('chidi'), encodeMove({ topic: tag, x: 8 }));
  const known = slow.raw.binary.length;
  const since = () => slow.raw.binary.slice(known).filter((bytes) => bytes.length < BIG);
  slow.raw.resume();
  await eventually(() => {
    const moving = since().reduce<Moving | null>((before, bytes) => afterFrame(before, bytes), null);
    expect([...(moving?.dots.values() ?? [])].sort()).toEqual([7, 8]);
  });
  expect(decodeFrame(since()[0] ?? new Uint8Array())?.kind).toBe('all');
  // Of all that moved meanwhile nothing had piled up; one more frame may tell what moved while the first was on its
  // way.
  expect(since().length).toBeLessThanOrEqual(3);
});

test('two moves in one tick make one frame, whoever moves, however many look on', async () => {
  for (const { socket } of sockets) crowd.enter(socket, 'board');
  await eventually(() => expect(sockets.map(({ raw }) => raw.binary.length)).toEqual([1, 1]));
  const before = counts.frames;
  crowd.move(phone('bo'), encodeMove({ topic: tag, x: 7 }));
  crowd.move(phone('chidi'), encodeMove({ topic: tag, x: 8 }));
  await eventually(() => expect(sockets.map(({ raw }) => raw.binary.length)).toEqual([2, 2]));
  expect(counts.frames - before).toBe(1);
});

const BIG = 64 * 1024;

/** Fills the cable of a page that stopped reading, until it takes no more. */
async function stuff({ raw, socket }: (typeof sockets)[0]): Promise<void> {
  raw.pause();
  while (sendRawFrame(socket, framed(new Uint8Array(BIG)))) await new Promise((resolve) => setImmediate(resolve));
}
