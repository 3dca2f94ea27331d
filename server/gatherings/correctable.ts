import type { Host } from '#gathering/host.ts';
import { correctableUntil } from '#gathering/periods.ts';
import { notesBy } from '#gathering/note-writers.ts';
import { notesIn } from '#contract/outline-notes.ts';
import type { Correctable } from '../edition-api.ts';
import { harvestOf, nextEdition, type Sources } from './edition.ts';

/** What a person may put right of the harvest: the edition as it would be now, and what of it is theirs. */
export async function correctable(
  gathering: string,
  host: Host,
  person: string,
  sources: Sources
): Promise<Correctable | null> {
  const ledger = host.ledger();
  const { phase, corrections, editions } = ledger.gathering;
  const edition = phase === 'closed' ? await nextEdition(gathering, host, sources, false) : null;
  if (!edition) return null;
  const theirs = new Set(notesBy(ledger, person, sources.rules));
  const own = notesIn(harvestOf(host, sources.rules)).flatMap(({ id, text: written }) => {
    if (!theirs.has(id)) return [];
    const { text = null, leftOut = null } = corrections[id] ?? {};
    const words = host.words(text ?? written) as string | null;
    return [{ note: id, words, mended: text !== null, leftOut: leftOut?.by ?? null }];
  });
  const stands = Object.entries(corrections);
  const endorsed = stands.flatMap(([note, { endorsed }]) => (Object.hasOwn(endorsed, person) ? [note] : []));
  const disputed = stands.flatMap(([note, { disputes }]) => (Object.hasOwn(disputes, person) ? [note] : []));
  const until = correctableUntil(ledger.gathering);
  return { edition, own, endorsed, disputed, editions, until, open: until !== null && host.now() <= until };
}
