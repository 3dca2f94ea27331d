import { expect, test } from 'vitest';
import { luck } from '../../../tests/support/luck.ts';
import { isRefusal } from '#contract/method.ts';
import { facilitator, helper, phone } from '#contract/testing/given.ts';
import { afternoon } from './testing/scene.ts';
import type { Deed } from '../shared/rehearsing.ts';
import { behave, occasion } from './rehearse.ts';

const PEOPLE = 25;

test('WC28 simulated people walk, say that they are there, write, come late and leave', { timeout: 60_000 }, () => {
  const room = afternoon(PEOPLE, { seats: 6 }).seated();
  const { chance } = luck(11);
  const people = Array.from({ length: PEOPLE }, (_, index) => `p${index + 1}`);
  const done: Record<string, number> = {};
  const refused: string[] = [];
  const before = new Map<string, string>();

  const live = () => {
    for (let busy = true; busy;) {
      const deeds = people.flatMap((person): { person: string; deed: Deed }[] => {
        const news = occasion(room.all() as never, room.own(person) as never);
        if (before.get(person) === news) return [];
        before.set(person, news);
        const deed = behave(room.all() as never, room.own(person) as never, { chance });
        return deed ? [{ person, deed }] : [];
      });
      busy = deeds.length > 0;
      for (const { person, deed } of deeds.sort((one, other) => one.deed.afterMs - other.deed.afterMs)) {
        const answer = room.when(phone(person), deed.command, deed.input);
        if (isRefusal(answer)) refused.push(answer.refused);
        else done[deed.command] = (done[deed.command] ?? 0) + 1;
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
    'starNote'
  ]);
  expect(room.harvest()).toHaveLength(5);
  // A wrong table may be full. Nothing else that people do by themselves is refused.
  expect(new Set(refused).difference(new Set(['table-full', 'person-left', 'not-your-table']))).toEqual(new Set());
});
