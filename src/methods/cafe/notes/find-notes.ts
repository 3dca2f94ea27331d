import type { Actor } from '#contract/method.ts';
import { nowAt } from '../audiences.ts';
import { isScribe, hostOf } from '../seating/hosting.ts';
import { getOwn } from '#contract/get-own.ts';
import { inOrder, shelfOf, type Note, type State } from '../state.ts';
import type { NoteView } from '../views/note.ts';

export type Found = { id: string; table: string; note: Note };

/** A note that was written and not taken away. */
export function noteNamed(state: State, id: string): Found | null {
  const found = anyNote(state, id);
  return found && !found.note.removed ? found : null;
}

export function anyNote(state: State, id: string): Found | null {
  const table = getOwn(getOwn(state.shelves, shelfOf(id)) ?? {}, id);
  const note = table === undefined ? undefined : getOwn(getOwn(state.tables, table)?.notes ?? {}, id);
  return table === undefined || !note ? null : { id, table, note };
}

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
    notRemoved(source, getOwn(state.tables, source)?.notes ?? {}).filter(({ note }) => note.order <= upTo)
  );
}

export const allNotes = (state: State): Found[] => inOrder(state).flatMap(([id, { notes }]) => notRemoved(id, notes));

const notRemoved = (table: string, notes: Readonly<Record<string, Note>>): Found[] =>
  Object.entries(notes).flatMap(([id, note]) => (note.removed ? [] : [{ id, table, note }]));

export function noteView(state: State, { table, note }: Found): NoteView {
  const { kind, text, order, round, gem, star, photo, rev } = note;
  return {
    kind,
    text,
    parent: parentOf(state, note),
    order,
    table,
    round,
    gem,
    star,
    state: stateOf(state, note),
    mergedInto: note.mergedInto,
    photo,
    rev
  };
}

/** Once review is off, what waited for it is seen. */
export const stateOf = ({ review }: State, { state }: Note): Note['state'] =>
  state === 'waiting' && !review ? 'shown' : state;

/**
 * The note it hangs under: of a merged one whatever it was merged into, of a nested one its own parent. One level,
 * whatever was merged.
 */
export function parentOf(state: State, { parent }: Note): string | null {
  const seen = new Set<string>();
  for (let at = parent; at !== null && !seen.has(at);) {
    seen.add(at);
    const found = noteNamed(state, at);
    if (!found) return null;
    const up = found.note.mergedInto ?? found.note.parent;
    if (up === null) return at;
    at = up;
  }
  return null;
}

/** The host of a table, scribes, helpers and facilitators may. */
export function mayTend(state: State, by: Actor, table: string): boolean {
  if (by.role !== 'participant') return true;
  return by.person !== null && (isScribe(state, by.person) || hostOf(state, nowAt(state, table)) === by.person);
}
