import type { Share } from '#contract/share-of-all.ts';

/** Under so many people, or seats, or turns, a percentage says less than how many they are, and sounds like more. */
export const PERCENT_FROM = 50;

export type Told = { count: number; percent: number | null };

/** Parts of one whole as they are told: counts, from 50 people on with percentages, and these add up to 100. */
export function shares(counts: readonly number[]): Told[] {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  if (whole < PERCENT_FROM) return counts.map((count) => ({ count, percent: null }));
  const percents = percentages(counts, whole);
  return counts.map((count, nth) => ({ count, percent: percents[nth] ?? 0 }));
}

/** One part of a whole. `from`: of how many on a percentage is told, too. */
export function oneShare({ count, of }: Share, from = PERCENT_FROM): Told {
  const [told] = shares([count, of - count]);
  return { count, percent: of < from ? null : (told?.percent ?? null) };
}

/** All pairs of that many people. */
export const PAIRS_PERCENT_FROM = (PERCENT_FROM * (PERCENT_FROM - 1)) / 2;

/**
 * By largest remainder (Hamilton): all are rounded down, and what is missing goes to those that lost most; of two
 * alike, to the first.
 */
function percentages(counts: readonly number[], whole: number): number[] {
  const exact = counts.map((count) => (100 * count) / whole);
  const down = exact.map(Math.floor);
  const missing = 100 - down.reduce((sum, percent) => sum + percent, 0);
  const losers = exact
    .map((percent, nth) => ({ nth, lost: percent % 1 }))
    .sort((one, other) => other.lost - one.lost || one.nth - other.nth);
  for (const { nth } of losers.slice(0, missing)) down[nth] = (down[nth] ?? 0) + 1;
  return down;
}
