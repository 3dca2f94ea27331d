import { stemsOf } from './stems.ts';
import { wordsOf } from './words.ts';

/** A note, and the table (from 1) that wrote it. */
export type TableNote = { readonly table: number; readonly text: string };

const SAMPLES = 200;
/** Shorter words mostly hold a sentence together. */
const LEAST_LETTERS = 4;

/**
 * The tables of which a summary says less than a random sample of the notes does that is as long as it: less than the
 * median of 200 samples. How much a text says of a table is the share of that table's telling words that the text has,
 * in any of their forms. Null where fewer than two tables wrote anything that can be compared. The same summary of the
 * same notes is always told the same. After “Participatory provenance”, arXiv 2604.20711, with words for embeddings.
 */
export function lessHeard(summary: string, notes: readonly TableNote[]): { tables: number; less: number[] } | null {
  const read = (text: string) => wordsOf(text).map(({ folded }) => folded);
  const [said, written] = [read(summary), notes.map(({ table, text }) => ({ table, words: read(text) }))];
  const stems = stemsOf([...said, ...written.flatMap(({ words }) => words)]);
  const telling = (words: readonly string[]) =>
    new Set(words.filter((word) => word.length >= LEAST_LETTERS).map((word) => stems.get(word) ?? word));

  const tables = [...Map.groupBy(written, ({ table }) => table)]
    .map(([table, notes]) => ({ table, words: telling(notes.flatMap(({ words }) => words)) }))
    .filter(({ words }) => words.size > 0)
    .sort((one, other) => one.table - other.table);
  if (tables.length < 2 || said.length === 0) return null;

  const chance = seeded(summary);
  const samples = Array.from({ length: SAMPLES }, () => telling(sample(written, said.length, chance)));
  const own = telling(said);
  const less = tables.filter(({ words }) => heard(own, words) < median(samples.map((each) => heard(each, words))));
  return { tables: tables.length, less: less.map(({ table }) => table) };
}

const heard = (text: ReadonlySet<string>, table: ReadonlySet<string>): number =>
  text.intersection(table).size / table.size;

/** Notes by chance, cut where they are as long as asked for. */
function sample(notes: readonly { words: string[] }[], length: number, chance: () => number): string[] {
  const left = [...notes];
  const words: string[] = [];
  while (words.length < length && left.length > 0)
    words.push(...(left.splice(Math.floor(chance() * left.length), 1)[0]?.words ?? []));
  return words.slice(0, length);
}

function median(values: number[]): number {
  const sorted = values.sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Numbers from 0 up to 1 that follow from a text: mulberry32, seeded by FNV-1a. */
function seeded(text: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
