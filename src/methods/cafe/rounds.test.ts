import { describe, expect, it } from 'vitest';
import { facilitator, helper, phone } from '#contract/testing/given.ts';
import { afternoon } from './testing/meeting.ts';

const MINUTE_MS = 60_000;

describe('rounds, hosts and tables', () => {
  it('WC9 asks when nine in ten are at their tables, or anyway', () => {
    const room = afternoon(10).seated();
    expect(room.when(facilitator, 'ask', { anyway: false })).toEqual({
      refused: 'not-seated-yet',
      figures: { seated: 0, expected: 10 }
    });
    expect(room.all()).toMatchObject({ asked: false, question: null });
    room.lead('ask', { anyway: true });
    expect(room.all()).toMatchObject({
      stage: 'talking',
      asked: true,
      question: { text: room.state.questions[0]?.text }
    });
    room.undo().settled().leave('p1').lead('ask', { anyway: false });
  });

  it('WC10 puts the end off for all or for one table, and from now on when the time is over', () => {
    const room = afternoon(10, { minutes: 20 }).seated().talking();
    const [one, other] = [room.table(1), room.table(2)];
    room.lead('addMinutes', { minutes: 5, table: one });
    expect([room.all().endsAt, room.at(one).endsAt, room.at(other).endsAt]).toEqual([
      20 * MINUTE_MS,
      25 * MINUTE_MS,
      null
    ]);
    room.later(22 * MINUTE_MS).lead('addMinutes', { minutes: 2, table: null });
    expect(room.all().endsAt).toBe(24 * MINUTE_MS);
    expect(room.undo().undo().at(one).endsAt).toBeNull();
  });

  it('WC11 walks from plan to close, and tells the second of two consoles', () => {
    const room = afternoon(25);
    const walked: string[] = [];
    for (let [step] = room.next(); step; [step] = room.next()) {
      if (step.command === 'ask') room.settled();
      room.lead(step.command, step.input).work();
      walked.push(step.command);
      if (step.command === 'move')
        expect(room.when(facilitator, 'move', step.input)).toEqual({ refused: 'already-moved-on' });
    }
    expect(walked).toEqual(['plan', 'seat', 'ask', 'move', 'ask', 'move', 'ask', 'harvest', 'close']);
    for (const _ of walked) room.undo();
    expect(room.all().stage).toBe('ready');
  });

  it('WC11 tells the rule by letter at the move, and hosts need not say again that they are there', () => {
    const room = afternoon(25).seated().talking();
    expect(room.all().rule).toBeNull();
    room.moved();
    expect(room.all().rule?.letters[0]).toEqual({ letter: 0, step: 0 });
    expect(room.all().rule?.letters.map(({ step }) => step)).toHaveLength(5);
    expect(room.board()).toMatchObject({ seated: 5, expected: 25 });
    expect(room.own('p6')?.from).not.toBe(room.own('p6')?.table);
  });

  it('WC13 lets a traveller take over from a host who left, and moves nobody else', () => {
    const room = afternoon(25).seated().talking();
    const table = room.own('p1')?.table ?? '';
    const before = [2, 3].map((round) => ({ ...room.seating(round) }));
    const next = room.sitters(table).find((person) => person !== 'p1') ?? '';
    room.leave('p1').and(phone(next), 'takeHost', { table });
    expect(room.own(next)).toMatchObject({ hosts: true, letter: 0 });
    for (const [index, round] of [2, 3].entries()) {
      expect(room.seating(round)[next]).toBe(table);
      const { p1: _one, [next]: _two, ...others } = room.seating(round);
      expect(before[index]).toMatchObject(others);
    }
  });

  it('WC14 keeps a table’s host against everybody but the host', () => {
    const room = afternoon(25).seated().talking();
    const table = room.own('p1')?.table ?? '';
    const [one, other] = room.sitters(table).filter((person) => person !== 'p1');
    expect(room.when(phone(one ?? ''), 'takeHost', { table })).toEqual({ refused: 'table-has-a-host' });
    room.and(phone('p1'), 'takeHost', { table, for: one });
    expect(room.own(one ?? '')?.hosts).toBe(true);
    room.and(helper, 'makeHost', { table, person: other });
    expect(room.own(one ?? '')?.hosts).toBe(false);
  });

  it('WC15 sends people and notes along when tables are merged, and back when it is taken back', () => {
    const room = afternoon(20, { seats: 6, tables: [{}, {}, {}, {}] })
      .seated()
      .talking();
    const [from, into] = [room.table(3), room.table(4)];
    for (const person of room.sitters(from).slice(0, 3)) room.leave(person);
    const [stays] = room.sitters(from).filter((person) => room.at(from).people[person]?.present);
    for (const person of room.sitters(into).slice(0, 2)) room.leave(person);
    const note = room.write(stays ?? '', 'Soil');
    room.lead('mergeTables', { from, into });
    expect(room.own(stays ?? '')).toMatchObject({ table: into, here: false });
    expect(room.at(into).notes[note]).toMatchObject({ table: from, round: 1 });
    expect(room.console().planning).toBe(true);
    room.work();
    expect(Object.values(room.seating(2))).not.toContain(from);
    room.undo();
    expect(room.own(stays ?? '')?.table).toBe(from);
    expect(room.at(into).notes).toEqual({});
  });

  it('WC15 lets a table that is split off read what was written before', () => {
    const room = afternoon(10).seated().talking();
    const table = room.table(1);
    const people = room.sitters(table);
    const note = room.write(people[0] ?? '', 'Soil');
    room.lead('splitTable', { table, people: people.slice(0, 2) });
    const split = room.own(people[0] ?? '')?.table ?? '';
    expect(room.all().tables[split]).toMatchObject({ number: 3 });
    const later = room.write(people[3] ?? '', 'Time');
    expect(Object.keys(room.at(split).notes)).toEqual([note]);
    expect(Object.keys(room.at(table).notes)).toEqual([note, later]);
    room.undo();
    expect(room.own(people[0] ?? '')?.table).toBe(table);
  });

  it('WC16 closes no table where people sit, and plans around one that closes later', () => {
    const room = afternoon(12, { tables: [{}, {}, {}, {}] }).seated();
    const table = room.table(2);
    expect(room.when(facilitator, 'closeTable', { table, closed: true })).toMatchObject({ refused: 'people-sit-here' });
    for (const person of room.sitters(table)) room.leave(person);
    room.lead('closeTable', { table, closed: true }).work();
    for (const round of [2, 3]) {
      expect(Object.values(room.seating(round))).not.toContain(table);
      expect(Object.keys(room.seating(round)).length).toBeGreaterThanOrEqual(9);
    }
  });
});
