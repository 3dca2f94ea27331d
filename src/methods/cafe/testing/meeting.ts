import { isRefusal, type Actor, type Attendee } from '#contract/method.ts';
import { facilitator, given, helper, phone } from '#contract/testing/given.ts';
import { cafe } from '../cafe.ts';
import type { SettingsForm } from '../settings.ts';
import { tableChannel } from '../channels.ts';
import type { AllView } from '../views/all.ts';
import type { BoardView } from '../views/board.ts';
import type { ConsoleView } from '../views/console.ts';
import type { PersonView } from '../views/person.ts';
import type { TableView } from '../views/table.ts';
import { work } from '../planning/plan-job.ts';

export const worker: Actor = { role: 'worker', person: null };
export const SEED_QUESTIONS = [
  'What is happening around Peer to Peer engagement in Chicagoland?',
  'What can you imagine peer to peer engagement creating for Chicagoland?',
  'How do you think we can each help get there?'
];

/** For tests: a café with this many people, `p1`, `p2` and so on, by the names they gave. */
export function afternoon(people: number, settings: Partial<SettingsForm> = {}) {
  const names = Array.from({ length: people }, (_, index) => `p${index + 1}`);
  const cast = Object.fromEntries(names.map((name) => [name, { name: { text: `Name of ${name}` } }]));
  const scene = given(cafe, { questions: SEED_QUESTIONS, ...settings }, cast);
  let notes = 0;
  const room = {
    ...scene,
    and(by: Actor, command: string, input: object) {
      scene.and(by, command, input);
      return room;
    },
    undo() {
      scene.undo();
      return room;
    },
    later(ms: number) {
      scene.later(ms);
      return room;
    },
    arrive(person: string, changes: Partial<Attendee> = {}) {
      scene.arrive(person, changes);
      return room;
    },
    leave(person: string) {
      scene.leave(person);
      return room;
    },
    showOut(person: string) {
      scene.showOut(person);
      return room;
    },
    /** What the engine is asked just now, and how it would answer. All of it travels as text. */
    openQuestion() {
      const asking = work.asking(scene.state);
      const question = asText(work.question(scene.state));
      return asking === null ? null : { asking, answered: () => ({ asking, answer: asText(work.answer(question)) }) };
    },
    /** Whatever the engine is asked, as the server does it. */
    work() {
      for (let question = room.openQuestion(); question; question = room.openQuestion())
        scene.and(worker, 'planned', question.answered());
      return room;
    },
    lead(command: string, input: object = {}) {
      scene.and(facilitator, command, input);
      return room;
    },
    /** Whatever the clock is asked for at once, as often as it asks. */
    rings() {
      for (let due = room.wakes(); due; due = room.wakes())
        scene.and({ role: 'clock', person: null }, due.command, due.input);
      return room;
    },
    seated() {
      return room.lead('plan').work().lead('seat');
    },
    /** A helper says for every table that its people are there. */
    settled() {
      for (const table of Object.keys(room.all().tables)) scene.when(helper, 'hear', { table });
      return room;
    },
    talking() {
      return room.settled().lead('ask', { anyway: false });
    },
    moved() {
      return room.lead('move', { from: room.all().round });
    },
    write(person: string, text: string, more: object = {}) {
      notes += 1;
      const note = `note${String(notes).padStart(4, '0')}`;
      const at = { table: room.own(person)?.table, round: room.all().round };
      const decision = scene.when(phone(person), 'addNote', {
        card: note,
        kind: 'idea',
        text,
        parent: null,
        gem: false,
        ...at,
        ...more
      });
      if (isRefusal(decision)) throw new Error(`The note was refused: ${decision.refused}`);
      return note;
    },
    all: () => scene.see('all') as AllView,
    board: () => scene.see('board') as BoardView,
    console: () => scene.see('console') as ConsoleView,
    own: (person: string) => scene.see(`person:${person}`) as PersonView | null,
    at: (table: string) => scene.see(tableChannel(table)) as TableView,
    /** The table with this number. */
    table: (number: number) =>
      Object.entries(room.all().tables).find(([, table]) => table.number === number)?.[0] ?? '',
    /** The seats of the current round. */
    seating: (round = scene.state.round) => scene.state.rounds[round]?.at ?? {},
    sitters: (table: string) => Object.keys(room.seating()).filter((person) => room.seating()[person] === table)
  };
  return room;
}

const asText = (value: object): object => JSON.parse(JSON.stringify(value)) as object;
