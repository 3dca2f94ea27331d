import type { Text } from '#contract/typed-text.ts';
import { getOwn } from '#contract/get-own.ts';
import type { State } from './state.ts';

/** The question of the round that is on, or the one above all topics. */
export const topicOrQuestion = ({ layout, questions, round }: State): Text | null =>
  questions[layout === 'topics' ? 0 : round - 1] ?? null;

/** Stands for the question above all topics, where no table's own topic is meant. */
const ABOVE = 'above';

/** Under which question a note stands: by the number of its round, or by the table whose topic it was written to. */
export const questionKeyOf = ({ layout, tables }: State, { table, round }: { table: string; round: number }): string =>
  layout === 'rounds' ? String(round) : (getOwn(tables, table)?.topic ?? null) === null ? ABOVE : table;

/**
 * What that question says, and where it stands among the others: as they were asked, topics by their tables, what is
 * above them last.
 */
export function questionByKey(state: State, ask: string): { question: Text | null; order: number } {
  if (state.layout === 'rounds') return { question: state.questions[Number(ask) - 1] ?? null, order: Number(ask) };
  const table = getOwn(state.tables, ask);
  return table
    ? { question: table.topic, order: table.number }
    : { question: state.questions[0] ?? null, order: Number.MAX_SAFE_INTEGER };
}

/** What the wall is about; null when it shows what was written to all of it. */
export function wallQuestion({ layout, questions, tables, about }: State): Text | null {
  if (about === null) return null;
  const table = getOwn(tables, about);
  return table ? table.topic : (questions[layout === 'topics' ? 0 : Number(about) - 1] ?? null);
}
