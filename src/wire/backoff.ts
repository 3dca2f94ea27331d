/**
 * How long to wait before something is tried again, in milliseconds: at least `leastMs`, and a part of a span on top,
 * which is `firstMs` at first and doubles with each attempt up to `mostMs`.
 */
export type Backoff = { readonly leastMs: number; readonly firstMs: number; readonly mostMs: number };

/**
 * The wait before the next attempt.
 * @param attempt counts from 0.
 * @param part of the span to wait, from 0 to 1. By chance where many clients fail at once: they must not come back
 * together (full jitter). Handed in, because pure code has no chance.
 */
export const backoffMs = ({ leastMs, firstMs, mostMs }: Backoff, attempt: number, part: number): number =>
  leastMs + part * Math.min(mostMs, firstMs * 2 ** attempt);
