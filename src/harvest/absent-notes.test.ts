import { expect, test } from 'vitest';
import { formats, harvest } from '#words/en.ts';
import { edition, unpanel } from '../../tests/support/editions.ts';
import { paragraphsOf } from '../../tests/support/office-files.ts';
import { absentNotes } from './absent-notes.ts';
import type { SeenNote } from './document.ts';
import { docx } from './formats/docx.ts';
import { page } from './formats/page.ts';
import { markdown } from './markdown.ts';

const note = (id: string, text: string | null, more: Partial<SeenNote> = {}): SeenNote => ({
  id,
  text,
  notes: [],
  ...more
});
const at = '2026-11-23T09:00:00.000Z';
const told = edition({
  blocks: [
    {
      ...unpanel,
      figures: [],
      branches: [
        {
          id: 'talk',
          head: { kind: 'discussion' },
          notes: [
            note('still', null, { notes: [note('under', 'Beans')] }),
            note('one', 'Seeds', { partOf: ['whole'] }),
            note('other', 'Bread', { partOf: ['second', 'whole'] })
          ]
        }
      ]
    }
  ],
  gone: [
    { id: 'still', by: 'author', at },
    { id: 'mine', by: 'author', at },
    { id: 'theirs', by: 'team', at, why: 'names-somebody' },
    { id: 'third', by: 'team', at, partOf: ['second', 'whole'] },
    { id: 'last', by: 'author', at, partOf: ['ended'] }
  ]
});
const { by, because, split } = harvest.gone;
const DAY = '23 November 2026';

test('CO15 an edition says of each note that stood there when and why it went, and of a split one where its parts are', () => {
  expect(absentNotes(told, harvest)).toEqual([
    { id: 'mine', told: by.author(DAY), parts: [] },
    { id: 'theirs', told: `${by.team(DAY)} ${because('names-somebody')}`, parts: [] },
    { id: 'third', told: by.team(DAY), parts: [] },
    { id: 'last', told: by.author(DAY), parts: [] },
    {
      id: 'whole',
      told: split,
      parts: [
        { number: '2', address: 'one' },
        { number: '3', address: 'other' }
      ]
    },
    { id: 'second', told: split, parts: [{ number: '3', address: 'other' }] },
    { id: 'ended', told: by.author(DAY), parts: [] }
  ]);
  expect(absentNotes(edition(), harvest)).toEqual([]);
});

test.each([
  ['page', page(told, { ...harvest, formats }, [])],
  ['Markdown', markdown(told, harvest)]
])('CO15 a link to a note that went leads somewhere in the %s, and each id is there once', (_, text) => {
  const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ['still', 'mine', 'theirs', 'third', 'last', 'whole', 'second', 'ended']) expect(ids).toContain(id);
  expect(text).toContain(harvest.gone.title);
});

test('CO15 a Word document says it, too', async () => {
  const text = JSON.stringify(paragraphsOf(await docx(told, { ...harvest, formats }, '')));
  expect(text).toContain(by.team(DAY));
  expect(text).toContain(split);
});
