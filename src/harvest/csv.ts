import { csvOf } from './data/data-csv.ts';
import type { Row as DataRow } from './data/data-table.ts';
import { tablesByBlock } from './data/data-tables.ts';
import { dayHeld, type Edition, type SeenBlock } from './document.ts';
import { titleOf } from './outline.ts';
import { orWithdrawn, type HarvestWords } from './sentence.ts';

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
  'part_of',
  'depth',
  'table',
  'gem',
  'folded',
  'card_of_rounds',
  'text',
  'photo',
  'mended',
  'struck',
  'endorsed',
  'disputes'
] as const;

/** Only where some note was split, mended, endorsed by five or more, disputed, sorted into a theme or folded. */
const STANDING: readonly ColumnName[] = [
  'part_of',
  'mended',
  'struck',
  'endorsed',
  'disputes',
  'written_under',
  'folded'
];

type ColumnName = (typeof COLUMNS)[number] | (typeof FIGURE_COLUMNS)[number] | (typeof NOTE_COLUMNS)[number];
type Row = { readonly [Column in ColumnName | typeof NAME]?: string | number | undefined };

/**
 * Everything in one table, for spreadsheets: the seven tables of an edition, block by block. `photos` stands before the
 * address of each photo.
 */
export function csv(edition: Edition, words: HarvestWords, photos = ''): string {
  const tables = tablesByBlock(edition, words, photos);
  const rows = edition.blocks.flatMap((block, nth) => rowsOf(edition, block, tables[nth]!, words));
  const some = (column: keyof Row) => rows.some((row) => row[column] !== undefined);
  const columns = [
    ...COLUMNS,
    ...(some(NAME) ? [NAME] : []),
    ...(some('value') ? FIGURE_COLUMNS : []),
    ...NOTE_COLUMNS.filter((column) => (some('text') && !STANDING.includes(column)) || some(column))
  ];
  return csvOf(columns, rows, ['held_on']);
}

type Tables = ReturnType<typeof tablesByBlock>[number];

function rowsOf(edition: Edition, block: SeenBlock, tables: Tables, words: HarvestWords): Row[] {
  const { licence, dataLicence } = edition;
  const source = {
    edition: edition.slug,
    version: edition.version,
    held_on: dayHeld(edition),
    time_zone: edition.gathering.held.timeZone
  };
  const question = orWithdrawn(titleOf(block), words);
  const own = (row: string, data_licence: string, { ...data }: Row): Row => ({ ...source, row, data_licence, ...data });
  const rows = [
    ...tables.originals.map(({ heading, ...original }) => own('asked', licence, { ...original, branch: heading })),
    ...tables.summaries.map(({ heading, ...summary }) => own('summary', licence, { ...summary, branch: heading })),
    ...tables.continua.map(({ counted, from, to, ...line }) =>
      own(String(counted), dataLicence, { ...line, from_position_0_to_1000: from, to_position_0_to_1000: to })
    ),
    ...tables.notes.map((note) =>
      block.kind === 'continuum' ? own('reason', licence, reason(note)) : own('note', licence, noteOf(note))
    ),
    ...tables.tables.map(({ column, told, value, ...cell }) =>
      own('cell', cell.unit === 'text' ? licence : dataLicence, { ...cell, words: column, value: value ?? told })
    ),
    ...tables.figures.map(({ sentence, told, value, ...figure }) =>
      own('figure', dataLicence, { ...figure, words: sentence, value: value ?? told })
    ),
    ...tables.named.map(({ position, ...person }) =>
      own('person', dataLicence, {
        ...lineOf(tables),
        ...person,
        people: 1,
        from_position_0_to_1000: position,
        to_position_0_to_1000: position
      })
    )
  ];
  return rows.length > 0 ? rows : [own('title', licence, { block: block.id, question })];
}

/** What a reason has of a note: it stands under the part of the line it was said from. */
const reason = ({ note_id, number, part_of, block, question, heading, round, text }: DataRow): Row => ({
  ...{ block, statement: question, round },
  ...{ note_id, number, part_of, branch: heading, text }
});

const noteOf = ({ heading, chosen_in_rounds, ...note }: DataRow): Row => ({
  ...note,
  branch: heading,
  card_of_rounds: chosen_in_rounds
});

/** The line that people stood on, in its last round. */
function lineOf({ continua }: Tables): Row {
  const { counted: _counted, from: _from, to: _to, people: _people, ...line } = continua.at(-1) ?? {};
  return line;
}
