import type { Actor, Refusal, Roster } from '#contract/method.ts';
import { presentPersonFor } from '../../shared/people.ts';
import { getOwn } from '#contract/get-own.ts';
import { isScribe } from '../seating/hosting.ts';
import type { State } from '../state.ts';
import { mayTend, type Found } from './find-notes.ts';

/** A helper may type in a sheet that nobody signed. Whoever has left may still be writing what they heard. */
export function authorOf(other: string | undefined, by: Actor, roster: Roster): string | null | Refusal {
  if (by.role === 'participant' && other === undefined && by.person !== null) return by.person;
  if (by.role !== 'participant' && other === undefined) return null;
  return presentPersonFor(other, by, roster);
}

/** Whoever sat at that table in that round, wherever they sit by now. */
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

/** Its author, and whoever tends the notes of its table. */
export const mayWriteIn = (state: State, by: Actor, { table, note }: Found): boolean =>
  (by.person !== null && note.author === by.person) || mayTend(state, by, table);
