import fc from 'fast-check';
import { create } from 'mutative';
import { expect, test } from 'vitest';
import { isRefusal, type Fact } from '../method.ts';
import { facilitator, given, helper, phone } from '../spec.ts';
import { evolve, type Events } from './events.ts';
import { spectrogram } from './spectrogram.ts';
import { isRevealed, type State } from './state.ts';
import type { BoardView } from './views.ts';

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
  { weight: 2, arbitrary: fc.constant({ do: 'undo' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('leave', 'arrive'), person: fc.nat(6) }) }
);

type Move = { do: string; nth?: number; person?: number; by?: boolean } & Record<string, unknown>;

test('whatever people do, views, folds and promises hold', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      const statements = [
        { ...words, way: 'blind' },
        { ...words, way: 'live' }
      ];
      const room = given(spectrogram, { statements }, Object.fromEntries(PEOPLE.map((person) => [person, {}])));
      let drafted = JSON.parse(JSON.stringify(room.state)) as State;
      let steps = 0;
      for (const one of moves as Move[]) {
        if (one.do === 'undo') {
          if (steps === 0) continue;
          steps -= 1;
          room.undo();
          drafted = JSON.parse(JSON.stringify(room.state)) as State;
        } else if (one.do === 'leave') room.leave(PEOPLE[one.person ?? 0] ?? '');
        else if (one.do === 'arrive') room.arrive(PEOPLE[one.person ?? 0] ?? '', { present: true });
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
      }
      room.harvest();
      room.again();
    }),
    { numRuns: 120 }
  );
});

function holds(state: State, board: BoardView): void {
  const statements = Object.values(state.statements);
  expect(statements.filter(({ stage }) => stage === 'open').length).toBeLessThanOrEqual(1);
  expect(statements.map(({ order }) => order).sort((a, b) => a - b)).toEqual(statements.map((_, index) => index + 1));
  const now = state.now === null ? undefined : state.statements[state.now];
  if (!now || !isRevealed(now)) expect(board.picture).toBeNull();
  else expect(Object.keys(board.picture?.dots ?? {})).toHaveLength(board.counts?.placed ?? 0);
  expect(board.counts?.present ?? 0).toBeLessThanOrEqual(PEOPLE.length);
}

function asked(
  state: State,
  { do: command, nth: index, person, by, ...more }: Move
): [typeof facilitator, string, object] {
  const statements = Object.values(state.statements);
  const chosen = statements[(index ?? 0) % Math.max(1, statements.length)];
  const who = PEOPLE[person ?? 0] ?? '';
  const now = state.now === null ? undefined : state.statements[state.now];
  const spot = { statement: now?.id ?? '', version: now?.version ?? 1, round: now?.round ?? 1 };
  if (command === 'place' && by) return [facilitator, 'place', { ...spot, ...more, for: who }];
  if (command === 'place' || command === 'answer') return [phone(who), 'place', { ...spot, ...more }];
  if (command === 'lift') return [helper, 'lift', { ...spot, for: who }];
  const statement = chosen?.id ?? '';
  if (command === 'reviseStatement') return [facilitator, command, { statement, ...words, ...more }];
  return [facilitator, command, { statement, ...more }];
}

function fold<Type extends keyof Events>(draft: State, { type, data }: Fact<Events> & { type: Type }): void {
  (evolve[type] as (draft: State, data: Events[Type], at: number) => void)(draft, data as Events[Type], 0);
}
