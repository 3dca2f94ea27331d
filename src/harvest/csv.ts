import { stringify } from 'csv-stringify/sync';
import { textCell } from './cells.ts';
import {
  dayHeld,
  type Edition,
  type SeenBlock,
  type SeenContinuum,
  type SeenOutline,
  type SeenCell,
  type SeenColumn,
  type SeenOwn,
  type SeenTable
} from './document.ts';
import { numbersOf } from './figure-sentences.ts';
import { noteNumbers } from './note-addresses.ts';
import { linesOf, summariesOf, titleOf, wordsOf, writtenUnder } from './outline.ts';
import { reasonsByPart } from './reasons.ts';
import { orWithdrawn, type HarvestWords } from './sentence.ts';
import { cellText, headingOf } from './table.ts';

/**
 * Every round as rows, one for each range of the line and one for each count beside it. The headings say units and
 * direction, because a table travels without its document: position 0 is the first pole, 1000 the second. `held_on` is
 * the day it was held, `2026-11-22`, by the clocks of `time_zone`.
 */
const COLUMNS = [
  'edition',
  'version',
  'held_on',
  'time_zone',
  'block',
  'statement',
  'pole_at_0',
  'pole_at_1000',
  'round',
  'row',
  'from_position_0_to_1000',
  'to_position_0_to_1000',
  'people',
  'data_licence'
] as const;

/** Only in a table that holds people who agreed to be named. */
const NAME = 'name';

/**
 * Only in a table that holds figures or tables of methods. A figure has a row for each of its numbers, with its code
 * and its sentence. A table has a row for each of its cells, with its line, counted from 1. `value` is a part of `of`
 * where both are known. `unit` says what a cell counts; a figure leaves it empty, because only its sentence says
 * what it counts.
 */
const FIGURE_COLUMNS = ['code', 'line', 'words', 'value', 'of', 'unit'] as const;

/** Only in a table that holds notes: one row for each, with its address and its number in the edition, as in 12.2.1. */
const NOTE_COLUMNS = [
  'note_id',
  'question',
  'branch',
  'written_under',
  'number',
  'depth',
  'table',
  'gem',
  'folded',
  'card_of_rounds',
  'text',
  'photo',
  'mended',
  'endorsed',
  'disputes'
] as const;

/** Only where some note was mended, endorsed by five or more, disputed, sorted into a theme or folded. */
const STANDING: readonly ColumnName[] = ['mended', 'endorsed', 'disputes', 'written_under', 'folded'];

type ColumnName = (typeof COLUMNS)[number] | (typeof FIGURE_COLUMNS)[number] | (typeof NOTE_COLUMNS)[number];
type Row = Partial<Record<ColumnName, string | number>> & { [NAME]?: string };

/**
 * For spreadsheets: byte order mark, CRLF between rows, every cell in quotes because notes have lines of their own, and
 * text that stays text. Counts, rounds and positions are numbers.
 */
export function csv(edition: Edition, words: HarvestWords): string {
  const numbers = noteNumbers(edition.blocks);
  const rows = edition.blocks.flatMap((block) => rowsOf(edition, block, numbers, words));
  const some = (column: keyof Row) => rows.some((row) => column in row);
  const columns = [
    ...COLUMNS,
    ...(some(NAME) ? [NAME] : []),
    ...(some('value') ? FIGURE_COLUMNS : []),
    ...NOTE_COLUMNS.filter((column) => (some('text') && !STANDING.includes(column)) || some(column))
  ];
  const quotes = { quoted: true, quoted_empty: true };
  return stringify(rows, {
    header: true,
    columns,
    bom: true,
    record_delimiter: '\r\n',
    ...quotes,
    // A day of ours is a date in any spreadsheet. What people typed is never one.
    cast: { string: (value, { column }) => (column === 'held_on' ? value : textCell(value)) }
  });
}

type Numbers = ReadonlyMap<string, string>;

function rowsOf(edition: Edition, block: SeenBlock, numbers: Numbers, words: HarvestWords): Row[] {
  if (block.kind === 'continuum')
    return [
      ...summaryRows(edition, block, words),
      ...roundRows(edition, block, words),
      ...reasonRows(edition, block, words),
      ...namedRows(edition, block, words)
    ];
  const own = block.kind === 'outline' ? noteRows(edition, block, numbers, words) : cellRows(edition, block, words);
  const rows = [...summaryRows(edition, block, words), ...own, ...figureRows(edition, block, words)];
  return rows.length > 0 ? rows : [ownRow(edition, block, words)('title', edition.licence)];
}

/** What those who lead say in short, of the block and of its branches. */
function summaryRows(edition: Edition, block: SeenBlock, words: HarvestWords): Row[] {
  const row = { ...sourceOf(edition), block: block.id, row: 'summary', data_licence: edition.licence };
  const question = orWithdrawn(titleOf(block), words);
  return summariesOf(block, words).map(({ path, text }) => ({ ...row, question, branch: path.join(' › '), text }));
}

