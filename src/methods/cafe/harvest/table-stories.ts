import type { Block, Branch } from './harvest-type.ts';
import { nowAt } from '../audiences.ts';
import { cardsOf, lineId } from './public-notes.ts';
import type { Found } from '../notes/find-notes.ts';
import { inOrder, type State, type Table } from '../state.ts';

/**
 * What each table said, as it came about: its host's lines, and by round an index of its notes, which stand under their
 * question. A table that was merged with another is told there.
 */
export function tableStories(state: State, notes: readonly Found[], isKept: (person: string) => boolean): Block[] {
  const gathered = Map.groupBy(inOrder(state), ([id]) => nowAt(state, id));
  const written = Map.groupBy(notes, ({ note }) => nowAt(state, note.table));
  const noted = new Map(notes.map((found) => [found.id, found]));
  const branches = inOrder(state).flatMap(([id, table]): Branch[] => {
    const together = gathered.get(id) ?? [];
    const cards = cardsOf(together.map(([, table]) => table));
    // A table that was split off may have chosen a card from what was written before.
    const chosen = [...cards.keys()].flatMap((note) => noted.get(note) ?? []);
    const own = new Set([...(written.get(id) ?? []), ...chosen]);
    const branches = [...lines(id, together, isKept), ...rounds(id, state, [...own])];
    const { number, name, topic } = table;
    return branches.length === 0 ? [] : [{ id, head: { kind: 'table', number, name, topic }, notes: [], branches }];
  });
  if (branches.length === 0) return [];
  return [{ kind: 'outline', id: `${state.id}-tables`, of: 'cafe', title: { kind: 'tables' }, branches, figures: [] }];
}

function rounds(table: string, state: State, notes: readonly Found[]): Branch[] {
  return [...Map.groupBy(notes, ({ note }) => note.round)]
    .sort(([one], [other]) => one - other)
    .map(([round, said]): Branch => {
      const question = state.layout === 'rounds' ? (state.questions[round - 1] ?? null) : null;
      const index = said.toSorted((one, other) => one.note.order - other.note.order).map(({ id }) => id);
      return { id: `${table}-round-${round}`, head: { kind: 'round', round, question }, notes: [], index };
    });
}

/** `together`: tables whose people sit at one now. Lines of a simulated host are in no edition of a real gathering. */
function lines(
  at: string,
  together: readonly (readonly [id: string, table: Table])[],
  isKept: (person: string) => boolean
): Branch[] {
  const notes = together.flatMap(([, { number, lines }]) =>
    lines.by === null || isKept(lines.by)
      ? lines.said.map((text, nth) => ({ id: lineId(lines, nth), text, table: number, notes: [] }))
      : []
  );
  return notes.length === 0 ? [] : [{ id: `${at}-lines`, head: { kind: 'lines' }, notes }];
}
