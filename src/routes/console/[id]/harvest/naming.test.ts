import { expect, it } from 'vitest';
import { edition, working } from '../../../../../tests/support/editions.ts';
import type { GatheringSeen } from '../steps.ts';
import { namingOf } from './naming.ts';

it('CO11 beside each name stands how its person agreed', () => {
  const person = { present: true, rehearsed: false, order: 1 };
  const people = {
    bo: { ...person, name: 'Bo', via: 'phone' },
    walter: { ...person, name: 'Walter', via: 'walk-in' },
    dana: { ...person, name: 'Dana', via: 'walk-in', named: true, namedBy: 'facilitator' }
  };
  const named = ['Bo', 'Walter', 'Dana', 'Guest'].map((name) => ({ name, x: 10 }));
  const seen = { people } as unknown as GatheringSeen;
  const naming = namingOf(seen, edition({ blocks: [{ ...working, named }] }), true);
  expect(naming.named.map(({ name, agreed }) => [name, agreed])).toEqual([
    ['Bo', ['phone']],
    ['Walter', ['in-meeting']],
    ['Dana', ['facilitator']],
    ['Guest', ['invited']]
  ]);
});
