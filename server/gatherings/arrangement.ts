import type { GatheringState } from '#gathering/state.ts';
import { inOrder, notesInTheme } from '#gathering/sorted-notes.ts';
import type { Arrangement } from '#harvest/arranged.ts';

/**
 * How the notes were put in order, for an edition. As in a harvest, references stand where the type says that words do.
 */
export function arrangementOf(state: GatheringState): Arrangement {
  const folded: Record<string, string[]> = {};
  for (const [note, { under }] of Object.entries(state.sorted)) if (under !== null) (folded[under] ??= []).push(note);
  return {
    themes: inOrder(state).map((id) => ({
      id,
      name: (state.themes[id]?.name ?? null) as unknown as string | null,
      notes: notesInTheme(state, id)
    })),
    folded,
    summaries: state.summaries as unknown as Record<string, string>
  };
}
