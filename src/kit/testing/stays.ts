import { expect } from 'vitest';
import type { Locator } from 'vitest/browser';

const topOf = (control: Locator): number => Math.round(control.element().getBoundingClientRect().top);

/** Fails when something moves what is under a finger: a second tap at the same place would press another thing. */
export async function stays(control: Locator, during: () => Promise<unknown>): Promise<void> {
  // A test's click would scroll it into sight by itself.
  control.element().scrollIntoView({ block: 'center', behavior: 'instant' });
  const before = topOf(control);
  await during();
  expect(topOf(control)).toBe(before);
}
