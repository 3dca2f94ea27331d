import { expect, test } from 'vitest';
import { eveningWith, HELP, SHARE, sixOnTheLine, statement } from './testing/meeting.ts';
import { spectrogram } from './spectrogram.ts';
import { earlierPlacement, ownPlacement } from './placement.ts';

test('SP7 before the reveal no view holds a place, but for people’s own', () => {
  const room = sixOnTheLine();
  const seen = JSON.stringify([room.all(), room.board(), room.console()]);
  for (const x of [150, 250, 750, 850, 950]) expect(seen).not.toMatch(new RegExp(`\\b${x}\\b`));
  expect(room.board().picture).toBeNull();
  expect(room.console()).toMatchObject({ people: null, picture: null });
  expect(Object.keys(room.console().acted)).toEqual(['ana', 'bo', 'chidi', 'dana', 'eli', 'fatima']);
  room.lead('reveal', HELP);
  expect(Object.values(room.board().picture?.dots ?? {}).map(({ x }) => x)).toEqual([50, 150, 250, 750, 850, 950]);
});

test('SP7 a hidden second round hides what a revealed first one showed, until both are revealed', () => {
  const room = sixOnTheLine();
  room.lead('reveal', HELP);
  room.lead('anotherRound', HELP);
  room.place('ana', 900);
  expect(room.board().picture).toBeNull();
  room.lead('reveal', HELP);
  expect(room.board().picture).toMatchObject({
    dots: { [room.dot('ana')]: { x: 900 } },
    previous: { [room.dot('ana')]: 50, [room.dot('bo')]: 150 }
  });
});

test('SP7 a first round that was never revealed stays hidden behind a revealed second one', () => {
  const room = sixOnTheLine();
  room.lead('anotherRound', HELP);
  room.place('ana', 900);
  room.lead('reveal', HELP);
  expect(room.board().picture).toMatchObject({ dots: { [room.dot('ana')]: { x: 900 } }, previous: null, shift: null });
});

test('SP8 the board never names a person, and a dot keeps its number from line to line', () => {
  const room = sixOnTheLine();
  room.lead('reveal', HELP);
  room.lead('open', SHARE);
  room.place('fatima', 20, SHARE);
  room.lead('reveal', SHARE);
  expect(room.board().picture?.dots).toMatchObject({ [room.dot('fatima')]: { x: 20 } });
  expect(Object.keys(room.board().picture?.dots ?? {})).toHaveLength(1);
  expect(JSON.stringify(room.board())).not.toMatch(/fatima|ana|chidi/);
});

test('SP7 before the reveal phones get no shape, however many stand there', () => {
  const people = Array.from({ length: 20 }, (_, nth) => `p${nth}`);
  const room = eveningWith({}, Object.fromEntries(people.map((person) => [person, {}])));
  room.lead('open', HELP);
  people.forEach((person, nth) => room.place(person, nth < 10 ? 10 : 990));
  expect(room.all().shape).toBeNull();
  room.lead('reveal', HELP);
  expect(room.all().shape).not.toBeNull();
});

test('SP9 phones get a shape after the reveal, as soon as it tells of two groups of five', () => {
  const people = Array.from({ length: 11 }, (_, nth) => `p${nth}`);
  const room = eveningWith({}, Object.fromEntries(people.map((person) => [person, {}])));
  room.lead('open', HELP);
  people.slice(0, 9).forEach((person, nth) => room.place(person, nth < 5 ? 10 : 990));
  room.lead('reveal', HELP);
  expect(room.all().shape).toBeNull();
  room.place('p9', 700);
  room.say('p10', 'unsure');
  const ranges = [
    { from: 0, to: 500, count: 5 },
    { from: 500, to: 1000, count: 5 }
  ];
  expect(room.all().shape).toEqual({ ranges, unsure: 1 });
});

test('SP10 while places are hidden, a placement touches no view that all phones share', () => {
  const room = sixOnTheLine();
  const decision = room.place('gus', 500);
  const [placed] = Array.isArray(decision) ? decision : [];
  if (placed?.type !== 'Placed') throw new Error('Gus was not placed');
  expect(spectrogram.touches.Placed(placed.data, room.state)).toEqual(['board', 'console', 'person:gus']);
});

test('SP11 people find their places again, in this round and the one before', () => {
  const room = sixOnTheLine();
  room.lead('anotherRound', HELP);
  const line = room.all().now!;
  expect(ownPlacement(room.own('ana'), line)).toBeNull();
  expect(earlierPlacement(room.own('ana'), line)).toEqual({ x: 50, via: 'phone' });
});

test('SP11 on a live line everybody is seen at once', () => {
  const room = sixOnTheLine(statement(HELP, { way: 'live' }));
  expect(room.all()).toMatchObject({ now: { revealed: true } });
  expect(room.board().picture?.dots[room.dot('chidi')]).toMatchObject({ x: 250 });
});
