import type { Host } from '#gathering/host.ts';
import type { Ledger } from '#gathering/ledger.ts';
import { takeHomeFrom } from '#gathering/periods.ts';
import type { Edition } from '#harvest/document.ts';
import { picturesIn } from '#harvest/pictures.ts';
import { harvest } from '#words/index.ts';
import type { TakeHome } from '../edition-api.ts';
import { streamOf } from '../hosting/hosted-gatherings.ts';
import { nextEdition, type Sources } from './edition.ts';

/** What those who were there may read now of the edition that comes: CO12 of docs/corrections.md. */
export async function takeHome(gathering: string, host: Host, sources: Sources): Promise<TakeHome | null> {
  const { gathering: state } = host.ledger();
  const from = takeHomeFrom(state);
  if (from === null) return null;
  if (state.edition !== null) return { published: state.edition };
  if (host.now() < from) return { from, timeZone: state.starts.timeZone };
  // What summaries leave out is for those who lead alone until they publish.
  const draft = await nextEdition(gathering, host, sources, false);
  return draft && { draft: { ...draft, title: harvest.takeHomeOf(draft.title) } };
}

/** The names of the photos in a draft, by the ledger it is made of. A ledger never changes, and a name holds no words. */
const named = new WeakMap<Ledger, Promise<ReadonlySet<string>>>();

/** A photo that the draft shows: pages of a hall ask for thirty at once, and to make the draft reads all of them. */
export async function photoTakenHome(
  gathering: string,
  host: Host,
  name: string,
  sources: Sources
): Promise<Uint8Array<ArrayBuffer> | null> {
  const ledger = host.ledger();
  const from = takeHomeFrom(ledger.gathering);
  if (from === null || host.now() < from || ledger.gathering.edition !== null) return null;
  const names = named.get(ledger) ?? nextEdition(gathering, host, sources, false).then(picturesOf);
  named.set(ledger, names);
  // The next who asks tries again.
  names.catch(() => named.delete(ledger));
  if (!(await names).has(name)) return null;
  const base64 = (await sources.vault.get(streamOf(gathering), [name])).get(name);
  return base64 === undefined ? null : new Uint8Array(Buffer.from(base64, 'base64'));
}

const picturesOf = (edition: Edition | null): ReadonlySet<string> => (edition ? picturesIn(edition) : new Set());
