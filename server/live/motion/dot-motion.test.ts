import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CrowdFrame } from '#wire/motion-frames.ts';
import { LIVE_PATH, PROTOCOL } from '#wire/messages.ts';
import { accepted, moves, openLine, seenOn, watchCrowd } from '../../../tests/support/moving-crowd.ts';
import { joins, openTestServer, Page, type TestServer } from '../../../tests/support/test-server.ts';
import { openRawWebSocket, type RawWebSocket } from '../../../tests/support/raw-websocket.ts';
import { eventually, until } from '../../../tests/support/until.ts';

let server: TestServer;
let pages: Page[];
let raws: RawWebSocket[];

beforeEach(async () => {
  server = await openTestServer();
  [pages, raws] = [[], []];
});

afterEach(async () => {
  for (const page of pages) page.leave();
  for (const line of raws) line.hangUp();
  await server.close();
});

const page = (at: { gathering: string; surface: 'phone' | 'board' | 'console'; cookie: string }) => {
  const opened = new Page(server.url, at);
  pages.push(opened);
  return opened;
};

/** Ana leads, the board hangs on the wall, and these people have placed themselves in the middle. */
async function openWithPhones(names: string[], way: 'live' | 'blind' = 'live') {
  const opened = await openLine(server, way);
  const { gathering, cookie, ana, activity, line } = opened;
  pages.push(ana);
  const board = page({ gathering, surface: 'board', cookie });
  await accepted(ana.say(activity, 'open', { statement: line.statement }));
  const phones = await Promise.all(
    names.map(async (name) => {
      const { cookie } = await joins(server.plenary, gathering, name);
      const phone = page({ gathering, surface: 'phone', cookie });
      await until(() => phone.welcome);
      await accepted(phone.say(activity, 'place', { ...line, x: 500 }));
      return phone;
    })
  );
  await until(() => board.welcome);
  return { ...opened, board, phones: phones as [Page, ...Page[]], atBoard: watchCrowd(board) };
}

const dotsIn = (frames: CrowdFrame[]) => frames.flatMap((frame) => ('dots' in frame ? frame.dots : []));
const places = (seen: { moving: { dots: ReadonlyMap<number, number> } | null }) => [
  ...(seen.moving?.dots.values() ?? [])
];

test('a finger that moves is seen on every board, without a word in the log', async () => {
  const { phones, tag, atBoard, gathering, cookie } = await openWithPhones(['Bo', 'Chidi']);
  const [bo] = phones;
  const upstairs = page({ gathering, surface: 'board', cookie });
  await until(() => upstairs.welcome);
  const atUpstairs = watchCrowd(upstairs);
  const before = (await server.plenary.gatherings.view(gathering, 'board'))?.activities;
  moves(bo, tag, 720);
  await until(() => places(atBoard).includes(720) && places(atUpstairs).includes(720));
  for (const x of [730, 740, 750]) moves(bo, tag, x);
  await until(() => places(atBoard)[0] === 750);
  expect(atBoard.moving?.dots.size).toBe(1);
  expect((await server.plenary.gatherings.view(gathering, 'board'))?.activities).toEqual(before);
});

test('a client that does not say it reads frames is sent none, and stays while others move', async () => {
  const { phones, tag, atBoard, gathering, cookie } = await openWithPhones(['Bo']);
  const auth = { protocol: PROTOCOL, gathering, surface: 'board' };
  const stock = io(server.url, {
    path: LIVE_PATH,
    auth,
    transports: ['websocket'],
    extraHeaders: { cookie },
    forceNew: true
  });
  const left: string[] = [];
  stock.on('disconnect', (why) => left.push(why));
  try {
    await new Promise((resolve) => stock.once('welcome', resolve));
    for (const x of [720, 730, 740]) {
      moves(phones[0], tag, x);
      await until(() => places(atBoard)[0] === x);
    }
    // Something reliable that was sent after the frames has arrived, so they would have, too.
    await stock.timeout(5000).emitWithAck('time');
    expect(left).toEqual([]);
  } finally {
    stock.disconnect();
  }
});

