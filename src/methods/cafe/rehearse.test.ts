import { expect, test } from 'vitest';
import { createSeededRandom } from '#contract/testing/seeded-random.ts';
import { isRefusal } from '#contract/method.ts';
import { facilitator, helper, phone } from '#contract/testing/given.ts';
import { afternoon } from './testing/meeting.ts';
import type { BotAction } from '#kit/bots.ts';
import { react, trigger } from './rehearse.ts';

const PEOPLE = 25;

test('WC28 simulated people walk, say that they are there, write, come late and leave', () => {
  const room = afternoon(PEOPLE, { seats: 6 }).seated();
  const { next } = createSeededRandom(1);
  const people = Array.from({ length: PEOPLE }, (_, index) => `p${index + 1}`);
  const done: Record<string, number> = {};
  const refused: string[] = [];
  const before = new Map<string, string>();

  const live = () => {
    for (let busy = true; busy;) {
      const deeds = people.flatMap((person): { person: string; action: BotAction }[] => {
        const news = trigger(room.all() as never, room.own(person) as never);
        if (before.get(person) === news) return [];
        before.set(person, news);
        const action = react(room.all() as never, room.own(person) as never, next);
        return action ? [{ person, action }] : [];
      });
      busy = deeds.length > 0;
      for (const { person, action } of deeds.sort((one, other) => one.action.afterMs - other.action.afterMs)) {
        const answer = room.when(phone(person), action.command, action.input);
        if (isRefusal(answer)) refused.push(answer.refused);
        else done[action.command] = (done[action.command] ?? 0) + 1;
      }
      room.work();
    }
  };
  for (const round of [1, 2, 3]) {
    live();
    if (round === 2) {
      people.push('late');
      room.arrive('late').leave('p9');
      live();
    }
    for (const table of Object.keys(room.all().tables)) room.when(helper, 'hear', { table });
    room.lead('ask', { anyway: false });
    live();
    if (round < 3) room.moved();
  }
  room.and(facilitator, 'harvest', {});
  expect(Object.keys(done).sort()).toEqual([
    'addNote',
    'carry',
    'chooseCard',
    'comeIn',
    'here',
    'setLines',
    'starCards'
  ]);
  expect(room.harvest()).toHaveLength(5);
  // A wrong table may be full. Nothing else that people do by themselves is refused.
  expect(new Set(refused).difference(new Set(['table-full', 'person-left', 'not-your-table']))).toEqual(new Set());
});
