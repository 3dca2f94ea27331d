import { expect, test } from 'vitest';
import { match } from './code.ts';

test.each([
  '482915',
  '482 915',
  '482-915',
  '482–915',
  '48291533',
  '4829 1533',
  '４８２９１５',
  '٤٨٢٩١٥',
  '४८२ ९१५',
  '482915+9X2M8'
])('people who write %s mean a code', (typed) => expect(match(typed)).toBe(true));

test.each(['commons', '48291', '4829151', '482915333', '48a915', '482915+9', '+9x2m8', 'console', ''])(
  '%s is no code',
  (typed) => expect(match(typed)).toBe(false)
);
