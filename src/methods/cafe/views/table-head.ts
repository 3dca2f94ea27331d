import type { Seen, Text } from '#contract/typed-text.ts';

export type HeadSeen = Seen<TableHead>;

/** `number` is read out, from 1, and never changes. */
export type TableHead = {
  number: number;
  name: Text | null;
  topic: Text | null;
  zone: Text | null;
  /** As browsers name it: `es`, `pt-BR`. Only people who follow this language are seated here. */
  language: string | null;
  /** Where its people went, when it was merged with another. */
  mergedInto: string | null;
  closed: boolean;
};
