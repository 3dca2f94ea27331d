import { expect, vi } from 'vitest';

/** Nearly as long as a test may take: a busy machine makes a test slower, and this ends only what hangs. */
const PATIENCE = { timeout: 110_000, interval: 10 };

/** Waits until the condition is true, or an object, and answers it. */
export const until = <Found>(condition: () => Found | Promise<Found>) =>
  vi.waitFor(async () => {
    const found = await condition();
    expect(found).toBeTruthy();
    return found as Exclude<Found, false | null | undefined>;
  }, PATIENCE);

/** Waits until the assertion holds, and answers what it returns. */
export const eventually = <Found>(assertion: () => Found | Promise<Found>): Promise<Found> =>
  vi.waitFor(assertion, PATIENCE);
