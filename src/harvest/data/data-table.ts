/** A table of an edition for those who count: one kind of thing, one row each, the same columns in every edition. */
export type DataTable = {
  readonly name: TableName;
  readonly columns: readonly ColumnName[];
  readonly rows: readonly Row[];
};

/** What is not known, or not told, is left out. Text is text, whatever it looks like; counts are numbers. */
export type Row = { readonly [Column in ColumnName]?: string | number };

export const TABLES = {
  notes: [
    'note_id',
    'number',
    'part_of',
    'block',
    'question',
    'heading',
    'written_under',
    'depth',
    'table',
    'round',
    'gem',
    'folded',
    'chosen_in_rounds',
    'text',
    'photo',
    'mended',
    'struck',
    'endorsed',
    'disputes'
  ],
  originals: ['block', 'question', 'heading', 'text'],
  summaries: ['block', 'question', 'heading', 'text'],
  figures: ['block', 'question', 'statement', 'table', 'round', 'code', 'sentence', 'value', 'of', 'told'],
  continua: ['block', 'statement', 'pole_at_0', 'pole_at_1000', 'round', 'counted', 'from', 'to', 'people'],
  tables: ['block', 'question', 'line', 'code', 'column', 'unit', 'value', 'of', 'told'],
  named: ['block', 'statement', 'name', 'position']
} as const satisfies Record<string, readonly string[]>;

export type TableName = keyof typeof TABLES;
export type ColumnName = (typeof TABLES)[TableName][number];

/** Columns that hold numbers in every row that has them. */
export const NUMBERS: readonly ColumnName[] = [
  'depth',
  'table',
  'round',
  'gem',
  'folded',
  'mended',
  'struck',
  'endorsed',
  'value',
  'of',
  'from',
  'to',
  'people',
  'line',
  'position'
];
