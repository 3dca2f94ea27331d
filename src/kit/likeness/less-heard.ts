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
  const stemmed = (words: readonly string[]): Stem[] =>
    words.map((word) => (word.length < LEAST_LETTERS ? null : (stems.get(word) ?? word)));
  const stemmedNotes = written.map(({ table, words }) => ({ table, words: stemmed(words) }));
  const tables = [...Map.groupBy(stemmedNotes, ({ table }) => table)]
    .map(([table, notes]) => ({ table, words: telling(notes.flatMap(({ words }) => words)) }))
    .filter(({ words }) => words.size > 0)
    .sort((one, other) => one.table - other.table);
  if (tables.length < 2 || said.length === 0) return null;

  const heard = hearing(tables.map(({ words }) => words));
  const chance = seeded(summary);
  const samples = Array.from({ length: SAMPLES }, () => heard(sample(stemmedNotes, said.length, chance)));
  const own = heard(stemmed(said));
  const less = tables.filter((_table, nth) => (own[nth] ?? 0) < median(samples.map((each) => each[nth] ?? 0)));
  return { tables: tables.length, less: less.map(({ table }) => table) };
}

/** What a word is a form of; null of one that tells nothing. */
type Stem = string | null;
const telling = (words: readonly Stem[]) => new Set(words.filter((word) => word !== null));

/**
 * How many of the telling words of each table a text has. By word, and not by table: 200 samples of 40 tables would
 * take 8,000 comparisons of two texts.
 */
function hearing(tables: readonly ReadonlySet<string>[]): (text: readonly Stem[]) => number[] {
  const saying = Map.groupBy(
    tables.flatMap((words, nth) => [...words].map((word) => ({ word, nth }))),
    ({ word }) => word
  );
  return (text) => {
    const counts = tables.map(() => 0);
    for (const word of telling(text))
      for (const { nth } of saying.get(word) ?? []) counts[nth] = (counts[nth] ?? 0) + 1;
    return counts;
  };
}

/** Notes by chance, cut where they are as long as asked for. */
function sample(notes: readonly { words: Stem[] }[], length: number, chance: () => number): Stem[] {
  const left = [...notes];
  const words: Stem[] = [];
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
