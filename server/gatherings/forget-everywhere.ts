import { textsIn } from '#gathering/validate.ts';
import { isThere, readAs } from '#gathering/split-notes.ts';
import type { Host } from '#gathering/host.ts';
import type { GatheringState } from '#gathering/state.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { Vault } from '#gathering/ports.ts';
import { notesIn } from '#contract/outline-notes.ts';
import { photosIn } from '#harvest/pictures.ts';
import { editionStream } from '../commons/kept-edition.ts';
import { harvestOf, slugFor } from './edition.ts';

/**
 * The ids of the words of the notes at these addresses, of their photos, and of all they were mended to, also where they
 * had been split for a while. The photo of a note that is split now belongs to its first part.
 */
export function textsOfNotes(host: Host, rules: Rules, addresses: ReadonlySet<string>): string[] {
  const { gathering } = host.ledger();
  const all = new Set(addresses);
  // Made in this order: what was made of a part comes after it.
  for (const [part, { of }] of Object.entries(gathering.parts))
    if (all.has(of) && !isThere(gathering, part)) all.add(part);
  const notes = notesIn(harvestOf(host, rules));
  const written = notes.flatMap(({ id, text }) => (all.has(id) ? [text] : []));
  const split = [...all].map((id) => gathering.parts[id]?.text);
  const mended = [...all].map((id) => gathering.corrections[id]?.wordings);
  const shown = notes.filter(({ id }) => all.has(readAs(gathering, id)[0] ?? id));
  return [...textsIn([written, split, mended]), ...photosIn(shown)];
}

/** The ids of what was said against these notes, which may say their words again; of a note that was split, once all its parts are among them. */
export function objectionsTo(state: GatheringState, addresses: ReadonlySet<string>): string[] {
  const said = Object.entries(state.corrections).flatMap(([note, { disputes }]) =>
    readAs(state, note).every((each) => addresses.has(each)) ? Object.values(disputes) : []
  );
  return [...textsIn(said)];
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
