import type { Text } from '../text.ts';
import type { State } from './state.ts';

/** The question of the round that is on, or the one above all topics. */
export const topicOrQuestion = ({ layout, questions, round }: State): Text | null =>
  questions[layout === 'topics' ? 0 : round - 1] ?? null;
