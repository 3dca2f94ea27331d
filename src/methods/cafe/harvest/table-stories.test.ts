import { expect, it } from 'vitest';
import type { OutlineNote } from '#contract/harvest-blocks.ts';
import type { Block, Branch } from './harvest-type.ts';
import { phone } from '#contract/testing/given.ts';
import { afternoon } from '../testing/meeting.ts';

type Room = ReturnType<typeof afternoon>;
const outlines = (room: Room): Block[] => room.harvest().flatMap((block) => (block.kind === 'outline' ? [block] : []));
const tablesOf = (room: Room): readonly Branch[] =>
  outlines(room).find(({ title }) => title.kind === 'tables')?.branches ?? [];
const said = ({ text }: OutlineNote) => (text as { text: string }).text;
/** Every note by its id, wherever it stands. */
const noted = (room: Room) =>
  new Map(outlines(room).flatMap(({ branches }) => inBranches(branches).map((note) => [note.id, note])));
const everyNote = (notes: readonly OutlineNote[]): OutlineNote[] =>
  notes.flatMap((note) => [note, ...everyNote(note.notes)]);
const inBranches = (branches: readonly Branch[]): OutlineNote[] =>
  branches.flatMap(({ notes, branches = [] }) => [...everyNote(notes), ...inBranches(branches)]);

/** What stands under a table: by host or round, what was written. */
const told = (room: Room, number: number) =>
  tablesOf(room)
    .find(({ head }) => head.kind === 'table' && head.number === number)
    ?.branches?.map(({ head, notes, index = [] }) => [
      head.kind === 'round' ? head.round : head.kind,
      [...notes, ...index.flatMap((id) => noted(room).get(id) ?? [])].map(said)
    ]);

it('WC30 tells each table’s story by its rounds, with its name, its topic, its host’s lines and its cards', () => {
  const room = afternoon(10).seated().talking();
  const [one, two] = [room.table(1), room.table(2)];
  const [ana] = room.sitters(one);
  const seed = room.write(ana ?? '', 'Seeds');
  const more = room.write(ana ?? '', 'More about seeds', { parent: seed });
  room.lead('chooseCard', { table: one, note: seed }).lead('setLines', { table: one, lines: ['Begin with bread'] });
  const named = { table: one, name: 'Kitchen', topic: 'Food', zone: null, language: null, seats: 5 };
  room.lead('describeTable', named).moved().talking();
  const [bo] = room.sitters(one);
  const later = room.write(bo ?? '', 'Bread');
  room.lead('chooseCard', { table: one, note: seed });
  expect(tablesOf(room)).toMatchObject([
    {
      head: { kind: 'table', number: 1, name: { text: 'Kitchen' }, topic: { text: 'Food' } },
      branches: [
        { head: { kind: 'lines' }, notes: [{ text: { text: 'Begin with bread' }, table: 1 }] },
        {
          head: { kind: 'round', round: 1, question: { text: expect.stringContaining('happening') as string } },
          notes: [],
          index: [seed, more]
        },
        { head: { kind: 'round', round: 2 }, index: [later] }
      ]
    }
  ]);
  expect(noted(room).get(seed)).toMatchObject({ cards: [1, 2], notes: [{ text: { text: 'More about seeds' } }] });
  expect(told(room, 2)).toBeUndefined();

  room.lead('chooseCard', { table: one, note: later }).lead('hideCard', { card: seed });
  room.lead('setLines', { table: two, lines: ['Nobody wrote here'] });
  expect(told(room, 1)).toEqual([
    ['lines', ['Begin with bread']],
    [1, ['More about seeds']],
    [2, ['Bread']]
  ]);
  expect(told(room, 2)).toEqual([['lines', ['Nobody wrote here']]]);
});

it('WC30 tells what came with a merged table where its people went, and says where it was written', () => {
  const room = afternoon(9, { seats: 6 }).seated().talking();
  const [one, two] = [room.table(1), room.table(2)];
  room.write(room.sitters(one)[0] ?? '', 'From the first');
  room.lead('setLines', { table: one, lines: ['A line of the first'] });
  room.write(room.sitters(two)[0] ?? '', 'From the second');
  for (const person of room.sitters(one).slice(0, 4)) room.leave(person);
  room.lead('mergeTables', { from: one, into: two });
  expect(told(room, 1)).toBeUndefined();
  expect(told(room, 2)).toEqual([
    ['lines', ['A line of the first']],
    [1, ['From the first', 'From the second']]
  ]);
  expect(inBranches(tablesOf(room)).map(({ table }) => table)).toEqual([1]);
});

it('WC30 leaves what was written before a table was split off where it was, but for the card it chose from it', () => {
  const room = afternoon(5, { seats: 6 }).seated().talking();
  const one = room.table(1);
  const [ana = '', bo = '', chidi = ''] = room.sitters(one);
  const before = room.write(ana, 'Before');
  room.write(ana, 'Not chosen');
  room.lead('splitTable', { table: one, people: [bo, chidi] });
  const two = room.table(2);
  room.write(bo, 'After');
  room.lead('chooseCard', { table: two, note: before });
  expect(told(room, 1)).toEqual([[1, ['Before', 'Not chosen']]]);
  expect(told(room, 2)).toEqual([[1, ['Before', 'After']]]);
  expect(noted(room).get(before)).toMatchObject({ table: 1, cards: [1] });
});

it('WC30 tells of the tables exactly what the questions tell, each note once', () => {
  const room = afternoon(25).seated().talking();
  for (const round of [1, 2, 3]) {
    if (round > 1) room.moved().talking();
    for (const person of ['p1', 'p9', 'p17', 'p25']) {
      const note = room.write(person, `${person} in round ${round}`);
      room.write(person, `${person} more in round ${round}`, { parent: note, gem: round === 2 });
    }
  }
  room.lead('mergeCards', { from: ['note0001'], into: 'note0003' }).lead('hideCard', { card: 'note0005' });
  room.lead('harvest');
  room.lead('groupCards', { cards: ['note0007'], group: 'cluster1' });
  room.lead('nameGroup', { group: 'cluster1', name: 'A theme' });
  const byQuestion = outlines(room).flatMap(({ title, branches }) => (title.kind === 'question' ? branches : []));
  const byTable = tablesOf(room).flatMap(({ branches = [] }) => branches.flatMap(({ index = [] }) => index));
  const all = inBranches(byQuestion).map(({ id }) => id);
  expect(byTable.toSorted()).toEqual(all.toSorted());
  expect(new Set(all).size).toBe(23);
});

it('WC28 keeps the lines of a simulated host out of a real gathering', () => {
  const room = afternoon(10).seated().talking();
  const [host = ''] = room.sitters(room.table(1));
  room.and(phone(host), 'setLines', { table: room.table(1), lines: ['Said by nobody'] });
  expect(told(room, 1)).toEqual([['lines', ['Said by nobody']]]);
  room.arrive(host, { rehearsed: true });
  expect(told(room, 1)).toBeUndefined();
});
