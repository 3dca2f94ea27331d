import fc from 'fast-check';
import { expect, test } from 'vitest';
import { circle } from './testing/meeting.ts';
import { currentTurns } from './sitting/current-seats.ts';
import { FORMS, POLICIES } from './settings.ts';
import { STAGES } from './stages/stage-order.ts';

const RUNS = Number(process.env['PLENARY_TURMOIL'] ?? 80);
const STEPS = 60;
const PEOPLE = ['ana', 'bo', 'chidi', 'dana', 'eli', 'fatima', 'gus'];

const person = fc.constantFrom(...PEOPLE);
const seat = fc.nat({ max: 5 });
const anybodys = ['withdraw', 'sit', 'sit', 'letPass', 'stepOut', 'tapIn'];

/** The next action of a person. Chairs and turns are named by number, because their ids are random. */
const deed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ what: fc.constant('ask'), person, seat, specific: fc.boolean(), helped: fc.boolean() })
  },
  { weight: 9, arbitrary: fc.record({ what: fc.constantFrom(...anybodys), person, helped: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('seat'), seat, who: fc.oneof(person, fc.constant('invited:1')) })
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('unseat'), seat }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('turnTo'), stage: fc.constantFrom(...STAGES.slice(1)) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('setForm'), form: fc.constantFrom(...FORMS) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('setPolicy'), policy: fc.constantFrom(...POLICIES) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('addChair', 'removeChair'), seat, remote: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('makeGroups', 'nextGroup') }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('correctTurn'), turn: fc.nat({ max: 9 }), who: person }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constantFrom('leave', 'showOut', 'comeBack'), person }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('wait'), ms: fc.nat({ max: 700_000 }) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('undo') }) }
);
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;
type Room = ReturnType<typeof circle>;

/** A refusal is fine, but no command may break the invariants. */
function act(room: Room, asked: Deed, steps: { count: number }): void {
  const by = (who: string, helped: boolean, command: string, more: object = {}) =>
    helped ? room.help(command, { ...more, for: who }) : room.by(who, command, more);
  const lead = (command: string, input: object) => {
    const decision = room.lead(command, input);
    if (!('refused' in decision) && decision.length > 0) steps.count += 1;
  };
  switch (asked.what) {
    case 'ask': {
      const { person, seat, specific, helped } = asked as Extract<Deed, { specific: boolean }>;
      by(person, helped, 'ask', { why: null, tag: null, chair: specific ? room.chair(seat) : null });
      break;
    }
    case 'seat': {
      const { seat, who } = asked as Extract<Deed, { who: string; seat: number }>;
      lead('seat', { chair: room.chair(seat), ...(who.includes(':') ? { invited: who } : { person: who }) });
      break;
    }
    case 'unseat':
      lead('unseat', { chair: room.chair((asked as { seat: number }).seat) });
      break;
    case 'turnTo':
      lead('turnTo', { stage: (asked as { stage: string }).stage, from: room.state.stage });
      break;
    case 'setForm':
      lead('setForm', { form: (asked as { form: string }).form });
      break;
    case 'setPolicy':
      lead('setPolicy', { policy: (asked as { policy: string }).policy });
      break;
    case 'addChair':
      lead('addChair', { kind: (asked as { remote: boolean }).remote ? 'remote' : 'free' });
      break;
    case 'removeChair':
      lead('removeChair', { chair: room.chair((asked as { seat: number }).seat) });
      break;
    case 'correctTurn': {
      const { turn, who } = asked as Extract<Deed, { turn: number }>;
      lead('correctTurn', { turn: Object.keys(room.state.turns)[turn] ?? 'none', person: who });
      break;
    }
    case 'leave':
      room.leave((asked as { person: string }).person);
      break;
    case 'showOut':
      room.showOut((asked as { person: string }).person);
      break;
    case 'comeBack':
      room.arrive((asked as { person: string }).person);
      break;
    case 'wait':
      room.later((asked as { ms: number }).ms);
      break;
    case 'undo':
      if (steps.count > 0) {
        steps.count -= 1;
        room.undo();
      }
      break;
    case 'makeGroups':
    case 'nextGroup':
      lead(asked.what, {});
      break;
    default: {
      const { person, helped } = asked as { person: string; helped: boolean };
      by(person, helped, asked.what);
    }
  }
}

/** The clock sends what is due. Each wake must be gone after its command, or the clock would never stop. */
function clockRings(room: Room, now: () => number): void {
  for (let ring = 0; ring < 50; ring += 1) {
    const due = room.wakes();
    if (!due || due.at > now()) return;
    const decision = room.clock(due.command, due.input);
    expect(decision, `${due.command} was due and changed nothing`).not.toEqual([]);
    expect(decision).not.toHaveProperty('refused');
    expect(room.clock(due.command, due.input)).toEqual([]);
  }
  throw new Error('the clock never comes to rest');
}

