import { getOwn } from '#contract/get-own.ts';
import type { Seen, Text } from '#contract/typed-text.ts';
import { allNotes, noteView } from '../notes/find-notes.ts';
import type { State } from '../state.ts';
import { questionKeyOf, questionByKey } from '../topics.ts';
import type { NoteView } from './note.ts';

/** `ask`: the question it stands under. */
export type WallNote = NoteView & { number: number; cluster: string | null; ask: string };

export type ClusterView = { name: Text | null; order: number };

export type WallView = {
  notes: Record<string, WallNote>;
  /** Those that something was written to: of a round, of a table's topic, or above all topics. */
  asks: Record<string, { question: Text | null; order: number }>;
  clusters: Record<string, ClusterView>;
  /** The cards chosen for the plenary, by note. */
  cards: Record<string, true>;
  /** The question or topic that the wall is about now, by round number or table id; null: all notes. */
  about: string | null;
};

export type WallSeen = Seen<WallView>;

export type WallNoteSeen = Seen<WallNote>;

export type ClusterSeen = Seen<ClusterView>;

export function wall(state: State, isSeen: (note: NoteView) => boolean): WallView {
  const notes: WallView['notes'] = {};
  const used = new Set<string>();
  for (const { id, note } of allNotes(state)) {
    const seen = noteView(state, note);
    if (!isSeen(seen)) continue;
    const { group: cluster } = note;
    notes[id] = {
      ...seen,
      number: getOwn(state.tables, note.table)?.number ?? 0,
      cluster,
      ask: questionKeyOf(state, seen)
    };
    if (cluster !== null) used.add(cluster);
  }
  const clusters = Object.entries(state.deck.groups).filter(([id]) => used.has(id));
  const cards = Object.values(state.tables).flatMap((table) => Object.values(table.cards));
  const asks = new Set(Object.values(notes).map(({ ask }) => ask));
  return {
    notes,
    asks: Object.fromEntries([...asks].map((ask) => [ask, questionByKey(state, ask)])),
    clusters: Object.fromEntries(clusters.map(([id, { name, order }]) => [id, { name, order }])),
    cards: Object.fromEntries(cards.filter((id) => Object.hasOwn(notes, id)).map((id) => [id, true as const])),
    about: state.about
  };
}
