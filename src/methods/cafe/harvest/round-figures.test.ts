import { expect, it } from 'vitest';
import type { Figure } from './harvest-type.ts';
import { figureSentence } from '#harvest/figure-sentences.ts';
import { phone } from '#contract/testing/given.ts';
import { afternoon } from '../testing/meeting.ts';
import { harvestWords } from '../words/harvest.ts';

type Room = ReturnType<typeof afternoon>;
const figuresOf = (room: Room) =>
  room
    .harvest()
    .flatMap((block) => (block.kind === 'outline' && block.title.kind === 'course' ? [...block.figures] : []));
const valueOf = (room: Room, code: Figure['code']) => figuresOf(room).find((figure) => figure.code === code)?.value;
const sentences = (room: Room) => figuresOf(room).map((figure) => figureSentence(figure, harvestWords));

it('WC32 tells how a café went in plain sentences', () => {
  const room = afternoon(25).seated().later(160_000).settled().lead('ask', { anyway: false });
  const [first = ''] = room.sitters(room.table(1));
  for (let n = 1; n <= 10; n += 1) room.write(`p${n}`, 'Something');
  room.moved().later(90_000).settled().lead('ask', { anyway: false });
  room.moved().later(190_000).settled().lead('ask', { anyway: false });
  room.write(first, 'At the end');
  room.lead('harvest');
  expect(sentences(room)).toEqual([
    'Rounds: 3',
    'Tables of 5.',
    'Everybody sat where they were planned to.',
    'Usually somebody met 12 others, and everybody at least 12.',
    'Of all pairs, 150 of 300 sat at one table at least once.',
    'Nobody met anybody twice.',
    'Nine in ten sat after 2\u00a0min 40\u00a0s, median of 3 moves; the longest took 3\u00a0min 10\u00a0s.',
    expect.stringMatching(/^Of all tables in all rounds, \d+ of 15 left a note\.$/),
    expect.stringMatching(/^Notes of a table: \d to \d+, usually \d\.$/),
    'Of those who sat, 10 of 25 wrote something.'
  ]);
});

it('WC45 a draft tells how many rounds there were, and how it went only once the gathering has closed', () => {
  const room = afternoon(25).seated().settled().lead('ask', { anyway: false });
  room.write('p1', 'Something');
  room.lead('harvest');
  const course = room.draft().filter(({ title }) => title.kind === 'course');
  expect(course).toMatchObject([{ figures: [{ code: 'still-on', value: 1 }] }]);
  expect(JSON.stringify(room.draft())).toContain('Something');
  expect(figuresOf(room).length).toBeGreaterThan(5);
});

it('WC32 takes the time until nine in ten of those present sat, whatever the others do afterwards', () => {
  const room = afternoon(10).seated();
  room.leave('p10');
  for (let n = 1; n <= 9; n += 1)
    room.later(10_000).and(phone(`p${n}`), 'here', { table: room.own(`p${n}`)?.table, round: 1 });
  room.later(500_000).arrive('p10').lead('ask', { anyway: false });
  expect(valueOf(room, 'reseating')).toEqual({ median: 90_000, longest: 90_000, settled: 1, moves: 1 });
});

it('WC32 counts from a new telling when a move was taken back, and not at all what was heard by mistake', () => {
  const room = afternoon(10).seated().later(60_000).talking().moved().later(5_000);
  const tables = [1, 2].map(room.table);
  for (const table of tables) room.lead('hear', { table });
  expect(valueOf(room, 'reseating')).toMatchObject({ settled: 2 });
  for (const _hear of tables) room.undo();
  expect(valueOf(room, 'reseating')).toMatchObject({ settled: 1, moves: 2 });
  room.undo().later(1_000_000).moved().later(30_000).settled();
  expect(valueOf(room, 'reseating')).toEqual({ median: 30_000, longest: 60_000, settled: 2, moves: 2 });
});

