import { expect, test } from 'vitest';
import { lessHeard } from '#kit/likeness/less-heard.ts';
import { harvest as words } from '#words/en.ts';
import { arranged } from './arranged.ts';
import { audits, withHeard } from './audited.ts';
import type { SeenBlock, SeenOutline } from './document.ts';

const SAID = [
  ['Community gardens on every roof', 'Seeds from the library of seeds'],
  ['Buses that run at night', 'Cycle paths along the river'],
  ['A clinic in the old school', 'Nurses who visit at home']
];

/** What three tables of a café said to its one question. */
const cafe = (id: string, text: string, said = SAID): SeenOutline => ({
  kind: 'outline',
  id,
  of: 'cafe',
  title: { kind: 'question', text },
  branches: [
    {
      id: 'loose',
      head: { kind: 'loose' },
      notes: said.flatMap((notes, nth) =>
        notes.map((text, each) => ({ id: `${id}${nth}${each}`, text, table: nth + 1, notes: [] }))
      )
    }
  ],
  figures: []
});
const morning = cafe('morning-q1', 'What do we need?');
const evening = cafe('evening-q1', 'What comes next?', [
  ['A market on Sundays', 'Bread from the village oven'],
  ['Swings and a sandpit', 'A playground for toddlers']
]);

const activityOf = (block: string) => block.split('-')[0] ?? '';
type Theme = { id: string; name: string; notes: string[] };
const told = (wrote: SeenBlock[], summary: string | null, themes: Theme[] = []) => {
  const summaries = { 'themes/t': 'Gardens and seeds on roofs' };
  const read = arranged(wrote, { themes, folded: {}, summaries }, words);
  // As an edition is kept: with a reference in place of the name.
  const blocks = JSON.parse(JSON.stringify(read).replaceAll('"Growing"', '{"ref":"growing"}')) as SeenBlock[];
  return audits({ blocks, read, wrote, activityOf, summary }, lessHeard, words);
};
const sentences = ({ edition }: ReturnType<typeof audits>) => edition?.figures.map(({ words }) => words);

test('HD7 the summary of the edition is held against what each table wrote, and the tables it passes over are named', () => {
  const summary = 'People want gardens on roofs, seeds from a library, and buses at night along cycle paths.';
  expect(sentences(told([morning], summary))).toEqual([words.summaryHeard(['Table 3'], 3)]);
  expect(told([morning], summary).edition).toMatchObject({ figures: [{ value: { tables: 3, less: 1 } }] });
});

test('HD7 nothing is told of an edition without a summary, or where no two tables wrote', () => {
  expect(told([morning], null).edition).toBeNull();
  expect(told([], 'Gardens').edition).toBeNull();
  expect(told([cafe('morning-q1', 'What?', SAID.slice(0, 1))], 'Gardens').edition).toBeNull();
});

test('HD7 tables of two activities that have the same number are two, and told apart by where they are told', () => {
  const summary =
    'Gardens on roofs, seeds from a library, buses at night, cycle paths, a clinic in a school, and nurses at home.';
  expect(sentences(told([morning, evening], summary))).toEqual([
    words.summaryHeard(['Table 1 in part 2', 'Table 2 in part 2'], 5)
  ]);
});

test('HD7 what is read in a theme counts to the table and the activity where it was written, and no name of it is kept', () => {
  const notes = ['morning-q100', 'morning-q101', 'evening-q100', 'evening-q101'];
  const { inBlocks } = told([morning, evening], null, [{ id: 't', name: 'Growing', notes }]);
  expect(inBlocks.get('themes')).toEqual([
    {
      code: 'summary-heard',
      value: { tables: 2, less: 1 },
      words: words.summaryHeard(['Table 1 in part 3'], 2),
      scope: { statement: { ref: 'growing' } }
    }
  ]);
});

test('HD7 it stands after all that the room said, in place of the one before, and before what was counted of it', () => {
  const own = (id: string): SeenOutline => ({ ...morning, id, branches: [] });
  const heard = own('heard');
  const ids = (...all: Parameters<typeof withHeard>) => withHeard(...all).map(({ id }) => id);
  expect(ids([morning, own('standing'), own('coverage')], heard)).toEqual([
    'morning-q1',
    'heard',
    'standing',
    'coverage'
  ]);
  expect(ids([morning, heard, own('coverage')], own('heard'))).toEqual(['morning-q1', 'heard', 'coverage']);
  expect(ids([morning], heard)).toEqual(['morning-q1', 'heard']);
  expect(ids([morning, heard], null)).toEqual(['morning-q1']);
});
