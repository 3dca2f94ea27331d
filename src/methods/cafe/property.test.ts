import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '#contract/method.ts';
import { facilitator, helper, phone } from '#contract/testing/given.ts';
import { afternoon, worker } from './testing/meeting.ts';
import { getOwn } from '#contract/get-own.ts';
import { sitterCounts } from './seating/seats.ts';

const person = fc.nat(13);
const nth = fc.nat(7);
const does = <Does extends string, More extends object>(
  weight: number,
  of: Does[],
  more: { [Key in keyof More]: fc.Arbitrary<More[Key]> }
) => ({
  weight,
  arbitrary: fc.record({ do: fc.constantFrom(...of), ...more })
});

const move = fc.oneof(
  does(6, ['next', 'anyway', 'work', 'work'], {}),
  does(8, ['here', 'comeIn', 'takeHost', 'handOn'], { person, nth }),
  does(6, ['addNote', 'addLate', 'rewriteCard', 'removeCard', 'carry'], { person, nth, on: fc.boolean() }),
  does(4, ['leave', 'arrive'], { person }),
  does(3, ['movePerson', 'makeHost', 'hear', 'pin', 'makeScribe'], { person, nth, on: fc.boolean() }),
  does(4, ['mergeTables', 'splitTable', 'closeTable', 'describeTable', 'setTables', 'addChair', 'openTable'], {
    person,
    nth,
    other: nth,
    on: fc.boolean()
  }),
  does(3, ['starCards', 'gemNote', 'mergeCards', 'unmergeCard', 'chooseCard', 'setLines', 'needs'], {
    person,
    nth,
    other: nth,
    on: fc.boolean()
  }),
  does(
    2,
    ['groupCards', 'nameGroup', 'joinGroups', 'hideCard', 'showCard', 'showAbout', 'showEncounters', 'setReview'],
    {
      nth,
      other: nth,
      on: fc.boolean()
    }
  ),
  does(
    2,
    [
      'addMinutes',
      'addQuestion',
      'removeQuestion',
      'setReturnHome',
      'plan',
      'seat',
      'takeSwap',
      'dropPlan',
      'keepTogether',
      'keepApart',
      'dropWish',
      'setExposure',
      'reopen',
      'harvest'
    ],
    { nth, person, on: fc.boolean() }
  ),
  does(5, ['undo'], {})
);
const RUNS = Number(process.env['PLENARY_TURMOIL'] ?? 12);

type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never;
type Any = { do: string; person?: number; nth?: number; other?: number; on?: boolean };

const CLUSTERS = ['cluster1', 'cluster2', 'cluster3'];

