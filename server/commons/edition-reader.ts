import { BrokenHistory, StreamEnded, type Entry, type Log } from '#gathering/ports.ts';
import { lastOf } from '#server/log/integrity.ts';
import { editionStream, type KeptEdition } from './kept-edition.ts';

/** As many are read over and over: by those who leave a gathering, and photo by photo. None of them holds words. */
const REMEMBERED = 32;

type Known = {
  /** How far the stream was read. */
  at: number;
  newest: KeptEdition | null;
  versions: { version: number; publishedAt: string }[];
};

const NOTHING: Known = { at: 0, newest: null, versions: [] };

/** The editions of each gathering, the oldest first, as they are kept. */
export type EditionReader = {
  newest(slug: string): Promise<KeptEdition | null>;
  versions(slug: string): Promise<Known['versions']>;
  /** Null where there is none of this version. */
  one(slug: string, version: number): Promise<KeptEdition | null>;
};

/**
 * Reads them, and remembers the newest of those that were asked for last. The store is asked each time whether more has
 * come: another node may have published it.
 */
export function createEditionReader(log: Log): EditionReader {
  const known = new Map<string, Known>();

  async function look(slug: string): Promise<Known> {
    const before = known.get(slug) ?? NOTHING;
    const entries = await read(log, slug, before.at);
    if (!entries) {
      known.delete(slug);
      return NOTHING;
    }
    const came = editionsIn(entries);
    const now: Known = {
      at: entries.reduce((_at, entry) => lastOf(entry), before.at),
      newest: came.at(-1) ?? before.newest,
      versions: [...before.versions, ...came.map(({ version, publishedAt }) => ({ version, publishedAt }))]
    };
    // The last asked for stands last.
    known.delete(slug);
    if (now.newest) known.set(slug, now);
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    return now;
  }

  return {
    newest: async (slug) => (await look(slug)).newest,
    versions: async (slug) => (await look(slug)).versions,
    one: async (slug, version) =>
      editionsIn((await read(log, slug, 0)) ?? []).findLast((edition) => edition.version === version) ?? null
  };
}

/** An edition that is damaged must not keep those before it from being found. Null: it was taken out. */
const read = (log: Log, slug: string, after: number): Promise<Entry[] | null> =>
  log.read(editionStream(slug), after).catch((cause: unknown) => {
    if (cause instanceof BrokenHistory) return cause.sound;
    if (cause instanceof StreamEnded) return null;
    throw cause;
  });

const editionsIn = (entries: readonly Entry[]): KeptEdition[] =>
  entries
    .flatMap(({ batch }) => batch.events)
    .flatMap(({ type, data }) => (type === 'Written' ? [data as KeptEdition] : []));
