import { harvest } from '#words/index.ts';
import { addressesIn } from '#harvest/note-addresses.ts';
import { headsOf, linesOf, summariesOf, titleOf } from '#harvest/outline.ts';
import { cellText, headingOf, isNumbers } from '#harvest/table.ts';
import { dayHeld, type Edition, type SeenBlock } from '#harvest/document.ts';

/**
 * What the index knows of an edition. Figures are not in it: nobody looks for “14”. `notes`: the addresses of what it
 * holds; `gone`: of what was left out.
 */
export type Row = {
  slug: string;
  date: number;
  people: number;
  title: string;
  place: string | null;
  body: string;
  notes: string[];
  gone: Edition['gone'];
};

export function rowOf({ slug, title, summary, gathering, blocks, gone }: Edition): Row {
  const said = blocks.flatMap((block) => [...wordsOf(block), ...summariesOf(block, harvest).map(({ text }) => text)]);
  return {
    slug,
    date: Date.parse(dayHeld({ gathering })),
    people: gathering.people,
    title: comparable(title),
    place: gathering.place === null ? null : comparable(gathering.place),
    body: comparable([summary, ...said].filter(Boolean).join(' · ')).replace(MARKS, ''),
    notes: addressesIn(blocks),
    gone
  };
}

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
