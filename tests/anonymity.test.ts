import { generateKeyPairSync } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#server/access/ids.ts';
import { openSqlite } from '#server/log/sqlite/sqlite.ts';
import {
  byIntersection,
  byOrder,
  byTime,
  found,
  watch,
  type Evidence,
  type Guess
} from './support/linking-attacker.ts';
import { openBallotGathering, type BallotGathering } from './support/ballot-people.ts';
import { temporaryFolder } from './support/folders.ts';

// More runs show smaller leaks: ANONYMITY_RUNS=1000 takes some minutes.
const RUNS = Number(process.env.ANONYMITY_RUNS ?? 40);
const PEOPLE = 10;
const LATE = 5;
const ROUNDS = 4;

const ATTACKS: Record<string, (evidence: Evidence) => Guess> = {
  'the order of things': byOrder,
  'the time of things': byTime,
  'who was there each time, to the millisecond': (evidence) => byIntersection(evidence, 1, Math.random),
  'who was there each time, within a second': (evidence) => byIntersection(evidence, 1000, Math.random)
};
type Hits = Record<string, number>;

let key: string;
beforeAll(() => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  key = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
});

const shuffled = <Item>(items: readonly Item[]): Item[] =>
  items
    .map((item) => ({ item, by: Math.random() }))
    .toSorted((a, b) => a.by - b.by)
    .map(({ item }) => item);
