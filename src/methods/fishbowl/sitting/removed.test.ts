import { expect, test } from 'vitest';
import { comesIn, opened } from '../testing/meeting.ts';

type Room = ReturnType<typeof opened>;

/** All that the clock would send at once. */
function settles(room: Room): void {
  for (let due = room.wakes(); due?.at === 0; due = room.wakes())
    expect(room.clock(due.command, due.input)).not.toEqual([]);
}

/** A ring of two in which bo and chidi sit; ana and dana wait. */
function full() {
  const room = opened({ seats: 2 });
  comesIn(room, 'bo', 'chidi');
  for (const person of ['ana', 'dana']) room.ask(person);
  return room;
}

test('FB28 the chair of somebody who is removed is free at once for whoever is next; of somebody who left it stays theirs', () => {
  const room = full();
  room.leave('bo');
  settles(room);
  expect(room.ring()).toEqual(['bo', 'chidi']);
  room.showOut('bo');
  settles(room);
  expect(room.ring()).toEqual([null, 'chidi']);
  expect(room.held()).toEqual(['ana', null]);
  room.arrive('bo');
  settles(room);
  expect(room.ring()).toEqual([null, 'chidi']);
  expect(room.waiting()).toEqual(['dana']);
});

test('FB28 somebody who is removed waits for nothing, is called to nothing, and waits where they waited once let in again', () => {
  const room = full();
  room.by('bo', 'stepOut');
  expect(room.held()).toEqual(['ana', null]);
  room.showOut('ana');
  settles(room);
  expect(room.held()).toEqual(['dana', null]);
  expect(room.waiting()).toEqual([]);
  expect(Object.values(room.console().line).map(({ person }) => person)).toEqual(['dana']);
  expect(room.help('seat', { chair: room.chair(1), person: 'ana' })).toEqual({ refused: 'person-left' });
  room.ask('eli');
  room.arrive('ana');
  settles(room);
  expect(room.waiting()).toEqual(['ana', 'eli']);
});

test('FB28 a second entry of somebody is out of the line, too, and what is closed meanwhile stays closed', () => {
  const room = full();
  room.showOut('dana', { double: 'ana' });
  settles(room);
  expect(room.waiting()).toEqual(['ana']);
  room.turnTo('closed');
  room.arrive('dana');
  settles(room);
  expect(room.waiting()).toEqual([]);
});

test('FB28 cards of somebody who is removed are offered to nobody, and one of theirs leaves the board', () => {
  const room = full();
  for (const person of ['ana', 'dana']) room.by(person, 'sendCard', { card: `${person} asks` });
  const cards = () => Object.entries(room.console().cards).map(([id, { card, state }]) => ({ id, card, state }));
  const [anas] = cards();
  room.lead('showCard', { card: anas?.id ?? '' });
  room.showOut('ana');
  settles(room);
  expect(room.board().card).toBeNull();
  expect(cards()).toMatchObject([{ card: { text: 'dana asks' } }]);
  room.arrive('ana');
  settles(room);
  expect(cards()).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }]);
});

test('FB28 who cannot write or talk here any more is neither among the scribes nor in a group', () => {
  const room = opened({ form: 'closed' });
  room.lead('makeScribe', { person: 'ana', on: true });
  room.lead('makeGroups');
  const grouped = () => room.console().groups.flatMap(({ people }) => people);
  expect(grouped()).toContain('ana');
  room.showOut('ana');
  expect(room.console().scribes).toEqual([]);
  expect(grouped()).not.toContain('ana');
  room.arrive('ana');
  expect(room.console().scribes).toEqual(['ana']);
});
