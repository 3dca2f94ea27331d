import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { blind, unblind, type Blinded } from '#lib/live/blind-ticket.ts';
import type { Dropped } from '#wire/ballot.ts';
import { ACCOUNT_COOKIE } from '#wire/cookies.ts';
import type { Answer } from '#wire/messages.ts';
import type { Account } from '#server/page-api.ts';
import { report } from '#server/health/report-error.ts';
import { temporaryFolder } from './support/folders.ts';
import { joins, openGathering, openTestServer, Page, type TestServer } from './support/test-server.ts';
import { until } from './support/until.ts';

/**
 * What surrounds a point on a real server: figures, who is connected, what is refused, what is printed, what lies in
 * the folder.
 */
const NAMES = ['Ana Lima', 'Bo Berg', 'Chidi Obi', 'Dee Dunn', 'Eli Ek', 'Fay Fox'];
type Exposure = 'L0' | 'L1' | 'L2';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
async function openTestGathering(exposure: Exposure, data?: string) {
  const server: TestServer = await openTestServer(data === undefined ? {} : { data });
  closing.push(() => server.close());
  const { plenary } = server;
  const { ana, signIn, gathering } = await openGathering(server);
  const desk = new Page(server.url, { gathering, surface: 'console', cookie: `${ACCOUNT_COOKIE}=${signIn}` });
  closing.push(() => desk.leave());
  const line = { text: 'We meet', poleA: 'Often', poleB: 'Rarely', middle: null, kind: 'continuum', way: 'live' };
  const settings = { statements: [line], exposure };
  await desk.say('gathering', 'addBlock', { method: 'spectrogram', title: null, settings });
  await until(() => Object.keys(desk.docs.console?.doc.activities ?? {})[0]);
  const activity = Object.keys(desk.docs.console?.doc.activities ?? {})[0] ?? '';
  await desk.say('gathering', 'turnTo', { activity, from: null });
  await desk.say(activity, 'open', { statement: `${activity}-1` });
  const spot = { statement: `${activity}-1`, version: 1, round: 1 };

  async function comes(name: string) {
    const { person, cookie } = await joins(plenary, gathering, name);
    const wakes = () => new Page(server.url, { gathering, surface: 'phone', cookie });
    const key = await plenary.ballots.key(gathering, activity);
    if ('refused' in key) return { name, person, wakes, drops: null, secrets: [] };
    const blinded = blind(key.modulus) as Blinded;
    const pass = { gathering, role: 'participant', person } as never;
    const signed = await plenary.ballots.sign(pass, { activity, blinded: blinded.blinded });
    if ('refused' in signed) throw new Error(signed.refused);
    const signature = unblind(blinded, signed.signature, key.modulus) ?? '';
    const drops = (x: number, k = 1): Promise<Dropped> =>
      plenary.ballots.drop(gathering, { activity, ticket: blinded.ticket, signature, k, point: { ...spot, x } });
    return { name, person, wakes, drops, secrets: [blinded.ticket, signature, blinded.factor, blinded.blinded] };
  }

  const dots = () => {
    const board = desk.docs.console?.doc.activities[activity]?.view as { picture: { dots: object } | null } | undefined;
    return Object.keys(board?.picture?.dots ?? {});
  };
  /** Without what the machine does by itself. */
  const metrics = async () =>
    ((await server.at('127.0.0.1').metrics({ token: null, direct: true })) ?? '')
      .split('\n')
      .filter((row) => row.startsWith('plenary_') && !/event_loop|connections|gatherings/.test(row))
      .join('\n');
  return { server, ana: ana as Account, gathering, activity, desk, spot, comes, dots, metrics };
}
type TestGathering = Awaited<ReturnType<typeof openTestGathering>>;
type Someone = Awaited<ReturnType<TestGathering['comes']>>;

/**
 * Phones wake one at a time, each places, and sleeps again. The attacker sees on the console who is connected, in the
 * figures that something was kept, and on the board which dot is new: they belong to each other.
 */
async function oneByOne(exposure: Exposure) {
  const opened = await openTestGathering(exposure);
  const people: Someone[] = [];
  for (const name of NAMES) people.push(await opened.comes(name));
  const guesses = new Map<string, string>();
  const counted: boolean[] = [];
  const answers: Promise<Dropped | Answer>[] = [];
  let seen = new Set(opened.dots());
  for (const someone of people) {
    const page = someone.wakes();
    closing.push(() => page.leave());
    await until(() => page.welcome && opened.desk.connected?.people.join() === someone.person);
    const before = await opened.metrics();
    const answer = someone.drops?.(500) ?? page.say(opened.activity, 'place', { ...opened.spot, x: 500 });
    answers.push(answer);
    if (exposure === 'L1') {
      await answer;
      await until(() => opened.dots().length > seen.size);
    }
    counted.push((await opened.metrics()) !== before);
    for (const dot of opened.dots()) if (!seen.has(dot)) guesses.set(dot, someone.person);
    seen = new Set(opened.dots());
    page.leave();
  }
  // The last person is still connected when the batch comes in, so that all of its dots are guessed to be theirs.
  await Promise.all(answers);
  return { opened, people, guesses, counted };
}

