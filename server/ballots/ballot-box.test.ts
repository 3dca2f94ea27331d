import { afterEach, expect, test } from 'vitest';
import { openBallotGathering, type BallotGathering } from '../../tests/support/ballot-people.ts';
import { eventually } from '../../tests/support/until.ts';

const SIX = ['Ana', 'Bo', 'Chidi', 'Dee', 'Eli', 'Fay'];
const KEPT = { kept: true };
const WAITING = { waiting: true };

let ballot: BallotGathering;
afterEach(async () => {
  expect(ballot.faults).toEqual([]);
  await ballot.close();
});

const all = (phones: Awaited<ReturnType<BallotGathering['draws']>>[], x = 100) =>
  Promise.all(phones.map((phone, nth) => phone.drops(x + nth)));
type Drawn = Awaited<ReturnType<BallotGathering['draws']>>;
/** A phone that is told to wait asks again, with the same point: on a busy machine that may be often. */
async function lastAnswer(phone: Drawn, x: number, again = false): ReturnType<Drawn['drops']> {
  const answer = await phone.drops(x, ballot.lineAt(1), again);
  return 'waiting' in answer ? lastAnswer(phone, x, true) : answer;
}
const drawn = async (names: readonly string[]) => {
  const phones = [];
  for (const name of names) phones.push(await ballot.draws(name));
  return phones;
};

test('five points are kept together, in one event, in the order of their tickets', async () => {
  ballot = await openBallotGathering(SIX);
  const phones = await drawn(SIX.slice(0, 5));
  expect(await all(phones)).toEqual(phones.map(() => KEPT));
  const batches = await ballot.released();
  expect(batches).toHaveLength(1);
  const tickets = batches[0]?.points.map(({ ticket }) => ticket) ?? [];
  expect(tickets).toEqual(phones.map(({ mask }) => mask()).sort());
});

test('four points are not kept, and not said to be, until their line closes', async () => {
  ballot = await openBallotGathering(SIX, { patienceMs: 100 });
  const phones = await drawn(SIX);
  const four = phones.slice(0, 4);
  expect(await all(four)).toEqual(four.map(() => WAITING));
  expect(await ballot.released()).toEqual([]);
  const asking = Promise.all(four.map((phone, nth) => lastAnswer(phone, 100 + nth, true)));
  await ballot.leads('lock', { statement: ballot.lineAt(1).statement }, ballot.activity);
  expect(await asking).toEqual(four.map(() => KEPT));
  expect((await ballot.released()).map(({ points }) => points.length)).toEqual([4]);
});

test('the same point counts once, however often it is sent, also after it was kept', async () => {
  ballot = await openBallotGathering(SIX);
  const phones = await drawn(SIX);
  const [ana] = phones as [(typeof phones)[0]];
  const first = ana.drops(100);
  const again = ana.drops(100, ballot.lineAt(1), true);
  await all(phones.slice(1));
  expect([await first, await again, await ana.drops(100, ballot.lineAt(1), true)]).toEqual([KEPT, KEPT, KEPT]);
  expect((await ballot.released()).flatMap(({ points }) => points)).toHaveLength(6);
});

test('who moves before anything was kept is kept where they went', async () => {
  ballot = await openBallotGathering(SIX);
  const phones = await drawn(SIX);
  const [ana] = phones as [(typeof phones)[0]];
  const early = ana.drops(100);
  const late = ana.drops(900);
  await all(phones.slice(1));
  expect([await early, await late]).toEqual([KEPT, KEPT]);
  const points = (await ballot.released()).flatMap(({ points }) => points);
  expect(points.find(({ ticket }) => ticket === ana.mask())?.mark).toEqual({ x: 900 });
});

test('a crash loses nothing that was said to be kept; phones ask again for the rest', async () => {
  ballot = await openBallotGathering([...SIX, 'Gus']);
  const phones = await drawn([...SIX, 'Gus']);
  await all(phones.slice(0, 5));
  const [fay, gus] = phones.slice(5) as [(typeof phones)[0], (typeof phones)[0]];
  const asking = [fay.drops(600), gus.drops(700)];
  ballot.restart();
  expect(await Promise.all(asking)).toEqual([WAITING, WAITING]);
  for (const phone of phones.slice(0, 5)) expect(await phone.drops(0, ballot.lineAt(1), true)).toEqual(KEPT);
});

test('whoever comes last, alone, is never the only new ticket', async () => {
  // Long enough for a busy machine to keep a batch while the fifth waits for it.
  ballot = await openBallotGathering(SIX, { patienceMs: 1_500 });
  const phones = await drawn(SIX.slice(0, 5));
  await all(phones);
  const fay = await ballot.draws('Fay');
  const moved = phones.slice(0, 4).map((phone, nth) => phone.drops(500 + nth));
  expect(await fay.drops(999)).toEqual(WAITING);
  expect(await Promise.all(moved)).toEqual(moved.map(() => WAITING));
  const fifth = phones[4]?.drops(504);
  expect(await fifth).toEqual(KEPT);
  const seen = (await ballot.released()).flatMap(({ points }) => points.map(({ ticket }) => ticket));
  expect(seen).not.toContain(fay.mask());

  const asking = lastAnswer(fay, 999, true);
  await ballot.leads('lock', { statement: ballot.lineAt(1).statement }, ballot.activity);
  expect(await asking).toEqual({ refused: 'too-few-to-hide' });
});