/** Plays the moves; returns how often the clock seated a person. */
function play(moves: readonly Move[], hosts: 'stays' | 'swaps' | 'none', tables: number): number {
  const room = afternoon(11, { hosts, seats: 4, tables: Array.from({ length: tables }, () => ({})) });
  const written: string[] = [];
  let steps = 0;
  let rung = 0;
  for (const each of moves as readonly Any[]) {
    const who = `p${(each.person ?? 0) + 1}`;
    const ids = Object.keys(room.state.tables);
    const table = ids[(each.nth ?? 0) % Math.max(1, ids.length)] ?? 'none';
    const second = ids[(each.other ?? 0) % Math.max(1, ids.length)] ?? 'none';
    const note = written[(each.nth ?? 0) % Math.max(1, written.length)] ?? 'none';
    const [on, round] = [each.on ?? false, room.state.round];
    const shownBefore = JSON.stringify(seatingsUpTo(room, round));
    const lead = (command: string, input: object) => {
      const decision = room.when(facilitator, command, input);
      const isTakenBack = cafeUndoes(command);
      if (!isRefusal(decision) && decision.length > 0 && isTakenBack) steps += 1;
    };
    const own = room.own(who)?.table ?? table;
    const asks: Record<string, () => void> = {
      next() {
        const [step] = room.next();
        if (step) lead(step.command, step.input);
      },
      anyway: () => lead('ask', { anyway: true }),
      work() {
        const asked = room.openQuestion();
        if (!asked) return;
        room.and(worker, 'planned', asked.answered());
        expect(JSON.stringify(seatingsUpTo(room, round)), 'a seat that was shown changed').toBe(shownBefore);
      },
      here: () => room.when(phone(who), 'here', { table: on ? own : table, round }),
      comeIn: () => room.when(phone(who), 'comeIn', {}),
      takeHost: () => room.when(phone(who), 'takeHost', { table: own }),
      handOn: () => room.when(phone(who), 'takeHost', { table: own, for: room.sitters(own)[0] ?? 'nobody' }),
      addNote: () => write({ table: own, round }),
      addLate: () => write({ table: room.state.rounds[round - 1]?.at[who] ?? table, round: Math.max(1, round - 1) }),
      rewriteCard: () => room.when(phone(who), 'rewriteCard', { card: note, text: 'Other words', rev: each.nth ?? 0 }),
      removeCard: () => room.when(phone(who), 'removeCard', { card: note }),
      carry: () => room.when(phone(who), 'carry', { text: on ? 'A thought' : null }),
      leave: () => room.leave(who),
      arrive: () => room.arrive(who),
      movePerson: () => lead('movePerson', { person: who, table }),
      makeHost: () => lead('makeHost', { table: own, person: who }),
      hear: () => (on ? room.when(helper, 'hear', { table }) : lead('hear', { table })),
      pin: () => lead('pin', { person: who, table: on ? table : null }),
      makeScribe: () => lead('makeScribe', { person: who, on }),
      mergeTables: () => lead('mergeTables', { from: table, into: second }),
      splitTable: () => lead('splitTable', { table, people: room.sitters(table).slice(0, 2) }),
      closeTable: () => lead('closeTable', { table, closed: on }),
      describeTable: () =>
        lead('describeTable', {
          table,
          name: 'By the window',
          topic: null,
          zone: null,
          language: null,
          seats: on ? 6 : 3
        }),
      addChair: () => lead('addChair', { table }),
      openTable: () => lead('openTable', {}),
      setTables: () => lead('setTables', { count: 3 + (each.nth ?? 0), seats: on ? 5 : 3 }),
      starCards: () => lead('starCards', { cards: [note], on }),
      gemNote: () => lead('gemNote', { cards: [note], on }),
      mergeCards: () =>
        lead('mergeCards', { from: [note], into: written[(each.other ?? 0) % Math.max(1, written.length)] ?? 'none' }),
      unmergeCard: () => lead('unmergeCard', { card: note }),
      chooseCard: () => lead('chooseCard', { table, note: on ? note : null }),
      setLines: () => lead('setLines', { table, lines: ['We began with soil', 'and ended with time'] }),
      needs: () => room.when(phone(who), 'needs', { table: own, what: on ? 'chair' : null }),
      groupCards: () =>
        lead('groupCards', { cards: [note], group: on ? (CLUSTERS[(each.other ?? 0) % 3] ?? null) : null }),
      nameGroup: () => lead('nameGroup', { group: CLUSTERS[(each.nth ?? 0) % 3], name: on ? 'Sharing' : null }),
      joinGroups: () =>
        lead('joinGroups', { from: CLUSTERS[(each.nth ?? 0) % 3], into: CLUSTERS[(each.other ?? 0) % 3] }),
      hideCard: () => lead('hideCard', { card: note }),
      showCard: () => lead('showCard', { card: note }),
      showEncounters: () => lead('showEncounters', {}),
      showAbout: () => lead('showAbout', { about: on ? String(1 + ((each.nth ?? 0) % 3)) : table }),
      setReview: () => lead('setReview', { on }),
      addMinutes: () => lead('addMinutes', { minutes: 2, table: on ? table : null }),
      addQuestion: () => lead('addQuestion', { question: 'And now?' }),
      removeQuestion: () => lead('removeQuestion', { round: 1 + ((each.nth ?? 0) % 4) }),
      setReturnHome: () => lead('setReturnHome', { on }),
      plan: () => lead('plan', {}),
      seat: () => lead('seat', {}),
      takeSwap() {
        const { swap } = room.console();
        if (swap) lead('takeSwap', { round: swap.round, one: swap.one, other: swap.other });
      },
      dropPlan: () => lead('dropPlan', {}),
      keepTogether: () => lead('keepTogether', { people: [who, 'p1', 'p2'] }),
      keepApart: () => lead('keepApart', { people: [who, 'p3'] }),
      dropWish: () => lead('dropWish', { wish: Object.keys(room.state.wishes.apart)[0] ?? 'none' }),
      setExposure: () => void room.when(facilitator, 'setExposure', { to: on ? 'L1' : 'L2' }),
      reopen: () => lead('reopen', {}),
      harvest: () => lead('harvest', {}),
      undo() {
        if (steps === 0) return;
        steps -= 1;
        room.undo();
      }
    };
    function write(at: { table: string; round: number }) {
      const id = `note${String(written.length).padStart(4, '0')}`;
      const input = { card: id, kind: 'idea', text: 'Said', parent: on ? note : null, gem: on, ...at };
      if (isRefusal(room.when(phone(who), 'addNote', input))) return;
      written.push(id);
      expect(room.when(phone(who), 'addNote', input), 'said twice').toEqual([]);
      expect(getOwn(room.state.deck.cards, id)).toMatchObject(at);
    }
    room.later(1000);
    asks[each.do]?.();
    judge(room, written);
    rung += clockRings(room);
    judge(room, written);
  }
  while (steps > 0) {
    steps -= 1;
    room.undo();
    judge(room, written);
  }
  return rung;
}