it('WC32 tells nothing of a move in which too few sat down', () => {
  const room = afternoon(10).seated();
  room.lead('hear', { table: room.table(1) }).lead('ask', { anyway: true });
  expect(valueOf(room, 'reseating')).toBeUndefined();
  expect(valueOf(room, 'rounds')).toBe(1);
});

it('WC32 counts meeting again as the plan does: without those who belong together and without the way home', () => {
  const questions = ['One?', 'Two?', 'Three?'];
  const room = afternoon(10, { questions, returnHome: true });
  room
    .lead('keepTogether', { people: ['p1', 'p2'] })
    .seated()
    .talking()
    .moved()
    .talking()
    .moved()
    .talking();
  const plan = room.console().plan?.quality;
  expect(valueOf(room, 'met-again')).toEqual({
    pairs: plan?.repeats,
    excess: plan?.excess,
    plan: { excess: plan?.excess, least: plan?.bound }
  });
});

it('WC32 counts a seat elsewhere than planned from the move of whoever took it', () => {
  const room = afternoon(25).seated();
  const [two, three] = [room.table(2), room.table(3)];
  for (const person of room.sitters(two)) room.leave(person);
  const movers = room.sitters(three);
  for (const person of movers) room.lead('movePerson', { person, table: two });
  room.talking();
  expect(valueOf(room, 'elsewhere')).toEqual({ count: 5, of: 20 });
});

it('WC40 tells how many said where they sat, and nothing that follows from it, while fewer than nine in ten did', () => {
  const silent = afternoon(150).seated().lead('ask', { anyway: true });
  for (let round = 1; round < 3; round += 1) silent.moved().lead('ask', { anyway: true });
  silent.lead('harvest');
  expect(sentences(silent)).toEqual(['Rounds: 3', 'Nobody said where they sat, so whom people met is not told.']);

  const half = afternoon(10).seated();
  half.lead('hear', { table: half.table(1) }).lead('ask', { anyway: true });
  half.write(half.sitters(half.table(1))[0] ?? '', 'Said');
  expect(sentences(half)).toEqual([
    'Rounds: 1',
    'Only for 5 of 10 seats did people say that they sat there: too few to tell whom people met.'
  ]);
  half.lead('hear', { table: half.table(2) });
  expect(figuresOf(half).map(({ code }) => code)).toContain('met');
});

it('WC40 asks who was there when a round ended, and takes no notice of who has left since', () => {
  const room = afternoon(20).seated();
  for (const number of [1, 2]) room.lead('hear', { table: room.table(number) });
  room.lead('ask', { anyway: true }).lead('harvest');
  for (let n = 1; n <= 20; n += 1) room.leave(`p${n}`);
  expect(valueOf(room, 'said')).toEqual({ count: 10, of: 20 });
});

it('WC40 counts nobody as silent who left before the round ended, and nobody in a round that was not asked', () => {
  const room = afternoon(25).seated();
  for (const number of [1, 2, 3, 4]) room.lead('hear', { table: room.table(number) });
  for (const person of room.sitters(room.table(5))) room.leave(person);
  room.lead('ask', { anyway: true });
  room.moved().lead('harvest');
  expect(valueOf(room, 'table-sizes')).toEqual({ least: 5, most: 5 });
  expect(valueOf(room, 'rounds')).toBe(1);
});

it('WC33 gives no figure of fewer than five people, and no share that leaves one to four of them', () => {
  const few = afternoon(4).seated().talking();
  few.write('p1', 'Alone');
  expect(figuresOf(few)).toEqual([]);
  expect(few.harvest()).toHaveLength(2);

  const room = afternoon(25).seated().talking();
  const writing = (from: number, to: number) => {
    for (let n = from; n <= to; n += 1) room.write(`p${n}`, 'Said');
  };
  writing(1, 4);
  expect(valueOf(room, 'wrote')).toBe('few');
  writing(5, 20);
  expect(valueOf(room, 'wrote')).toEqual({ count: 20, of: 25 });
  writing(21, 24);
  expect(valueOf(room, 'wrote')).toBe('most');
  writing(25, 25);
  expect(valueOf(room, 'wrote')).toEqual({ count: 25, of: 25 });
});