test('after the last batch of a line a single latecomer is not let in', async () => {
  ballot = await openBallotGathering(SIX, { patienceMs: 100, closingMs: -1 });
  const phones = await drawn(SIX);
  await all(phones);
  await ballot.leads('lock', { statement: ballot.lineAt(1).statement }, ballot.activity);
  const [ana, ...others] = phones as [(typeof phones)[0], ...typeof phones];
  await eventually(async () => expect(await ana.drops(7, ballot.lineAt(1), true)).toEqual(KEPT));
  expect(await ana.drops(8)).toEqual(WAITING);
  // A box that did not see the line close does not know when that was.
  ballot.restart();
  expect(await ana.drops(8, ballot.lineAt(1), true)).toEqual(WAITING);
  expect(await ballot.released()).toHaveLength(1);
  const late = [lastAnswer(ana, 8, true), ...others.slice(0, 4).map((phone) => lastAnswer(phone, 8))];
  expect(await Promise.all(late)).toEqual(late.map(() => KEPT));
});

test('B5 who moves while the last batch is being stored comes late, and not in place of the point before', async () => {
  ballot = await openBallotGathering(SIX, { gatherMs: 60_000, patienceMs: 1_500, closingMs: -1 });
  const phones = await drawn(SIX);
  const [ana] = phones as [(typeof phones)[0]];
  const asking = all(phones);
  let late: Promise<unknown> | null = null;
  let versions = 0;
  // The second version is the batch: it is stored, and the box has not looked at it yet.
  ballot.host.watch(() => {
    if (++versions === 2) late = ana.drops(8);
  });
  await ballot.leads('lock', { statement: ballot.lineAt(1).statement }, ballot.activity);
  expect(await asking).toEqual(phones.map(() => KEPT));
  expect(await late).toEqual(WAITING);
  expect((await ballot.released()).map(({ points }) => points.length)).toEqual([6]);
});

test('what comes for a line before the last one is too late', async () => {
  ballot = await openBallotGathering(SIX, { patienceMs: 100 });
  const [ana] = (await drawn(SIX)) as [Awaited<ReturnType<BallotGathering['draws']>>];
  const asking = lastAnswer(ana, 7);
  for (const order of [2, 3])
    await ballot.leads('open', { statement: ballot.lineAt(order).statement }, ballot.activity);
  expect(await asking).toEqual({ refused: 'point-too-late' });
  expect(await ana.drops(7)).toEqual({ refused: 'point-too-late' });
});

test('a ticket without its signature, or with that of another, is worth nothing', async () => {
  ballot = await openBallotGathering(SIX);
  const [ana, bo] = (await drawn(['Ana', 'Bo'])) as [
    Awaited<ReturnType<BallotGathering['draws']>>,
    Awaited<ReturnType<BallotGathering['draws']>>
  ];
  const said = { activity: ballot.activity, ticket: ana.blinded.ticket, signature: bo.signature, k: 1 };
  const point = { ...ballot.lineAt(1), x: 5 };
  const refused = async (what: unknown) => (await ballot.ballots.drop(ballot.gathering, what)) as { refused: string };
  expect(await refused({ ...said, point })).toEqual({ refused: 'ticket-not-valid' });
  expect(await refused({ ...said, signature: ana.signed, point })).toEqual({ refused: 'ticket-not-valid' });
  expect(await refused({ ...said, signature: 'f'.repeat(512), point })).toEqual({ refused: 'ticket-not-valid' });
  for (const odd of [
    null,
    'a point',
    [],
    { ...said },
    { ...said, point: { ...point, x: 1001 } },
    { ...said, point: { ...point, x: NaN } },
    { ...said, point: { ...point, person: 'Bo' } },
    { ...said, point: { ...point, ticket: bo.blinded.ticket }, k: 0 },
    { ...said, point, person: 'Bo' },
    { ...said, signature: 'short', point }
  ])
    expect(await refused(odd)).toEqual({ refused: 'not-understood' });
  expect(await refused({ ...said, activity: 'elsewhere', point })).toEqual({ refused: 'no-tickets-here' });
});

test('one person has one ticket: another one is not signed, the same one always is', async () => {
  ballot = await openBallotGathering(SIX);
  const ana = await ballot.draws('Ana');
  const pass = { gathering: ballot.gathering, role: 'participant', person: 'Ana' } as const;
  const again = await ballot.ballots.sign(pass, { activity: ballot.activity, blinded: ana.blinded.blinded });
  expect(again).toEqual({ signature: ana.signed });
  await expect(ballot.draws('Ana')).rejects.toThrow('ticket-drawn');
  expect(await ballot.ballots.sign({ ...pass, role: 'viewer' }, { activity: ballot.activity, blinded: 'ab' })).toEqual({
    refused: 'not-yours-to-do'
  });
  await expect(ballot.draws('a stranger')).rejects.toThrow('person-unknown');
});

test('while the store cannot be written nothing is called kept, and it goes on by itself', async () => {
  const { openMemory } = await import('../log/memory/memory.ts');
  const { Unavailable } = await import('#gathering/ports.ts');
  const stores = openMemory();
  const append = stores.log.append;
  let full = false;
  stores.log.append = async (...batch) => {
    if (full) throw new Unavailable('storage-full');
    return append(...batch);
  };
  ballot = await openBallotGathering(SIX, { patienceMs: 150 }, stores);
  const phones = await drawn(SIX);
  full = true;
  expect(await all(phones)).toEqual(phones.map(() => WAITING));
  full = false;
  await eventually(async () => {
    expect(await Promise.all(phones.map((phone) => phone.drops(0, ballot.lineAt(1), true)))).toEqual(
      phones.map(() => KEPT)
    );
  });
  expect(await ballot.released()).toHaveLength(1);
});
