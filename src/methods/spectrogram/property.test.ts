import fc from 'fast-check';
import { create } from 'mutative';
import { expect, test } from 'vitest';
import { isRefusal, type Fact, type Actor } from '#contract/method.ts';
import { facilitator, given, helper, phone } from '#contract/testing/given.ts';
import type { Events } from './events.ts';
import { EXPOSURES, type Exposure } from './settings.ts';
import { spectrogram } from './spectrogram.ts';
import { isRevealed, type State } from './state.ts';
import type { AllView } from './views/all.ts';
import type { BoardView } from './views/board.ts';
import type { ConsoleView } from './views/console.ts';

const worker: Actor = { role: 'worker', person: null };

const RUNS = Number(process.env['PLENARY_TURMOIL'] ?? 50);
const PEOPLE = ['ana', 'bo', 'chidi', 'dana', 'eli', 'fatima', 'gus'];
const words = { text: 'Said', poleA: 'yes', poleB: 'no', middle: null, kind: 'opinion' };
const nth = fc.nat(5);

const move = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('place'), person: fc.nat(6), x: fc.nat(1000), by: fc.boolean() })
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('answer'), person: fc.nat(6), answer: fc.constantFrom('unsure', 'pass') })
  },
  { weight: 4, arbitrary: fc.constant({ do: 'reveal', nth: 0 }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('open', 'show', 'reveal', 'lock', 'reopen', 'removeStatement', 'duplicateStatement'),
      nth
    })
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('anotherRound'), nth, keepPlaces: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('setWay'), nth, way: fc.constantFrom('blind', 'live') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('moveStatement'), nth, to: fc.integer({ min: 1, max: 6 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('reviseStatement'), nth, way: fc.constantFrom('blind', 'live') })
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lift'), person: fc.nat(6) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('giveReason'), person: fc.nat(6), why: fc.constantFrom('It is so', null) })
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('raiseHand'), person: fc.nat(6), on: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('pin', 'unpin', 'hide', 'unhide', 'acceptProposal', 'declineProposal'),
      nth
    })
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('call'), zone: fc.constantFrom(0, 1, 2, 3, 4, 'unsure') }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('heard', 'passCall'), person: fc.nat(6), by: fc.boolean() })
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('propose'), person: fc.nat(6) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('consent'), person: fc.nat(6), named: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('setProposals', 'setWarmUp'), nth, on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cross'), nth, other: nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('compare'), nth, rounds: fc.constant([1, 2]) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replay'), nth, round: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.constantFrom({ do: 'uncross' }, { do: 'closeCompare' }, { do: 'endReplay' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drawTicket'), person: fc.nat(6) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('release'),
      k: fc.integer({ min: 1, max: 4 }),
      xs: fc.array(fc.nat(1000), { minLength: 1, maxLength: 7 })
    })
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('placePaper'), x: fc.nat(1000) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'undo' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('leave', 'arrive'), person: fc.nat(6) }) }
);

type Move = { do: string; nth?: number; person?: number; by?: boolean } & Record<string, unknown>;

test('whatever people do, views, folds and promises hold', () => {
  fc.assert(
    fc.property(fc.constantFrom(...EXPOSURES), fc.array(move, { maxLength: 60, size: 'max' }), (exposure, moves) => {
      const statements = [
        { ...words, way: 'blind' },
        { ...words, way: 'live' }
      ];
      const room = given(
        spectrogram,
        { statements, exposure },
        Object.fromEntries(PEOPLE.map((person) => [person, {}]))
      );
      warmUp(room, exposure);
      let drafted = JSON.parse(JSON.stringify(room.state)) as State;
      let steps = 0;
      for (const one of moves as Move[]) {
        if (one.do === 'undo') {
          if (steps === 0) continue;
          steps -= 1;
          room.undo();
          drafted = JSON.parse(JSON.stringify(room.state)) as State;
        } else if (one.do === 'leave') room.leave(PEOPLE[one.person ?? 0] ?? '');
        else if (one.do === 'arrive') room.arrive(PEOPLE[one.person ?? 0] ?? '');
        else {
          const [by, command, input] = asked(room.state, one);
          const decision = room.when(by, command, input);
          if (!isRefusal(decision)) {
            drafted = create(drafted, (draft) => decision.forEach((fact) => fold(draft, fact)));
            if (by === facilitator && decision.length > 0) steps += 1;
          }
        }
        expect(drafted).toEqual(room.state);
        holds(room.state, room.see('board') as BoardView);
        tellsNoMoreThan(exposure, room.state, room.see);
      }
      room.harvest();
      room.again();
    }),
    { numRuns: RUNS }
  );
});

/** All people are on the first line already, so that the commands have something to change. */
function warmUp(room: ReturnType<typeof given<unknown, State, Events>>, exposure: Exposure): void {
  const statement = Object.keys(room.state.statements)[0] ?? '';
  const spot = { statement, version: 1, round: 1 };
  room.and(facilitator, 'open', { statement }).and(facilitator, 'setProposals', { on: true });
  const points = PEOPLE.map((_person, index) => ({ ...spot, ticket: `t${index}`, k: 1, x: index * 160 }));
  if (exposure === 'L0') room.and(worker, 'release', { points });
  else PEOPLE.forEach((person, index) => room.and(phone(person), 'place', { ...spot, x: index * 160 }));
}

