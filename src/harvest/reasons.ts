import type { ContinuumReason } from '#contract/harvest-blocks.ts';
import type { SeenContinuum, SeenReason } from './document.ts';
import { orWithdrawn, type HarvestWords } from './sentence.ts';

const PARTS = ['first', 'middle', 'second', 'beside'] as const satisfies readonly ContinuumReason['from'][];

/** Reasons under where they come from, from the first pole to the second; parts where nothing was kept are left out. */
export function reasonsByPart(
  block: SeenContinuum,
  words: HarvestWords
): { from: string; said: (SeenReason & { why: string })[] }[] {
  const [poleA, poleB] = block.poles.map((pole) => words.quote(orWithdrawn(pole, words)));
  const titles = words.reasonsFrom(poleA ?? '', poleB ?? '');
  return PARTS.flatMap((part) => {
    const said = (block.reasons ?? []).flatMap((reason) =>
      reason.from === part && reason.why !== null ? [{ ...reason, why: reason.why }] : []
    );
    return said.length > 0 ? [{ from: titles[part], said }] : [];
  });
}
