import { isHere, isShownOut } from '#kit/rules/people.ts';
import type { PutBack } from '../events.ts';
import type { Roster } from '#contract/method.ts';
import { getOwn } from '#contract/get-own.ts';
import { current, isOpen, type Round, type State } from '../state.ts';

/** The table where a person sits, or is to sit, in a round. */
export const seatOf = (state: State, person: string, round = state.round): string | null =>
  getOwn(state.rounds[round]?.at ?? {}, person) ?? null;

export const sittersAt = (round: Round | undefined, table: string): string[] =>
  round ? Object.keys(round.at).filter((person) => round.at[person] === table) : [];

/** How many sit at each table: once through all people, however many tables are asked about. */
export function sitterCounts(round: Round | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const table of Object.values(round?.at ?? {})) counts.set(table, (counts.get(table) ?? 0) + 1);
  return counts;
}

/**
 * A chair at a table. `takes`: the person who has left and loses this chair, null for a free one. A person who was
 * removed loses theirs first, because they are not expected back.
 */
export type Chair = { takes: string | null };

export function chairAt(state: State, round: Round | undefined, table: string, roster: Roster): Chair | null {
  const sitters = sittersAt(round, table);
  if (sitters.length < (getOwn(state.tables, table)?.seats ?? 0)) return { takes: null };
  const left = sitters.filter((person) => !isHere(roster, person));
  const gone = left.find((person) => isShownOut(roster, person)) ?? left[0];
  return gone === undefined ? null : { takes: gone };
}

/** A present person sits on every chair. */
export function isFull(state: State, roster: Roster): boolean {
  const sitting = new Map<string, number>();
  const at = current(state)?.at ?? {};
  // This runs after every batch while a person waits: an entry pair for each of three thousand people would cost more
  // than the counting.
  for (const person of Object.keys(at)) {
    const table = getOwn(at, person);
    if (table !== undefined && isHere(roster, person)) sitting.set(table, (sitting.get(table) ?? 0) + 1);
  }
  return Object.entries(state.tables).every(([id, table]) => !isOpen(table) || (sitting.get(id) ?? 0) >= table.seats);
}

/** `expected`: present people who have a table in this round. `seated`: how many of these said that they sit there. */
export function seated(round: Round | undefined, roster: Roster): { seated: number; expected: number } {
  const expected = Object.keys(round?.at ?? {}).filter((person) => isHere(roster, person));
  return { seated: expected.filter((person) => getOwn(round?.here ?? {}, person)).length, expected: expected.length };
}

/** Puts a person at a table in the draft, or at none. The caller has checked that there is a chair. */
export function put(draft: State, number: number, person: string, table: string | null, here = false): void {
  const round = draft.rounds[number];
  if (!round) return;
  const from = getOwn(round.at, person) ?? null;
  if (from !== null && from !== table) {
    if (getOwn(round.hosts, from) === person) delete round.hosts[from];
    if (number === draft.round) (round.former[person] ??= []).push(from);
  }
  if (table === null) delete round.at[person];
  else {
    round.at[person] = table;
    delete draft.waits[person];
  }
  if (here && table !== null) round.here[person] = true;
  else delete round.here[person];
}

/** A person who left loses their seats of this round and all later ones, because another person takes them. */
export function giveUp(draft: State, person: string): void {
  for (const number of Object.keys(draft.rounds).map(Number))
    if (number >= draft.round) put(draft, number, person, null);
}

export const was = (before: State, person: string, seats: Readonly<Record<number, string | null>>): PutBack[] =>
  Object.entries(seats).map(([round, from]) => ({
    round: Number(round),
    person,
    from,
    to: seatOf(before, person, Number(round)),
    here: getOwn(before.rounds[Number(round)]?.here ?? {}, person) === true
  }));
