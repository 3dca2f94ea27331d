import { beforeEach, expect, test } from 'vitest';
import { openMemory } from '../log/memory/memory.ts';
import { createSignInAttempts } from './sign-in-attempts.ts';

const HERE = '198.51.100.7';
const HALL = '203.0.113.5';
const ANA = { email: 'ana', account: 'account-of-ana' };

/** Its clock stands still: an attempt that waits is still waiting while others ask. */
let attempts: ReturnType<typeof createSignInAttempts>;
let looked: number;

beforeEach(() => {
  looked = 0;
  attempts = createSignInAttempts(openMemory().records, { now: () => 0, pause: () => new Promise(() => {}) });
});

const guess = (network: string, known?: string) =>
  void attempts.attempt({ ...ANA, network, known }, async () => {
    looked += 1;
    return null;
  });
const knows = (network: string, known?: string) => attempts.attempt({ ...ANA, network, known }, async () => 'ana');
const waits = { waitMs: expect.any(Number) as number };

test('whoever guesses without a pause is told nothing, but in a browser that signed in before', async () => {
  const { token } = await attempts.know(ANA.account, undefined);
  for (let tried = 0; tried < 50; tried += 1) guess(HERE);
  expect(await knows(HERE)).toEqual(waits);
  expect(await knows(HERE, 'a forged one')).toEqual(waits);
  expect(await knows(HERE, token)).toEqual({ found: 'ana' });
  expect(looked).toBe(8);
});

test('a browser is known to the accounts that signed in there, and to no other', async () => {
  const { token } = await attempts.know('somebody else', undefined);
  for (let tried = 0; tried < 50; tried += 1) guess(HERE);
  expect(await knows(HERE, token)).toEqual(waits);
  expect((await attempts.know(ANA.account, token)).token).toBe(token);
  expect(await knows(HERE, token)).toEqual({ found: 'ana' });
});

test('a known browser cannot guess without end', async () => {
  const { token } = await attempts.know(ANA.account, undefined);
  for (let tried = 0; tried < 50; tried += 1) guess(HALL, token);
  await expect.poll(() => looked).toBe(8);
  expect(await knows(HALL, token)).toEqual(waits);
});

test('many who guess from many places leave three tries to whoever has not tried', async () => {
  for (let bot = 0; bot < 100; bot += 1) for (let tried = 0; tried < 8; tried += 1) guess(`192.0.2.${bot}`);
  expect(await knows(HALL)).toEqual({ found: 'ana' });
  expect(looked).toBe(100 * 3 + 60);
});

test('a network that tries one address after the other has to wait, too', async () => {
  for (let email = 0; email < 80; email += 1)
    void attempts.attempt({ email: `${email}`, account: null, network: HERE, known: undefined }, async () => null);
  const next = { email: 'one more', account: null, network: HERE, known: undefined };
  const asked = Array.from({ length: 3 }, () => attempts.attempt(next, async () => null));
  expect(await asked[2]).toEqual(waits);
});
