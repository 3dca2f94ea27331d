import type { GatheringState } from '#gathering/state.ts';
import { sortedNotes } from '#gathering/sorted-notes.ts';
import type { Arrangement } from '#harvest/arranged.ts';
import type { Titles } from '#harvest/retitled.ts';
import type { Splits } from '#harvest/split.ts';

/**
 * How the notes were put in order, for an edition. As in a harvest, references stand where the type says that words do.
 */
export const arrangementOf = (state: GatheringState): Arrangement =>
  ({ ...sortedNotes(state), summaries: state.summaries }) as unknown as Arrangement;

/** What questions and headings are called for readers, in the same way. */
export const titlesOf = ({ titles }: GatheringState): Titles => titles as unknown as Titles;

/** What notes were split into, in the same way. */
export const splitsOf = ({ splits, parts }: GatheringState): Splits =>
  Object.fromEntries(
    Object.entries(splits).map(([note, { into }]) => [note, into.map((id) => ({ id, text: parts[id]?.text ?? null }))])
  ) as unknown as Splits;
