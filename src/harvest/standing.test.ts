import { expect, it } from 'vitest';
import { harvest as words } from '#words/index.ts';
import { standingBlock, type Answers } from './standing.ts';

const NONE: Answers = { people: 44, endorsed: 0, objected: 0, mended: 0, struck: 0 };
const told = (answers: Partial<Answers>) =>
  standingBlock({ ...NONE, ...answers }, words)?.figures.map(({ words }) => words);

it('CO4 says how many of how many answered, and nothing where nobody did', () => {
  expect(standingBlock(NONE, words)).toBeNull();
  expect(told({ endorsed: 31, objected: 6, mended: 5, struck: 1 })).toEqual([
    '31 of 44 people who were there stand by notes.',
    '6 of 44 people who were there say of notes that this is not what was said.',
    '5 notes were mended.',
    'Of 1 note, words were struck out.'
  ]);
});

it('CO4 gives no figure of one to four people, nor of all but so few', () => {
  expect(told({ endorsed: 4, objected: 41 })).toEqual([
    'A few people who were there stand by notes.',
    'Nearly all people who were there say of notes that this is not what was said.'
  ]);
});
