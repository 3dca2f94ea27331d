import type { Say } from '#lib/live/typed-commands.ts';
import type { OutlineInputs } from '../rules/outline/inputs.ts';
import type { WrittenNotes } from './optimistic-notes.ts';

/** The props of an outline that can be edited. Branches are sorted by `order`; a flat list is one branch. */
export type OutlineProps = {
  outline: { branches: Readonly<Record<string, { order: number }>>; notes: WrittenNotes };
  say: Say<OutlineInputs>;
  /** The heading of a branch. */
  head: (branch: string) => string;
  /** Announces a sentence in the page's only live region. */
  tell: (sentence: string) => void;
  /** False: the person may only change the words of existing notes. */
  mayMove?: boolean;
  /** The branch that is suggested for the next note. */
  holds?: string | null;
  /** The method's own sentences; they come before those of the outline. */
  refusals?: Readonly<Record<string, string>>;
};