function roundRows(edition: Edition, block: SeenContinuum, words: HarvestWords): Row[] {
  return block.rounds.flatMap(({ round, present, placed, unsure, passed, spread }) => {
    const row = rowOf(edition, block, round, words);
    return [
      row('present', present),
      row('placed', placed),
      row('unsure', unsure),
      row('passed', passed),
      ...(spread?.ranges ?? []).map(({ from, to, count }) => row('range', count, from, to))
    ];
  });
}

/** One row for each person who agreed to it: their place at the end of the last round. */
function namedRows(edition: Edition, block: SeenContinuum, words: HarvestWords): Row[] {
  const row = rowOf(edition, block, block.rounds.at(-1)?.round ?? 1, words);
  return (block.named ?? []).flatMap(({ name, x }) => (name === null ? [] : [{ ...row('person', 1, x, x), name }]));
}

/** What people said for their place, under the part of the line they said it from. */
function reasonRows(edition: Edition, block: SeenContinuum, words: HarvestWords): Row[] {
  return reasonsByPart(block, words).flatMap(({ from, said }) =>
    said.map(({ id, round, why }) => ({
      ...sourceOf(edition),
      block: block.id,
      statement: orWithdrawn(block.statement, words),
      round,
      row: 'reason',
      data_licence: edition.licence,
      note_id: id,
      branch: from,
      text: why
    }))
  );
}

function noteRows(edition: Edition, block: SeenOutline, numbers: Numbers, words: HarvestWords): Row[] {
  const row = ownRow(edition, block, words);
  return linesOf(block, words).map(({ path, level, note }) => ({
    ...row('note', edition.licence),
    note_id: note.id,
    round: note.round ?? '',
    branch: path.join(' › '),
    number: numbers.get(note.id) ?? '',
    depth: level,
    table: note.table ?? '',
    gem: note.gem ? 1 : 0,
    card_of_rounds: (note.cards ?? []).join(' '),
    text: wordsOf(note, words),
    photo: note.photo?.address ?? '',
    ...(note.from && { written_under: writtenUnder(note, words) }),
    ...(note.folded && { folded: 1 }),
    ...(note.mended && { mended: 1 }),
    ...(note.endorsed && { endorsed: note.endorsed }),
    ...(note.disputes && { disputes: note.disputes.map((why) => orWithdrawn(why, words)).join('\n') })
  }));
}

function cellRows(edition: Edition, block: SeenTable, words: HarvestWords): Row[] {
  const row = ownRow(edition, block, words);
  return block.rows.flatMap((cells, line) =>
    block.columns.flatMap((column, nth) => {
      const cell = cells[nth] ?? null;
      if (cell === null) return [];
      return {
        ...row('cell', column.kind === 'text' ? edition.licence : edition.dataLicence),
        code: column.heading,
        line: line + 1,
        words: headingOf(column),
        ...valueOf(cell, column, words),
        unit: column.kind
      };
    })
  );
}

/** Numbers and times as they are; what is told in words, in those of the reader. */
function valueOf(cell: SeenCell, column: SeenColumn, words: HarvestWords): Pick<Row, 'value' | 'of'> {
  if (typeof cell === 'number' || column.kind === 'time') return { value: cell as number | string };
  if (typeof cell === 'object' && cell !== null && 'of' in cell) return { value: cell.count, of: cell.of };
  return { value: cellText(cell, column, words) };
}

function figureRows(edition: Edition, block: SeenOwn, words: HarvestWords): Row[] {
  const row = ownRow(edition, block, words);
  return block.figures.flatMap(({ code, value, scope, words: sentence }) =>
    numbersOf(code, value).map(({ name, value, of }) => ({
      ...row('figure', edition.dataLicence),
      ...(scope?.statement === undefined ? {} : { statement: orWithdrawn(scope.statement, words) }),
      round: scope?.round ?? '',
      ...(scope?.table === undefined ? {} : { table: scope.table }),
      code: name,
      words: sentence ?? '',
      value,
      of: of ?? ''
    }))
  );
}

/** What a block of a method is about. It stands in a row of its own where there is nothing else of it. */
const ownRow =
  (edition: Edition, block: SeenOwn, words: HarvestWords) =>
  (row: string, licence: string): Row => ({
    ...sourceOf(edition),
    block: block.id,
    row,
    data_licence: licence,
    question: orWithdrawn(titleOf(block), words)
  });

const sourceOf = (edition: Edition): Row => ({
  edition: edition.slug,
  version: edition.version,
  held_on: dayHeld(edition),
  time_zone: edition.gathering.held.timeZone
});

const rowOf =
  (edition: Edition, block: SeenContinuum, round: number, words: HarvestWords) =>
  (row: string, people: number, from: number | '' = '', to: number | '' = ''): Row => ({
    ...sourceOf(edition),
    block: block.id,
    statement: orWithdrawn(block.statement, words),
    pole_at_0: orWithdrawn(block.poles[0], words),
    pole_at_1000: orWithdrawn(block.poles[1], words),
    round,
    row,
    from_position_0_to_1000: from,
    to_position_0_to_1000: to,
    people,
    data_licence: edition.dataLicence
  });
