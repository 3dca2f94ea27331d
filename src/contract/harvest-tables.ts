import type { Share } from './share-of-all.ts';
import type { Cell, ColumnKind, TableBody } from './harvest-blocks.ts';
import { partOf, partsOf } from './people-counts.ts';
import type { Text, Writing } from './typed-text.ts';

/** What a column says of each item. Its heading, and the labels in it, are codes of the method. */
export type Column<Item, Code extends string> = {
  readonly heading: Code;
  readonly kind: ColumnKind;
  readonly cells: (items: readonly Item[]) => Cell<Code>[];
};

/**
 * A row for each item, a cell for each column; the first column says what a row is about. The only way to make a table:
 * a literal does not compile, so that the author of a method says of each number whether it counts people.
 */
export function tableOf<Item, Code extends string>(
  items: readonly Item[],
  columns: readonly Column<Item, Code>[]
): TableBody<Code> {
  const cells = columns.map((column) => column.cells(items));
  return {
    columns: columns.map(({ heading, kind }) => ({ heading, kind })),
    rows: items.map((_, row) => cells.map((column) => column[row] ?? null))
  } as unknown as TableBody<Code>;
}

/** Null leaves a cell empty. */
type Of<Item, Value> = (item: Item) => Value | null;

const cellByCell = <Item, Code extends string, Value>(
  kind: ColumnKind,
  heading: Code,
  of: Of<Item, Value>,
  told: (value: Value) => Cell<Code>
): Column<Item, Code> => ({
  heading,
  kind,
  cells: (items) =>
    items.map((item) => {
      const value = of(item);
      return value === null ? null : told(value);
    })
});

export const column = {
  /** Typed words. */
  text: <Item, const Code extends string>(heading: Code, of: Of<Item, Text | Writing>) =>
    cellByCell('text', heading, of, (text) => text),
  /** Words of the method, by their code. */
  label: <Item, const Code extends string>(heading: Code, of: Of<Item, Code>) =>
    cellByCell('label', heading, of, (kind) => ({ kind })),
  /** Notes, rounds, turns, measures: anything that no person is counted in. */
  amount: <Item, const Code extends string>(heading: Code, of: Of<Item, number>) =>
    cellByCell('amount', heading, of, (amount) => amount),
  /** How many of all notes, turns or tables there were; no people. */
  share: <Item, const Code extends string>(heading: Code, of: Of<Item, Share>) =>
    cellByCell('share', heading, of, (share) => share),
  /** People who were there in plain sight, and nothing of what they said or chose. */
  headcount: <Item, const Code extends string>(heading: Code, of: Of<Item, number>) =>
    cellByCell('headcount', heading, of, (people) => people),
  /** How many people each row is about. Nobody is in two rows, or nobody minds that numbers are untold together. */
  people: <Item, const Code extends string>(heading: Code, of: (item: Item) => number): Column<Item, Code> => ({
    heading,
    kind: 'people',
    cells: (items) => partsOf(items.map(of))
  }),
  /** How many of all people, where each row has all of its own, as rounds have. */
  part: <Item, const Code extends string>(heading: Code, of: Of<Item, Share>) =>
    cellByCell('part', heading, of, ({ count, of }) => partOf(count, of)),
  /** In milliseconds since 1970; told by the clocks of the place. */
  time: <Item, const Code extends string>(heading: Code, of: Of<Item, number>) =>
    cellByCell('time', heading, of, (at) => at)
};