test('a finger that stays still falls back to the record', async () => {
  const { phones, tag, atBoard } = await openWithPhones(['Bo']);
  moves(phones[0], tag, 720);
  await until(() => places(atBoard).includes(720));
  phones[0].leave();
  await until(() => atBoard.moving?.dots.size === 0);
  expect(dotsIn(atBoard.frames).at(-1)?.[1]).toBe(0xffff);
});

test('a lock stops fingers at once: after the answer no dot leaves any more', async () => {
  const { ana, phones, tag, atBoard, activity, line } = await openWithPhones(['Bo']);
  moves(phones[0], tag, 600);
  await until(() => places(atBoard).includes(600));
  const moving = setInterval(() => moves(phones[0], tag, 601 + Math.floor(performance.now() % 300)), 15);
  await accepted(ana.say(activity, 'lock', { statement: line.statement }));
  const known = dotsIn(atBoard.frames).length;
  await until(() => atBoard.frames.at(-1)?.kind === 'end');
  clearInterval(moving);
  // One tick may have been on its way while the lock was answered.
  expect(dotsIn(atBoard.frames).length).toBeLessThanOrEqual(known + 1);
  expect(atBoard.moving).toBeNull();
});

test('in the dark not a single crowd frame leaves, to anybody', async () => {
  const { gathering, cookie, phones, tag, ana, atBoard } = await openWithPhones(['Bo', 'Chidi'], 'blind');
  const sniffed = await Promise.all(
    (['board', 'console'] as const).map((surface) =>
      openRawWebSocket(server.url, { gathering, surface, cookie, protocol: PROTOCOL })
    )
  );
  raws.push(...sniffed);
  for (const x of [100, 200, 300]) for (const phone of phones) moves(phone, tag, x);
  // Something later and reliable has arrived everywhere, so anything droppable before it would have, too.
  await accepted(ana.say('gathering', 'blank', { blank: true }));
  // It comes as a patch, or, where the page was later than the press, inside its first view, which is JSON in JSON.
  await until(() => sniffed.every(({ texts }) => texts.some((text) => /\\?"blank\\?"(:true|\])/.test(text))));
  expect(sniffed.map(({ binary }) => binary.length)).toEqual([0, 0]);
  expect(atBoard.frames).toEqual([]);
});

test('whoever comes while others move is told where everything is', async () => {
  const { gathering, cookie, phones, tag, atBoard } = await openWithPhones(['Bo', 'Chidi']);
  phones.forEach((phone, nth) => moves(phone, tag, 300 + nth));
  await until(() => atBoard.moving?.dots.size === 2);
  const late = watchCrowd(page({ gathering, surface: 'board', cookie }));
  await until(() => late.moving);
  expect(late.frames[0]?.kind).toBe('all');
  expect(new Set(places(late))).toEqual(new Set([300, 301]));
});

test('a finger on another wording, off the line, or of nobody who placed yet moves nothing', async () => {
  const { gathering, phones, tag, atBoard } = await openWithPhones(['Bo']);
  const { cookie } = await joins(server.plenary, gathering, 'Dee');
  const dee = page({ gathering, surface: 'phone', cookie });
  await until(() => dee.welcome);
  moves(dee, tag, 111);
  moves(phones[0], tag + 1, 222);
  moves(phones[0], tag, 1001);
  moves(phones[0], tag, 0xffff);
  moves(phones[0], tag, 444);
  await until(() => places(atBoard).includes(444));
  expect(dotsIn(atBoard.frames).map(([, x]) => x)).toEqual([444]);
  expect(await figures()).toMatchObject({ moves: 1, ignored: 4 });
});

test('garbage is counted and moves nothing, and the sender may go on', async () => {
  const { phones, tag, atBoard } = await openWithPhones(['Bo']);
  const [bo] = phones;
  const anything = bo.socket as unknown as { emit(event: string, ...args: unknown[]): void };
  anything.emit('crowd', new Uint8Array(0));
  anything.emit('crowd', new Uint8Array([1, 2, 3]));
  anything.emit('crowd', new Uint8Array(20_000));
  for (const said of [NaN, 'six', null, { x: 5 }, [1, 2], undefined]) anything.emit('crowd', said);
  moves(bo, tag, 444);
  await until(() => places(atBoard).includes(444));
  expect(await figures()).toMatchObject({ moves: 1, garbage: 9 });
});

