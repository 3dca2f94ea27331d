import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { TableBlock } from '#contract/harvest-blocks.ts';
import type { MethodHarvestWords } from '#contract/harvest-words.ts';
import { column, tableOf } from '#contract/harvest-tables.ts';
import { harvest as words } from '#words/en.ts';
import { edition } from '../../tests/support/editions.ts';
import { csv } from './csv.ts';
import type { SeenTable } from './document.ts';
import { editionSchema, isEdition } from './edition-schema.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { withTimes } from './table.ts';
import { wordless, worded } from './worded.ts';

const fist: MethodHarvestWords = {
  headings: { answer: 'Answer', people: 'People', notes: 'Notes', at: 'Shown', agreed: 'All in', unsure: 'Not sure' },
  figures: {},
  leftOut: ['Names.']
};
const rows = [
  { answer: 'agreed', people: 31, notes: 2, at: Date.UTC(2026, 10, 21, 17, 5) },
  { answer: 'unsure', people: 12, notes: 0, at: null }
] as const;
const body = (counts: readonly number[]) =>
  tableOf(
    counts.map((people, row) => ({ ...rows[row % 2 === 0 ? 0 : 1], people })),
    [
      column.label('answer', ({ answer }) => answer),
      column.people('people', ({ people }) => people),
      column.amount('notes', ({ notes }) => notes),
      column.time('at', ({ at }) => at)
    ]
  );
const block = (counts: readonly number[]): SeenTable => {
  const table: TableBlock = {
    kind: 'table',
    id: 'b7',
    of: 'fist',
    title: { kind: 'question', text: { text: 't1' } },
    ...body(counts),
    figures: []
  };
  return { ...(table as unknown as SeenTable), title: { kind: 'question', text: 'We | meet *monthly*' } };
};
const published = (counts: readonly number[]) =>
  edition({ blocks: worded([withTimes(block(counts), 'America/Chicago')], { fist }) });

test('a number of people has no other way into a table than the one that hides few', () => {
  // @ts-expect-error A table that is a literal could hold a count of three people, so only `tableOf` makes one.
  const written: TableBlock = {
    kind: 'table',
    id: 'b',
    of: 'fist',
    title: { kind: 'people' },
    columns: [],
    rows: [],
    figures: []
  };
  expect(written.rows).toEqual([]);
  expect(body([31, 3, 8, 12]).rows.map(([, people]) => people)).toEqual([31, 'untold', 'untold', 12]);
});

test('Markdown shows it under its question, and says why a number is not told', () => {
  const page = markdown(published([31, 3, 8]), words);
  expect(page).toContain(
    [
      '## We \\| meet \\*monthly\\*',
      '',
      '| Answer | People | Notes | Shown |',
      '| --- | ---: | ---: | --- |',
      '| All in | 31 | 2 | 21 November 2026, 11:05 |',
      '| Not sure | not told | 0 |  |',
      '| All in | not told | 2 | 21 November 2026, 11:05 |',
      '',
      words.table.untoldWhy
    ].join('\n')
  );
  expect(markdown(published([31, 8]), words)).not.toContain(words.table.untoldWhy);
});

test('the CSV has a row for each cell, with what the column is called and counted in', () => {
  const [head = '', ...lines] = csv(published([31, 3, 8]), words).split('\r\n');
  expect(head).toMatch(/,"data_licence","code","line","words","value","of","unit","question"$/);
  expect(lines[0]).toContain('"b7"');
  const cells = lines.map((line) => /"cell",.*/.exec(line)?.[0]).filter(Boolean);
  expect(cells).toEqual([
    expect.stringMatching(/"answer","1","Answer","All in","","label","We \| meet \*monthly\*"$/),
    expect.stringMatching(/"people","1","People","31","","people",/),
    expect.stringMatching(/"notes","1","Notes","2","","amount",/),
    expect.stringMatching(/"at","1","Shown","2026-11-21T11:05-06:00","","time",/),
    expect.stringMatching(/"answer","2","Answer","Not sure",/),
    expect.stringMatching(/"people","2","People","not told","","people",/),
    expect.stringMatching(/"notes","2","Notes","0","","amount",/),
    expect.stringMatching(/"answer","3",/),
    expect.stringMatching(/"people","3","People","not told",/),
    expect.stringMatching(/"notes","3",/),
    expect.stringMatching(/"at","3",/)
  ]);
});

test('the document carries headings and labels, and times by the clocks of the place', () => {
  const kept = published([31, 12]);
  expect(v.parse(editionSchema, JSON.parse(json(kept)))).toEqual(kept);
  expect(wordless(kept.blocks)).toEqual([]);
  expect(wordless([block([31, 12])])).toEqual(['answer', 'people', 'notes', 'at', 'agreed', 'unsure']);
  expect(kept.blocks[0]).toMatchObject({
    columns: [{ heading: 'answer', words: 'Answer' }, {}, {}, {}],
    rows: [[{ kind: 'agreed', words: 'All in' }, 31, 2, '2026-11-21T11:05-06:00'], {}]
  });
});

test.each([
  ['three people', [[{ kind: 'agreed' }, 3, 0, null]]],
  [
    'the only number that is missing',
    [
      [null, 12, 0, null],
      [null, 'untold', 0, null]
    ]
  ],
  ['a cell too few', [[{ kind: 'agreed' }, 12, 0]]],
  ['words where a number belongs', [[null, 'Ana', 0, null]]],
  ['people who are hidden among notes', [[null, 12, 'untold', null]]]
])('a document with %s in a table is not believed', (_what, rows) => {
  expect(isEdition(edition({ blocks: [{ ...block([31, 12]), rows: rows as SeenTable['rows'] }] }))).toBe(false);
});
