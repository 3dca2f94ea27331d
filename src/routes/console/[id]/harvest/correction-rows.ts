import type { WhyLeftOut } from '#contract/why-left-out.ts';
import type { Edition } from '#harvest/document.ts';
import { noteNumbers } from '#harvest/note-addresses.ts';
import type { GatheringSeen } from '../steps.ts';

/** What was corrected of one note. `number`: where it stands in the draft; null of one that was left out. */
export type CorrectionRow = {
  note: string;
  number: string | null;
  mended: boolean;
  leftOut: { by: 'author' | 'team'; why: WhyLeftOut | null } | null;
  disputes: readonly GatheringSeen['corrections'][string]['disputes'][number][];
  endorsed: number;
};

/** Corrections in the order of the draft, what was left out last. */
export function correctionRows({ corrections }: GatheringSeen, draft: Edition): CorrectionRow[] {
  const numbers = noteNumbers(draft.blocks);
  const place = [...numbers.keys()];
  return Object.entries(corrections)
    .map(([note, { text, leftOut, disputes, endorsed }]) => ({
      note,
      number: leftOut ? null : (numbers.get(note) ?? null),
      mended: text !== null,
      leftOut: leftOut && { by: leftOut.by, why: leftOut.why },
      disputes: [...disputes],
      endorsed
    }))
    .filter(({ mended, leftOut, disputes, endorsed }) => mended || leftOut || disputes.length > 0 || endorsed > 0)
    .sort((one, other) => rank(one) - rank(other));

  function rank({ note, leftOut }: CorrectionRow): number {
    const at = place.indexOf(note);
    return leftOut || at < 0 ? place.length : at;
  }
}
