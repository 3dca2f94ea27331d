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
