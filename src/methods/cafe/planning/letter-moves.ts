import { seatOf } from '../seating/seats.ts';
import { getOwn } from '#contract/get-own.ts';
import { inOrder, roundsOf, type State } from '../state.ts';

/** One letter of the rule by which people move: A stays, B goes one on. `step` is in tables, negative for back. */
export type Letter = { letter: number; step: number };

/** `passed`: tables that are not counted on the way, because nobody travels to them. */
export type RuleView = { letters: Letter[]; passed: string[] };

/** The move to this round by letters. Null in the first, on the way home, and where cards must carry their paths. */
export function rule(state: State): RuleView | null {
  const { plan, round, rounds } = state;
  if (!plan?.rule || round < 2 || isHome(state, round) || !rounds[round]) return null;
  const { steps, places } = plan.rule;
  const letters = Object.entries(steps).map(([letter, step]) => ({ letter: Number(letter), step }));
  return {
    letters: letters.sort((a, b) => a.letter - b.letter),
    passed: inOrder(state).flatMap(([id]) => (getOwn(places, id) === undefined ? [id] : []))
  };
}

/**
 * The letter by which this person moves to this round, and on to `last`; null where the rule would lead them to a table
 * that is not theirs. A person who got a seat without a letter, or was moved by hand, sees only a table number until
 * the next move joins them to the path of a letter.
 */
export function letterFor(state: State, person: string, last = state.round): number | null {
  const letter = getOwn(state.letters, person) ?? null;
  if (letter === null) return null;
  for (let round = Math.max(2, state.round); round <= last; round += 1)
    if (!leads(state, letter, seatOf(state, person, round - 1), seatOf(state, person, round), round)) return null;
  return letter;
}

function leads(state: State, letter: number, from: string | null, to: string | null, round: number): boolean {
  const rule = state.plan?.rule;
  const step = rule?.steps[letter];
  if (!rule || step === undefined || from === null || to === null || isHome(state, round)) return true;
  if (step === 0) return from === to;
  const [at, there] = [getOwn(rule.places, from), getOwn(rule.places, to)];
  return at !== undefined && there !== undefined && (there - at - step) % rule.tables === 0;
}

const isHome = (state: State, round: number): boolean => state.returnHome && round === roundsOf(state);
