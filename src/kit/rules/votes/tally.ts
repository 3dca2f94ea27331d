import { getOwn } from '#contract/get-own.ts';
import type { Vote } from './state.ts';

/**
 * What an option got. `voters`: how many people gave it anything. `median`: of what they gave, null where nobody did.
 * `place`: 1 for the best; options that are level share a place, and the next ones leave as many out (1, 1, 3).
 */
export type Total = { sum: number; voters: number; median: number | null; place: number };

/** Totals by option, of those people who count. */
export function totalsOf(vote: Vote, counts: (person: string) => boolean): Record<string, Total> {
  const counted = Object.entries(vote.votes).filter(([person]) => counts(person));
  const sums = vote.options.map((option) => {
    const marks = counted.flatMap(([, votes]) => getOwn(votes, option) ?? []);
    return { option, sum: marks.reduce((sum, mark) => sum + mark, 0), voters: marks.length, median: medianOf(marks) };
  });
  const worth = ({ sum, median }: { sum: number; median: number | null }) =>
    vote.kind === 'scale' ? (median ?? 0) : sum;
  return Object.fromEntries(
    sums.map(({ option, ...total }) => {
      const better = sums.filter((other) => worth(other) > worth(total)).length;
      return [option, { ...total, place: better + 1 }];
    })
  );
}

/** Options that are level, the best first. Where nobody gave anything there is nothing to be level in. */
export function tiesOf(totals: Record<string, Total>): string[][] {
  const byPlace = new Map<number, string[]>();
  for (const [option, { place, voters }] of Object.entries(totals))
    if (voters > 0) byPlace.set(place, [...(byPlace.get(place) ?? []), option]);
  return [...byPlace]
    .sort(([one], [other]) => one - other)
    .map(([, options]) => options)
    .filter(({ length }) => length > 1);
}

function medianOf(marks: readonly number[]): number | null {
  if (marks.length === 0) return null;
  const sorted = marks.toSorted((one, other) => one - other);
  const at = (place: number) => sorted[place] ?? 0;
  return (at(Math.floor((sorted.length - 1) / 2)) + at(Math.floor(sorted.length / 2))) / 2;
}
