import { describe, expect, it } from 'vitest';
import { facilitator, helper, phone } from '#contract/testing/given.ts';
import { afternoon } from '../testing/meeting.ts';

const seatings = (room: ReturnType<typeof afternoon>) => [1, 2, 3].map((round) => ({ ...room.seating(round) }));

describe('coming and going', () => {
  it('WC1 tells whoever comes to a full table its number', () => {
    const room = afternoon(10).seated();
    const [mine, other] = [room.own('p1')?.table ?? '', room.own('p2')?.table ?? ''];
    expect(mine).not.toBe(other);
    expect(room.when(phone('p1'), 'here', { table: other, round: 1 })).toEqual({
      refused: 'table-full',
      figures: { number: room.all().tables[other]?.number, seats: 5 }
    });
    expect(room.own('p1')?.table).toBe(mine);
  });

  it('WC5 keeps people where they came to sit, and their later rounds as planned', () => {
    const room = afternoon(10, { seats: 6, tables: [{}, {}] }).seated();
    const before = seatings(room);
    const other = room.own('p2')?.table ?? '';
    room.and(phone('p1'), 'here', { table: other, round: 1 });
    expect(room.own('p1')).toMatchObject({ table: other, here: true, hosts: false });
    expect(seatings(room).slice(1)).toEqual(before.slice(1));
    expect(room.when(phone('p1'), 'here', { table: other, round: 2 })).toEqual({ refused: 'other-round' });
    expect(room.when(phone('p1'), 'here', { table: other, round: 1, for: 'p2' })).toEqual({
      refused: 'not-for-others'
    });
  });

  it('WC5 takes “I’m here” for the round it was pressed in, however late it arrives, and moves nobody by it', () => {
    const room = afternoon(10).seated();
    const table = room.own('p1')?.table ?? '';
    const elsewhere = room.own('p2')?.table ?? '';
    room.lead('ask', { anyway: true }).moved();
    expect(room.all().round).toBe(2);
    const said = () => room.state.rounds[1]?.here['p1'] ?? false;
    expect(said()).toBe(false);
    const before = { seatings: seatings(room), own: room.own('p1') };
    room.and(phone('p1'), 'here', { table, round: 1 });
    expect(said()).toBe(true);
    expect({ seatings: seatings(room), own: room.own('p1') }).toEqual(before);
    expect(room.when(phone('p1'), 'here', { table, round: 1 })).toEqual([]);
    expect(room.when(phone('p1'), 'here', { table: elsewhere, round: 1 })).toEqual({ refused: 'other-round' });
    expect(room.when(phone('p1'), 'here', { table, round: 3 })).toEqual({ refused: 'other-round' });
  });

  it('WC5 lets a helper say that a whole table is there', () => {
    const room = afternoon(10).seated().leave('p3');
    const table = room.own('p1')?.table ?? '';
    room.and(helper, 'hear', { table });
    expect(Object.values(room.at(table).people).filter(({ here }) => here).length).toBe(
      Object.values(room.at(table).people).filter(({ present }) => present).length
    );
  });

  it('WC6 gives who comes late an open seat with its path, and nobody else another', () => {
    const room = afternoon(138, { seats: 6, tables: Array.from({ length: 24 }, () => ({})) }).seated();
    const before = seatings(room);
    for (const late of ['ida', 'jo', 'kim', 'lu', 'max', 'noa']) room.arrive(late).and(phone(late), 'comeIn', {});
    expect(room.console().planning).toBe(false);
    for (const [index, at] of seatings(room).entries()) {
      expect(at).toMatchObject(before[index] ?? {});
      expect(Object.keys(at)).toHaveLength(144);
    }
    const met = new Map<string, number>();
    for (const round of [1, 2, 3])
      for (const table of Object.values(Object.groupBy(Object.entries(room.seating(round)), ([, at]) => at)))
        for (const [one] of table ?? [])
          for (const [other] of table ?? [])
            if (one < other) met.set(`${one} ${other}`, (met.get(`${one} ${other}`) ?? 0) + 1);
    expect(Math.max(...met.values())).toBe(1);
    room.arrive('olu').and(phone('olu'), 'comeIn', {});
    expect(room.own('olu')).toMatchObject({ waits: true, table: null });
  });

  it('WC6 plans the rounds to come once more where there is no open seat', () => {
    const room = afternoon(12, { seats: 5, tables: [{}, {}, {}], hosts: 'none' }).seated();
    room.state.plan = { ...room.state.plan!, open: [] };
    const before = { ...room.seating(1) };
    room.arrive('ida').and(phone('ida'), 'comeIn', {});
    expect(room.own('ida')?.table).not.toBeNull();
    expect(room.console().planning).toBe(true);
    room.work();
    expect(room.seating(1)).toMatchObject(before);
    expect(room.seating(2)['ida']).toBeDefined();
    expect(room.seating(3)['ida']).toBeDefined();
  });

  it('WC8 leaves a hole where somebody left, and gives it to who comes late', () => {
    const room = afternoon(10).seated().settled().leave('p7');
    expect(room.board()).toMatchObject({ seated: 9, expected: 9 });
    expect(room.at(room.state.rounds[1]?.at['p7'] ?? '').people['p7']).toMatchObject({ present: false });
    const path = seatings(room).map((at) => at['p7']);
    room.arrive('ida').and(phone('ida'), 'comeIn', {});
    expect(seatings(room).map((at) => at['ida'])).toEqual(path);
    room.arrive('p7').and(phone('p7'), 'comeIn', {});
    expect(room.own('p7')).toMatchObject({ waits: true, table: null });
  });

  it('WC8 gives who comes back their own seat', () => {
    const room = afternoon(10).seated();
    const { table } = room.own('p7') ?? {};
    room.leave('p7').arrive('p7');
    expect(room.when(phone('p7'), 'comeIn', {})).toEqual([]);
    expect(room.own('p7')?.table).toBe(table);
  });

  it('WC12 leaves people where they are when the chair they came from was given away', () => {
    const room = afternoon(10, { seats: 6, tables: [{}, {}] }).seated();
    const [mine, other] = [room.own('p1')?.table ?? '', room.own('p2')?.table ?? ''];
    room.and(facilitator, 'movePerson', { person: 'p1', table: other });
    room.arrive('ida').and(phone('ida'), 'comeIn', {}).and(phone('ida'), 'here', { table: mine, round: 1 });
    room.arrive('jo').and(phone('jo'), 'comeIn', {}).and(phone('jo'), 'here', { table: mine, round: 1 });
    expect(room.sitters(mine)).toHaveLength(6);
    room.undo();
    expect(room.own('p1')?.table).toBe(other);
  });
});
