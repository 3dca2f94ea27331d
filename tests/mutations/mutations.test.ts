import { expect, test } from 'vitest';
import { holes } from './mutations.ts';
import { plant } from './run-mutation.ts';

const SAMPLE = 2;
const today = Math.floor(Date.now() / 86_400_000);

/** All of them are planted by `npm run prove`. */
for (let nth = 0; nth < SAMPLE; nth += 1) {
  const hole = holes[(today * SAMPLE + nth) % holes.length]!;
  test(`a hole is found: ${hole.name}`, { timeout: 120_000 }, async () => {
    expect(await plant(hole), `${hole.test} › ${hole.title}`).toBe('found');
  });
}
