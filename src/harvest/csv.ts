import { stringify } from 'csv-stringify/sync';
import type { Edition, SeenBlock } from './document.ts';
import { told, type HarvestWords } from './sentence.ts';

/**
 * Every round as rows, one for each range of the line and one for each count beside it. The headings say units and
 * direction, because a table travels without its document: position 0 is the first pole, 1000 the second.
 */
const COLUMNS = [
  'edition',
  'version',
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

type Row = Record<(typeof COLUMNS)[number], string | number>;

/** For spreadsheets: byte order mark, CRLF, and cells that look like a formula made harmless by an apostrophe. */
export const csv = (edition: Edition, words: HarvestWords): string =>
  stringify(
    edition.blocks.flatMap((block) => rows(edition, block, words)),
    { header: true, columns: [...COLUMNS], bom: true, record_delimiter: '\r\n', escape_formulas: true }
  );

function rows(edition: Edition, block: SeenBlock, words: HarvestWords): Row[] {
  return block.rounds.flatMap(({ round, present, placed, unsure, passed, spread }) => {
    const row = (name: string, people: number, from: number | '' = '', to: number | '' = ''): Row => ({
      edition: edition.slug,
      version: edition.version,
      block: block.id,
      statement: told(block.statement, words),
      pole_at_0: told(block.poles[0], words),
      pole_at_1000: told(block.poles[1], words),
      round,
      row: name,
      from_position_0_to_1000: from,
      to_position_0_to_1000: to,
      people,
      data_licence: edition.dataLicence
    });
    return [
      row('present', present),
      row('placed', placed),
      row('unsure', unsure),
      row('passed', passed),
      ...(spread?.ranges ?? []).map(({ from, to, count }) => row('range', count, from, to))
    ];
  });
}
