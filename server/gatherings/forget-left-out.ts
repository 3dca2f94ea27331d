import type { Host } from '#gathering/host.ts';
import type { Correction } from '#gathering/state.ts';
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
  const notes = (which: (correction: Correction) => boolean) =>
    new Set(corrections.flatMap(([note, correction]) => (which(correction) ? [note] : [])));
  const gone = notes(({ leftOut }) => leftOut !== null);
  const struck = notes(({ struckOut }) => struckOut);
  if (gone.size + struck.size === 0) return;
  const left = textsIn(corrections.map(([, { text }]) => text));
  const before = textsOfNotes(host, rules, struck).filter((id) => !left.has(id));
  await forgetEverywhere(vault, gathering, host, [...textsOfNotes(host, rules, gone), ...before]);
}
