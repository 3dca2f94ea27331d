import { presentPersonFor } from '#kit/rules/people.ts';
import * as v from 'valibot';
import { commandOf, STAFF, personal, BOARD_AND_CONSOLE, type Fact } from '#contract/method.ts';
import type { Events, OnesSpot } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { refuse } from '../refuse.ts';
import { DOTS_MOST, dotFor, dotKey, dotOf } from './dot-numbers.ts';
import { mustActThemselves, shownViaOf } from '../anonymity/who-acted.ts';
import { isAnonymous } from '../anonymity/exposure.ts';
import { answerField, forField, openLine, spotFields, xField } from './command-fields.ts';
import { noteMove } from './recorded-moves.ts';
import { getOwn } from '#contract/get-own.ts';
import { roundAt, placementOf, versionOf, type State } from '../state.ts';
import type { Mark } from '../placement.ts';

const command = commandOf<State, Events>();

const seenBy = ({ person, shown }: OnesSpot): string[] => [
  ...BOARD_AND_CONSOLE,
  personal(person),
  ...(shown ? ['all'] : [])
];

export const placing = partOf<State, Events>()({
  commands: {
    place: command({
      who: [...STAFF, 'participant'],
      input: v.union([
        v.strictObject({ ...spotFields, for: forField, ...xField }),
        v.strictObject({ ...spotFields, for: forField, ...answerField })
      ]),
      decide: (state, input, by, facts, roster) => {
        if (isAnonymous(state)) return refuse('place-by-ticket');
        const person = presentPersonFor(input.for, by, roster);
        if (typeof person !== 'string') return person;
        const line = openLine(state, input);
        if ('refused' in line) return line;
        if (mustActThemselves(state, line, person, by, roster)) return refuse('their-own-dot');
        const mark: Mark = 'x' in input ? { x: input.x } : { answer: input.answer };
        if (isSame(placementOf(versionOf(line.found), line.spot.round, person), mark)) return [];
        const via = person === by.person ? 'phone' : 'helper';
        const dot = dotFor(state, person, via, facts);
        return [{ type: 'Placed', data: { ...line.spot, person, shown: line.round.revealed, mark, via, dot } }];
      },
      undo: true
    }),
    lift: command({
      who: STAFF,
      /** Takes away a person's placement in this round: a mistake or a trial. */
      input: v.strictObject({ ...spotFields, for: v.string() }),
      decide: (state, input, by, _facts, roster) => {
        const line = openLine(state, input);
        if ('refused' in line) return line;
        if (mustActThemselves(state, line, input.for, by, roster)) return refuse('their-own-dot');
        const placed = getOwn(line.round.placements, input.for);
        if (!placed) return refuse('not-placed-yet');
        const dot = dotOf(state, input.for, placed);
        return [{ type: 'Lifted', data: { ...line.spot, person: input.for, shown: line.round.revealed, dot } }];
      },
      undo: true
    })
  },
  evolve: {
    Placed(draft, { person, mark, via, dot, ...spot }, at) {
      const round = roundAt(draft, spot);
      const version = getOwn(draft.statements, spot.statement)?.versions[spot.version];
      if (!round || !version) return;
      const key = dotKey(person, via);
      if (!Object.hasOwn(draft.dots, key)) {
        draft.dots[key] = dot;
        draft.taken[dot] = true;
      }
      const earlier = placementOf(version, spot.round, person);
      if (earlier && 'x' in earlier && earlier.via !== via)
        noteMove(draft, round, dotOf(draft, person, earlier), null, at);
      // A placement before the reveal is ordered by its random number: the console saw when each person acted, and
      // could tell by the order whose dot it is.
      const order = round.revealed ? DOTS_MOST + (draft.arrivals += 1) : dot;
      const former = getOwn(round.placements, person);
      const early = former?.early ?? !round.revealed;
      const afterMs = former?.afterMs ?? (round.openedAt === null ? null : at - round.openedAt);
      const shownVia = shownViaOf(draft, round, earlier, via);
      round.placements[person] = { ...mark, via, order, early, afterMs, shownVia };
      noteMove(draft, round, dot, 'x' in mark ? mark.x : null, at);
    },
    Lifted(draft, { person, dot, ...spot }, at) {
      const round = roundAt(draft, spot);
      if (!round) return;
      delete round.placements[person];
      noteMove(draft, round, dot, null, at);
    }
  },
  touches: { Placed: seenBy, Lifted: seenBy },
  takeBack: { Placed: putBack, Lifted: putBack }
});

/**
 * Undo does not know whether the round will be revealed by then. `shown: true` is the safe answer: at worst phones are
 * updated for nothing.
 */
function putBack(before: State, data: OnesSpot & { dot: number }): Fact<Events>[] {
  const { statement, version, round, person, dot } = data;
  const spot = { statement, version, round, person, shown: true, dot };
  const former = getOwn(roundAt(before, data)?.placements ?? {}, person);
  if (!former) return [{ type: 'Lifted', data: spot }];
  const mark: Mark = 'x' in former ? { x: former.x } : { answer: former.answer };
  return [{ type: 'Placed', data: { ...spot, mark, via: former.via } }];
}

function isSame(placement: Mark | undefined, mark: Mark): boolean {
  if (!placement) return false;
  return 'x' in mark
    ? 'x' in placement && placement.x === mark.x
    : 'answer' in placement && placement.answer === mark.answer;
}