test('bytes larger than any message end that connection only', async () => {
  const { phones, tag, atBoard } = await openWithPhones(['Bo', 'Chidi']);
  const [bo, chidi] = phones as [Page, Page];
  const lost = new Promise((resolve) => bo.socket.once('disconnect', resolve));
  (bo.socket as unknown as { emit(event: string, bytes: Uint8Array): void }).emit('crowd', new Uint8Array(400_000));
  await lost;
  moves(chidi, tag, 444);
  await until(() => places(atBoard).includes(444));
});

test('a flood from one phone takes nothing from another', async () => {
  const { phones, tag, atBoard } = await openWithPhones(['Bo', 'Chidi']);
  const [bo, chidi] = phones as [Page, Page];
  for (let x = 0; x < 1000; x += 1) moves(bo, tag, x);
  moves(chidi, tag, 444);
  await until(() => places(atBoard).includes(444));
  await eventually(async () => {
    const { moves = 0, ignored = 0 } = await figures();
    expect(moves + ignored).toBe(1001);
  });
  const { moves: taken = 0 } = await figures();
  expect(taken).toBeLessThan(200);
  expect(taken).toBeGreaterThanOrEqual(31);
});

test('phones get a shape that tells of no fewer than five, while the board gets every dot', async () => {
  const { phones, tag, atBoard, activity, line } = await openWithPhones([
    'Bo',
    'Chidi',
    'Dee',
    'Esther',
    'Farid',
    'Gus',
    'Hana',
    'Ida',
    'Jon',
    'Kim'
  ]);
  const [, chidi] = phones as [Page, Page];
  const atChidi = watchCrowd(chidi);
  await accepted(chidi.say(activity, 'place', { ...line, x: 300 }));
  await until(() => atChidi.frames.at(-1)?.kind === 'shape');
  for (const phone of phones.slice(0, 5)) moves(phone, tag, 999);
  await until(() => places(atBoard).filter((x) => x === 999).length === 5);
  await until(() => atChidi.moving?.shape?.length === 2);
  expect(atChidi.moving?.shape).toEqual([
    [600, 5],
    [1000, 5]
  ]);
  expect(atChidi.frames.filter(({ kind }) => kind === 'moved' || kind === 'all')).toEqual([]);
});

test('while fewer than five stand on the line phones are told nothing of it', async () => {
  const { phones, tag, atBoard, ana } = await openWithPhones(['Bo', 'Chidi', 'Dee', 'Esther']);
  const [bo, chidi] = phones as [Page, Page];
  const atChidi = watchCrowd(chidi);
  moves(bo, tag, 999);
  await until(() => places(atBoard).includes(999));
  // Something later and reliable has arrived, so anything droppable before it would have, too.
  await accepted(ana.say('gathering', 'blank', { blank: true }));
  await until(() => atBoard.moving?.dots.size === 0);
  expect(atChidi.frames).toEqual([]);
});

test('the board has the finger before the record, and the same place after it', async () => {
  const { board, phones, tag, atBoard, activity, line } = await openWithPhones(['Bo']);
  const recorded = () => Object.values(seenOn(board, activity)?.picture?.dots ?? {})[0]?.x;
  await until(() => recorded() === 500);
  moves(phones[0], tag, 820);
  await until(() => places(atBoard).includes(820));
  expect(recorded()).toBe(500);
  await accepted(phones[0].say(activity, 'place', { ...line, x: 820 }));
  await until(() => recorded() === 820);
  await until(() => atBoard.moving?.dots.size === 0);
});

async function figures(): Promise<Record<string, number>> {
  const text = (await server.at('127.0.0.1').metrics({ token: null, direct: true })) ?? '';
  return Object.fromEntries(
    [...text.matchAll(/^plenary_crowd_total\{what="(\w+)"\} (\d+)$/gm)].map(([, what = '', count]) => [
      what,
      Number(count)
    ])
  );
}
