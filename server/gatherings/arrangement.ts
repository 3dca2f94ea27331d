import type { GatheringState } from '#gathering/state.ts';
import { sortedNotes } from '#gathering/sorted-notes.ts';
import type { Arrangement } from '#harvest/arranged.ts';

/**
 * How the notes were put in order, for an edition. As in a harvest, references stand where the type says that words do.
 */
export const arrangementOf = (state: GatheringState): Arrangement =>
  ({ ...sortedNotes(state), summaries: state.summaries }) as unknown as Arrangement;
