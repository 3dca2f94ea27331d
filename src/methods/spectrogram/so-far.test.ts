import { expect, test } from 'vitest';
import { facilitator, phone } from '#contract/testing/given.ts';
import { eveningWith, HELP, sixIn, sixOnTheLine, type evening } from './testing/meeting.ts';

const told = (room: ReturnType<typeof evening>) =>
  room.draft().flatMap((block): unknown[] => {
    if (block.kind === 'continuum') return [block.rounds];
    return block.figures.every(({ aside }) => aside) ? [] : [block.figures];
  });
const waiting = (rounds: number) => [{ code: 'still-open', value: rounds }];

test('SP43 a draft tells of a line once it is revealed and closed, and again not while it is open', () => {
  const room = sixOnTheLine();
  expect(told(room)).toEqual([waiting(1)]);
  room.lead('reveal', HELP);
  expect(told(room)).toEqual([waiting(1)]);
  room.lead('lock', HELP);
  expect(told(room)).toMatchObject([[{ round: 1, placed: 6 }]]);
  room.undo();
  expect(told(room)).toEqual([waiting(1)]);
});

test('SP43 a second round waits beside the first one, with its reasons', () => {
  const room = sixOnTheLine();
  room.lead('reveal', HELP);
  room.lead('anotherRound', HELP, { keepPlaces: true });
  room.place('ana', 940);
  expect(told(room)).toMatchObject([[{ round: 1, placed: 6 }], waiting(1)]);
  expect(room.harvest()[0]?.rounds).toHaveLength(2);
});

test('SP43 SP27 a draft names nobody, and its figures do not tell who agreed', () => {
  const cast = Object.fromEntries(
    ['ana', 'bo', 'chidi', 'dana', 'eli', 'fatima'].map((id) => [id, { name: { text: id } }])
  );
  const room = sixIn(eveningWith({ exposure: 'L3' }, cast));
  room.lead('reveal', HELP);
  room.lead('lock', HELP);
  const before = room.draft();
  room.and(phone('ana'), 'consent', { named: true });
  expect(room.harvest()[0]?.named).toHaveLength(1);
  expect(room.draft()).toEqual(before);
  expect(room.when(facilitator, 'setExposure', { to: 'L2' })).not.toHaveProperty('refused');
  expect(room.draft()).toEqual(before);
});
