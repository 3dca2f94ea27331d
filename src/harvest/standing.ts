import { isFew, partOf, type Part } from '#contract/people-counts.ts';
import type { SeenFigure, SeenOutline } from './document.ts';
import type { HarvestWords } from './sentence.ts';

/** The block that tells what became of a harvest. */
export const STANDING = 'standing';

/**
 * How people answered to a harvest: how many of those who were there, and of how many notes the team changed the words.
 * `asked`: they could.
 */
export type Answers = {
  readonly people: number;
  readonly asked: boolean;
  readonly endorsed: number;
  readonly objected: number;
  /** Those who mended or took back what they had written. */
  readonly corrected: number;
  readonly mended: number;
  readonly struck: number;
};

/**
 * What became of a harvest after the gathering, in sentences. That nobody answered is told, too; null where nobody was
 * asked. One to four people are no figure.
 */
export function standingBlock(answers: Answers, words: HarvestWords): SeenOutline | null {
  const { people, asked, endorsed, objected, corrected, mended, struck } = answers;
  const { standing } = words;
  const ofPeople = (code: string, count: number, says: (part: Part) => string): SeenFigure[] => {
    const part = partOf(count, people);
    return count === 0 ? [] : [{ code, value: part, words: says(part) }];
  };
  const ofNotes = (code: string, count: number, says: (notes: number) => string): SeenFigure[] =>
    count === 0 ? [] : [{ code, value: count, words: says(count) }];
  const isSilent = asked && people > 0 && endorsed + objected + corrected === 0;
  const nobody = isFew(people) ? 0 : partOf(0, people);
  const figures = [
    ...(isSilent ? [{ code: 'answered', value: nobody, words: standing.answered(nobody) }] : []),
    ...ofPeople('stand-by', endorsed, standing.endorsed),
    ...ofPeople('object', objected, standing.objected),
    ...ofPeople('corrected', corrected, standing.corrected),
    ...ofNotes('mended', mended, standing.mended),
    ...ofNotes('struck', struck, standing.struck)
  ];
  if (figures.length === 0) return null;
  const title = { kind: STANDING, words: standing.title };
  return { kind: 'outline', id: STANDING, of: 'gathering', title, branches: [], figures };
}
