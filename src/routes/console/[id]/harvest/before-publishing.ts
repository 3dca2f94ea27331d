import { notesIn } from '#contract/outline-notes.ts';
import type { Edition } from '#harvest/document.ts';
import { untoldIn } from '#harvest/untold.ts';
import type { StaysOut } from '#server/edition-api.ts';
import { harvestDesk } from '#words/index.ts';

/** How many notes will be public, how many stay out, and a sentence for each reason why. */
export type BeforePublishing = { notes: number; out: number; why: string[] };

export function beforePublishing({ blocks }: Edition, stays: StaysOut): BeforePublishing {
  const { author, team, hidden, waiting, simulated } = stays;
  const because = harvestDesk.staysOut;
  const reasons = { author, team, hidden, waiting, simulated, untold: untoldIn(blocks) };
  return {
    notes: notesIn(blocks).length,
    out: author + team + hidden + waiting + simulated,
    why: Object.entries(reasons).flatMap(([reason, count]) =>
      count === 0 ? [] : because[reason as keyof typeof because](count)
    )
  };
}
