import { expect, test } from 'vitest';
import { block } from '#harvest/testing/one-line.ts';
import { harvest } from '#words/index.ts';
import { saidByOthers } from './notes-of-others.ts';

const reasons = [
  { id: 'reason0000000001', round: 1, from: 'first', why: 'My neighbours are tilers' },
  { id: 'reason0000000002', round: 1, from: 'second', why: 'I moved here in May', disputes: ['It was June'] },
  { id: 'reason0000000003', round: 1, from: 'middle', why: null }
] as const;

test('CO3 a reason that another person gave for a place is there to be stood by and objected to', () => {
  const found = saidByOthers([{ ...block, reasons }], new Set(['reason0000000001']), harvest);
  expect(found).toMatchObject([{ id: block.id, title: block.statement, notes: [{ id: 'reason0000000002' }] }]);
  const [said] = found[0]!.notes;
  expect(said).toMatchObject({ words: 'I moved here in May', from: expect.stringContaining('I disagree') as string });
  expect(said?.standing.join()).toContain('It was June');
});

test('CO3 a line on which nobody else gave a reason is not there', () => {
  expect(saidByOthers([block], new Set(), harvest)).toEqual([]);
});
