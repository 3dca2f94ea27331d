import { textsIn } from '#gathering/validate.ts';
import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { Vault } from '#gathering/ports.ts';
import { notesIn } from '#contract/outline-notes.ts';
import { photosIn } from '#harvest/pictures.ts';
import { editionStream } from '../commons/kept-edition.ts';
import { harvestOf, slugFor } from './edition.ts';

/** The ids of the words of the notes at these addresses, of their photos, and of all they were mended to. */
export function textsOfNotes(host: Host, rules: Rules, addresses: ReadonlySet<string>): string[] {
  const { corrections } = host.ledger().gathering;
  const notes = notesIn(harvestOf(host, rules)).filter(({ id }) => addresses.has(id));
  const mended = notes.map(({ id }) => corrections[id]?.wordings ?? []);
  return [...textsIn([notes, mended]), ...photosIn(notes)];
}

/** Takes words out of every edition of a gathering and then out of the gathering, as far as they are there. */
export async function forgetEverywhere(
  vault: Vault,
  gathering: string,
  host: Host,
  ids: readonly string[]
): Promise<void> {
  const stream = editionStream(slugFor(gathering, host));
  const published = await vault.present(stream, ids);
  if (published.size > 0) await vault.forget(stream, [...published]);
  await host.forget(ids);
}