const moment = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 2));
const aPlace = () => Math.floor(Math.random() * 1001);
const tickets = (said: string) => said.match(/\b[0-9a-f]{32}\b/g) ?? [];
const dots = (said: string) =>
  [...said.matchAll(/"dot":(\d+)|"dots","?(\d+)/g)].map(([, one, other]) => one ?? other ?? '');

/** Nobody and nothing in this evening differs between L0 and L1, except how a point travels. */
async function evening(
  ballot: BallotGathering,
  comes: (person: string) => Promise<(x: number) => Promise<unknown>>,
  people: readonly string[],
  late: readonly string[]
): Promise<void> {
  const moves = new Map<string, (x: number) => Promise<unknown>>();
  const answers: Promise<unknown>[] = [];
  const come = async (person: string) => {
    moves.set(person, await comes(person));
    await moment();
  };
  for (const person of shuffled(people)) await come(person);
  for (let round = 0; round < ROUNDS; round += 1) {
    // In the first round every person moves; after it, a random share, as in a real room.
    const movers = round === 0 ? [...moves.keys()] : [...moves.keys()].filter(() => Math.random() < 0.7);
    for (const person of shuffled(movers)) {
      answers.push(moves.get(person)?.(aPlace()) ?? Promise.resolve());
      await moment();
    }
    await new Promise((resolve) => setTimeout(resolve, 8));
    if (round === 0) for (const person of shuffled(late)) await come(person);
  }
  await ballot.leads('lock', { statement: ballot.lineAt(1).statement }, ballot.activity);
  await Promise.all(answers);
}

async function attackL0(people: readonly string[], late: readonly string[], whose: readonly string[]): Promise<Hits> {
  const ballot = await openBallotGathering([...people, ...late], { gatherMs: 2, closingMs: 2 }, undefined, { key });
  const eye = watch(ballot, [...people, ...late], tickets);
  await eye.begin();
  const truth = new Map<string, string>();
  const comes = async (person: string) => {
    const phone = await ballot.draws(person);
    if (whose.includes(person)) truth.set(person, phone.mask());
    return phone.drops;
  };
  await evening(ballot, comes, people, late);
  const hits = score(await eye.close(), truth);
  await ballot.close();
  return hits;
}

/** `by`: whether the attacker has read the log, too, or only kept what consoles, boards and phones are sent. */
async function attackL1(people: readonly string[], by: 'log' | 'messages' = 'log'): Promise<Hits> {
  const ballot = await openBallotGathering(people, {}, undefined, { exposure: 'L1' });
  const eye = watch(ballot, people, dots);
  await eye.begin();
  await evening(ballot, async (person) => ballot.places(person), people, []);
  const state = ballot.host.ledger().activities[ballot.activity]?.state as { dots: Record<string, number> };
  const truth = new Map(people.map((person) => [person, String(state.dots[person])]));
  const hits = score(by === 'log' ? await eye.close() : eye.sent(), truth);
  await ballot.close();
  return hits;
}

const score = (evidence: Evidence, truth: ReadonlyMap<string, string>): Hits =>
  Object.fromEntries(Object.entries(ATTACKS).map(([name, attack]) => [name, found(attack(evidence), truth)]));

async function many(runs: number, run: () => Promise<Hits>): Promise<Hits> {
  const sums: Hits = {};
  for (let nth = 0; nth < runs; nth += 1)
    for (const [name, share] of Object.entries(await run())) sums[name] = (sums[name] ?? 0) + share / runs;
  return sums;
}

const someone = (count: number) => Array.from({ length: count }, newId);
/** Five times the spread of pure guessing: once in a million test runs chance alone is taken for a leak. */
const margin = (chance: number, guesses: number) => 5 * Math.sqrt((chance * (1 - chance)) / guesses);

describe('an attacker with everything that was sent to others, and the log', () => {
  test('finds nobody at L0 beyond chance', { timeout: 600_000 }, async () => {
    const hits = await many(RUNS, () => {
      const people = someone(PEOPLE);
      return attackL0(people, [], people);
    });
    report(`L0, ${PEOPLE} people, chance ${1 / PEOPLE}`, hits);
    for (const share of Object.values(hits))
      expect(share).toBeLessThanOrEqual(1 / PEOPLE + margin(1 / PEOPLE, RUNS * PEOPLE));
  });

  test('finds nobody who came late beyond one in five', { timeout: 600_000 }, async () => {
    const hits = await many(RUNS, () => {
      const late = someone(LATE);
      return attackL0(someone(PEOPLE), late, late);
    });
    report(`L0, ${LATE} of ${PEOPLE + LATE} late, chance ${1 / LATE}`, hits);
    for (const share of Object.values(hits))
      expect(share).toBeLessThanOrEqual(1 / LATE + margin(1 / LATE, RUNS * LATE));
  });

  test(
    'does not find somebody who came late and alone, whose ticket would be the only new one',
    { timeout: 600_000 },
    async () => {
      const hits = await many(Math.ceil(RUNS / 4), () => {
        const late = someone(1);
        return attackL0(someone(PEOPLE), late, late);
      });
      expect(hits).toEqual(Object.fromEntries(Object.keys(ATTACKS).map((name) => [name, 0])));
    }
  );

  test(
    'finds nobody at L1 on a line in sight beyond chance by what consoles are sent, but who acted is told',
    { timeout: 600_000 },
    async () => {
      const hits = await many(RUNS, () => attackL1(someone(PEOPLE), 'messages'));
      report(`L1 by messages alone, ${PEOPLE} people, chance ${1 / PEOPLE}`, hits);
      for (const share of Object.values(hits))
        expect(share).toBeLessThanOrEqual(1 / PEOPLE + margin(1 / PEOPLE, RUNS * PEOPLE));
    }
  );

  test('finds nearly everybody at L1 with the log, so it is a good attacker', { timeout: 600_000 }, async () => {
    const hits = await many(Math.ceil(RUNS / 6), () => attackL1(someone(PEOPLE)));
    report(`L1, ${PEOPLE} people`, hits);
    // A busy machine does several things in one millisecond, which hides people from these attacks: of the first one a
    // tenth, of the second half.
    expect(hits['the time of things']).toBeGreaterThan(0.75);
    expect(hits['who was there each time, to the millisecond']).toBeGreaterThan(3 / PEOPLE);
  });
});

describe('the bytes', () => {
  const folder = temporaryFolder();
  const printed: string[] = [];
  const { log, error } = console;
  afterAll(async () => {
    Object.assign(console, { log, error });
    await (await folder).remove();
  });

  test('in file, log, snapshot and output, no line holds a person and a ticket, and none what would join them', async () => {
    const write = (...said: unknown[]) => void printed.push(said.join(' '));
    Object.assign(console, { log: write, error: write });
    const people = someone(6);
    const ballot = await openBallotGathering(people, {}, await openSqlite({ data: (await folder).path }));
    const phones: Awaited<ReturnType<BallotGathering['draws']>>[] = [];
    for (const person of people) phones.push(await ballot.draws(person));
    await Promise.all(phones.map((phone) => phone.drops(aPlace())));
    const entries = await ballot.stores.log.read(`gathering:${ballot.gathering}`, 0);
    const views = ['board', 'console', 'all', ...people.map((person) => `person:${person}`)].map((name) =>
      ballot.view(name)
    );
    const own = people.map((person) => JSON.stringify(ballot.own(person)));
    await ballot.close();

    const events = entries.flatMap(({ batch }) =>
      [...batch.events, ...batch.receipts].map((each) => JSON.stringify(each))
    );
    const together = events.filter(
      (event) => people.some((person) => event.includes(person)) && phones.some(({ mask }) => event.includes(mask()))
    );
    expect(together).toEqual([]);
    expect(own.filter((view) => /"x":/.test(view))).toEqual([]);

    const files = await Promise.all(
      (await readdir((await folder).path)).map(async (name) =>
        (await readFile(join((await folder).path, name))).toString('latin1')
      )
    );
    const everything = [...files, ...printed, JSON.stringify(views), ...events].join('\n');
    for (const { blinded, signature, signed, mask } of phones) {
      for (const secret of [blinded.ticket, blinded.factor, blinded.blinded, signature, signed])
        expect(everything).not.toContain(secret);
      expect(files.join('')).toContain(mask());
      expect(printed.join('')).not.toContain(mask());
    }
    for (const person of people) {
      expect(files.join('')).toContain(person);
      expect(printed.join('')).not.toContain(person);
    }
  });

  test('points lie in the file in the order of chance, not of arrival', async () => {
    const people = someone(6);
    const ballot = await openBallotGathering(people, {}, undefined, { key });
    const phones: Awaited<ReturnType<BallotGathering['draws']>>[] = [];
    for (const person of people) phones.push(await ballot.draws(person));
    for (const [nth, phone] of phones.entries()) void phone.drops(nth * 100);
    await Promise.all(phones.map((phone, nth) => phone.drops(nth * 100, ballot.lineAt(1), true)));
    const order = (await ballot.released()).flatMap(({ points }) => points.map(({ ticket }) => ticket));
    expect(order).toEqual(order.toSorted());
    await ballot.close();
  });
});

function report(what: string, hits: Hits): void {
  const shares = Object.entries(hits).map(([name, share]) => `${name} ${(share * 100).toFixed(1)} %`);
  console.info(`${what}: found by ${shares.join('; ')}`);
}
