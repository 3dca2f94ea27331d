import { expect, test } from 'vitest';
import { mayBeNamed } from './exposure.ts';

test('CO11 what a person said aloud after closing comes after what they said in the activity', () => {
  const people = { ann: person(), bo: person(false), cy: person(true) };
  const may = (who: string) => mayBeNamed({ named: { ann: true, bo: true } }, who, { people });
  expect(['ann', 'bo', 'cy', 'dan'].map(may)).toEqual([true, false, true, false]);
});

const person = (named?: boolean) =>
  ({ via: 'walk-in', present: true, rehearsed: false, ...(named !== undefined && { named }) }) as const;