/** Runs what is due until nothing is: each run must seat a waiting person, and must then no longer be due. */
function clockRings(room: Room): number {
  let rung = 0;
  const clock = { role: 'clock', person: null } as const;
  for (let due = room.wakes(); due; due = room.wakes()) {
    expect(room.when(clock, due.command, due.input), 'it was due and changed nothing').not.toEqual([]);
    expect(room.when(clock, due.command, due.input)).toEqual([]);
    rung += 1;
  }
  return rung;
}

/** Of the commands of facilitators only this one cannot be taken back. */
const cafeUndoes = (command: string): boolean => command !== 'setExposure';

type Room = ReturnType<typeof afternoon>;

const seatingsUpTo = (room: Room, round: number) =>
  Array.from({ length: round }, (_, index) => [room.state.rounds[index + 1]?.at, room.state.rounds[index + 1]?.here]);

function judge(room: Room, written: readonly string[]): void {
  const { state } = room;
  for (const [number, round] of Object.entries(state.rounds)) {
    if (Number(number) < state.round || state.round === 0) continue;
    for (const [table, count] of sitterCounts(round)) {
      const found = state.tables[table];
      if (!found) throw new Error(`I6 round ${number} seats people at a table that is not there`);
      if (count > found.seats)
        throw new Error(`I6 ${count} sit on ${found.seats} chairs at table ${found.number} in round ${number}`);
      const stands = !found.closed && found.mergedInto === null;
      if (Number(number) > state.round && !stands)
        throw new Error(`Table ${found.number} is closed in round ${number}`);
    }
    for (const [table, host] of Object.entries(round.hosts))
      if (round.at[host] !== table) throw new Error(`The host of a table sits elsewhere in round ${number}`);
    for (const one of Object.keys(round.here)) if (!round.at[one]) throw new Error(`${one} is there and sits nowhere`);
  }
  for (const person of Object.keys(state.waits))
    if (room.own(person)?.waits && room.own(person)?.table) throw new Error(`${person} sits and waits`);
  for (const note of written) if (!getOwn(state.deck.cards, note)) throw new Error(`I13 note ${note} is gone`);
}

for (const hosts of ['stays', 'swaps', 'none'] as const)
  for (const tables of [0, 4])
    test(
      `WC1 WC6 WC7 WC13 WC22 whatever happens, nobody sits on a taken chair and no note is lost: hosts ${hosts}, ${tables} tables`,
      { timeout: 120_000 },
      () => {
        let rung = 0;
        fc.assert(
          fc.property(fc.array(move, { minLength: 20, maxLength: 70 }), (moves) => {
            const beginning = ['plan', 'work', 'seat'].map((each) => ({ do: each }) as Move);
            const late = [11, 12, 13].flatMap((person) => [
              { do: 'arrive', person } as Move,
              { do: 'comeIn', person, nth: 0 } as Move
            ]);
            const leaves = { do: 'leave', person: 0 } as Move;
            rung += play([...beginning, ...late, leaves, ...moves], hosts, tables);
          }),
          { numRuns: RUNS, endOnFailure: true }
        );
        // Twelve chairs for fourteen people: two wait until others leave.
        if (tables === 0) expect(rung).toBeGreaterThanOrEqual(RUNS);
      }
    );
