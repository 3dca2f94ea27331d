import { textsIn } from '#gathering/validate.ts';
import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { Vault } from '#gathering/ports.ts';
import { notesIn } from '#harvest/note-addresses.ts';
import { photosIn } from '#harvest/pictures.ts';
import { editionStream } from '../commons/kept-edition.ts';
import { harvestOf, slugFor } from './edition.ts';

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
  // What hangs under a note belongs to others.
  const own = written.map(({ notes: _under, ...note }) => note);
  const mended = [...gone].map((note) => corrections[note]?.text ?? null);
  const ids = [...textsIn([own, mended]), ...photosIn(own)];
  const stream = editionStream(slugFor(gathering, host));
  const published = await vault.present(stream, ids);
  if (published.size > 0) await vault.forgetTexts(stream, [...published]);
  await host.forgetTexts(ids);
}
