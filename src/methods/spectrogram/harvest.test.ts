import { expect, test } from 'vitest';
import { evening, everybody, HELP, SHARE, sixOnTheLine, statement } from './testing/meeting.ts';

test('SP19 a block for each opened line in the order they were opened; others leave nothing', () => {
  const room = evening(statement(HELP), statement(SHARE), statement('Never opened'));
  room.lead('open', SHARE);
  room.lead('open', HELP);
  room.lead('open', 'Never opened');
  room.undo();
  expect(room.harvest().map(({ statement: { text } }) => text)).toEqual([SHARE, HELP]);
});

test('SP19 a block has its poles, its rounds, and an id of its own', () => {
  const room = sixOnTheLine(statement(HELP, { middle: 'it depends' }));
  room.say('gus', 'unsure');
  const [block] = room.harvest();
  expect(block).toMatchObject({
    kind: 'continuum',
    id: room.named(HELP).id,
    poles: [{ text: 'agree' }, { text: 'disagree' }],
    middle: { text: 'it depends' },
    rounds: [
      {
        round: 1,
        present: 7,
        placed: 6,
        unsure: 1,
        passed: 0,
        spread: { median: 500, ranges: [{ from: 0, to: 1000, count: 6 }] }
      }
    ]
  });
});

test('SP20 four people leave counts and no shape', () => {
  const room = evening();
  room.lead('open', HELP);
  ['ana', 'bo', 'chidi', 'dana'].forEach((person) => room.place(person, 10));
  expect(room.harvest()[0]?.rounds[0]).toMatchObject({ placed: 4, spread: null });
  room.lead('reveal', HELP);
  expect(room.board().picture?.figures.spread).toBeNull();
});

test('SP21 movement is told on the board of those who stand in both rounds, and not kept', () => {
  const room = sixOnTheLine();
  room.lead('reveal', HELP);
  room.lead('anotherRound', HELP);
  for (const person of ['ana', 'bo', 'chidi', 'dana', 'eli']) room.place(person, 600);
  room.say('fatima', 'unsure');
  room.place('gus', 600);
  room.lead('reveal', HELP);
  expect(room.board().picture?.shift).toEqual({
    pairs: 5,
    median: 300,
    distance: 300,
    moved: 'most',
    crossed: 'few'
  });
  expect(room.harvest()[0]).not.toHaveProperty('shift');
});

test('SP22 rehearsed people leave nothing beside real ones, and all there is on their own', () => {
  const room = sixOnTheLine();
  room.arrive('ana', { rehearsed: true });
  expect(room.harvest()[0]?.rounds[0]).toMatchObject({ present: 6, placed: 5 });
  for (const person of Object.keys(everybody)) room.arrive(person, { rehearsed: true });
  expect(room.harvest()[0]?.rounds[0]).toMatchObject({ present: 7, placed: 6 });
});

test('SP23 the same activity begins afresh, with its statements and without its people', () => {
  const room = sixOnTheLine();
  room.lead('moveStatement', HELP, { to: 2 });
  expect(room.again().statements.map(({ text, way }) => [text.text, way])).toEqual([
    [SHARE, 'blind'],
    [HELP, 'blind']
  ]);
  expect(JSON.stringify(room.again())).not.toMatch(/ana|placements/);
});
