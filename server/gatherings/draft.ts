import type { Host } from '#gathering/host.ts';
import { goesOn } from '#gathering/ledger.ts';
import type { Edition } from '#harvest/document.ts';
import { nextEdition, type Sources } from './edition.ts';

/** A draft reads every word and photo: of a meeting in which much is written, it is made anew this often at most. */
const FRESH_MS = 5000;

type Made = { at: number; version: number; draft: Promise<Edition | null> };
const lastMade = new WeakMap<Host, Made>();

/**
 * The edition as it would be published now. While the gathering goes on, all who lead are given the same draft for a
 * moment, however often their pages ask. `summary`: the one that is being written, where it is another.
 */
export function draftOf(
  gathering: string,
  host: Host,
  sources: Sources,
  summary?: string | null
): Promise<Edition | null> {
  const ledger = host.ledger();
  if (!goesOn(ledger) || summary !== undefined) return nextEdition(gathering, host, sources, { summary });
  const [at, last] = [sources.now(), lastMade.get(host)];
  if (last && (last.version === ledger.version || at - last.at < FRESH_MS)) return last.draft;
  const draft = nextEdition(gathering, host, sources);
  lastMade.set(host, { at, version: ledger.version, draft });
  // The next who asks tries again.
  draft.catch(() => lastMade.delete(host));
  return draft;
}
