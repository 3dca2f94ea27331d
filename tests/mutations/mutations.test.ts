import { expect, test } from 'vitest';
import { mutations } from './mutations.ts';
import { runMutation } from './run-mutation.ts';

const SAMPLE = 2;
const today = Math.floor(Date.now() / 86_400_000);

/** Two mutations a day; `npm run prove` runs every mutation. */
for (let nth = 0; nth < SAMPLE; nth += 1) {
  const mutation = mutations[(today * SAMPLE + nth) % mutations.length]!;
  test(`a mutation is found: ${mutation.name}`, { timeout: 120_000 }, async () => {
    expect(await runMutation(mutation), `${mutation.test} › ${mutation.title}`).toBe('found');
  });
}
