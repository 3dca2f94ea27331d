import type { Share } from '#contract/share-of-all.ts';
import { getOwn } from '#contract/get-own.ts';
import type { Roster } from '#contract/method.ts';
import { meetings, sittings, middle } from '../harvest/seat-records.ts';
import { isSaidEnough, saidIn } from '../harvest/seat-coverage.ts';
import type { State } from '../state.ts';
import { countedIn } from '#kit/rules/people.ts';

/**
 * How many others each person met. `pairs`: the share of all pairs that shared a table. `again`: pairs that shared one
 * more than once.
 */
export type Met = { people: number; least: number; median: number; most: number; pairs: Share; again: number };

/**
 * Over all rounds, `of`: seats of people who were present; `said`: seats that were reported as taken, less than nine in
 * ten.
 */
export type Unsaid = { said: number; of: number };

/** The table numbers of one person, round by round; null for a round in which they sat at none. */
export type Path = readonly (number | null)[];

/** Null until the rounds are over, while nobody can have met anybody, and where too few said where they sat. */
export function met(state: State, roster: Roster): Met | null {
  if (state.stage !== 'harvest' || !isSaidEnough(saidIn(state, roster))) return null;
  const { met, pairs, again } = meetings(sittings(state, countedIn(roster)));
  if (met.length < 2) return null;
  return { people: met.length, least: met[0] ?? 0, median: middle(met), most: met.at(-1) ?? 0, pairs, again };
}

/** What the picture is made of, where that is not nearly all. */
export function unsaid(state: State, roster: Roster): Unsaid | null {
  if (state.stage !== 'harvest') return null;
  const said = saidIn(state, roster);
  return said.said === 0 || isSaidEnough(said) ? null : said;
}

/**
 * Only the room's own picture of itself: paths in the order of their numbers, so that none can be told from where it
 * stands.
 */
export function encounters(state: State, roster: Roster): { paths: Path[] } | null {
  if (state.stage !== 'harvest' || state.shows !== 'encounters') return null;
  const paths = new Map<string, (number | null)[]>();
  for (const { round, table, people } of sittings(state, countedIn(roster))) {
    for (const person of people) {
      const path = paths.get(person) ?? Array<number | null>(state.round).fill(null);
      path[round - 1] = getOwn(state.tables, table)?.number ?? null;
      paths.set(person, path);
    }
  }
  return { paths: [...paths.values()].sort(byTables) };
}

function byTables(one: Path, other: Path): number {
  const at = one.findIndex((table, round) => table !== (other[round] ?? null));
  return at < 0 ? 0 : (one[at] ?? Infinity) - (other[at] ?? Infinity);
}
