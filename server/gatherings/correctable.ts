import type { Host } from '#gathering/host.ts';
import { correctableUntil } from '#gathering/periods.ts';
import { readAs } from '#gathering/split-notes.ts';
import { notesBy } from '#gathering/noted.ts';
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
  const { gathering: state } = ledger;
  const { phase, corrections, editions } = state;
  const edition = phase === 'closed' ? await nextEdition(gathering, host, sources, { isAudited: false }) : null;
  if (!edition) return null;
  const theirs = new Set(notesBy(ledger, person, sources.rules));
  const own = notesIn(harvestOf(host, sources.rules)).flatMap(({ id, text: written }) => {
    if (!theirs.has(id)) return [];
    return readAs(state, id).map((note) => {
      const { text = null, leftOut = null } = corrections[note] ?? {};
      const words = host.words(text ?? state.parts[note]?.text ?? written) as string | null;
      return { note, words, part: note !== id, mended: text !== null, leftOut: leftOut?.by ?? null };
    });
  });
  const stands = Object.entries(corrections);
  const endorsed = stands.flatMap(([note, { endorsed }]) =>
    Object.hasOwn(endorsed, person) ? readAs(state, note) : []
  );
  const disputed = stands.flatMap(([note, { disputes }]) =>
    Object.hasOwn(disputes, person) ? readAs(state, note) : []
  );
  const until = correctableUntil(ledger.gathering);
  return { edition, own, endorsed, disputed, editions, until, open: until !== null && host.now() <= until };
}
