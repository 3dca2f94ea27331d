import type { Actor, Refusal, Roster } from '#contract/method.ts';
import { getOwn } from '#contract/get-own.ts';
import { presentPersonFor } from '#kit/rules/people.ts';
import { nowAt } from '../audiences.ts';
import { hostOf, isScribe } from '../seating/hosting.ts';
import type { State } from '../state.ts';

/** Null for a sheet without a name that a helper types in. A person who has left may still write what they heard. */
export function authorOf(other: string | undefined, by: Actor, roster: Roster): string | null | Refusal {
  if (by.role === 'participant' && other === undefined && by.person !== null) return by.person;
  if (by.role !== 'participant' && other === undefined) return null;
  return presentPersonFor(other, by, roster);
}

/** A person may write at a table where they sat in that round, wherever they sit now. */
export function mayWriteAt(
  state: State,
  by: Actor,
  author: string | null,
  { table, round }: { table: string; round: number }
): boolean {
  if (by.role !== 'participant' || author === null || isScribe(state, author)) return true;
  const then = state.rounds[round];
  return getOwn(then?.at ?? {}, author) === table || (getOwn(then?.former ?? {}, author)?.includes(table) ?? false);
}

/** The host of a table, scribes, helpers and facilitators may. */
export function mayTend(state: State, by: Actor, table: string): boolean {
  if (by.role !== 'participant') return true;
  return by.person !== null && (isScribe(state, by.person) || hostOf(state, nowAt(state, table)) === by.person);
}
