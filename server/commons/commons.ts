import { mkdirSync } from 'node:fs';
import { BrokenHistory, type Entry, type Log, type Vault } from '#gathering/ports.ts';
import { SCHEMA_VERSION, type Edition } from '#harvest/document.ts';
import { picturesIn } from '#harvest/pictures.ts';
import type { Commons } from '#server/edition-api.ts';
import { lastOf } from '#server/log/integrity.ts';
import { dropCache, keep, openCache } from './search-cache.ts';
import { CATALOGUE } from './catalogue.ts';
import { createEditionSearch } from './search-editions.ts';
import { createEditionReader } from './edition-reader.ts';
import { editionStream, readEdition, textsOf, type EditionTexts } from './kept-edition.ts';
import { rowOf, takenOutRows, type EditionRow } from './edition-row.ts';

const AGAIN_MS = 1_000;
const SLUG = /^[a-z0-9-]{1,120}$/;
/** By which the catalogue tells that there is an edition: of a gathering of this house, or from elsewhere. */
const isEditionTold = (type: string): boolean => type === 'Published' || type === 'BroughtIn';

/** `merged`: the text that pieces written by several people come to. `data`: the folder of the search cache. */
export type CommonsPorts = { log: Log; vault: Vault; data: string; merged: EditionTexts['merged'] };

/**
 * The commons as readers see it. The search index is a cache of this node, folded from the catalogue and the editions
 * only, never from a gathering's stream; it begins to fill when it is opened and follows from then on.
 */
export function openCommons({ log, vault, data, merged }: CommonsPorts): Commons & { close(): void } {
  const path = `${data}/commons.db`;
  mkdirSync(data, { recursive: true, mode: 0o700 });
  let db = openCache(path);
  let editions = createEditionSearch(db);
  const kepts = createEditionReader(log);
  let folded = 0;
  let closed = false;
  let unfollow = () => {};
  let turn: Promise<void> = untilDone(begin);

  async function begin(): Promise<void> {
    const position = db.prepare('SELECT first, batch FROM position').get() as
      { first: number; batch: string } | undefined;
    if (position) {
      const last = await batchAt(log, position.first);
      if (closed) return;
      // Another log than the one this was folded from: a data folder that was put together from two, or a restored
      // backup.
      if (last?.batch.id !== position.batch) startAfresh();
      else folded = lastOf(last);
    }
    unfollow = log.follow(CATALOGUE, folded, (entry) => {
      turn = turn.then(() => untilDone(() => fold(entry)));
    });
  }

  function startAfresh(): void {
    db.close();
    dropCache(path);
    db = openCache(path);
    editions = createEditionSearch(db);
  }

  async function fold(entry: Entry): Promise<void> {
    const rows: EditionRow[] = [];
    const out: Pick<EditionRow, 'slug' | 'notes'>[] = [];
    for (const { type, data, at } of entry.batch.events) {
      if (type === 'TakenOut') {
        const { edition: slug, notes } = data as { edition: string; notes: string[] };
        out.push({ slug, notes: takenOutRows(notes, at) });
      }
      if (!isEditionTold(type)) continue;
      const edition = await written((data as { edition: string }).edition);
      if (edition) rows.push(rowOf(edition));
    }
    if (closed) return;
    keep(db, rows, entry, out);
    folded = lastOf(entry);
  }

  /**
   * A document is written before it is published. Until the catalogue says so, nobody may read it under a guessed
   * address.
   */
  async function isPublished(slug: string): Promise<boolean> {
    if (editions.knows(slug)) return true;
    const tail = (await log.read(CATALOGUE, folded)).flatMap(({ batch }) => batch.events);
    const last = tail.findLast(
      ({ type, data }) => (isEditionTold(type) || type === 'TakenOut') && (data as { edition: string }).edition === slug
    );
    return last !== undefined && last.type !== 'TakenOut';
  }

  /** A store that is away for a moment must not leave a hole in the index: the same is tried until it is done. */
  async function untilDone(step: () => Promise<void>): Promise<void> {
    while (!closed) {
      try {
        return await step();
      } catch {
        await new Promise<void>((resolve) => setTimeout(resolve, AGAIN_MS).unref());
      }
    }
  }

  /** The newest edition, or the one of this version, with the words that are left of it. */
  async function written(slug: string, version?: number): Promise<Edition | null> {
    const kept = await (version === undefined ? kepts.newest(slug) : kepts.one(slug, version));
    return kept ? readEdition(kept, textsOf(vault, slug, merged)) : null;
  }

  const published = async (slug: string, version?: number): Promise<Edition | null> =>
    SLUG.test(slug) && (await isPublished(slug)) ? written(slug, version) : null;

  return {
    // `editions` is replaced when the cache is started afresh.
    search: (query, page) => editions.search(query, page),
    async versions(slug) {
      return SLUG.test(slug) && (await isPublished(slug)) ? kepts.versions(slug) : [];
    },
    holding: (note) => editions.holding(note),
    edition: published,
    async photo(slug, name) {
      if (!SLUG.test(slug) || !(await isPublished(slug))) return null;
      // Read without its words, which pictures do not need: a page, or an archive, asks for each of its photos.
      const newest = await kepts.newest(slug);
      if (
        !newest ||
        newest.schemaVersion !== SCHEMA_VERSION ||
        !picturesIn(newest as Pick<Edition, 'blocks'>).has(name)
      )
        return null;
      const base64 = (await vault.get(editionStream(slug), [name])).get(name);
      return base64 === undefined ? null : new Uint8Array(Buffer.from(base64, 'base64'));
    },
    close(): void {
      if (closed) return;
      closed = true;
      unfollow();
      db.close();
    }
  };
}

async function batchAt(log: Log, first: number): Promise<Entry | null> {
  try {
    return (await log.read(CATALOGUE, first - 1))[0] ?? null;
  } catch (cause) {
    if (cause instanceof BrokenHistory) return null;
    throw cause;
  }
}
