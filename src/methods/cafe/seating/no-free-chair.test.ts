import { describe, expect, it } from 'vitest';
import { facilitator, helper, phone } from '#contract/testing/given.ts';
import { afternoon } from '../testing/meeting.ts';
import { SEATS_MOST } from '../settings.ts';

/** Two tables of five, all taken, and three who find no chair. */
function fullRoom() {
  const room = afternoon(10, { tables: [{}, {}] }).seated();
  for (const late of ['ida', 'jo', 'kim']) {
    room.arrive(late).and(phone(late), 'comeIn', {});
    expect(room.own(late)).toMatchObject({ waits: true, table: null });
  }
  return room;
}
const seatings = (room: ReturnType<typeof fullRoom>, person: string) =>
  [1, 2, 3].map((round) => room.seating(round)[person]);

describe('a full room', () => {
  it('WC38 is told to those who lead as long as every chair is taken', () => {
    const room = fullRoom();
    expect(room.console()).toMatchObject({ full: true, unseated: ['ida', 'jo', 'kim'] });
    expect(room.leave('p3').console().full).toBe(false);
    expect(afternoon(9).seated().console().full).toBe(false);
  });

  it('WC38 seats whoever waits longest on a chair that is added, in all rounds', () => {
    const room = fullRoom()
      .and(helper, 'addChair', { table: fullRoom().table(2) })
      .work();
    expect(room.own('ida')?.table).toBe(room.table(2));
    expect(room.console()).toMatchObject({ full: true, unseated: ['jo', 'kim'] });
    expect(seatings(room, 'ida')).not.toContain(undefined);
    expect(room.at(room.table(2)).people).toHaveProperty('ida');
  });

  it('WC38 two consoles that press at once add one chair, and open one table', () => {
    const room = fullRoom();
    const table = room.table(1);
    room.lead('addChair', { table, seats: 5 });
    expect(room.when(facilitator, 'addChair', { table, seats: 5 })).toEqual({ refused: 'already-moved-on' });
    room.lead('openTable', { number: 3 });
    expect(room.when(facilitator, 'openTable', { number: 3 })).toEqual({ refused: 'already-moved-on' });
    expect(Object.values(room.all().tables).map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('WC38 adds no chair where twelve sit, nor at a table that is not there', () => {
    const room = fullRoom();
    const table = room.table(1);
    const { name, topic, zone, language } = room.all().tables[table] ?? {};
    room.lead('describeTable', { table, name, topic, zone, language, seats: SEATS_MOST });
    expect(room.when(facilitator, 'addChair', { table })).toMatchObject({
      refused: 'no-room-for-a-chair',
      figures: { number: 1 }
    });
    expect(room.when(facilitator, 'addChair', { table: 'nowhere' })).toEqual({ refused: 'table-unknown' });
  });

  it('WC38 opens one more table for all who wait, with the first of them as its host', () => {
    const before = fullRoom();
    const was = JSON.stringify(before.seating(1));
    const room = before.lead('openTable').work();
    const table = room.table(3);
    expect(room.sitters(table)).toEqual(['ida', 'jo', 'kim']);
    expect(room.console()).toMatchObject({ full: false, unseated: [] });
    expect(room.console().tables[table]).toMatchObject({ host: 'ida', seats: 5 });
    expect(Object.keys(room.seating(2))).toEqual(expect.arrayContaining(['ida', 'jo', 'kim']));
    expect(JSON.stringify(Object.fromEntries(Object.entries(room.seating(1)).slice(0, 10)))).toBe(was);
  });

  it('WC12 WC38 can be taken back: who was seated waits again, and everybody else sits as before', () => {
    const room = fullRoom();
    const before = [1, 2, 3].map((round) => room.seating(round));
    room.lead('openTable').work().undo().work();
    expect(Object.keys(room.all().tables)).toHaveLength(2);
    expect(room.console()).toMatchObject({ full: true, unseated: ['ida', 'jo', 'kim'] });
    expect(room.seating(1)).toEqual(before[0]);
    for (const round of [2, 3])
      for (const person of Object.keys(before[0] ?? {})) expect(room.seating(round)).toHaveProperty(person);
    room
      .lead('addChair', { table: room.table(1) })
      .work()
      .undo();
    expect(seatings(room, 'ida')).toEqual([undefined, undefined, undefined]);
    expect(room.console()).toMatchObject({ unseated: ['ida', 'jo', 'kim'] });
    expect(room.console().tables[room.table(1)]?.seats).toBe(5);
  });
});
