import { facilitator, helper, phone } from '#contract/testing/given.ts';
import type { Scenes } from '#contract/testing/scenes.ts';
import { pieceSaying } from '#kit/outline-editor/testing/piece-saying.ts';
import type { SettingsForm } from '../settings.ts';
import type { LaterStage } from '../stages/stage-order.ts';
import { words } from '../words.ts';
import { consoleWords } from '../words/console.ts';
import { circle, minutes } from './meeting.ts';

type Room = ReturnType<typeof circle>;

/** A meeting that was set up an hour ago. */
const room = (settings: Partial<SettingsForm>): Room => {
  const room = circle({ policy: 'first-timers', ...settings });
  room.later(minutes(60));
  return room;
};

const lead = (room: Room, command: string, input: object): unknown => room.and(facilitator, command, input);
const does = (room: Room, person: string, command: string, input: object = {}): unknown =>
  room.and(phone(person), command, input);
const turnTo = (room: Room, stage: LaterStage): unknown => lead(room, 'turnTo', { stage, from: room.state.stage });
const asks = (room: Room, person: string, more: object = {}): unknown =>
  does(room, person, 'ask', { why: null, chair: null, tag: null, ...more });
const sits = (room: Room, chair: number, person: string): unknown =>
  room.and(helper, 'seat', { chair: room.chair(chair), turn: null, person });

/** The conversation goes on, and these people sit on the first chairs. */
function talk(settings: Partial<SettingsForm>, ...people: string[]): Room {
  const opened = room(settings);
  turnTo(opened, 'bowl');
  people.forEach((person, index) => sits(opened, index + 1, person));
  opened.later(minutes(2));
  return opened;
}

/** Three talk, Dana was called to the fourth chair, and Eli and Fatima wait. */
function lineIn(settings: Partial<SettingsForm>): Room {
  const room = talk({ seats: 4, ...settings }, 'ana', 'bo', 'chidi');
  asks(room, 'dana', { why: 'Housing' });
  asks(room, 'eli', { why: 'Bees' });
  asks(room, 'fatima');
  return room;
}

/** Ana said something, and something was noted of it. */
function noted(room: Room): void {
  const branch = room.state.speakers['ana']?.branch;
  const note = (id: string, parent: string | null, words: string) =>
    room.and(helper, 'addNote', {
      note: id.padStart(16, 'n'),
      at: { branch, parent, after: null },
      piece: pieceSaying(words)
    });
  note('1', null, 'Repair cafés');
  note('2', '1'.padStart(16, 'n'), 'Sixty people');
}

export const scenes: Scenes = {
  'before it begins': () => room({ exposure: 'L3' }),
  'a chair is free': () => talk({ seats: 5, exposure: 'L3' }, 'ana', 'bo', 'chidi'),
  'a chair is held, others wait': {
    play: () => lineIn({}),
    console: [consoleWords.ring.chair(4)]
  },
  'a chair that is taken': {
    play() {
      const room = lineIn({ exposure: 'L1' });
      room.and(helper, 'beginTalk', { chair: room.chair(1) });
      room.later(minutes(1));
      room.and(helper, 'nudge', { chair: room.chair(1) });
      return room;
    },
    console: [consoleWords.ring.chair(1)]
  },
  'whoever was called let it pass': () => {
    const room = lineIn({});
    does(room, 'dana', 'letPass');
    return room;
  },
  'whoever was called did not come': () => {
    const room = lineIn({});
    room.rings(minutes(1));
    return room;
  },
  balanced: () => lineIn({ policy: 'balance', tags: ['Neighbours', 'City hall'] }),
  'nobody is called by itself': () => lineIn({ policy: 'facilitator' }),
  'people behind chairs, one of them remote': () => {
    const room = talk({ form: 'samoan', seats: 4, remoteSeat: true }, 'ana', 'bo', 'chidi', 'gus');
    asks(room, 'dana', { chair: room.chair(1) });
    asks(room, 'eli', { chair: room.chair(1) });
    return room;
  },
  'stepped out, with notes and figures': () => {
    const room = talk({ seats: 4, exposure: 'L3' }, 'ana', 'bo');
    noted(room);
    does(room, 'ana', 'stepOut');
    does(room, 'ana', 'consent', { named: true });
    lead(room, 'showNotes', { on: true });
    lead(room, 'showAirtime', { on: true });
    return room;
  },
  'a scribe writes': {
    play() {
      const room = talk({ seats: 4 }, 'ana', 'bo');
      noted(room);
      lead(room, 'makeScribe', { person: 'chidi', on: true });
      return room;
    },
    phone: [words.phone.write]
  },
  'silent cards, one on the board': () => {
    const room = lineIn({});
    lead(room, 'takeCards', { on: true });
    for (const card of ['Who pays for the roof?', 'And who decides?', 'Why now?'])
      does(room, 'eli', 'sendCard', { card });
    const [paid = '', decided = '', now = ''] = Object.keys(room.state.cards);
    lead(room, 'answerCard', { card: decided });
    lead(room, 'hideCard', { card: now });
    lead(room, 'showCard', { card: paid });
    return room;
  },
  'a group of a closed fishbowl': () => {
    const room = talk({ form: 'closed', seats: 3 });
    lead(room, 'makeGroups', {});
    lead(room, 'nextGroup', {});
    return room;
  },
  'invited people begin': () => {
    const opened = room({ form: 'unpanel', invited: ['Ms Ito', 'Mr Park'] });
    turnTo(opened, 'starters');
    return opened;
  },
  'the outer ring asks': () => {
    const room = talk({ form: 'ux', seats: 3 }, 'ana', 'bo');
    turnTo(room, 'asking');
    for (const card of ['Who pays for the roof?', 'And who decides?']) does(room, 'eli', 'sendCard', { card });
    const [first = ''] = Object.keys(room.state.cards);
    lead(room, 'answerCard', { card: first });
    return room;
  },
  'a talk of two': () => {
    const opened = room({ form: 'sandwich' });
    turnTo(opened, 'pairs');
    return opened;
  },
  'last words': () => {
    const room = lineIn({});
    turnTo(room, 'last-words');
    return room;
  },
  closed: () => {
    const room = lineIn({});
    noted(room);
    lead(room, 'showAirtime', { on: true });
    turnTo(room, 'closed');
    return room;
  }
};
