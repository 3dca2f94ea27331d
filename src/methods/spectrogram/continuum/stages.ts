import * as v from 'valibot';
import { commandOf, LEADS, type Decision, type Fact } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { refuse } from '../refuse.ts';
import { withStatement } from './command-fields.ts';
import type { Events } from '../events.ts';
import { WAYS } from '../settings.ts';
import { getOwn } from '#contract/get-own.ts';
import { courseOf, isRevealed, roundOf, type State, type Statement } from '../state.ts';

const command = commandOf<State, Events>();
/**
 * The version and round that the sender saw: a button pressed for a past round must not act on the next one. Without
 * them, the command is about the current round.
 */
const seenFields = { version: v.optional(v.number()), round: v.optional(v.number()) };
const onStatement = v.strictObject({ statement: v.string(), ...seenFields });

/** The steps of a facilitator with one statement. A step that was already taken is refused, not repeated. */
export const stages = partOf<State, Events>()({
  commands: {
    open: command({
      who: LEADS,
      input: onStatement,
      decide: (state, { statement, ...seen }) =>
        ifStillSeen(state, statement, seen, ({ stage, way }) => {
          if (stage === 'open') return refuse('already-open');
          if (stage === 'locked') return refuse('line-is-locked');
          return [{ type: 'Opened', data: { statement, revealed: way === 'live', locks: others(state, statement) } }];
        }),
      undo: takeBack
    }),
    show: command({
      who: LEADS,
      input: onStatement,
      decide: (state, { statement, ...seen }) =>
        ifStillSeen(state, statement, seen, ({ stage }) => {
          if (stage === 'ready') return refuse('not-open-yet');
          if (state.now === statement) return refuse('already-on-the-board');
          return [{ type: 'Shown', data: { statement } }];
        }),
      undo: takeBack
    }),
    reveal: command({
      who: LEADS,
      input: onStatement,
      decide: (state, { statement, ...seen }) =>
        ifStillSeen(state, statement, seen, (found) => {
          if (found.stage === 'ready') return refuse('not-open-yet');
          if (isRevealed(found)) return refuse('already-revealed');
          return [{ type: 'Revealed', data: { statement } }];
        }),
      undo: takeBack
    }),
    lock: command({
      who: LEADS,
      input: onStatement,
      decide: (state, { statement, ...seen }) =>
        ifStillSeen(state, statement, seen, ({ stage }) => {
          if (stage === 'ready') return refuse('not-open-yet');
          if (stage === 'locked') return refuse('already-locked');
          return [{ type: 'Locked', data: { statement } }];
        }),
      undo: takeBack
    }),
    reopen: command({
      who: LEADS,
      input: onStatement,
      decide: (state, { statement, ...seen }) =>
        ifStillSeen(state, statement, seen, (found) => {
          if (found.stage === 'ready') return refuse('not-open-yet');
          if (found.stage === 'open') return refuse('already-open');
          const locks = others(state, statement);
          return [{ type: 'Opened', data: { statement, revealed: isRevealed(found), locks } }];
        }),
      undo: takeBack
    }),
    anotherRound: command({
      who: LEADS,
      /** `keepPlaces`: all people keep their place until they move. Otherwise the line is empty again. */
      input: v.strictObject({ statement: v.string(), ...seenFields, keepPlaces: v.optional(v.boolean(), false) }),
      decide: (state, { statement, keepPlaces, ...seen }) =>
        ifStillSeen(state, statement, seen, (found) => {
          if (found.stage === 'ready') return refuse('not-open-yet');
          // Two consoles that ask at the same moment begin only one round.
          if (Object.keys(roundOf(found)?.placements ?? {}).length === 0) return refuse('nobody-placed-yet');
          const revealed = found.way === 'live' || (keepPlaces && isRevealed(found));
          const round = found.round + 1;
          const locks = others(state, statement);
          return [{ type: 'RoundBegun', data: { statement, round, empty: !keepPlaces, revealed, locks } }];
        }),
      undo: (before, input) => takeBack(before, input)
    }),
    setWay: command({
      who: LEADS,
      /** Takes effect at the next opening or round: only `reveal` may show what people placed while it was hidden. */
      input: v.strictObject({ statement: v.string(), way: v.picklist(WAYS) }),
      decide: (state, { statement, way }) =>
        withStatement(state, statement, (found) => {
          if (found.way === way) return refuse('already-so');
          if (found.stage === 'open') return refuse('already-open');
          return [{ type: 'WaySet', data: { statement, way } }];
        }),
      undo: (before, { statement }) => {
        const found = getOwn(before.statements, statement);
        return found ? [{ type: 'WaySet', data: { statement, way: found.way } }] : [];
      }
    }),
    setWarmUp: command({
      who: LEADS,
      input: v.strictObject({ statement: v.string(), on: v.boolean() }),
      decide: (state, { statement, on }) =>
        withStatement(state, statement, ({ warmUp }) =>
          warmUp === on ? refuse('already-so') : [{ type: 'WarmUpSet', data: { statement, on } }]
        ),
      undo: (_before, { statement, on }) => [{ type: 'WarmUpSet', data: { statement, on: !on } }]
    })
  }
});

type SeenRound = { version?: number | undefined; round?: number | undefined };

function ifStillSeen(
  state: State,
  id: string,
  { version, round }: SeenRound,
  decide: (found: Statement) => Decision<Events>
): Decision<Events> {
  return withStatement(state, id, (found) =>
    (version ?? found.version) === found.version && (round ?? found.round) === found.round
      ? decide(found)
      : refuse('already-moved-on')
  );
}

/** The facts that bring this statement, and the statements it may have locked, back to their present course. */
export function takeBack(before: State, { statement }: { statement: string }): Fact<Events>[] {
  const concerned = [statement, ...others(before, statement)].flatMap((id) => getOwn(before.statements, id) ?? []);
  const courses = Object.fromEntries(concerned.map((found) => [found.id, courseOf(found)]));
  return [{ type: 'TakenBack', data: { now: before.now, courses, lens: before.lens } }];
}

/** One line is open at a time: a second open line that no board shows would still take placements. */
const others = (state: State, statement: string): string[] =>
  Object.values(state.statements)
    .filter(({ id, stage }) => stage === 'open' && id !== statement)
    .map(({ id }) => id);
