import type { Actor, Refusal, Roster } from '#contract/method.ts';
import { presentPersonFor } from '#kit/rules/people.ts';
import { getOwn } from '#contract/get-own.ts';
import { isScribe } from '../seating/hosting.ts';
import type { State } from '../state.ts';
import { mayTend, type Found } from './find-notes.ts';

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

/** The author may, and those who may tend the notes of its table: see {@link mayTend}. */
export const mayWriteIn = (state: State, by: Actor, { table, note }: Found): boolean =>
  (by.person !== null && note.author === by.person) || mayTend(state, by, table);
