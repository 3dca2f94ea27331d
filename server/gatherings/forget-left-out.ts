import type { Host } from '#gathering/host.ts';
import { textsIn } from '#gathering/validate.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { Vault } from '#gathering/ports.ts';
import { forgetEverywhere, textsOfNotes } from './forget-everywhere.ts';

/**
 * CO5: what was left out of a harvest that is public is gone for good, from every edition and from the gathering, with
 * its photo and what it was mended to. HD8: so is all that a note said before its words were struck out. Called again,
 * it finds nothing left to forget.
 */
export async function forgetLeftOut(
  gathering: string,
  host: Host,
  { vault, rules }: { vault: Vault; rules: Rules }
): Promise<void> {
  const corrections = Object.entries(host.ledger().gathering.corrections);
  const gone = corrections.filter(([, { leftOut, struckOut }]) => leftOut !== null || struckOut);
  if (gone.length === 0) return;
  // What a note says now that some of its words were struck out stays, unless the whole note was left out.
  const stay = textsIn(corrections.flatMap(([, { leftOut, text }]) => (leftOut === null ? [text] : [])));
  const texts = textsOfNotes(host, rules, new Set(gone.map(([note]) => note)));
  await forgetEverywhere(
    vault,
    gathering,
    host,
    texts.filter((id) => !stay.has(id))
  );
}
