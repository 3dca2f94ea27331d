import type { ContinuumReason } from '#contract/harvest-blocks.ts';
import type { SeenContinuum } from './document.ts';
import { orWithdrawn, type HarvestWords } from './sentence.ts';

const PARTS = ['first', 'middle', 'second', 'beside'] as const satisfies readonly ContinuumReason['from'][];

/** Reasons under where they come from, from the first pole to the second; parts where nothing was kept are left out. */
export function reasonsByPart(
  block: SeenContinuum,
  words: HarvestWords
): { from: string; said: { id: string; round: number; why: string }[] }[] {
  const [poleA, poleB] = block.poles.map((pole) => words.quote(orWithdrawn(pole, words)));
  const titles = words.reasonsFrom(poleA ?? '', poleB ?? '');
  return PARTS.flatMap((part) => {
    const said = (block.reasons ?? []).flatMap(({ id, round, from, why }) =>
      from === part && why !== null ? [{ id, round, why }] : []
    );
    return said.length > 0 ? [{ from: titles[part], said }] : [];
  });
}
