import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { Vault } from '#gathering/ports.ts';
import { forgetEverywhere, textsOfNotes } from './forget-everywhere.ts';

/**
 * CO5: what was left out of a harvest that is public is gone for good, from every edition and from the gathering, with
 * its photo and what it was mended to. Called again, it finds nothing left to forget.
 */
export async function forgetLeftOut(
  gathering: string,
  host: Host,
  { vault, rules }: { vault: Vault; rules: Rules }
): Promise<void> {
  const { corrections } = host.ledger().gathering;
  const gone = new Set(Object.entries(corrections).flatMap(([note, { leftOut }]) => (leftOut ? [note] : [])));
  if (gone.size === 0) return;
  await forgetEverywhere(vault, gathering, host, textsOfNotes(host, rules, gone));
}
