import type { WrittenText } from '#gathering/ports.ts';
import type { Edition, SeenBlock } from '#harvest/document.ts';
import { newId } from '../access/ids.ts';
import type { KeptEdition } from './kept-edition.ts';

/** Where people's words stand in a block. All other strings are codes, ids, and what a method says of itself. */
const WORDS: readonly string[] = [
  ...['text', 'why', 'disputes', 'summary', 'retitled'],
  ...['statement', 'poles', 'middle', 'question', 'name', 'topic']
];

/** As an edition is kept: references in its blocks, and beside them words, and photos in Base64. */
export type Kept = { kept: KeptEdition; texts: WrittenText[] };

/**
 * Takes the words out of an edition that came with them, so that each can be forgotten by itself like those that were
 * written here. They belong to no person: nobody here knows who wrote them.
 */
export function detachWords(edition: Edition, photos: ReadonlyMap<string, string>): Kept {
  const texts = [...photos].map(([id, words]): WrittenText => ({ id, owner: null, words }));
  const reference = (words: string) => {
    const id = newId();
    texts.push({ id, owner: null, words });
    return { text: id };
  };
  const detached = (value: unknown, areWords = false): unknown => {
    if (typeof value === 'string') return areWords ? reference(value) : value;
    if (Array.isArray(value)) return value.map((item) => detached(item, areWords));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      // A photo has a name that nobody typed.
      key === 'photo' ? item : detached(item, WORDS.includes(key))
    ]);
    return Object.fromEntries(entries) as unknown;
  };
  const inBlock = (block: SeenBlock): unknown => {
    if (block.kind !== 'table') return detached(block);
    const rows = block.rows.map((row) =>
      row.map((cell, nth) => (block.columns[nth]?.kind === 'text' ? detached(cell, true) : cell))
    );
    return { ...(detached({ ...block, rows: [] }) as object), rows };
  };
  return { kept: { ...edition, blocks: edition.blocks.map(inBlock) }, texts };
}
