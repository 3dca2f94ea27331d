import { partOf, type Part } from '#contract/people-counts.ts';
import type { SeenFigure, SeenOutline } from './document.ts';
import type { HarvestWords } from './sentence.ts';

/** How people answered to a harvest: how many of those who were there, and how many notes are mended. */
export type Answers = {
  readonly people: number;
  readonly endorsed: number;
  readonly objected: number;
  readonly mended: number;
  readonly struck: number;
};

/** What became of a harvest after the gathering, in sentences; null where nobody answered. One to four people are no figure. */
export function standingBlock(answers: Answers, words: HarvestWords): SeenOutline | null {
  const { people, endorsed, objected, mended, struck } = answers;
  const { standing } = words;
  const ofPeople = (code: string, count: number, says: (part: Part) => string): SeenFigure[] => {
    const part = partOf(count, people);
    return count === 0 ? [] : [{ code, value: part, words: says(part) }];
  };
  const ofNotes = (code: string, count: number, says: (notes: number) => string): SeenFigure[] =>
    count === 0 ? [] : [{ code, value: count, words: says(count) }];
  const figures = [
    ...ofPeople('stand-by', endorsed, standing.endorsed),
    ...ofPeople('object', objected, standing.objected),
    ...ofNotes('mended', mended, standing.mended),
    ...ofNotes('struck', struck, standing.struck)
  ];
  if (figures.length === 0) return null;
  const title = { kind: 'standing', words: standing.title };
  return { kind: 'outline', id: 'standing', of: 'gathering', title, branches: [], figures };
}
