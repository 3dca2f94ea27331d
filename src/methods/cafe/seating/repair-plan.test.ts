import type { Swap } from '../state.ts';
import { describe, expect, it } from 'vitest';
import { phone } from '#contract/testing/given.ts';
import { afternoon } from '../testing/meeting.ts';

/**
 * The community evening: five tables, hosts stay, three rounds. Twenty-two are there, three come late, five have no
 * phone.
 */
function evening() {
  const room = afternoon(22, { tables: [{}, {}, {}, {}, {}] });
  for (const person of ['p6', 'p11', 'p16', 'p21', 'p22']) room.arrive(person, { via: 'walk-in' });
  room.seated();
  for (const late of ['ida', 'jo', 'kim']) room.arrive(late).and(phone(late), 'comeIn', {});
  return room;
}

/** The excess of present people: with three rounds a pair that meets three times counts three times. */
function excessOf(room: ReturnType<typeof evening>, gone = ''): number {
  const met = new Map<string, number>();
  for (const { at } of Object.values(room.state.rounds))
    for (const one of Object.keys(at))
      for (const other of Object.keys(at))
        if (one < other && one !== gone && other !== gone && at[one] === at[other])
          met.set(`${one} ${other}`, (met.get(`${one} ${other}`) ?? 0) + 1);
  return [...met.values()].reduce((sum, times) => sum + (times * (times - 1)) / 2, 0);
}

const hostOf = (room: ReturnType<typeof evening>, table: string) => room.console().tables[table]?.host ?? '';

describe('an evening of twenty-five', () => {
  it('WC6 seats three who come late on open chairs, and nobody meets anyone twice', () => {
    const room = evening();
    expect(room.state.plan?.quality).toMatchObject({ excess: 0, isOptimal: true });
    expect(room.openQuestion()).toBeNull();
    expect(excessOf(room)).toBe(0);
    expect(Object.values(room.console().tables).map(({ people }) => Object.keys(people).length)).toEqual([
      5, 5, 5, 5, 5
    ]);
  });

  it('WC13 WC37 promotes a traveller when a host leaves, for one repeat at most, and offers an exchange if one helps', () => {
    const start = evening().talking().moved().settled().lead('ask', { anyway: true });
    const table = start.table(3);
    const host = hostOf(start, table);
    const [, ...others] = start.sitters(table).sort((one) => (one === host ? -1 : 1));
    for (const traveller of others) {
      const room = evening().talking().moved().settled().lead('ask', { anyway: true });
      const shown = JSON.stringify([room.seating(1), room.seating(2)]);
      room.leave(host).lead('makeHost', { table: room.table(3), person: traveller });
      const without = { ...room.state.rounds[3]?.at };
      delete without[host];
      const before = excessOf(room, host);
      expect(before).toBeLessThanOrEqual(1);
      const { swap } = room.work().console();
      if (swap) {
        room.lead('takeSwap', ask(swap));
        expect(excessOf(room, host)).toBe(before - swap.fewer);
        expect(room.undo().seating(3)).toMatchObject(without);
        expect(excessOf(room, host)).toBe(before);
      }
      expect(JSON.stringify([room.seating(1), room.seating(2)])).toBe(shown);
    }
  });
});

const ask = ({ round, one, other }: Swap) => ({ round, one, other });
