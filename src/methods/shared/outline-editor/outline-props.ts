import type { Say } from '#lib/live/typed-commands.ts';
import type { OutlineInputs } from '../outline/inputs.ts';
import type { WrittenNotes } from './optimistic-notes.ts';

/** What an outline that is written in needs. Branches are in the order of `order`; a flat list is one branch. */
export type OutlineProps = {
  outline: { branches: Readonly<Record<string, { order: number }>>; notes: WrittenNotes };
  say: Say<OutlineInputs>;
  /** What a branch is called. */
  head: (branch: string) => string;
  /** Speaks in the page's one live region. */
  tell: (sentence: string) => void;
  /** False for whoever may only mend the words that are there. */
  mayMove?: boolean;
  /** The branch that is offered for the next note. */
  holds?: string | null;
  /** The method's own sentences, before those of an outline. */
  refusals?: Readonly<Record<string, string>>;
};
