import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { helper, phone } from '#contract/testing/given.ts';
import { afternoon } from '../testing/meeting.ts';

type Cafe = ReturnType<typeof afternoon>;

/** People travel between nine tables; at a tenth three people stay all day. */
function beside(): Cafe {
  const room = afternoon(48, { seats: 6, tables: Array.from({ length: 10 }, () => ({})) });
  const about = { name: null, topic: null, zone: null, language: null, seats: 3 };
  room.lead('describeTable', { table: room.table(10), ...about });
  for (const person of ['p46', 'p47', 'p48']) room.lead('pin', { person, table: room.table(10) });
  return room.seated();
}

/** The number of the table to which the rule on the board leads this person by their letter. */
function led(room: Cafe, person: string): number | null {
  const { rule, tables } = room.all();
  const { letter, from } = room.own(person) ?? {};
  const step = rule?.letters.find((one) => one.letter === letter)?.step;
  if (!rule || step === undefined || from === null || from === undefined) return null;
  const numbers = Object.entries(tables).flatMap(([id, { number }]) => (rule.passed.includes(id) ? [] : [number]));
  if (step === 0) return tables[from]?.number ?? null;
  const ring = numbers.sort((a, b) => a - b);
  const place = ring.indexOf(tables[from]?.number ?? 0) + step + ring.length;
  return ring[place % ring.length] ?? null;
}

const sent = (room: Cafe, person: string) => room.all().tables[room.own(person)?.table ?? '']?.number;

describe('WC41 the rule by letters', () => {
  it('passes the table nobody travels to, and after the last comes the first', () => {
    const room = beside().talking().moved();
    expect(room.all().rule?.passed).toEqual([room.table(10)]);
    const travellers = Array.from({ length: 45 }, (_, index) => `p${index + 1}`);
    for (const person of travellers) expect([person, led(room, person)]).toEqual([person, sent(room, person)]);
  });

  it('gives no letter for a move that it would lead astray, and gives it back for the next', () => {
    const room = beside();
    const letter = room.own('p6')?.letter;
    const elsewhere = room.table(((sent(room, 'p6') ?? 0) % 9) + 1);
    room.and(helper, 'movePerson', { person: 'p6', table: elsewhere }).talking().moved();
    expect(room.own('p6')?.letter).toBeNull();
    expect(room.console().tables[room.own('p6')?.table ?? '']?.people['p6']?.letter).toBeNull();
    room.talking().moved();
    expect(room.own('p6')?.letter).toBe(letter);
    expect(led(room, 'p6')).toBe(sent(room, 'p6'));
  });

  test('whoever has a letter comes to their own table by it, whatever happened before', () => {
    const people = fc.integer({ min: 1, max: 60 }).map((nth) => `p${nth}`);
    const happens = fc.oneof(
      fc.record({ what: fc.constant('leaves' as const), who: people, table: fc.nat(9) }),
      fc.record({ what: fc.constant('comes' as const), who: people, table: fc.nat(9) }),
      fc.record({ what: fc.constant('sits' as const), who: people, table: fc.nat(9) }),
      fc.record({ what: fc.constant('hosts' as const), who: people, table: fc.nat(9) })
    );
    let letters = 0;
    fc.assert(
      fc.property(fc.array(fc.array(happens, { maxLength: 9 }), { minLength: 2, maxLength: 2 }), (between) => {
        const room = beside();
        for (const round of between) {
          for (const { what, who, table } of round) {
            const by = phone(who);
            if (what === 'leaves') room.leave(who);
            else if (what === 'comes') room.arrive(who).when(by, 'comeIn', {});
            else if (what === 'hosts') room.when(by, 'takeHost', { table: room.own(who)?.table ?? '' });
            else room.when(by, 'here', { table: room.table(table + 1), round: room.all().round });
            room.rings().work();
          }
          room.talking().moved();
          for (const person of Object.keys(room.seating())) {
            const own = room.own(person);
            if (!room.all().rule || own?.from === null || own?.letter === null) continue;
            letters += 1;
            expect([person, led(room, person)]).toEqual([person, sent(room, person)]);
          }
        }
      }),
      { numRuns: 6, seed: 41 }
    );
    expect(letters).toBeGreaterThan(300);
  });
});
