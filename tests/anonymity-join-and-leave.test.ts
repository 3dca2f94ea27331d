import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { newId } from '#server/access/ids.ts';
import { byNeighbour, byPresence, byRank, found, watch } from './support/linking-attacker.ts';
import { openBallotGathering, type BallotGathering } from './support/ballot-people.ts';

// More runs show smaller leaks, as in anonymity.test.ts.
const RUNS = Math.max(20, Number(process.env.ANONYMITY_RUNS ?? 20));
const CONTROLS = 3;
const PEOPLE = 10;

type Exposure = 'L0' | 'L1';
type Hits = { presence: number; neighbour: number; rank: number };

const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'pem', type: 'pkcs8' });

/** Where a holder stands in what is stored or told: a mask, or at L1 the number that a person's dot has. */
const HOLDERS: Record<Exposure, { told: RegExp; stored: RegExp; arrivals: string }> = {
  L0: { told: /\b([0-9a-f]{32})\b/g, stored: /"ticket:([0-9a-f]{32})"/g, arrivals: '"tickets":{' },
  L1: { told: /"dot":(\d+)/g, stored: /"[0-9a-z]{16}":(\d+)(?=[,}])/g, arrivals: '"placements":{' }
};

/**
 * Two lines. After the first line some people leave for good and others come, and every view says so. All people
 * who are present answer.
 */
async function evening(exposure: Exposure, leavers: number, newcomers: number): Promise<Hits> {
  const [gone, come] = [someone(leavers), someone(newcomers)];
  const stay = someone(PEOPLE - Math.max(leavers, newcomers));
  const everybody = [...gone, ...stay, ...come];
  const ballot = await openBallotGathering(everybody, { gatherMs: 2, closingMs: 2 }, undefined, {
    key: String(key),
    exposure
  });
  const { told, stored, arrivals } = HOLDERS[exposure];
  const eye = watch(ballot, everybody, (said) => [...said.matchAll(told)].map(([, name]) => name ?? ''));
  await eye.begin();
  const phones = new Map<string, Phone>();
  const arrive = async (people: readonly string[]) => {
    for (const person of shuffled(people)) phones.set(person, await phoneIn(ballot, exposure, person));
  };
  const answer = async (order: number, people: readonly string[]) => {
    const { statement } = ballot.lineAt(order);
    const answers = shuffled(people).map((person) => phones.get(person)?.moves(order));
    // With names a place is kept at once; without, some wait until the line closes.
    if (exposure === 'L1') await Promise.all(answers);
    await ballot.leads('lock', { statement }, ballot.activity);
    await Promise.all(answers);
  };

  await arrive([...gone, ...stay]);
  await answer(1, [...gone, ...stay]);
  const from = ballot.host.ledger().version;
  await arrive(come);
  await ballot.leads('open', { statement: ballot.lineAt(2).statement }, ballot.activity);
  await answer(2, [...stay, ...come]);

  const holders = (people: readonly string[], order: number) =>
    people.map((person): [string, string] => [person, phones.get(person)?.holder(order) ?? '']);
  const presence = byPresence(await eye.close(), { from, gone, come }, Math.random);
  // A snapshot is the ledger, written out.
  const snapshot = JSON.stringify(ballot.host.ledger());
  const first = new Map(holders([...gone, ...stay], 1));
  const names = [...first.keys()];
  const marks = [...snapshot.matchAll(stored)].map((match) => ({ name: match[1] ?? '', at: match.index }));
  // Each once, where it stands first: on the first line.
  const seen = marks.filter(({ name }, nth) => marks.findIndex((mark) => mark.name === name) === nth);
  const hits = {
    presence: found(presence, new Map([...holders(gone, 1), ...holders(come, 2)])),
    neighbour: found(byNeighbour(snapshot, names, seen.map(afterName)), first),
    rank: found(byRank(snapshot, names, seen.slice(0, names.length), arrivals), first)
  };
  await ballot.close();
  return hits;
}

// What is looked for may be inside the match: the name stands before the number.
const afterName = ({ name, at }: { name: string; at: number }) => ({ name, at: at + 1 });

type Phone = { moves(order: number): Promise<unknown>; holder(order: number): string };

async function phoneIn(ballot: BallotGathering, exposure: Exposure, person: string): Promise<Phone> {
  const x = () => Math.floor(Math.random() * 1001);
  if (exposure === 'L0') {
    const { drops, mask } = await ballot.draws(person);
    return { moves: (order) => drops(x(), ballot.lineAt(order)), holder: (order) => mask(ballot.lineAt(order)) };
  }
  const places = ballot.places(person);
  const state = () => ballot.host.ledger().activities[ballot.activity]?.state as { dots: Record<string, number> };
  return { moves: (order) => places(x(), ballot.lineAt(order)), holder: () => String(state().dots[person]) };
}

async function many(runs: number, run: () => Promise<Hits>): Promise<Hits> {
  const mean: Hits = { presence: 0, neighbour: 0, rank: 0 };
  for (let nth = 0; nth < runs; nth += 1) {
    const hits = await run();
    for (const attack of ['presence', 'neighbour', 'rank'] as const) mean[attack] += hits[attack] / runs;
  }
  return mean;
}

const someone = (count: number) => Array.from({ length: count }, newId);
const shuffled = <Item>(items: readonly Item[]): Item[] =>
  items
    .map((item) => ({ item, by: Math.random() }))
    .toSorted((one, other) => one.by - other.by)
    .map(({ item }) => item);
/** Five times the spread of pure guessing. */
const atMost = (guesses: number) => 1 / PEOPLE + 5 * Math.sqrt(((1 / PEOPLE) * (1 - 1 / PEOPLE)) / guesses);

test.each([
  ['leaves alone after the first line', 1, 0],
  ['comes alone after the first line', 0, 1],
  ['leaves while another comes', 1, 1]
])(
  'whoever %s is found at L1, and at L0 neither by their absence nor in the snapshot',
  { timeout: 600_000 },
  async (_what, leavers, newcomers) => {
    const [hidden, control] = [
      await many(RUNS, () => evening('L0', leavers, newcomers)),
      await many(CONTROLS, () => evening('L1', leavers, newcomers))
    ];
    console.info(`${leavers} left, ${newcomers} came, chance ${1 / PEOPLE}:`, { L0: hidden, L1: control });
    expect(control.presence).toBe(1);
    expect(control.neighbour).toBeGreaterThan(0.9);
    expect(control.rank).toBeGreaterThan(0.9);
    expect(hidden.presence).toBeLessThanOrEqual(atMost(RUNS * (leavers + newcomers)));
    for (const share of [hidden.neighbour, hidden.rank]) expect(share).toBeLessThanOrEqual(atMost(RUNS * (PEOPLE - 1)));
  }
);
