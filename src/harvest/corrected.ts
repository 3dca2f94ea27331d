import { withNotes } from '#contract/outline-notes.ts';
import { FEWEST } from '#contract/people-counts.ts';
import type { SeenBlock, SeenBranch, SeenNote, NoteStanding } from './document.ts';

/** What was corrected of a note, as an edition is made of it: how many stand by it, and why others do not. */
export type Corrected = {
  /** The mended words; null: as it was written. */
  readonly text: string | null;
  /** Some of its words were struck out. */
  readonly struck: boolean;
  readonly leftOut: boolean;
  readonly endorsed: number;
  readonly disputes: readonly (string | null)[];
};

/**
 * Blocks as they stand after corrections, by the address of each note. What was left out loses its words and its photo,
 * and stays only where something hangs under it. How many stand by a note is told from five people on.
 */
export function corrected(blocks: readonly SeenBlock[], corrections: Readonly<Record<string, Corrected>>): SeenBlock[] {
  return blocks.map((block): SeenBlock => {
    if (block.kind === 'outline')
      return { ...block, branches: block.branches.map((branch) => withNotes<SeenNote, SeenBranch>(branch, inNote)) };
    if (block.kind !== 'continuum' || !block.reasons) return block;
    const reasons = block.reasons.map((reason) => {
      const correction = of(reason.id);
      if (correction.leftOut) return { ...reason, why: null };
      return { ...reason, why: correction.text ?? reason.why, ...standingOf(correction) };
    });
    return { ...block, reasons };
  });

  function of(note: string): Corrected {
    return (Object.hasOwn(corrections, note) ? corrections[note] : undefined) ?? AS_WRITTEN;
  }

  function inNote({ photo, ...note }: SeenNote): SeenNote {
    const correction = of(note.id);
    if (correction.leftOut) return { ...note, text: null };
    return { ...note, text: correction.text ?? note.text, ...(photo && { photo }), ...standingOf(correction) };
  }
}

const standingOf = ({ text, struck, endorsed, disputes }: Corrected): NoteStanding => ({
  ...(text !== null && (struck ? { struck } : { mended: true })),
  ...(endorsed >= FEWEST && { endorsed }),
  ...(disputes.length > 0 && { disputes })
});

const AS_WRITTEN: Corrected = { text: null, struck: false, leftOut: false, endorsed: 0, disputes: [] };
