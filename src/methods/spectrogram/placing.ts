import * as v from 'valibot';
import { commandOf, HELPERS, type Actor, type Fact, type Refusal, type Room } from '../method.ts';
import { no } from './refusals.ts';
import { LINE_END } from './bins.ts';
import type { Events } from './events.ts';
import { find, standingOf, versionOf, type State, type Statement } from './state.ts';
import type { Mark } from './views.ts';

const command = commandOf<State, Events>();

const where = {
  statement: v.string(),
  version: v.number(),
  round: v.number(),
  /** The person somebody else places, when they have no phone or asked for a hand. */
  for: v.optional(v.string())
};
const position = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LINE_END));

export const placingCommands = {
  place: command({
    who: [...HELPERS, 'participant'],
    input: v.union([
      v.strictObject({ ...where, x: position }),
      v.strictObject({ ...where, answer: v.picklist(['unsure', 'pass']) })
    ]),
    decide: (state, input, by, _facts, room) => {
      const person = whose(input.for, by, room);
      if (typeof person !== 'string') return person;
      const line = lineFor(state, input);
      if ('refused' in line) return line;
      const mark: Mark = 'x' in input ? { x: input.x } : { answer: input.answer };
      if (isSame(line.stands(person), mark)) return [];
      const via = person === by.person ? 'phone' : 'helper';
      return [{ type: 'Placed', data: { ...line.spot, person, mark, via } }];
    },
    undo: (before, _input, done) => putBack(before, done)
  }),
  lift: command({
    who: HELPERS,
    /** Takes back what a person did in this round: a dot placed by mistake, or to try things out. */
    input: v.strictObject({ ...where, for: v.string() }),
    decide: (state, input) => {
      const line = lineFor(state, input);
      if ('refused' in line) return line;
      if (!find(line.placements, input.for)) return no('not-placed-yet');
      return [{ type: 'Lifted', data: { ...line.spot, person: input.for } }];
    },
    undo: (before, _input, done) => putBack(before, done)
  })
};

/** Whose dot it is. A participant who names somebody else would be moving a neighbour: only helpers may. */
function whose(asked: string | undefined, by: Actor, room: Room): string | Refusal {
  if (by.role === 'participant' && asked !== undefined && asked !== by.person) return no('not-your-dot');
  const person = asked ?? by.person;
  if (person === null) return no('for-whom');
  const guest = find(room.people, person);
  if (!guest) return no('person-unknown');
  return guest.present ? person : no('person-left');
}

type Where = { statement: string; version: number; round: number };

/** The line as the sender saw it, or why it is no longer there. */
function lineFor(state: State, { statement, version, round }: Where) {
  const found = find(state.statements, statement);
  if (!found) return no('statement-unknown');
  if (found.version !== version) return no('other-wording');
  if (found.stage === 'ready') return no('not-open-yet');
  if (found.stage === 'locked') return no('line-is-locked');
  if (found.round !== round) return no('other-round');
  const { shown, placements } = roundAt(found, version, round);
  const stands = (person: string) => standingOf(versionOf(found), round, person);
  return { spot: { statement, version, round, shown }, placements, stands };
}

/** Undo cannot know what will be shown by then: it says that everybody may be looking, which only costs. */
function putBack(before: State, done: Fact<Events>[]): Fact<Events>[] {
  return done.flatMap((fact): Fact<Events>[] => {
    if (fact.type !== 'Placed' && fact.type !== 'Lifted') return [];
    const { statement, version, round, person } = fact.data;
    const spot = { statement, version, round, person, shown: true };
    const line = find(before.statements, statement);
    const former = line && find(roundAt(line, version, round).placements, person);
    if (!former) return [{ type: 'Lifted', data: spot }];
    const mark: Mark = 'x' in former ? { x: former.x } : { answer: former.answer };
    return [{ type: 'Placed', data: { ...spot, mark, via: former.via } }];
  });
}

function roundAt(statement: Statement, version: number, round: number) {
  const wording = statement.versions[version];
  const current = wording?.rounds[round];
  return {
    shown: current?.revealed ?? false,
    placements: current?.placements ?? {}
  };
}

function isSame(placement: Mark | undefined, mark: Mark): boolean {
  if (!placement) return false;
  return 'x' in mark
    ? 'x' in placement && placement.x === mark.x
    : 'answer' in placement && placement.answer === mark.answer;
}