/** FB28: once the clock has done what was due, no removed person sits or waits. */
function nobodyOutIsIn(room: Room, out: ReadonlySet<string>): void {
  expect(
    [...room.ring(), ...room.held(), ...room.waiting()].filter((person) => out.has(person ?? '')),
    'somebody who was removed sits or waits'
  ).toEqual([]);
}

/** I6. */
function holds({ state }: Room): void {
  const chairs = Object.values(state.chairs);
  const on = currentTurns(state);
  const sitters = on.map(({ turn }) => turn.sitter);
  const waiting = Object.values(state.requests).map((request) => request.person);
  const called = chairs.flatMap(({ held }) => held?.request ?? []);
  expect(new Set(sitters).size, 'somebody sits twice').toBe(sitters.length);
  expect(new Set(waiting).size, 'somebody waits twice').toBe(waiting.length);
  expect(new Set(called).size, 'two chairs are held for one').toBe(called.length);
  expect(
    sitters.filter((sitter) => waiting.includes(sitter)),
    'somebody sits and waits'
  ).toEqual([]);
  expect(
    chairs.filter(({ turn, held }) => turn !== null && held !== null),
    'a taken chair is held'
  ).toEqual([]);
  for (const request of called) expect(state.requests).toHaveProperty([request]);
  const onGoing = Object.entries(state.turns).filter(([, { to }]) => to === null);
  expect(onGoing.map(([id]) => id).sort(), 'a turn goes on without a chair').toEqual(on.map(({ id }) => id).sort());
  expect(new Set(Object.values(state.asked))).toEqual(new Set(Object.keys(state.requests)));
  const branches = Object.values(state.speakers).map(({ branch }) => branch);
  expect(new Set(branches).size, 'two are noted on one branch').toBe(branches.length);
  for (const { sitter } of Object.values(state.turns)) expect(state.speakers).toHaveProperty([sitter]);
  expect(chairs.length).toBeGreaterThanOrEqual(2);
  expect(chairs.length).toBeLessThanOrEqual(12);
}

/** Chance alone now and then leaves out that a person asks for a chair and withdraws. */
const WITHDRAWING: Deed[] = [
  { what: 'ask', person: 'ana', seat: 0, specific: false, helped: false },
  { what: 'withdraw', person: 'ana', helped: false }
];

test('FB1 FB4 FB28 whatever people, helpers and leads do in whatever order, seats hold one each and every request has an end', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(deed, { minLength: 10, maxLength: STEPS }), fc.constantFrom(...FORMS), (deeds, form) => {
      const room = circle({ form, invited: ['First', 'Second'], nudgeMinutes: 5 });
      const steps = { count: 0 };
      const made = new Set<string>();
      const out = new Set<string>();
      let now = 0;
      const note = () => {
        for (const id of Object.keys(room.state.requests)) made.add(id);
        holds(room);
      };
      room.turnTo(form === 'unpanel' ? 'starters' : 'bowl');
      for (const each of deeds) {
        if (each.what === 'wait') now += (each as { ms: number }).ms;
        act(room, each, steps);
        note();
        clockRings(room, () => now);
        note();
        if (each.what === 'showOut') out.add((each as { person: string }).person);
        if (each.what === 'comeBack' || each.what === 'leave') out.delete((each as { person: string }).person);
        nobodyOutIsIn(room, out);
      }
      room.turnTo('closed');
      for (const request of made)
        if (!Object.hasOwn(room.state.ends, request)) seen.add('taken back');
        else seen.add(room.state.ends[request]?.how ?? '');
      expect(room.state.requests).toEqual({});
      expect(room.ring().every((sitter) => sitter === null)).toBe(true);
    }),
    { numRuns: RUNS, examples: [[WITHDRAWING, 'open']] }
  );
  // If too little happened, the invariants would hold without being tested.
  expect([...seen].sort()).toEqual(expect.arrayContaining(['closed', 'lapsed', 'seated', 'withdrawn']));
}, 600_000);

test('FB4 reopening goes on with the same line, in the same order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(PEOPLE, { minLength: 3 }), fc.constantFrom(...POLICIES), (people, policy) => {
      const room = circle({ policy, seats: 2 });
      room.turnTo('bowl');
      for (const each of people) room.ask(each);
      const before = room.waiting();
      room.turnTo('closed');
      expect(room.waiting()).toEqual([]);
      room.turnTo('bowl');
      expect(Object.values(room.state.requests)).toHaveLength(people.length);
      expect([...room.held(), ...room.waiting()].filter(Boolean)).toEqual(expect.arrayContaining(before));
      expect(room.waiting()).toEqual(before);
    }),
    { numRuns: 30 }
  );
});
