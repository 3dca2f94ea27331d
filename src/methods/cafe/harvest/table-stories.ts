import type { Block, Branch } from './harvest-type.ts';
import { nowAt } from '../audiences.ts';
import { cardsOf, outlined, type Cards } from './public-notes.ts';
import type { Found } from '../notes/find-notes.ts';
import { inOrder, type State, type Table } from '../state.ts';

/**
 * What each table said, as it came about. A table that was merged with another is told there, and its notes say where
 * they come from.
 */
export function tableStories(state: State, notes: readonly Found[]): Block[] {
  const gathered = Map.groupBy(inOrder(state), ([id]) => nowAt(state, id));
  const written = Map.groupBy(notes, ({ note }) => nowAt(state, note.table));
  const noted = new Map(notes.map((found) => [found.id, found]));
  const branches = inOrder(state).flatMap(([id, table]) => {
    const together = gathered.get(id) ?? [];
    const cards = cardsOf(together.map(([, table]) => table));
    // A table that was split off may have chosen a card from what was written before.
    const chosen = [...cards.keys()].flatMap((note) => noted.get(note) ?? []);
    const own = new Set([...(written.get(id) ?? []), ...chosen]);
    const branches = [...lines(together), ...rounds(state, [...own], cards)];
    const { number, name, topic } = table;
    return branches.length === 0
      ? []
      : [{ head: { kind: 'table', number, name, topic } as const, notes: [], branches }];
  });
  if (branches.length === 0) return [];
  return [{ kind: 'outline', id: `${state.id}-tables`, of: 'cafe', title: { kind: 'tables' }, branches, figures: [] }];
}

function rounds(state: State, notes: readonly Found[], cards: Cards): Branch[] {
  return [...Map.groupBy(notes, ({ note }) => note.round)]
    .sort(([one], [other]) => one - other)
    .map(([round, said]): Branch => {
      const question = state.layout === 'rounds' ? (state.questions[round - 1] ?? null) : null;
      return { head: { kind: 'round', round, question }, notes: outlined(state, said, cards), again: true };
    });
}

/** `together`: tables whose people sit at one now. */
function lines(together: readonly (readonly [id: string, table: Table])[]): Branch[] {
  const notes = together.flatMap(([, { number, lines }]) => lines.map((text) => ({ text, table: number, notes: [] })));
  return notes.length === 0 ? [] : [{ head: { kind: 'lines' }, notes }];
}
