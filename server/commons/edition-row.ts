import type { WhyLeftOut } from '#contract/why-left-out.ts';
import { harvest } from '#words/index.ts';
import { addressesIn } from '#harvest/note-addresses.ts';
import { originalsOf } from '#harvest/originals.ts';
import { headsOf, linesOf, summariesOf, titleOf } from '#harvest/outline.ts';
import { partsIn } from '#harvest/split.ts';
import { cellText, headingOf, isNumbers } from '#harvest/table.ts';
import { dayHeld, type Edition, type SeenBlock } from '#harvest/document.ts';

/**
 * What the index knows of an edition. Figures are not in it: nobody looks for “14”. `notes`: the addresses of what it
 * holds or held.
 */
export type EditionRow = {
  slug: string;
  date: number;
  people: number;
  title: string;
  place: string | null;
  body: string;
  notes: NoteRow[];
};

/** `house`: its whole edition was taken out of this Plenary. */
export type GoneBy = 'author' | 'team' | 'house';

/** `part`: the first part that is read of a note that was split. `gone`: when it was left out, by whom and why. */
export type NoteRow = {
  note: string;
  part: string | null;
  gone: string | null;
  by: GoneBy | null;
  why: WhyLeftOut | null;
};

const THERE = { part: null, gone: null, by: null, why: null };

export function rowOf({ slug, title, summary, gathering, blocks, gone }: Edition): EditionRow {
  const said = blocks.flatMap((block) => [...wordsOf(block), ...summariesOf(block, harvest).map(({ text }) => text)]);
  const asked = originalsOf(blocks, harvest).map(({ text }) => text);
  return {
    slug,
    date: Date.parse(dayHeld({ gathering })),
    people: gathering.people,
    title: comparable(title),
    place: gathering.place === null ? null : comparable(gathering.place),
    body: comparable([summary, ...said, ...asked].filter(Boolean).join(' · ')).replace(MARKS, ''),
    notes: noteRows(blocks, gone)
  };
}

/** What is left of an edition that was taken out. */
export const takenOutRows = (notes: readonly string[], at: number): NoteRow[] =>
  notes.map((note) => ({ ...THERE, note, gone: new Date(at).toISOString(), by: 'house' }));

/** A note that was left out may still stand there without words, because others hang under it: it is gone. */
function noteRows(blocks: readonly SeenBlock[], gone: Edition['gone']): NoteRow[] {
  const left = new Set(gone.map(({ id }) => id));
  const rows: NoteRow[] = [
    ...gone.map(({ id, ...left }) => ({ note: id, ...leftOut(left) })),
    ...addressesIn(blocks).map((note) => ({ ...THERE, note })),
    ...partsIn(blocks).flatMap(({ id, partOf }) =>
      left.has(id) ? [] : partOf.map((note) => ({ ...THERE, note, part: id }))
    ),
    ...gone.flatMap(({ partOf = [], ...left }) => partOf.map((note) => ({ note, ...leftOut(left) })))
  ];
  // The first that is said of a note holds.
  return [...new Map(rows.toReversed().map((row) => [row.note, row])).values()].toReversed();
}

const leftOut = ({ by, at, why }: Pick<Edition['gone'][number], 'by' | 'at' | 'why'>) => ({
  part: null,
  gone: at,
  by,
  why: why ?? null
});

function wordsOf(block: SeenBlock): (string | null)[] {
  if (block.kind === 'table') {
    const inCells = block.rows.flatMap((row) =>
      block.columns.flatMap((column, nth) => (isNumbers(column) ? [] : [cellText(row[nth] ?? null, column, harvest)]))
    );
    return [titleOf(block), ...new Set([...block.columns.map(headingOf), ...inCells])];
  }
  if (block.kind === 'outline') {
    const heads = new Set(headsOf(block.branches, harvest));
    return [titleOf(block), ...heads, ...linesOf(block, harvest).map(({ note }) => note.text)];
  }
  const { statement, poles, middle, reasons = [] } = block;
  return [statement, poles.filter(Boolean).join(' ↔ '), middle, ...reasons.map(({ why }) => why)];
}

/** Words are kept as they were typed; to be found they are in the one form the query is brought into, too. */
const comparable = (words: string): string => words.normalize('NFC');

/** Excerpts mark matches with these two, so no typed text may contain them. */
const MARKS = /[\uE000\uE001]/g;
