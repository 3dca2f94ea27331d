import type { Text } from '../text.ts';
import { find } from '../shared/records.ts';
import type { State } from './state.ts';

/** The question of the round that is on, or the one above all topics. */
export const topicOrQuestion = ({ layout, questions, round }: State): Text | null =>
  questions[layout === 'topics' ? 0 : round - 1] ?? null;

/** What the wall is about; null when it shows what was written to all of it. */
export function wallQuestion({ layout, questions, tables, about }: State): Text | null {
  if (about === null) return null;
  const table = find(tables, about);
  return table ? table.topic : (questions[layout === 'topics' ? 0 : Number(about) - 1] ?? null);
}
