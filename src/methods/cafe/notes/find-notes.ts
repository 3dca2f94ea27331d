import { getOwn } from '#contract/get-own.ts';
import { findCard, stateOf } from '#kit/rules/cards/deck.ts';
import { inOrder, type Note, type State } from '../state.ts';
import type { NoteView } from '../views/note.ts';

export type Found = { id: string; note: Note };

/** What is read at a table: its own, what came with those merged into it, and what stood where it was split off. */
export function notesAt(state: State, table: string): Found[] {
  // By table, up to which note: a table that was split off and merged back is asked about twice, and read once.
  const sources = new Map<string, number>();
  const queue: [table: string, upTo: number][] = [[table, Infinity]];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [source, upTo] = next;
    const found = getOwn(state.tables, source);
    if (!found || (sources.get(source) ?? -1) >= upTo) continue;
    sources.set(source, upTo);
    for (const [id, { mergedInto }] of Object.entries(state.tables)) if (mergedInto === source) queue.push([id, upTo]);
    if (found.splitFrom) queue.push([found.splitFrom.table, Math.min(upTo, found.splitFrom.written)]);
  }
  return [...sources].flatMap(([source, upTo]) =>
    found(state, getOwn(state.tables, source)?.notes ?? []).filter(({ note }) => note.order <= upTo)
  );
}

export const notesBy = (state: State, person: string): Found[] => found(state, getOwn(state.wrote, person) ?? []);

export const allNotes = (state: State): Found[] => inOrder(state).flatMap(([, { notes }]) => found(state, notes));

/** Those that were not taken away. */
const found = (state: State, notes: readonly string[]): Found[] =>
  notes.flatMap((id) => {
    const note = findCard(state, id);
    return note ? [{ id, note }] : [];
  });

export function noteView(state: State, note: Note): NoteView {
  const { kind, text, order, table, round, gem, starred, mergedInto, photo, rev } = note;
  const seen = { kind, text, order, table, round, gem, star: starred, mergedInto, photo, rev };
  return { ...seen, parent: parentOf(state, note), state: stateOf(state.deck, note) };
}

/**
 * The note it hangs under: of a merged one whatever it was merged into, of a nested one its own parent. One level,
 * whatever was merged.
 */
export function parentOf(state: State, { parent }: Note): string | null {
  const passed = hungFrom(state, parent);
  const top = passed.at(-1);
  return top !== undefined && findCard(state, top) ? top : null;
}

/** The notes that are passed on the way to the one it hangs under, up to the first that was taken away. */
export function hungFrom(state: State, parent: string | null): string[] {
  const passed: string[] = [];
  for (let at = parent; at !== null && !passed.includes(at);) {
    passed.push(at);
    const found = findCard(state, at);
    at = found && (found.mergedInto ?? found.parent);
  }
  return passed;
}