test('figures and who is connected tell whose each dot is at L1, and at L0 nothing', async () => {
  const [named, hidden] = await Promise.all([oneByOne('L1'), oneByOne('L0')]);
  expect(new Set(named.guesses.values()).size).toBe(NAMES.length);
  expect(named.counted).toEqual(NAMES.map(() => true));
  expect(new Set(hidden.guesses.values()).size).toBeLessThanOrEqual(1);
  expect(hidden.counted).toEqual(NAMES.map(() => false));

  const figures = await hidden.opened.metrics();
  expect(figures).toContain('plenary_answers_total');
  for (const told of [hidden.opened.gathering, hidden.opened.activity, ...hidden.people.flatMap(idsOf)])
    expect(figures).not.toContain(told);
});

test('no refusal tells whether somebody has placed themselves, at L0 and in sight at L1; at L2 it does', async () => {
  /** Every command that a lead can say about a person, and its answer. */
  async function asked(opened: TestGathering, { person }: Someone) {
    const about = { ...opened.spot, for: person };
    const answers: Answer[] = [];
    for (const [command, input] of [
      ['lift', about],
      ['giveReason', { ...about, why: 'So' }],
      ['raiseHand', { ...about, on: true }],
      ['raiseHand', { ...about, on: false }],
      ['call', { zone: 2 }],
      ['place', { ...about, x: 500 }],
      // Takes the placement back, so that the next question does not find it.
      ['lift', about]
    ] as const)
      answers.push(await opened.desk.say(opened.activity, command, input));
    return answers.map((answer) => ('refused' in answer ? answer.refused : 'kept'));
  }
  const before: Record<Exposure, string[]> = { L0: [], L1: [], L2: [] };
  const after: Record<Exposure, string[]> = { L0: [], L1: [], L2: [] };
  for (const exposure of ['L0', 'L1', 'L2'] as const) {
    const opened = await openTestGathering(exposure);
    const people: Someone[] = [];
    for (const name of NAMES) people.push(await opened.comes(name));
    const [first] = people as [Someone];
    before[exposure] = await asked(opened, first);
    if (exposure === 'L0') await Promise.all(people.map(({ drops }) => drops?.(500)));
    else {
      const page = first.wakes();
      closing.push(() => page.leave());
      await until(() => page.welcome);
      await page.say(opened.activity, 'place', { ...opened.spot, x: 500 });
    }
    after[exposure] = await asked(opened, first);
  }
  // A question that is not understood asks nothing.
  for (const answers of [...Object.values(before), ...Object.values(after)])
    expect(answers).not.toContain('not-understood');
  expect(after.L0).toEqual(before.L0);
  expect(after.L1).toEqual(before.L1);
  expect(after.L2).not.toEqual(before.L2);
});

test('what is printed, refused and kept in the folder holds no ticket, and what is printed no person', async () => {
  const printed: string[] = [];
  const spies = [
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((how) =>
      vi.spyOn(console, how).mockImplementation((...said) => void printed.push(said.join(' ')))
    ),
    ...[process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation((said) => {
        printed.push(String(said));
        return true;
      })
    )
  ];
  closing.push(() => spies.forEach((spy) => spy.mockRestore()));
  const folder = await temporaryFolder();
  const opened = await openTestGathering('L0', folder.path);
  const people: Someone[] = [];
  for (const name of NAMES) people.push(await opened.comes(name));
  const told: unknown[] = await Promise.all(people.map(({ drops }) => drops?.(500)));
  expect(told).toEqual(people.map(() => ({ kept: true })));
  // Everything that can go wrong with a point, and a fault that is written down.
  const [first] = people as [Someone];
  told.push(await first.drops?.(1001, 2), await first.drops?.(NaN, 2));
  const page = first.wakes();
  closing.push(() => page.leave());
  await until(() => page.welcome);
  told.push(await page.say(opened.activity, 'place', { ...opened.spot, x: 5 }));
  told.push(await page.say(opened.activity, 'drawTicket', { blinded: 'another' }));
  told.push(await page.say(opened.activity, 'release', { points: [] }));
  const alone = first.drops?.(700, 2);
  await opened.desk.say(opened.activity, 'lock', { statement: opened.spot.statement });
  told.push(await alone);
  report(new Error('planted'));
  // Closed: the snapshot is written and the log is in the file.
  for (const close of closing.splice(1).reverse()) await close();

  expect(
    told.filter((answer) => typeof answer === 'object' && answer !== null && 'refused' in answer).length
  ).toBeGreaterThan(3);
  expect(printed.join('\n')).toContain('planted');
  const files = (
    await Promise.all((await readdir(folder.path)).map((name) => readFile(join(folder.path, name), 'latin1')))
  ).join('\n');
  for (const { person, name, secrets } of people) {
    expect(files).toContain(person);
    for (const said of [person, name, ...secrets]) expect(printed.join('\n')).not.toContain(said);
    for (const said of [person, ...secrets]) expect(JSON.stringify(told)).not.toContain(said);
    for (const secret of secrets) expect(files).not.toContain(secret);
  }
  await folder.remove();
});

const idsOf = ({ name, person, secrets }: Someone) => [name, person, ...secrets];
