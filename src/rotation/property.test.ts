import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plan } from './plan.ts';
import type { Plan, Question, Seating } from './problem.ts';
import { replan } from './replan.ts';
import { altered, encounters } from './support/questions.ts';

const RUNS = 50;
/** What is promised here does not depend on how long a search goes on. */
const LIGHT = 0.005;

const question: fc.Arbitrary<Question> = fc
  .record({
    people: fc.integer({ min: 2, max: 34 }),
    tables: fc.integer({ min: 1, max: 7 }),
    rounds: fc.integer({ min: 1, max: 4 }),
    hosts: fc.constantFrom('stays', 'swaps', 'none'),
    returnHome: fc.boolean(),
    spare: fc.integer({ min: 0, max: 2 }),
    pins: fc.array(fc.tuple(fc.nat(33), fc.nat(6)), { maxLength: 2 }),
    absences: fc.array(fc.record({ who: fc.nat(33), from: fc.nat(2), until: fc.integer({ min: 1, max: 4 }) }), {
      maxLength: 4
    }),
    closing: fc.option(fc.record({ table: fc.nat(6), until: fc.integer({ min: 1, max: 3 }) }), { nil: null }),
    together: fc.array(fc.array(fc.nat(33), { minLength: 2, maxLength: 3 }), { maxLength: 2 }),
    apart: fc.array(fc.record({ pair: fc.tuple(fc.nat(33), fc.nat(33)), hard: fc.boolean() }), { maxLength: 2 }),
    tags: fc.integer({ min: 0, max: 4 })
  })
  .map(
    ({
      people,
      tables,
      rounds,
      hosts,
      returnHome,
      spare,
      pins,
      absences,
      closing,
      together,
      apart,
      tags
    }): Question => {
      const id = (index: number) => `p${index % people}`;
      const seats = Math.ceil(people / tables) + spare;
      const absence = new Map(absences.map((one) => [id(one.who), { from: one.from, until: one.until }]));
      const pin = new Map(pins.map(([who, table]) => [id(who), `t${table % tables}`]));
      return {
        rounds,
        hosts,
        returnHome,
        people: Array.from({ length: people }, (_, index) => ({
          id: id(index),
          ...absence.get(id(index)),
          ...(pin.has(id(index)) ? { pin: pin.get(id(index)) ?? '' } : {}),
          ...(tags > 0 ? { tags: [`organisation ${index % tags}`] } : {})
        })),
        tables: Array.from({ length: tables }, (_, index) => ({
          id: `t${index}`,
          seats,
          ...(closing && tables > 1 && closing.table % tables === index ? { until: closing.until } : {})
        })),
        together: together.map((group) => group.map(id)),
        apart: apart.map(({ pair, hard }) => ({ people: pair.map(id), hard }))
      };
    }
  );

describe('whatever is asked', () => {
  test('everybody present sits at one open table in every round, and nobody else does', () => {
    fc.assert(
      fc.property(question, fc.nat(9), (asked, seed) => isSound(asked, plan(asked, seed, LIGHT))),
      { numRuns: RUNS }
    );
  });

  test('chairs suffice, people stay where they are pinned, and keep together: or it is counted as broken', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const made = plan(asked, 1, LIGHT);
        const { broken } = made.quality;
        if (broken.overfull === 0)
          eachRound(made, (seating, round) => {
            for (const { id, seats } of asked.tables)
              expect(Object.values(seating).filter((table) => table === id).length).toBeLessThanOrEqual(
                Number(seats) + 0 * round
              );
          });
        if (broken.misplaced === 0)
          for (const { id, pin } of asked.people) if (pin !== undefined) isPinned(asked, made, id, pin);
        for (const group of asked.together ?? [])
          eachRound(made, (seating) =>
            expect(new Set(group.flatMap((id) => seating[id] ?? [])).size).toBeLessThanOrEqual(1)
          );
      }),
      { numRuns: RUNS }
    );
  });

  test('the excess is never under the bound', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { quality } = plan(asked, 1, LIGHT);
        expect(quality.excess).toBeGreaterThanOrEqual(quality.bound);
        expect(quality.met.most).toBeLessThanOrEqual(asked.people.length - 1);
      }),
      { numRuns: RUNS }
    );
  });

  test('the excess is what anybody would count', () => {
    fc.assert(
      fc.property(question, (asked) => {
        // Nobody is kept together here, so every pair counts.
        const plain: Question = {
          ...asked,
          together: [],
          returnHome: false,
          people: asked.people.map(({ pin: _, ...guest }) => guest)
        };
        const made = plan(plain, 2, LIGHT);
        const excess = [...encounters(made).values()].reduce((sum, times) => sum + (times * (times - 1)) / 2, 0);
        expect(made.quality.excess).toBe(excess);
      }),
      { numRuns: RUNS }
    );
  });

  test('people come and leave in any order: what was shown stands, and everybody present has a table', () => {
    const changes = fc.array(fc.record({ comes: fc.boolean(), who: fc.nat(60), moves: fc.boolean() }), {
      maxLength: 8
    });
    fc.assert(
      fc.property(question, changes, (asked, happened) => {
        let [now, made] = [asked, plan(asked, 3, LIGHT)];
        happened.forEach(({ comes, who, moves }, index) => {
          const round = now.shown?.length ?? 0;
          if (round >= now.rounds) return;
          if (moves) now = { ...now, shown: [...(now.shown ?? []), made.rounds[round] ?? {}] };
          else if (comes) now = { ...now, people: [...now.people, { id: `late${index}`, from: round }] };
          else
            now = {
              ...now,
              people: now.people.map((guest, at) =>
                at === who % now.people.length ? { ...guest, until: Math.min(guest.until ?? now.rounds, round) } : guest
              )
            };
          const after = replan(now, made, 3);
          isSound(now, after);
          now.shown?.forEach((seating, when) => {
            for (const [id, table] of Object.entries(after.rounds[when] ?? {}))
              if (seating[id] !== undefined) expect(table).toBe(seating[id]);
          });
          made = after;
        });
      }),
      { numRuns: RUNS }
    );
  });

  test('planning again when nothing happened changes nothing', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const made = plan(asked, 4, LIGHT);
        if (Object.values(made.quality.broken).every((count) => count === 0))
          expect(altered(made, replan(asked, made, 4, 0))).toBe(0);
      }),
      { numRuns: RUNS }
    );
  });
});

function isSound(asked: Question, made: Plan): void {
  eachRound(made, (seating, round) => {
    const open = asked.tables.filter(({ until = asked.rounds }) => round < until).map(({ id }) => id);
    const present = asked.people.filter(({ from = 0, until = asked.rounds }) => from <= round && round < until);
    expect(Object.keys(seating).sort()).toEqual(open.length > 0 ? present.map(({ id }) => id).sort() : []);
    for (const table of Object.values(seating)) expect(open).toContain(table);
  });
}

function isPinned(asked: Question, made: Plan, id: string, pin: string): void {
  const closes = asked.tables.find((table) => table.id === pin)?.until ?? asked.rounds;
  eachRound(made, (seating, round) => {
    if (round < closes && seating[id] !== undefined && !isKept(asked, id)) expect(seating[id]).toBe(pin);
  });
}

const isKept = ({ together = [] }: Question, id: string) => together.some((group) => group.includes(id));

const eachRound = (made: Plan, told: (seating: Seating, round: number) => void) => made.rounds.forEach(told);
