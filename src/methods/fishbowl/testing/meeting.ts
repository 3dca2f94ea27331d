import { facilitator, given, helper, phone } from '#contract/testing/given.ts';
import { fishbowl } from '../fishbowl.ts';
import { chairsInOrder, seatOf } from '../sitting/current-seats.ts';
import type { SettingsForm } from '../settings.ts';
import type { AllView } from '../views/all.ts';
import type { BoardView } from '../views/board.ts';
import type { ConsoleView } from '../views/console.ts';
import type { PersonView } from '../views/person.ts';
import type { ScribeView } from '../views/outline.ts';

export const QUESTION = 'What are you excited about?';
export const everybody = {
  ana: { name: { text: 'Ana' } },
  bo: { name: { text: 'Bo' } },
  chidi: { name: { text: 'Chidi' } },
  dana: { name: { text: 'Dana' } },
  eli: { name: { text: 'Eli' } },
  fatima: { name: { text: 'Fatima' } },
  gus: { name: { text: 'Gus' }, via: 'walk-in' as const }
};

export const minutes = (count: number): number => count * 60_000;

/** A meeting of seven people with a fishbowl. The functions send commands as one of them and read views. */
export function circle(changes: Partial<SettingsForm> = {}, cast: Parameters<typeof given>[2] = everybody) {
  const scene = given(fishbowl, { question: QUESTION, seats: 3, policy: 'first-come', ...changes }, cast);
  const chair = (number: number) => chairsInOrder(scene.state.chairs)[number - 1]?.[0] ?? `no chair ${number}`;
  const by = (person: string, command: string, input: object = {}) => scene.when(phone(person), command, input);
  const lead = (command: string, input: object = {}) => scene.when(facilitator, command, input);
  const clock = (command: string, input: object) => scene.when({ role: 'clock', person: null }, command, input);
  return {
    ...scene,
    /** The id of the chair with this number in the ring, from 1. */
    chair,
    by,
    lead,
    help: (command: string, input: object = {}) => scene.when(helper, command, input),
    clock,
    /** Lets time go by; then the clock sends the command that was due first. */
    rings: (ms: number) => {
      const due = scene.wakes();
      scene.later(ms);
      return clock(due?.command ?? 'nothing-is-due', due?.input ?? {});
    },
    turnTo: (stage: string) => lead('turnTo', { stage, from: scene.state.stage }),
    ask: (person: string, more: object = {}) => by(person, 'ask', { why: null, chair: null, tag: null, ...more }),
    /** Who sits on each chair, in the order of the ring. */
    ring: () =>
      chairsInOrder(scene.state.chairs).map(([, { turn }]) => (turn && scene.state.turns[turn]?.sitter) ?? null),
    /** The person for whom each chair is held. */
    held: () =>
      chairsInOrder(scene.state.chairs).map(
        ([, { held }]) => (held && scene.state.requests[held.request]?.person) ?? null
      ),
    /** The people in the queue, the next one first. */
    waiting: () =>
      Object.entries((scene.see('all') as AllView).line)
        .sort(([, one], [, other]) => one.rank - other.rank)
        .map(([request]) => scene.state.requests[request]?.person),
    sits: (person: string) => seatOf(scene.state, person) !== null,
    turnOf: (person: string) => seatOf(scene.state, person)?.turn ?? '',
    all: () => scene.see('all') as AllView,
    board: () => scene.see('board') as BoardView,
    console: () => scene.see('console') as ConsoleView,
    scribes: () => scene.see('scribes') as ScribeView,
    own: (person: string) => scene.see(`person:${person}`) as PersonView | null
  };
}

/** A circle whose conversation is open. */
export function opened(...set: Parameters<typeof circle>) {
  const room = circle(...set);
  room.turnTo('bowl');
  return room;
}

/** Each person asks for a chair and sits down on the one that is held. */
export function comesIn(room: ReturnType<typeof circle>, ...people: string[]): void {
  for (const person of people) {
    room.ask(person);
    room.by(person, 'sit');
  }
}
