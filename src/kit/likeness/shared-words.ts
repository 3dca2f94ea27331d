import type { Word } from './words.ts';

/** A word as the first card writes it, and as the second does: forms differ, and each card underlines its own. */
export type SharedWord = readonly [string, string];

/** What the board knows of a word: the name it has in common with its other forms, and how many cards have it. */
export type Known = { stemOf: (word: string) => string; countOf: (stem: string) => number; rarelyIn: number };

const MOST = 3;
/**
 * Shorter words mostly hold a sentence together. Three letters are enough where few cards have them (bus, P2P). A list of
 * such words would have to know the languages of the room.
 */
const LEAST_SIZE = 4;
const LEAST_SIZE_OF_RARE = 3;
/** Words that are no forms of each other share a part: “Garten” and “Gemeinschaftsgarten”. */
const LEAST_PART = 5;
const LEAST_SHARE_OF_PART = 0.75;

/** An ideograph says as much as two letters. */
const sizeOf = (word: string): number => [...word].length + (word.match(/\p{Script=Han}/gu)?.length ?? 0);

/** The words that two cards share, what says most first. None: nobody could be told why they would belong together. */
export function sharedWords(first: readonly Word[], second: readonly Word[], known: Known): SharedWord[] {
  const { stemOf, countOf, rarelyIn } = known;
  const isTelling = ({ folded }: Word): boolean => {
    const size = sizeOf(folded);
    return size >= LEAST_SIZE || (size >= LEAST_SIZE_OF_RARE && countOf(stemOf(folded)) <= rarelyIn);
  };
  const [ours, theirs] = [first.filter(isTelling), second.filter(isTelling)];
  // Two cards of the same short words, “TV” and “TV”, belong together all the same.
  if (ours.length === 0 && isSame(first, second)) return common(first, second, known);
  return common(ours, theirs, known);
}

function common(first: readonly Word[], second: readonly Word[], { stemOf, countOf }: Known): SharedWord[] {
  const found = first.flatMap((word) => {
    const stem = stemOf(word.folded);
    const same = second.find(({ folded }) => stemOf(folded) === stem) ?? second.find((other) => sharePart(word, other));
    return same ? [{ words: [word.written, same.written] as const, stem, count: countOf(stem) }] : [];
  });
  const best = found.sort((a, b) => a.count - b.count || (a.stem < b.stem ? -1 : a.stem > b.stem ? 1 : 0));
  return best
    .filter(({ stem }, index) => best.findIndex((each) => each.stem === stem) === index)
    .slice(0, MOST)
    .map(({ words }) => words);
}

const isSame = (first: readonly Word[], second: readonly Word[]): boolean =>
  first.length === second.length && first.every(({ folded }, index) => folded === second[index]?.folded);

function sharePart({ folded: one }: Word, { folded: other }: Word): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const part = Math.max(LEAST_PART, Math.ceil(LEAST_SHARE_OF_PART * short.length));
  for (let start = 0; start + part <= short.length; start += 1)
    if (long.includes(short.slice(start, start + part))) return true;
  return false;
}
