import { expect, it } from 'vitest';
import type { Attendee } from '#contract/method.ts';
import { countedIn } from './people.ts';

const ana: Attendee = { via: 'phone', present: true, rehearsed: false };
const robot: Attendee = { ...ana, rehearsed: true };

it('counts rehearsed people only where there is nobody else', () => {
  expect(['ana', 'robot'].filter(countedIn({ people: { ana, robot } }))).toEqual(['ana']);
  expect(['robot'].filter(countedIn({ people: { robot } }))).toEqual(['robot']);
});

it('counts whoever the room does not know: somebody invited, or forgotten since', () => {
  expect(['invited:1', 'constructor'].filter(countedIn({ people: { ana, robot } }))).toEqual([
    'invited:1',
    'constructor'
  ]);
});
