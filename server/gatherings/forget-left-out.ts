import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { Vault } from '#gathering/ports.ts';
import { notesIn } from '#harvest/note-addresses.ts';
import { forgetPublished, textsOfNotes } from './forget-published.ts';
import { harvestOf } from './edition.ts';

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
  const written = notesIn(harvestOf(host, rules)).filter(({ id }) => gone.has(id));
  const ids = textsOfNotes(host, written);
  await forgetPublished(vault, gathering, host, ids);
  await host.forgetTexts(ids);
}
