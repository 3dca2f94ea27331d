import type { ContinuumReason } from '#contract/harvest-blocks.ts';
import type { SeenContinuum, SeenReason } from './document.ts';
import { orWithdrawn, type HarvestWords } from './sentence.ts';

const PARTS = ['first', 'middle', 'second', 'beside'] as const satisfies readonly ContinuumReason['from'][];

type Said = SeenReason & { readonly why: string };

/** The reasons that say something, in the order they are read: from the first pole to the second. */
export const saidIn = ({ reasons = [] }: SeenContinuum): Said[] =>
  PARTS.flatMap((part) =>
    reasons.flatMap((reason) => (reason.from === part && reason.why !== null ? [{ ...reason, why: reason.why }] : []))
  );

/** The same under where they come from; parts where nothing was kept are left out. */
export function reasonsByPart(block: SeenContinuum, words: HarvestWords): { from: string; said: Said[] }[] {
  const [poleA, poleB] = block.poles.map((pole) => words.quote(orWithdrawn(pole, words)));
  const titles = words.reasonsFrom(poleA ?? '', poleB ?? '');
  return PARTS.flatMap((part) => {
    const said = saidIn(block).filter(({ from }) => from === part);
    return said.length > 0 ? [{ from: titles[part], said }] : [];
  });
}
