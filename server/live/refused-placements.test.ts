import { afterEach, beforeEach, expect, test } from 'vitest';
import { accepted, openLine, seenOn } from '../../tests/support/moving-crowd.ts';
import { joins, openTestServer, Page, type TestServer } from '../../tests/support/test-server.ts';
import { eventually, until } from '../../tests/support/until.ts';

/** A place that cannot be, from a phone that is really connected: it is told why, and nobody else notices. */
let server: TestServer;
let opened: Awaited<ReturnType<typeof openLine>>;
let board: Page;
let bo: Page;
let chidis: string;
beforeEach(async () => {
  server = await openTestServer();
  opened = await openLine(server, 'live');
  const { gathering, cookie, ana, activity, line } = opened;
  await accepted(ana.say(activity, 'open', { statement: line.statement }));
  const [bos, chidi] = [await joins(server.plenary, gathering, 'Bo'), await joins(server.plenary, gathering, 'Chidi')];
  chidis = chidi.person;
  board = new Page(server.url, { gathering, surface: 'board', cookie });
  bo = new Page(server.url, { gathering, surface: 'phone', cookie: bos.cookie });
  await until(() => bo.welcome && seenOn(board, activity)?.now);
  await accepted(bo.say(activity, 'place', { ...line, x: 500 }));
  await until(() => Object.keys(seenOn(board, activity)?.picture?.dots ?? {}).length === 1);
});

afterEach(async () => {
  for (const page of [board, bo, opened.ana]) page.leave();
  await server.close();
});

/** What is still on its way must not be taken for something that was noticed. */
async function allIsTold(): Promise<void> {
  for (const [page, channel] of [[board, 'board'] as const, [opened.ana, 'console'] as const])
    await eventually(async () =>
      expect(page.docs[channel]?.doc).toEqual(await server.plenary.gatherings.view(opened.gathering, channel))
    );
}

/**
 * The answer, and proof that board and console stayed as they were: what comes after it is the next thing they are
 * told.
 */
async function refusedUnnoticed(input: object): Promise<object> {
  await allIsTold();
  const { ana, activity, line } = opened;
  const told = [board.patches.length, ana.patches.length];
  const before = JSON.stringify([board.docs, await server.plenary.gatherings.view(opened.gathering, 'console')]);
  const answer = await bo.say(activity, 'place', { ...line, ...input });
  const after = JSON.stringify([board.docs, await server.plenary.gatherings.view(opened.gathering, 'console')]);
  expect([after, board.patches.length, ana.patches.length]).toEqual([before, ...told]);
  return answer;
}

test.each<[string, Record<string, unknown>]>([
  ['left of the line', { x: -1 }],
  ['right of the line', { x: 1001 }],
  ['far away', { x: 1e308 }],
  ['between two steps', { x: 500.5 }],
  ['a string of digits', { x: '500' }],
  ['not a number', { x: NaN }],
  ['endless', { x: Infinity }],
  ['nowhere', {}],
  ['two places at once', { x: [1, 2] }],
  ['a place and an answer', { x: 5, answer: 'pass' }],
  ['an answer nobody offered', { answer: 'maybe' }]
])('a place that is %s is not understood, and the room notices nothing', async (_what, input) => {
  expect(await refusedUnnoticed(input)).toMatchObject({ refused: 'not-understood' });
});

test('a place for another person is not theirs to give, and the room notices nothing', async () => {
  expect(await refusedUnnoticed({ x: 9, for: chidis })).toEqual({ refused: 'not-for-others' });
});

test.each([
  ['a wording that is not there yet', { version: 7 }, 'other-wording'],
  ['a round that is not there yet', { round: 7 }, 'other-round'],
  ['a statement nobody made', { statement: 'constructor' }, 'statement-unknown']
])('a place on %s is refused, and the room notices nothing', async (_what, spot, refused) => {
  expect(await refusedUnnoticed({ ...spot, x: 9 })).toEqual({ refused });
});

test('a stale phone that speaks of the wording before is told so, and the room notices nothing', async () => {
  const { ana, activity, line } = opened;
  const wording = {
    text: 'We meet',
    poleA: 'Often',
    poleB: 'Rarely',
    middle: null,
    kind: 'continuum',
    way: 'live',
    warmUp: false
  };
  await accepted(ana.say(activity, 'reviseStatement', { statement: line.statement, ...wording }));
  await until(() => seenOn(board, activity)?.now?.version === 2 && opened.ana.gaps === 0);
  expect(await refusedUnnoticed({ x: 9 })).toEqual({ refused: 'other-wording' });
});

test('a move after the lock is refused, and the room notices nothing', async () => {
  const { ana, activity, line } = opened;
  await accepted(ana.say(activity, 'lock', { statement: line.statement }));
  await until(() => (seenOn(board, activity)?.now as { stage?: string } | null)?.stage === 'locked');
  expect(await refusedUnnoticed({ x: 9 })).toEqual({ refused: 'line-is-locked' });
});

test('a flood of places from one phone is put off, and a neighbour is heard at once', async () => {
  const { gathering, activity, line } = opened;
  const mallory = new Page(server.url, {
    gathering,
    surface: 'phone',
    cookie: (await joins(server.plenary, gathering, 'Mallory')).cookie
  });
  await until(() => mallory.welcome);
  const flood = Array.from({ length: 300 }, (_, nth) => mallory.say(activity, 'place', { ...line, x: nth }));
  await accepted(bo.say(activity, 'place', { ...line, x: 700 }));
  const answers = await Promise.all(flood);
  expect(answers.filter((answer) => 'later' in answer && answer.later === 'too-fast').length).toBeGreaterThan(200);
  await until(() => Object.values(seenOn(board, activity)?.picture?.dots ?? {}).some(({ x }) => x === 700));
  mallory.leave();
});
