import { seatOf } from '../seating/seats.ts';
import { find } from '../../shared/records.ts';
import type { Plan } from '../rotation/problem.ts';
import { inOrder, roundsOf, type State } from '../state.ts';
import type { Rule } from '../views.ts';

/** The move to this round by letters. Null in the first, on the way home, and where a letter does not go the same number of tables for all. */
export function rule(state: State): Rule | null {
  const { round, rounds } = state;
  if (round < 2 || isHome(state, round) || !rounds[round]) return null;
  const way = wayOf(state);
  return (
    way && {
      letters: [...way.steps].map(([letter, step]) => ({ letter, step })).sort((a, b) => a.letter - b.letter),
      passed: inOrder(state).flatMap(([id]) => (way.ring.has(id) ? [] : [id]))
    }
  );
}

/**
 * The letter somebody moves by to this round, and on to `last`; null where the rule would lead them to another table than theirs. Whoever
 * found no chair of a letter, or was sent elsewhere by hand, joins a letter's path with the next move, and until then has a number only.
 */
export function letterFor(state: State, person: string, last = state.round): number | null {
  const letter = find(state.letters, person) ?? null;
  if (letter === null) return null;
  for (let round = Math.max(2, state.round); round <= last; round += 1)
    if (!leads(state, letter, seatOf(state, person, round - 1), seatOf(state, person, round), round)) return null;
  return letter;
}

/** `ring`: the tables people travel between, by their place in it. */
type Way = { steps: ReadonlyMap<number, number>; ring: ReadonlyMap<string, number> };

/** A plan stays as it is for rounds; every phone asks. */
const ways = new WeakMap<Plan, { way: Way | null }>();

function wayOf(state: State): Way | null {
  const { plan } = state;
  if (!plan) return null;
  const known = ways.get(plan) ?? { way: wayThrough(plan, inOrder(state)) };
  ways.set(plan, known);
  return known.way;
}

function wayThrough({ seats }: Plan, tables: readonly [id: string, unknown][]): Way | null {
  const steps = new Map<number, number>();
  const visited = new Set<string>();
  for (const { letter, step, path } of Object.values(seats)) {
    if (step === null || (steps.get(letter) ?? step) !== step) return null;
    steps.set(letter, step);
    if (step !== 0) for (const table of path) visited.add(table);
  }
  // A table that closed since is still counted: the rule goes by numbers, and those never change.
  const ring = new Map(tables.filter(([id]) => visited.has(id)).map(([id], place) => [id, place]));
  return steps.size === 0 ? null : { steps, ring };
}

function leads(state: State, letter: number, from: string | null, to: string | null, round: number): boolean {
  const way = wayOf(state);
  const step = way?.steps.get(letter);
  if (!way || step === undefined || from === null || to === null || isHome(state, round)) return true;
  if (step === 0) return from === to;
  const [at, there] = [way.ring.get(from), way.ring.get(to)];
  return at !== undefined && there !== undefined && (there - at - step) % way.ring.size === 0;
}

const isHome = (state: State, round: number): boolean => state.returnHome && round === roundsOf(state);
