import { afterEach, beforeEach, expect, test } from 'vitest';
import { accepted, moves, openLine, watchCrowd } from '../../../tests/support/moving-crowd.ts';
import { joins, openTestServer, Page, type TestServer } from '../../../tests/support/test-server.ts';
import { startRedis, type RedisServer } from '../../../tests/support/redis-server.ts';
import { eventually, until } from '../../../tests/support/until.ts';

let redis: RedisServer;
let nodes: TestServer[];
let pages: Page[];

beforeEach(async () => {
  redis = await startRedis();
  nodes = [await openTestServer({ redisUrl: redis.url }), await openTestServer({ redisUrl: redis.url })];
  pages = [];
});

afterEach(async () => {
  for (const page of pages) page.leave();
  await Promise.all(nodes.map((node) => node.close()));
  await redis.stop();
});

/** Ana leads at the first node; a board hangs at each; Bo's phone is at the first, Chidi's at the second. */
async function twoRooms() {
  const [here, there] = nodes as [TestServer, TestServer];
  const opened = await openLine(here, 'live');
  const { gathering, cookie, ana, activity, line } = opened;
  await accepted(ana.say(activity, 'open', { statement: line.statement }));
  await eventually(async () => expect(await there.plenary.gatherings.view(gathering, 'all')).not.toBeNull());
  const boards = nodes.map(({ url }) => new Page(url, { gathering, surface: 'board', cookie }));
  pages = [ana, ...boards];
  const phones: Page[] = [];
  for (const [node, name] of [
    [here, 'Bo'],
    [there, 'Chidi']
  ] as const) {
    const { cookie } = await joins(node.plenary, gathering, name);
    const phone = new Page(node.url, { gathering, surface: 'phone', cookie });
    pages.push(phone);
    phones.push(phone);
    await until(() => phone.welcome);
    await accepted(phone.say(activity, 'place', { ...line, x: 500 }));
  }
  await until(() => boards.every(({ welcome }) => welcome));
  const seen = boards.map(watchCrowd) as [ReturnType<typeof watchCrowd>, ReturnType<typeof watchCrowd>];
  return { ...opened, seen, bo: phones[0] as Page, chidi: phones[1] as Page };
}

const places = ({ moving }: ReturnType<typeof watchCrowd>) => [...(moving?.dots.values() ?? [])].sort();

test('fingers on either node move dots on the boards of both', async () => {
  const { seen, bo, chidi, tag } = await twoRooms();
  await eventually(() => {
    moves(bo, tag, 111);
    moves(chidi, tag, 222);
    expect(seen.map(places)).toEqual([
      [111, 222],
      [111, 222]
    ]);
  });
  await until(() => seen.every(({ moving }) => moving?.dots.size === 0));
});

test('a lock decided on one node ends what moves on both', async () => {
  const { seen, bo, chidi, tag, ana, activity, line } = await twoRooms();
  const fingers = setInterval(() => {
    for (const phone of [bo, chidi]) moves(phone, tag, Math.floor(performance.now() % 1000));
  }, 30);
  await until(() => seen.every(({ moving }) => moving?.dots.size === 2));
  await accepted(ana.say(activity, 'lock', { statement: line.statement }));
  await until(() => seen.every(({ frames }) => frames.at(-1)?.kind === 'end'));
  const known = seen.map(({ frames }) => frames.length);
  await accepted(ana.say('gathering', 'blank', { blank: true }));
  await until(() => pages[2]?.patches.some(({ changes }) => JSON.stringify(changes).includes('blank')));
  clearInterval(fingers);
  expect(seen.map(({ frames }) => frames.length)).toEqual(known);
});

test('the dots of a node that died fall back to the record', async () => {
  const { seen, bo, chidi, tag } = await twoRooms();
  const fingers = setInterval(() => {
    moves(bo, tag, Math.floor(performance.now() % 1000));
    moves(chidi, tag, Math.floor(performance.now() % 1000));
  }, 50);
  await until(() => seen[0].moving?.dots.size === 2);
  await nodes.pop()?.close();
  await until(() => seen[0].moving?.dots.size === 1);
  clearInterval(fingers);
});

test('a relay that was away for a moment is heard again', async () => {
  const { seen, bo, tag } = await twoRooms();
  await redis.kill();
  await redis.start();
  await eventually(() => {
    moves(bo, tag, Math.floor(performance.now() % 1000));
    expect(seen[1].moving?.dots.size).toBe(1);
  });
});
