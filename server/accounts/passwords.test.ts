import { expect, test } from 'vitest';
import { createPasswordHasher } from './passwords.ts';

const passwords = createPasswordHasher();

test('a password is known again, and only that one', async () => {
  const stored = await passwords.hash('lantern and thread');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$=]+\$[^$=]+$/);
  expect(await passwords.verify(stored, 'lantern and thread')).toBe(true);
  expect(await passwords.verify(stored, 'lantern and thread ')).toBe(false);
  expect(await passwords.verify(null, 'lantern and thread')).toBe(false);
  expect(await passwords.verify('nonsense', 'lantern and thread')).toBe(false);
});

test('the same password is kept differently each time, and typed accents may come in either form', async () => {
  const [one, other] = await Promise.all([passwords.hash('caf\u00e9 at noon'), passwords.hash('caf\u00e9 at noon')]);
  expect(one).not.toBe(other);
  expect(await passwords.verify(one, 'cafe\u0301 at noon')).toBe(true);
});

test('a hash made elsewhere with other costs is read', async () => {
  const stored = '$argon2id$v=19$m=16,t=2,p=1$c29tZXNhbHRzYWx0$' + 'A'.repeat(43);
  expect(await passwords.verify(stored, 'anything')).toBe(false);
});

test('while passwords are hashed, other work goes on', async () => {
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 1);
  await Promise.all(Array.from({ length: 6 }, (_, index) => passwords.hash(`password number ${index}`)));
  clearInterval(turning);
  expect(turns).toBeGreaterThan(3);
});
