import { expect, test } from 'vitest';
import { createSeededRandom } from '#contract/testing/seeded-random.ts';
import { isRefusal } from '#contract/method.ts';
import { circle } from './testing/meeting.ts';
import type { BotAction } from '#kit/bots.ts';
import { react, trigger } from './rehearse.ts';
import type { FORMS } from './settings.ts';

const PEOPLE = 16;
const names = Array.from({ length: PEOPLE }, (_, index) => `person-${index}`);

/**
 * Twenty minutes of simulated people, as `npm run rehearse` plays them: each reacts once to what is new, and acts after
 * a while.
 */
function twentyMinutes(form: (typeof FORMS)[number], seed = 7) {
  const room = circle({ form, seats: 5, invited: ['Guest 1', 'Guest 2', 'Guest 3'], tags: [] }, cast);
  const { next } = createSeededRandom(seed);
  const planned: { at: number; person: string; action: BotAction }[] = [];
  const done: Record<string, number> = {};
  let refused = 0;
  let now = 0;
  const before = new Map<string, string>();
  const look = () => {
    const seen = room.all();
    for (const person of names) {
      const own = room.own(person);
      const news = trigger(seen as never, own as never);
      const busy = planned.some((plan) => plan.person === person);
      if (busy || before.get(person) === news) continue;
      before.set(person, news);
      const action = react(seen as never, own as never, next);
      if (action) planned.push({ at: now + action.afterMs, person, action });
    }
  };
  for (let [step] = room.next(); step && room.all().stage !== 'bowl'; [step] = room.next())
    room.lead(step.command, step.input);
  look();
  while (now < 1_200_000) {
    planned.sort((one, other) => one.at - other.at);
    const [next] = planned;
    const due = room.wakes();
    if (!next && !due) break;
    const clockFirst = due && (!next || due.at <= next.at);
    const at = Math.max(now, clockFirst ? due.at : (next?.at ?? now));
    room.later(at - now);
    now = at;
    if (clockFirst) room.clock(due.command, due.input);
    else if (next) {
      planned.shift();
      if (isRefusal(room.by(next.person, next.action.command, next.action.input))) refused += 1;
      else done[next.action.command] = (done[next.action.command] ?? 0) + 1;
    }
    look();
  }
  return { room, done, refused };
}
const cast = Object.fromEntries(names.map((name) => [name, { rehearsed: true }]));

test.each(['open', 'unpanel', 'samoan'] as const)(
  'simulated people ask, wait, sit, talk, step out, send cards and lose heart in a fishbowl that is %s',
  (form) => {
    const { room, done, refused } = twentyMinutes(form);
    for (const command of ['ask', 'sit', 'stepOut', 'sendCard']) expect(done[command], command).toBeGreaterThan(1);
    if (form === 'samoan') expect(done['tapIn']).toBeGreaterThan(0);
    const ends = Object.values(room.state.ends).map(({ how }) => how);
    expect(ends.filter((how) => how === 'seated').length).toBeGreaterThan(5);
    expect(refused).toBeLessThan(Object.values(done).reduce((sum, count) => sum + count, 0) / 3);
  },
  60_000
);

test('in a closed fishbowl simulated people listen until it is their turn', () => {
  expect(twentyMinutes('closed').done).not.toHaveProperty('ask');
});
