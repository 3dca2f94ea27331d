import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { zipTime } from '../zip-time.ts';

/** The library names each link by 21 letters of chance. */
const LINK = /"(rId[\w-]{21})"/g;
/** It counts bookmarks through all documents of a process. */
const BOOKMARK = /(<w:bookmark(?:Start w:name="\w+"|End) w:id=")(\d+)/g;
/** It writes down when it made the document. */
const MADE = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/**
 * An office document whose bytes follow from its edition alone. The same edition is the same file then, on any server,
 * and whoever keeps one can hold it against another. What people typed is not touched: no `<` of theirs is one in XML,
 * and only links that the document has are named anew.
 */
export function repeatable(file: Uint8Array, publishedAt: string): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(unzipSync(file)).map(([path, bytes]) => ({ path, xml: strFromU8(bytes) }));
  const rels = parts.filter(({ path }) => path.endsWith('.rels'));
  const links = numbered(rels.flatMap(({ xml }) => [...xml.matchAll(LINK)].map(([, id = '']) => id)));
  const bookmarks = numbered(parts.flatMap(({ xml }) => [...xml.matchAll(BOOKMARK)].map(([, , id = '']) => id)));
  const settled = parts.map(({ path, xml }) => {
    const same = xml
      .replace(LINK, (all, id: string) => (links.has(id) ? `"rIdLink${links.get(id)}"` : all))
      .replace(BOOKMARK, (_all, before: string, id: string) => `${before}${bookmarks.get(id)}`)
      .replace(MADE, `$1${publishedAt}`);
    return [path, strToU8(same)] as const;
  });
  return zipSync(Object.fromEntries(settled), { mtime: zipTime(publishedAt) });
}

/** By id, its number in the order of their first places, from 1. */
const numbered = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(ids)].map((id, nth) => [id, nth + 1]));
