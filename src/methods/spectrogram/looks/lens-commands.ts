import * as v from 'valibot';
import { commandOf, EVERYWHERE, LEADS, type Fact } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { refuse } from '../refuse.ts';
import type { Events } from '../events.ts';
import { isAnonymous } from '../anonymity/exposure.ts';
import { withStatement } from '../continuum/command-fields.ts';
import { isOver } from '../continuum/recorded-moves.ts';
import { takeBack } from '../continuum/stages.ts';
import { getOwn } from '#contract/get-own.ts';
import { isRevealed, versionOf, type Lens, type State } from '../state.ts';

const command = commandOf<State, Events>();
const round = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Lenses on what people did already. Opening or showing a line, or another round, closes them. */
export const looks = partOf<State, Events>()({
  commands: {
    cross: command({
      who: LEADS,
      /** Two lines as a cloud: one from left to right, the other upwards. */
      input: v.strictObject({ across: v.string(), up: v.string() }),
      decide(state, { across, up }) {
        if (isAnonymous(state)) return refuse('not-at-this-exposure');
        const sides = [getOwn(state.statements, across), getOwn(state.statements, up)];
        if (sides.some((side) => !side)) return refuse('statement-unknown');
        if (across === up) return refuse('same-line');
        if (sides.some((side) => side && !isRevealed(side))) return refuse('not-revealed-yet');
        return setLens(state, { kind: 'crossed', across, up });
      },
      undo: restore
    }),
    uncross: closing('crossed'),
    compare: command({
      who: LEADS,
      /** Two rounds of a line, the earlier one first. The line comes onto the board with them. */
      input: v.strictObject({ statement: v.string(), rounds: v.strictTuple([round, round]) }),
      decide: (state, { statement, rounds }) =>
        withStatement(state, statement, (found) => {
          const [before, after] = rounds.map((number) => versionOf(found).rounds[number]);
          if (rounds[0] >= rounds[1] || rounds[1] > found.round || !before || !after) return refuse('round-unknown');
          if (!before.revealed || !after.revealed) return refuse('not-revealed-yet');
          return showWithLens(state, statement, { kind: 'compared', statement, version: found.version, rounds });
        }),
      undo: restore
    }),
    closeCompare: closing('compared'),
    replay: command({
      who: LEADS,
      input: v.strictObject({ statement: v.string(), round }),
      decide: (state, { statement, round }) =>
        withStatement(state, statement, (found) => {
          if (isAnonymous(state)) return refuse('not-at-this-exposure');
          const { version } = found;
          const replayed = versionOf(found).rounds[round];
          if (!replayed || round > found.round) return refuse('round-unknown');
          if (!replayed.revealed) return refuse('not-revealed-yet');
          // While moves are added, each one would send all moves to the board again.
          if (!isOver(state, { statement, version, round })) return refuse('close-the-line-first');
          return showWithLens(state, statement, { kind: 'replayed', statement, version, round });
        }),
      undo: restore
    }),
    endReplay: closing('replayed')
  },
  evolve: {
    Looked(draft, { lens }) {
      draft.lens = lens;
    }
  },
  touches: { Looked: () => EVERYWHERE }
});

function closing(kind: Lens['kind']) {
  return command({
    who: LEADS,
    input: v.strictObject({}),
    decide: (state) => (state.lens?.kind === kind ? setLens(state, null) : refuse('already-so')),
    undo: restore
  });
}

function showWithLens(state: State, statement: string, lens: Lens): Fact<Events>[] {
  const onBoard: Fact<Events>[] = state.now === statement ? [] : [{ type: 'Shown', data: { statement } }];
  return [...onBoard, ...setLens(state, lens)];
}

const setLens = (state: State, lens: Lens | null): Fact<Events>[] =>
  sameLens(state.lens, lens) ? [] : [{ type: 'Looked', data: { lens } }];

function restore(before: State): Fact<Events>[] {
  return takeBack(before, { statement: before.now ?? '' });
}

const sameLens = (one: Lens | null, other: Lens | null): boolean => JSON.stringify(one) === JSON.stringify(other);
