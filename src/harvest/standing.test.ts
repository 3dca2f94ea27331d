import { expect, it } from 'vitest';
import { harvest as words } from '#words/index.ts';
import { standingBlock, type Answers } from './standing.ts';

const NONE: Answers = { people: 44, asked: true, endorsed: 0, objected: 0, corrected: 0, mended: 0, struck: 0 };
const told = (answers: Partial<Answers>) =>
  standingBlock({ ...NONE, ...answers }, words)?.figures.map(({ words }) => words);

it('CO4 says how many of how many answered, and what the team mended apart', () => {
  expect(told({ endorsed: 31, objected: 6, corrected: 7, mended: 5, struck: 1 })).toEqual([
    '31 of 44 people who were there stand by notes.',
    '6 of 44 people who were there say of notes that this is not what was said.',
    '7 of 44 people who were there mended or took back what they had written.',
    '5 notes were put right by the team.',
    'Of 1 note, words were struck out.'
  ]);
});

it('CO4 gives no figure of one to four people, nor of all but so few', () => {
  expect(told({ endorsed: 4, objected: 41, corrected: 1 })).toEqual([
    'A few people who were there stand by notes.',
    'Nearly all people who were there say of notes that this is not what was said.',
    'A few people who were there mended or took back what they had written.'
  ]);
});

it('CO4 says that nobody answered, with no figure of fewer than five, and only where people were asked', () => {
  expect(told({})).toEqual(['0 of 44 people who were there had answered when this was published.']);
  expect(told({ mended: 1 })).toEqual([
    '0 of 44 people who were there had answered when this was published.',
    '1 note was put right by the team.'
  ]);
  expect(told({ people: 4 })).toEqual(['Nobody who was there had answered when this was published.']);
  expect(told({ people: 0 })).toBeUndefined();
  expect(told({ asked: false })).toBeUndefined();
});
