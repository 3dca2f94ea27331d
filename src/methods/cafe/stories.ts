import type { OutlineBlock, OutlineBranch } from '#harvest/blocks.ts';
import { nowAt } from './hearers.ts';
import { cardsOf, outlined } from './kept.ts';
import type { Found } from './noted.ts';
import { inOrder, type State, type Table } from './state.ts';

/** What each table said, as it came about. A table that was merged with another is told there, and its notes say where they come from. */
export function stories(state: State, notes: readonly Found[]): OutlineBlock[] {
  const gathered = Map.groupBy(inOrder(state), ([id]) => nowAt(state, id));
  const branches = inOrder(state).flatMap(([id, table]) => {
    const branches = told(state, notes, gathered.get(id) ?? []);
    const { number, name, topic } = table;
    return branches.length === 0
      ? []
      : [{ head: { kind: 'table', number, name, topic } as const, notes: [], branches }];
  });
  if (branches.length === 0) return [];
  return [{ kind: 'outline', id: `${state.id}-tables`, of: 'cafe', title: { kind: 'tables' }, branches, figures: [] }];
}

type Named = readonly [id: string, table: Table];

/** `together`: tables whose people sit at one now. */
function told(state: State, notes: readonly Found[], together: readonly Named[]): OutlineBranch[] {
  const ids = new Set(together.map(([id]) => id));
  const cards = cardsOf(together.map(([, table]) => table));
  // A table that was split off may have chosen a card from what was written before.
  const own = notes.filter(({ id, table }) => ids.has(table) || cards.has(id));
  const rounds = Map.groupBy(own, ({ note }) => note.round);
  return [
    ...lines(together),
    ...[...rounds]
      .sort(([one], [other]) => one - other)
      .map(([round, said]): OutlineBranch => {
        const question = state.layout === 'rounds' ? (state.questions[round - 1] ?? null) : null;
        return { head: { kind: 'round', round, question }, notes: outlined(state, said, cards), again: true };
      })
  ];
}

function lines(together: readonly Named[]): OutlineBranch[] {
  const notes = together.flatMap(([, { number, lines }]) => lines.map((text) => ({ text, table: number, notes: [] })));
  return notes.length === 0 ? [] : [{ head: { kind: 'lines' }, notes }];
}
