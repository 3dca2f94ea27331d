import { leftOutIn } from '#methods/left-out-words.ts';
import { stepsIn } from '#methods/steps.ts';
import type { Row } from '../steps.ts';

/** What one method does not keep, and what the console calls the method. */
export type LeftOutOfMethod = { method: string; sentences: readonly string[] };

/** Each method of the run of show once, in the order in which it comes first. */
export const leftOutBy = (blocks: readonly Pick<Row, 'method'>[]): LeftOutOfMethod[] =>
  [...new Set(blocks.map(({ method }) => method))].flatMap((method) => {
    const sentences = leftOutIn(method);
    return sentences ? [{ method: stepsIn(method)?.method ?? method, sentences }] : [];
  });