function holds(state: State, board: BoardView): void {
  const statements = Object.values(state.statements);
  expect(statements.filter(({ stage }) => stage === 'open').length).toBeLessThanOrEqual(1);
  expect(statements.map(({ order }) => order).sort((a, b) => a - b)).toEqual(statements.map((_, index) => index + 1));
  const now = state.now === null ? undefined : state.statements[state.now];
  if (!now || !isRevealed(now)) expect(board.picture).toBeNull();
  else if (board.picture)
    expect(Object.keys(board.picture.dots)).toHaveLength(state.exposure === 'L0' ? 0 : (board.counts?.placed ?? 0));
  else expect([state.exposure, (board.counts?.placed ?? 0) < 5]).toEqual(['L0', true]);
  if (state.exposure !== 'L0') expect(board.counts?.present ?? 0).toBeLessThanOrEqual(PEOPLE.length);

  const dots = Object.values(state.dots);
  expect(Object.keys(state.taken).map(Number).sort(byNumber)).toEqual([...dots].sort(byNumber));
  expect(new Set(dots).size).toBe(dots.length);
  const rounds = statements.flatMap(({ versions }) =>
    Object.values(versions).flatMap((one) => Object.values(one.rounds))
  );
  for (const round of rounds) {
    if (!round.revealed) expect(round.moves).toEqual([]);
    for (const times of Object.values(round.called)) expect(times).toBeGreaterThanOrEqual(0);
  }
  expect(state.moves).toBe(rounds.reduce((sum, { moves }) => sum + moves.length, 0));
  for (const times of Object.values(state.heard)) expect(times).toBeGreaterThanOrEqual(0);
}

/** What people were promised: whom views may name, and that nothing at L0 joins a person and a point. */
function tellsNoMoreThan(promised: Exposure, state: State, see: (channel: string) => object | null): void {
  const named = new RegExp(`"(${PEOPLE.join('|')})"`);
  const { acted, ...console } = see('console') as ConsoleView;
  expect(JSON.stringify([see('board') as BoardView, see('all') as AllView])).not.toMatch(named);
  if (promised === 'L0' || promised === 'L1') expect(JSON.stringify(console)).not.toMatch(named);
  if (promised !== 'L0') return;
  expect(acted).toEqual({});
  expect(state.dots).toEqual({});
  for (const person of PEOPLE) {
    const own = see(`person:${person}`) as { placements: object; reasons: object } | null;
    if (own) expect([own.placements, own.reasons]).toEqual([{}, {}]);
  }
  for (const { versions } of Object.values(state.statements))
    for (const { rounds } of Object.values(versions))
      for (const { placements, reasons } of Object.values(rounds))
        for (const holder of [...Object.keys(placements), ...Object.keys(reasons)])
          expect(PEOPLE).not.toContain(holder);
}

const nthOf = (ids: readonly string[], nth = 0): string => ids[nth % Math.max(1, ids.length)] ?? 'none';
const byNumber = (one: number, other: number) => one - other;

function asked(state: State, { do: command, nth: index, person, by, ...more }: Move): [Actor, string, object] {
  const statements = Object.values(state.statements);
  const chosen = statements[(index ?? 0) % Math.max(1, statements.length)];
  const who = PEOPLE[person ?? 0] ?? '';
  const now = state.now === null ? undefined : state.statements[state.now];
  const spot = { statement: now?.id ?? '', version: now?.version ?? 1, round: now?.round ?? 1 };
  if (command === 'place' && by) return [facilitator, 'place', { ...spot, ...more, for: who }];
  if (command === 'place' || command === 'answer') return [phone(who), 'place', { ...spot, ...more }];
  if (command === 'lift') return [helper, 'lift', { ...spot, for: who }];
  if (command === 'giveReason' || command === 'raiseHand') return [phone(who), command, { ...spot, ...more }];
  if (command === 'heard' || command === 'passCall') return [by ? phone(who) : facilitator, command, {}];
  if (command === 'call') return [facilitator, command, more];
  if (command === 'propose') return [phone(who), command, { text: 'Said', poleA: 'yes', poleB: 'no' }];
  if (command === 'consent') return [phone(who), command, more];
  if (command === 'drawTicket') return [phone(who), command, { blinded: who }];
  if (command === 'release') {
    const { k, xs } = more as { k: number; xs: number[] };
    const points = xs.map((x, ticket) => ({
      ...spot,
      ticket: `t${ticket}`,
      k,
      x,
      ...(x > 900 ? { why: 'Said' } : {})
    }));
    return [worker, command, { points }];
  }
  if (command === 'placePaper') return [helper, command, { ...spot, points: Array.from({ length: 5 }, () => more) }];
  if (command === 'pin' || command === 'unpin' || command === 'hide' || command === 'unhide')
    return [facilitator, command, { reason: nthOf(reasonsIn(state), index) }];
  if (command === 'acceptProposal' || command === 'declineProposal')
    return [facilitator, command, { proposal: nthOf(Object.keys(state.proposals), index) }];
  if (command === 'setProposals') return [facilitator, command, more];
  if (command === 'cross') {
    const up = statements[Number(more['other']) % Math.max(1, statements.length)]?.id ?? '';
    return [facilitator, command, { across: chosen?.id ?? '', up }];
  }
  if (['uncross', 'closeCompare', 'endReplay'].includes(command)) return [facilitator, command, {}];
  const statement = chosen?.id ?? '';
  if (command === 'reviseStatement') return [facilitator, command, { statement, ...words, ...more }];
  return [facilitator, command, { statement, ...more }];
}

const reasonsIn = (state: State): string[] =>
  Object.values(state.statements).flatMap(({ versions }) =>
    Object.values(versions).flatMap(({ rounds }) =>
      Object.values(rounds).flatMap(({ reasons }) => Object.values(reasons).map(({ reason }) => reason))
    )
  );

function fold<Type extends keyof Events>(draft: State, { type, data }: Fact<Events> & { type: Type }): void {
  (spectrogram.evolve[type] as (draft: State, data: Events[Type], at: number) => void)(draft, data as Events[Type], 0);
}
