import { textsIn } from '#gathering/validate.ts';
import type { Host } from '#gathering/host.ts';
import type { Vault } from '#gathering/ports.ts';
import { photosIn } from '#harvest/pictures.ts';
import { editionStream } from '../commons/kept-edition.ts';
import { slugFor } from './edition.ts';

/** The ids of the words of notes, of their photos, and of all they were mended to. What hangs under one is others'. */
export function textsOfNotes(host: Host, notes: readonly { id: string; notes?: unknown }[]): string[] {
  const { corrections } = host.ledger().gathering;
  const own = notes.map(({ notes: _under, ...note }) => note);
  const mended = notes.map(({ id }) => corrections[id]?.wordings ?? []);
  return [...textsIn([own, mended]), ...photosIn(own)];
}

/** Takes words out of every edition of a gathering, as far as they are in one. */
export async function forgetPublished(
  vault: Vault,
  gathering: string,
  host: Host,
  ids: readonly string[]
): Promise<void> {
  const stream = editionStream(slugFor(gathering, host));
  const published = await vault.present(stream, ids);
  if (published.size > 0) await vault.forgetTexts(stream, [...published]);
}
