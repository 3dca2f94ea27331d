import type { Share } from '#contract/share-of-all.ts';
import { oneShare, type Told } from '#contract/percentages.ts';

/**
 * The only place that writes a percent sign: who tells a share says how many they are, and under fifty nothing else.
 */
const percentage = (percent: number): string => `${percent}%`;

/** One of several parts, which stand beside each other: counts, or percentages that add up. */
export const part = ({ count, percent }: Told): string => (percent === null ? `${count}` : percentage(percent));

/** `12 of 30`, and from fifty on `60 of 150 (40%)`. */
export function outOf(share: Share, from?: number): string {
  const { percent } = oneShare(share, from);
  const counted = `${share.count} of ${share.of}`;
  return percent === null ? counted : `${counted} (${percentage(percent)})`;
}
