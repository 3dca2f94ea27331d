import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { GatheringOnBoard } from '#gathering/views.ts';
import { ACCOUNT_COOKIE } from '#wire/cookies.ts';
import { joins, openGathering, openTestServer, Page, type TestServer } from '../../tests/support/test-server.ts';
import { startCable, startRedis, type RedisServer } from '../../tests/support/redis-server.ts';
import { eventually, until } from '../../tests/support/until.ts';

let redis: RedisServer;
let nodes: TestServer[];
let pages: Page[];

beforeEach(async () => {
  redis = await startRedis();
  pages = [];
  nodes = [await openTestServer({ redisUrl: redis.url }), await openTestServer({ redisUrl: redis.url })];
});

afterEach(async () => {
  for (const page of pages) page.leave();
  await Promise.all(nodes.map((node) => node.close()));
  await redis.stop();
});

test('two nodes serve one gathering: racing commands all count, and every board ends up alike', async () => {
  const [here, there] = nodes as [TestServer, TestServer];
  const { gathering, signIn } = await openGathering(here);
  await eventually(async () => expect(await there.plenary.gatherings.view(gathering, 'all')).not.toBeNull());

  const cookie = `${ACCOUNT_COOKIE}=${signIn}`;
  const boards = nodes.map(({ url }) => new Page(url, { gathering, surface: 'board', cookie }));
  const people = await Promise.all(
    Array.from({ length: 20 }, (_, index) => joins((index % 2 ? there : here).plenary, gathering, `person${index}`))
  );
  const phones = people.map(
    ({ cookie }, index) => new Page((index % 2 ? here : there).url, { gathering, surface: 'phone', cookie })
  );
  pages = [...boards, ...phones];
  await until(() => pages.every(({ welcome }) => welcome));

  const answers = await Promise.all(
    phones.flatMap((phone) => [
      phone.say('gathering', 'leave', {}),
      phone.say('gathering', 'comeBack', {}),
      phone.say('gathering', 'leave', {})
    ])
  );
  expect(answers).toEqual(answers.map(() => ({ version: expect.any(Number) })));

  const present = (board: Page) => board.gathering<GatheringOnBoard>('board').present;
  await until(() => boards.every((board) => present(board) === 0));
  expect(boards[0]?.docs).toEqual(boards[1]?.docs);
  expect(pages.map(({ gaps }) => gaps)).toEqual(pages.map(() => 0));
});

test('a phone goes on at the other node when its own one dies', async () => {
  const [here, there] = nodes as [TestServer, TestServer];
  const { gathering } = await openGathering(here);
  const bo = await joins(here.plenary, gathering, 'Bo');
  const phone = new Page(here.url, { gathering, surface: 'phone', cookie: bo.cookie });
  pages.push(phone);
  await until(() => phone.welcome);
  const say = {
    device: 'bosdevice',
    n: 1,
    settled: 0,
    activity: 'gathering',
    command: 'rename',
    input: { name: 'Bohdan' }
  };
  expect(await phone.sends(say)).toHaveProperty('version');
  await here.close();
  nodes = [there];

  const moved = new Page(there.url, { gathering, surface: 'phone', cookie: bo.cookie });
  pages.push(moved);
  await until(() => moved.welcome);
  const versionBefore = moved.docs[`person:${bo.person}`]?.version;
  expect(await moved.sends(say)).toEqual({ version: versionBefore });
  expect(moved.welcome?.person).toBe(bo.person);
});

test('a node that hears nothing of the other says no only to what the log says no to', async () => {
  const [here] = nodes as [TestServer, TestServer];
  const cable = await startCable(redis.port);
  // Its reader of the log gets no answer any more; what it asks itself goes through.
  cable.hold('XREAD');
  const deaf = await openTestServer({ redisUrl: cable.url });
  nodes.push(deaf);
  onTestFinished(cable.stop);
  const { gathering, signIn } = await openGathering(here);
  const { code } = (await here.plenary.gatherings.view(gathering, 'board'))?.gathering as GatheringOnBoard;
  expect(await deaf.plenary.gatherings.byCode(code ?? '')).toBe(gathering);
  const bo = await joins(deaf.plenary, gathering, 'Bo');

  const console = new Page(here.url, { gathering, surface: 'console', cookie: `${ACCOUNT_COOKIE}=${signIn}` });
  const phone = new Page(here.url, { gathering, surface: 'phone', cookie: bo.cookie });
  const moved = new Page(deaf.url, { gathering, surface: 'phone', cookie: bo.cookie });
  pages.push(console, phone, moved);
  await until(() => pages.every(({ welcome }) => welcome));
  expect(await console.say('gathering', 'close', {})).toHaveProperty('version');
  expect(await console.say('gathering', 'reopen', {})).toHaveProperty('version');
  const say = { device: 'bosdevice', n: 1, settled: 0, activity: 'gathering', command: 'rename' };
  const first = { ...say, input: { name: 'Bohdan' } };
  expect(await phone.sends(first)).toEqual({ version: expect.any(Number) });
  // The answer was lost on the way.
  expect(await moved.sends({ ...first, again: true })).toEqual({ version: expect.any(Number) });
  expect(await moved.sends({ ...say, n: 2, settled: 1, command: 'comeBack', input: {} })).toHaveProperty('already');
});
