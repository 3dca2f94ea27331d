import { find } from '#contract/find.ts';
import { allNotes, noteView } from '../notes/noted.ts';
import type { State } from '../state.ts';
import { askedAs, askOf } from '../topics.ts';
import type { NoteView, WallView } from '../views.ts';

export function wall(state: State, isSeen: (note: NoteView) => boolean): WallView {
  const notes: WallView['notes'] = {};
  const used = new Set<string>();
  for (const found of allNotes(state)) {
    const seen = noteView(state, found);
    if (!isSeen(seen)) continue;
    const { cluster } = found.note;
    notes[found.id] = {
      ...seen,
      number: find(state.tables, found.table)?.number ?? 0,
      cluster,
      ask: askOf(state, seen)
    };
    if (cluster !== null) used.add(cluster);
  }
  const clusters = Object.entries(state.clusters).filter(([id]) => used.has(id));
  const cards = Object.values(state.tables).flatMap((table) => Object.values(table.cards));
  const asks = new Set(Object.values(notes).map(({ ask }) => ask));
  return {
    notes,
    asks: Object.fromEntries([...asks].map((ask) => [ask, askedAs(state, ask)])),
    clusters: Object.fromEntries(clusters.map(([id, { name, order }]) => [id, { name, order }])),
    cards: Object.fromEntries(cards.filter((id) => Object.hasOwn(notes, id)).map((id) => [id, true as const])),
    about: state.about
  };
}
