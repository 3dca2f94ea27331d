import { facilitator, helper, phone } from '#contract/testing/given.ts';
import type { Scenes } from '#contract/testing/scenes.ts';
import type { SettingsForm } from '../settings.ts';
import { words } from '../words.ts';
import { eveningWith, HELP, SHARE, statement } from './meeting.ts';

type Room = ReturnType<typeof eveningWith>;

/** Nobody is on a line yet. One line is a continuum with a middle; the other one everybody sees fill. */
const room = (settings: Partial<SettingsForm> = {}): Room => {
  const statements = [
    statement(HELP, { kind: 'continuum', middle: 'it depends' }),
    statement(SHARE, { way: 'live', warmUp: true })
  ];
  const room = eveningWith({ statements, ...settings });
  room.later(3_600_000);
  return room;
};

const lead = (room: Room, command: string, text: string, more: object = {}): unknown =>
  room.and(facilitator, command, { statement: room.named(text).id, ...more });

const places = (room: Room, text: string, ...people: string[]): void => {
  people.forEach((person, index) => {
    room.later(1_000);
    room.and(phone(person), 'place', { ...room.line(text), x: index % 2 ? 900 - 40 * index : 60 + 30 * index });
  });
};

/** One line is open, and these people stand on it. */
function open(settings: Partial<SettingsForm> = {}, ...people: string[]): Room {
  const begun = room(settings);
  lead(begun, 'open', HELP);
  places(begun, HELP, ...people);
  return begun;
}

/** Five on the line, one who is not sure, one who passes; and it is revealed. */
function revealed(settings: Partial<SettingsForm> = {}): Room {
  const room = open(settings, 'ana', 'bo', 'chidi', 'dana', 'eli');
  room.and(phone('fatima'), 'place', { ...room.line(HELP), answer: 'unsure' });
  room.and(helper, 'place', { ...room.line(HELP), answer: 'pass', for: 'gus' });
  lead(room, 'reveal', HELP);
  return room;
}

/** Ana, Bo and the one who is not sure say why, and all of them would speak. */
function reasoned(settings: Partial<SettingsForm> = {}): Room {
  const room = revealed(settings);
  for (const person of ['ana', 'bo', 'fatima']) {
    room.and(phone(person), 'giveReason', { ...room.line(HELP), why: `The garden taught ${person}` });
    room.and(phone(person), 'raiseHand', { ...room.line(HELP), on: true });
  }
  const [pinned = '', hidden = ''] = Object.keys(room.console().reasons);
  room.and(facilitator, 'pin', { reason: pinned });
  room.and(facilitator, 'hide', { reason: hidden });
  return room;
}

/** The same line once more; everybody has moved a little. */
function again(settings: Partial<SettingsForm> = {}): Room {
  const room = revealed(settings);
  lead(room, 'anotherRound', HELP);
  places(room, HELP, 'bo', 'ana', 'dana', 'chidi', 'eli', 'fatima');
  lead(room, 'reveal', HELP);
  return room;
}

/** Nobody can tell whose a point is. */
function withoutNames(): Room {
  const room = open({ exposure: 'L0' });
  const points = [60, 90, 400, 820, 900].map((x, index) => ({ ...room.line(HELP), ticket: `ticket${index}`, k: 1, x }));
  room.and({ role: 'worker', person: null }, 'release', { points });
  return room;
}

export const scenes: Scenes = {
  'without a statement': () => room({ statements: [] }),
  'between lines': () => room({ proposals: true }),
  'a form with advice': {
    play: () => room(),
    console: [words.console.add, [words.console.text, 'We should meet more and decide together']]
  },
  'nobody placed': () => open(),
  'hidden until the reveal': () => open({ exposure: 'L3', proposals: true }, 'ana', 'bo'),
  'seen as it fills': () => {
    const begun = room();
    lead(begun, 'open', SHARE);
    places(begun, SHARE, 'ana', 'bo', 'chidi', 'dana', 'eli', 'fatima');
    return begun;
  },
  revealed: () => revealed(),
  'with names for those who lead': () => reasoned({ exposure: 'L2' }),
  'reasons, and who is called': {
    play() {
      const room = reasoned({ exposure: 'L3' });
      room.and(facilitator, 'call', { zone: 'unsure' });
      return room;
    },
    phone: [words.phone.whyChange]
  },
  'proposals wait': {
    play() {
      const room = reasoned({ exposure: 'L3', proposals: true });
      for (const text of ['We meet too often', 'We meet too rarely'])
        room.and(phone('ana'), 'propose', { text, poleA: 'true', poleB: 'false' });
      const [first = ''] = Object.keys(room.console().proposals.waiting);
      room.and(facilitator, 'declineProposal', { proposal: first });
      return room;
    },
    phone: [words.phone.more]
  },
  locked: () => {
    const room = revealed();
    lead(room, 'lock', HELP);
    return room;
  },
  'another round': () => again(),
  'two rounds compared': () => {
    const room = again();
    lead(room, 'compare', HELP, { rounds: [1, 2] });
    return room;
  },
  'a replay': () => {
    const room = revealed();
    lead(room, 'lock', HELP);
    lead(room, 'replay', HELP, { round: 1 });
    return room;
  },
  'two lines as a cloud': () => {
    const room = revealed();
    lead(room, 'open', SHARE);
    places(room, SHARE, 'eli', 'bo', 'ana', 'dana', 'chidi');
    lead(room, 'lock', SHARE);
    room.and(facilitator, 'cross', { across: room.named(HELP).id, up: room.named(SHARE).id });
    return room;
  },
  'without names': () => withoutNames(),
  'without names, and revealed': () => {
    const room = withoutNames();
    lead(room, 'reveal', HELP);
    return room;
  }
};
