import { helper, phone } from '#contract/testing/given.ts';
import type { Scenes } from '#contract/testing/scenes.ts';
import type { SettingsForm } from '../settings.ts';
import { consoleWords } from '../words/console.ts';
import { afternoon, SEED_QUESTIONS } from './meeting.ts';

type Room = ReturnType<typeof afternoon>;

/** The smallest picture there is. */
const PHOTO =
  '/9j/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=';

/** Nine people at two tables, and one who was late. Two of them have no phone. */
function room(settings: Partial<SettingsForm> = {}): Room {
  const room = afternoon(9, { questions: SEED_QUESTIONS, ...settings }).later(3_600_000);
  for (const person of ['p8', 'p9']) room.arrive(person, { via: 'walk-in', name: { text: `Name of ${person}` } });
  return room;
}

const first = (room: Room): string => room.sitters(room.table(1))[0] ?? '';
const hostOf = (room: Room): string => room.console().tables[room.table(1)]?.host ?? '';

/** The first question stands, and those at the first table have written. */
function talking(settings: Partial<SettingsForm> = {}): Room {
  const begun = room(settings).seated().talking().later(60_000);
  const [writer = '', other = ''] = begun
    .sitters(begun.table(1))
    .filter((person) => begun.people()[person]?.via === 'phone');
  const idea = begun.write(writer, 'Block parties', { gem: true });
  begun.write(other, 'Every summer', { parent: idea });
  begun.write(writer, 'Who pays?', { kind: 'question' });
  begun.and(phone(writer), 'carry', { text: 'Ask about the roof' });
  begun.and(phone(other), 'addPhoto', { card: 'photo0000000', table: begun.table(1), round: 1, photo: PHOTO });
  return begun;
}

/** All rounds are over, and the notes are on the wall. */
function harvested(settings: Partial<SettingsForm> = {}): Room {
  const room = talking(settings);
  room.moved().talking();
  room.write(first(room), 'A map of gardens');
  return room.moved().talking().lead('harvest', {});
}

const topics = (): Room => {
  const tables = ['Trees', 'Water', 'Who pays'].map((topic) => ({ topic }));
  const begun = room({ layout: 'topics', questions: [], visits: 2, tables });
  for (const person of ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'])
    begun.and(phone(person), 'chooseTopic', { table: begun.table(1), on: true });
  begun.and(phone('p1'), 'chooseTopic', { table: begun.table(3), on: true });
  begun.and(helper, 'chooseTopic', { table: begun.table(1), on: true, for: 'p9' });
  return begun;
};

export const scenes: Scenes = {
  'not begun': () => room(),
  'choosing topics': () => topics(),
  'a plan that is read': () => {
    const begun = room();
    begun.lead('setTables', { count: 2, seats: 5 });
    begun.lead('keepTogether', { people: ['p1', 'p2'] }).lead('keepApart', { people: ['p3', 'p4'] });
    begun.lead('pin', { person: 'p5', table: begun.table(2) }).lead('speak', { person: 'p6', language: 'de' });
    return begun.lead('plan').work();
  },
  'a plan of topics': () => topics().lead('plan').work(),
  'finding tables': {
    play() {
      const begun = room().seated();
      begun.and(helper, 'hear', { table: begun.table(1) });
      return begun;
    },
    console: [consoleWords.table(2)]
  },
  'talking at tables': {
    play() {
      const room = talking();
      const host = hostOf(room);
      room.and(phone(host), 'needs', { table: room.table(1), what: 'chair' });
      room.and(phone(host), 'setLines', { table: room.table(1), lines: ['Welcome'] });
      room.lead('makeScribe', { person: first(room), on: true });
      return room.lead('addMinutes', { minutes: 2, table: room.table(1) });
    },
    console: [consoleWords.table(1)]
  },
  'nobody is named': () => talking({ exposure: 'L1', hosts: 'none' }),
  'no chair is free': {
    play() {
      const room = talking();
      for (const late of ['ida', 'jo', 'kim']) room.arrive(late).and(phone(late), 'comeIn', {});
      return room;
    },
    console: [consoleWords.table(2)]
  },
  'moving on': () => talking().moved(),
  'moving by a rule': () => afternoon(25, { hosts: 'none' }).seated().talking().moved(),
  'topics at tables': () => topics().seated().talking(),
  'an exchange is offered': () => {
    const room = afternoon(16, { tables: [{}, {}, {}, {}] })
      .seated()
      .talking()
      .moved()
      .talking();
    const table = room.table(3);
    const host = room.console().tables[table]?.host ?? '';
    const [traveller = ''] = room.sitters(table).filter((person) => person !== host);
    room.leave(host).lead('makeHost', { table, person: traveller }).work();
    if (!room.console().swap) throw new Error('No exchange saves anybody from meeting twice');
    return room;
  },
  'two tables in one': () => {
    const room = talking({ tables: [{}, {}, {}], seats: 6 });
    return room.lead('mergeTables', { from: room.table(2), into: room.table(1) });
  },
  'the harvest is looked at': {
    play() {
      const room = harvested({ review: true });
      const [shown = '', hidden = ''] = Object.keys(room.console().wall.notes);
      return room.lead('showCard', { card: shown }).lead('hideCard', { card: hidden });
    }
  },
  'a harvest in groups': () => {
    const room = harvested();
    const [one = '', other = '', ...others] = Object.keys(room.console().wall.notes);
    room.lead('groupCards', { cards: [one], group: 'group000' });
    room.lead('groupCards', { cards: [other], group: 'group001' });
    room.lead('nameGroup', { group: 'group001', name: 'Streets' });
    room.lead('mergeCards', { from: others.slice(0, 1), into: others[1] ?? one });
    return room.lead('chooseCard', { table: room.table(1), note: one });
  },
  'one question of the harvest': () => harvested().lead('showAbout', { about: '1' }),
  'who met whom': () => harvested().lead('showEncounters'),
  closed: () => harvested().lead('close')
};
