import type { Host } from '#gathering/host.ts';
import type { Ledger } from '#gathering/ledger.ts';
import { takeHomeFrom } from '#gathering/periods.ts';
import type { Edition } from '#harvest/document.ts';
import { picturesIn } from '#harvest/pictures.ts';
import { harvest } from '#words/index.ts';
import type { TakeHome } from '../edition-api.ts';
import { nextEdition, type Sources } from './edition.ts';
import { readPhoto } from './photo-access.ts';

/** What those who were there may read now of the edition that comes: CO12 of docs/corrections.md. */
export async function takeHome(gathering: string, host: Host, sources: Sources): Promise<TakeHome | null> {
  const { gathering: state } = host.ledger();
  const from = takeHomeFrom(state);
  if (from === null) return null;
  if (state.edition !== null) return { published: state.edition };
  if (host.now() < from) return { from, timeZone: state.starts.timeZone };
  const draft = await drafted(gathering, host, sources);
  return draft && { draft: { ...draft, title: harvest.takeHomeOf(draft.title) } };
}

/** A hall opens the draft in the minute when it may, and to make it reads every word. */
const FRESH_MS = 5000;

type Made = { at: number; version: number; draft: Promise<Edition | null> };
const lastMade = new WeakMap<Host, Made>();

/** The same for all who ask within a moment, unless something has changed. */
function drafted(gathering: string, host: Host, sources: Sources): Promise<Edition | null> {
  const { version } = host.ledger();
  const [at, last] = [host.now(), lastMade.get(host)];
  if (last?.version === version && at - last.at < FRESH_MS) return last.draft;
  // What summaries leave out is for those who lead alone until they publish.
  const draft = nextEdition(gathering, host, sources, { isAudited: false });
  lastMade.set(host, { at, version, draft });
  // The next who asks tries again.
  draft.catch(() => lastMade.delete(host));
  return draft;
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
  const names = named.get(ledger) ?? drafted(gathering, host, sources).then(picturesOf);
  named.set(ledger, names);
  // The next who asks tries again.
  names.catch(() => named.delete(ledger));
  return (await names).has(name) ? readPhoto(sources.vault, gathering, name) : null;
}

const picturesOf = (edition: Edition | null): ReadonlySet<string> => (edition ? picturesIn(edition) : new Set());
