import { expect, it } from 'vitest';
import { few, edition, unpanel, working } from '../../../../../tests/support/editions.ts';
import { beforePublishing } from './before-publishing.ts';

const NONE = { author: 0, team: 0, hidden: 0, waiting: 0, simulated: 0 };

it('CO11 those who lead are told how many notes become public, how many stay out, and why', () => {
  expect(beforePublishing(edition({ blocks: [working] }), NONE)).toEqual({ notes: 0, out: 0, why: [] });
  const stays = { author: 1, team: 2, hidden: 3, waiting: 4, simulated: 5 };
  const told = beforePublishing(edition({ blocks: [few, unpanel] }), stays);
  expect(told.notes).toBeGreaterThan(0);
  expect(told.out).toBe(15);
  expect(told.why).toEqual([
    '1 note stays out: taken back by those who wrote them.',
    '2 notes stay out: left out by those who lead.',
    '3 notes stay out: hidden in the meeting.',
    '4 notes stay out: nobody who leads showed them.',
    '5 notes stay out: written by simulated people.',
    '1 figure is not told: the number would tell of fewer than five people.'
  ]);
});
