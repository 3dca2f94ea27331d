import { describe, expect, it } from 'vitest';
import { facilitator, phone } from '#contract/testing/given.ts';
import { afternoon } from '../testing/meeting.ts';

/** Two tables of five, all taken. */
const full = () => afternoon(10, { tables: [{}, {}] }).seated();

describe('somebody who is removed', () => {
  it('WC44 sits nowhere, neither at the table nor on the console; whoever left is still named', () => {
    const room = full();
    const table = room.own('p1')?.table ?? '';
    const names = () => [Object.keys(room.at(table).people), Object.keys(room.console().tables[table]?.people ?? {})];
    room.leave('p1');
    for (const named of names()) expect(named).toContain('p1');
    room.showOut('p1');
    for (const named of names()) expect(named).not.toContain('p1');
    room.arrive('p1');
    for (const named of names()) expect(named).toContain('p1');
  });

  it('WC44 hosts no table, which somebody who sits there may take on', () => {
    const room = full();
    const [[table, { host }] = ['', { host: null }]] = Object.entries(room.console().tables);
    room.showOut(host ?? '');
    expect(room.console().tables[table]?.host).toBeNull();
    const other = Object.keys(room.at(table).people)[0] ?? '';
    room.and(phone(other), 'takeHost', { table });
    expect(room.console().tables[table]?.host).toBe(other);
  });

  it('WC44 has the first chair that is given away, before somebody who only left', () => {
    const room = full();
    const [left, gone] = Object.keys(room.console().tables).flatMap((table) =>
      Object.keys(room.at(table).people)
        .filter((person) => room.console().tables[table]?.host !== person)
        .slice(0, 1)
    );
    room
      .leave(left ?? '')
      .showOut(gone ?? '')
      .arrive('kim')
      .and(phone('kim'), 'comeIn', {});
    expect(room.own(gone ?? '')?.table ?? null).toBeNull();
    expect(room.own(left ?? '')?.table).not.toBeNull();
  });

  it('WC44 writes nothing more, and their notes stay unmarked: whoever removed people would read who wrote what', () => {
    const room = full().talking();
    room.lead('makeScribe', { person: 'p1', on: true });
    room.write('p1', 'We share tools');
    const [before, kept] = [room.console().wall.notes, JSON.stringify(room.harvest())];
    expect(kept).toContain('We share tools');
    room.showOut('p1');
    expect(room.console().wall.notes).toEqual(before);
    expect(JSON.stringify(room.harvest())).toContain('We share tools');
    expect(room.console().scribes).toEqual([]);
    expect(room.when(facilitator, 'movePerson', { person: 'p1', table: '1' })).toEqual({ refused: 'person-left' });
  });
});
