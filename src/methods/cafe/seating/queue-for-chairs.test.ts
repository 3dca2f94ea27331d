import { describe, expect, it } from 'vitest';
import { AT_ONCE } from '#contract/method.ts';
import { facilitator, helper, phone } from '#contract/testing/given.ts';
import { afternoon } from '../testing/meeting.ts';

const clock = { role: 'clock', person: null } as const;

/** Two tables of five, all taken, and three who asked for a chair: kim first, then jo, then ida. */
function threeWait() {
  const room = afternoon(10, { tables: [{}, {}] }).seated();
  for (const late of ['ida', 'jo', 'kim']) room.arrive(late);
  for (const late of ['kim', 'jo', 'ida']) room.and(phone(late), 'comeIn', {});
  return room;
}
const tables = (room: ReturnType<typeof threeWait>, ...people: string[]) =>
  people.map((person) => room.own(person)?.table ?? null);

describe('waiting for a chair', () => {
  it('WC39 seats whoever asked first when somebody leaves, on the path of who left', () => {
    const room = threeWait();
    const path = [1, 2, 3].map((round) => room.seating(round)['p7']);
    expect(room.wakes()).toBeNull();
    expect(room.leave('p7').wakes()).toMatchObject({ at: AT_ONCE, command: 'seatNext', input: { person: 'kim' } });
    room.rings();
    expect([1, 2, 3].map((round) => room.seating(round)['kim'])).toEqual(path);
    expect(room.own('kim')).toMatchObject({ waits: false });
    expect(tables(room, 'jo', 'ida')).toEqual([null, null]);
    expect(room.console()).toMatchObject({ full: true, unseated: ['jo', 'ida'] });
  });

  it('WC39 gives a chair once, however many nodes ring', () => {
    const room = threeWait().leave('p7');
    const { input } = room.wakes() ?? { input: {} };
    room.and(clock, 'seatNext', input);
    expect(room.when(clock, 'seatNext', input)).toEqual([]);
    room.leave('p8');
    expect(room.when(clock, 'seatNext', input)).toEqual([]);
    expect(room.rings().console().unseated).toEqual(['ida']);
  });

  it('WC39 passes over who is not here, and keeps their place', () => {
    const room = threeWait().leave('kim').leave('p7').rings();
    expect(tables(room, 'kim', 'jo', 'ida')).toEqual([null, expect.any(String), null]);
    room.arrive('kim').leave('p8').rings();
    expect(tables(room, 'kim', 'jo', 'ida')).toEqual([expect.any(String), expect.any(String), null]);
  });

  it('WC39 seats whoever comes back to a chair that is free', () => {
    const room = threeWait();
    for (const person of ['ida', 'jo', 'kim', 'p7']) room.leave(person);
    expect(room.wakes()).toBeNull();
    room.arrive('jo').rings();
    expect(room.own('jo')?.table).not.toBeNull();
  });

  it('WC39 lets nobody who asks later pass those who wait', () => {
    const room = threeWait().leave('p7').arrive('lu').and(phone('lu'), 'comeIn', {});
    expect(room.own('lu')).toMatchObject({ waits: true });
    expect(tables(room.rings(), 'kim', 'lu')).toEqual([expect.any(String), null]);
  });

  it('WC39 seats everybody who waits on the chairs of a larger table, and nobody who did not ask', () => {
    const room = threeWait().arrive('lu');
    const table = room.table(1);
    const { name, topic, zone, language } = room.all().tables[table] ?? {};
    room.lead('describeTable', { table, name, topic, zone, language, seats: 9 }).rings().work();
    expect(tables(room, 'kim', 'jo', 'ida')).toEqual([table, table, table]);
    expect(room.console().unseated).toEqual(['lu']);
    for (const round of [2, 3]) expect(room.seating(round)).toHaveProperty('kim');
  });

  it('WC12 WC39 puts who was seated by a step that is taken back where they waited', () => {
    const room = threeWait().leave('p7');
    room.and(facilitator, 'movePerson', { person: 'jo', table: room.seating()['p7'] ?? '' }).undo();
    room.arrive('p7');
    expect(room.console().unseated).toEqual(['kim', 'jo', 'ida', ...(room.own('p7') ? [] : ['p7'])]);
  });

  it('WC39 counts who a helper asks for like anybody else, and nobody twice', () => {
    const room = threeWait().arrive('gus', { via: 'walk-in' });
    room.and(helper, 'comeIn', { for: 'gus' });
    expect(room.when(helper, 'comeIn', { for: 'gus' })).toEqual([]);
    for (const person of ['p1', 'p2', 'p3', 'p4']) room.leave(person);
    expect(tables(room.rings(), 'kim', 'jo', 'ida', 'gus')).not.toContain(null);
  });

  it('WC39 seats nobody once the tables are over', () => {
    const room = threeWait().settled();
    for (let [step] = room.next(); step && room.all().stage !== 'harvest'; [step] = room.next())
      room.lead(step.command, step.input).settled();
    expect(room.leave('p7').wakes()).toBeNull();
  });
});
