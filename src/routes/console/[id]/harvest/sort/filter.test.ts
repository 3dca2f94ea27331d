import { expect, test } from 'vitest';
import type { DeskNote } from '#server/edition-api.ts';
import type { GatheringSeen } from '../../steps.ts';
import { ALL, choicesOf, filtered } from './filter.ts';

const note = (id: string, activity: string, block: string, table: number | null): DeskNote => ({
  note: id,
  words: id,
  photo: null,
  whole: null,
  where: '',
  activity,
  block,
  question: `Question of ${block}`,
  table,
  isReason: false
});
const notes = [
  note('soup', 'cafe-1', 'cafe-1-q1', 1),
  note('bread', 'cafe-1', 'cafe-1-q2', 2),
  note('chairs', 'bowl-1', 'bowl-1', null)
];
const gathering = {
  agenda: { 'cafe-1': { title: 'Tables', method: 'cafe' }, 'bowl-1': { title: null, method: 'fishbowl' } },
  corrections: {},
  themes: {},
  sorted: {},
  titles: { 'cafe-1-q2': 'What we bake' }
} as unknown as GatheringSeen;

const inSight = (filter: Partial<typeof ALL>) => [...(filtered(notes, gathering, { ...ALL, ...filter }) ?? 'all')];

test('notes are found by their block, their question, their table and what they are', () => {
  expect(filtered(notes, gathering, ALL)).toBeNull();
  expect(inSight({ activity: 'cafe-1' })).toEqual(['soup', 'bread']);
  expect(inSight({ activity: 'cafe-1', question: 'cafe-1-q2' })).toEqual(['bread']);
  expect(inSight({ table: '1' })).toEqual(['soup']);
  expect(inSight({ kind: 'photos' })).toEqual([]);
});

const sorted = (sorted: object, corrections = {}) =>
  ({ ...gathering, themes: { food: { name: 'Food', order: 1 } }, sorted, corrections }) as unknown as GatheringSeen;
const [inFood, underSoup] = [
  { theme: 'food', order: 1, under: null },
  { theme: null, order: 1, under: 'soup' }
];

test('HD1 what is in no theme yet is found, as the desk counts it', () => {
  const seen = (filter: Partial<typeof ALL>, now: GatheringSeen) => [...filtered(notes, now, { ...ALL, ...filter })!];
  const now = sorted({ soup: inFood, bread: underSoup });
  expect(seen({ theme: 'loose' }, now)).toEqual(['chairs']);
  expect(seen({ theme: 'sorted' }, now)).toEqual(['soup']);
  expect(seen({ theme: 'loose', activity: 'cafe-1' }, now)).toEqual([]);
  // What stands under a note that was left out stands for itself again.
  const without = sorted({ soup: inFood, bread: underSoup }, { soup: { leftOut: { by: 'team' } } });
  expect(seen({ theme: 'loose' }, without)).toEqual(['bread', 'chairs']);
  expect(seen({ theme: 'sorted' }, sorted({ bread: underSoup }))).toEqual([]);
  expect(choicesOf(notes, now).theme.map(({ value }) => value)).toEqual(['loose', 'sorted']);
  expect(choicesOf(notes, gathering).theme).toEqual([]);
});

test('HD3 a note is in sight, once, also where what is folded into it is looked for', () => {
  const now = sorted({ bread: underSoup }, { chairs: { leftOut: { by: 'team' } } });
  expect([...filtered(notes, now, { ...ALL, table: '2' })!]).toEqual(['soup']);
  expect([...filtered(notes, now, { ...ALL, kind: 'words' })!]).toEqual(['soup']);
});

test('HD13 a question is chosen by the title that readers know it by', () => {
  expect(choicesOf(notes, gathering).question.map(({ name }) => name)).toEqual([
    'Question of cafe-1-q1',
    'What we bake',
    'Question of bowl-1'
  ]);
});

test('what can be chosen has the name that the run of show gives it', () => {
  expect(choicesOf(notes, gathering).activity).toEqual([
    { value: 'cafe-1', name: 'Tables' },
    { value: 'bowl-1', name: 'Fishbowl' }
  ]);
});
