import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plan } from './plan.ts';
import type { Plan, Question, Seating } from './problem.ts';
import { encounters, questionFor } from './support/questions.ts';
import { bestSwap, type Swap } from './best-swap.ts';

const RUNS = 60;
const SHORT = 0.005;

const upset = (most: number) =>
  fc
    .record({
      people: fc.integer({ min: 8, max: most }),
      tables: fc.integer({ min: 2, max: 6 }),
      hosts: fc.constantFrom('stays', 'swaps', 'none'),
      told: fc.integer({ min: 1, max: 2 }),
      who: fc.nat(29),
      at: fc.nat(5),
      pinned: fc.option(fc.nat(29), { nil: null }),
      apart: fc.option(fc.tuple(fc.nat(29), fc.nat(29)), { nil: null }),
      kept: fc.array(fc.nat(29), { maxLength: 3 })
    })
    .map(({ people, tables, hosts, told, who, at, pinned, apart, kept }) => {
      const id = (index: number) => `person ${index % people}`;
      const asked = questionFor(people, tables, 4, {
        hosts,
        tables: questionFor(people, tables, 4).tables.map((table) => ({ ...table, seats: Number(table.seats) + 1 })),
        apart: apart ? [{ people: apart.map(id), hard: true }] : []
      });
      const guests = asked.people.map((guest) =>
        pinned !== null && guest.id === id(pinned) ? { ...guest, pin: 'table 1' } : guest
      );
      const question: Question = { ...asked, people: guests };
      const made = plan(question, 1, SHORT);
      // One person sits at another table than planned in the current round.
      const rounds = made.rounds.map((seating, round) =>
        round === told - 1 ? { ...seating, [id(who)]: `table ${at % tables}` } : seating
      );
      const standing = { ...made, rounds };
      return { question: { ...question, shown: rounds.slice(0, told) }, standing, made, kept: kept.map(id), told };
    });

describe('one exchange', () => {
  test('WC37 saves what it says, in a round that nobody was told of, and breaks no rule for it', () => {
    let found = 0;
    fc.assert(
      fc.property(upset(30), ({ question, standing, made, kept, told }) => {
        const swap = bestSwap(question, standing, made.quality.excess, kept);
        if (!swap) return;
        found += 1;
        const after = exchanged(standing, swap);
        expect(swap.round).toBeGreaterThanOrEqual(told);
        expect(excess(question, standing) - excess(question, after)).toBe(swap.fewer);
        expect(swap.fewer).toBeGreaterThan(0);
        expect(clashes(question, after)).toBeLessThanOrEqual(clashes(question, standing));
        for (const person of [swap.one, swap.other]) {
          expect(kept).not.toContain(person);
          expect(question.people.find(({ id }) => id === person)?.pin).toBeUndefined();
          expect(Object.values(made.hosts[swap.round] ?? {})).not.toContain(person);
        }
      }),
      // About one room in six has one: so many rooms are tried that chance alone does not go below the bound.
      { numRuns: 3 * RUNS }
    );
    expect(found).toBeGreaterThan(RUNS / 10);
  });

  test('WC37 is the best there is, and is found where there is one', () => {
    fc.assert(
      fc.property(upset(14), ({ question, standing, made, kept, told }) => {
        const plain = { ...question, apart: [], people: question.people.map(({ id }) => ({ id })) };
        if (plain.hosts === 'swaps') return;
        const best = bestSwap(plain, standing, 0, kept);
        const hosts = made.hosts.map((named) => Object.values(named));
        let most = 0;
        for (let round = told; round < 4; round += 1) {
          const may = plain.people.filter(({ id }) => !kept.includes(id) && !hosts[round]?.includes(id));
          for (const { id: one } of may)
            for (const { id: other } of may) {
              const after = exchanged(standing, { round, one, other });
              most = Math.max(most, excess(plain, standing) - excess(plain, after));
            }
        }
        const saved = best ? excess(plain, standing) - excess(plain, exchanged(standing, best)) : 0;
        expect(saved).toBe(most);
      }),
      { numRuns: 20 }
    );
  });

  test('WC37 is not offered where people meet no more often than was planned', () => {
    const asked = questionFor(25, 5, 3);
    const made = plan(asked, 1);
    expect(bestSwap({ ...asked, shown: made.rounds.slice(0, 1) }, made, made.quality.excess, [])).toBeNull();
  });

  test('WC37 is found in a hall of three hundred, too', () => {
    const asked = questionFor(300, 40, 4, {
      tables: questionFor(300, 40, 4).tables.map((table) => ({ ...table, seats: Number(table.seats) + 1 }))
    });
    const made = plan(asked, 1);
    // Sits a round early at the table of the next one, and meets half of it again.
    const next = made.rounds[2]?.['person 100'] ?? '';
    const rounds = made.rounds.map((seating, round) => (round === 1 ? { ...seating, 'person 100': next } : seating));
    const standing = { ...made, rounds };
    const question = { ...asked, shown: rounds.slice(0, 2) };
    const swap = bestSwap(question, standing, made.quality.excess, []);
    expect(excess(question, standing)).toBeGreaterThan(0);
    expect(swap?.fewer).toBe(excess(question, standing) - excess(question, exchanged(standing, swap ?? nobody)));
    expect(swap?.fewer).toBeGreaterThan(0);
  });
});

const nobody = { round: 0, one: '', other: '' };

function exchanged(standing: Plan, { round, one, other }: Omit<Swap, 'fewer'>): Plan {
  const rounds = standing.rounds.map((seating, at): Seating => {
    const [here, there] = [seating[one], seating[other]];
    return at === round && here !== undefined && there !== undefined
      ? { ...seating, [one]: there, [other]: here }
      : seating;
  });
  return { ...standing, rounds };
}

/** Pairs that both stay at one table are nobody’s repeat. */
function times(question: Question, made: Plan): number[] {
  const pinned = new Set(question.people.flatMap(({ id, pin }) => (pin === undefined ? [] : [id])));
  const staying = new Set([...pinned, ...(question.hosts === 'stays' ? Object.values(made.hosts.at(-1) ?? {}) : [])]);
  return [...encounters(made)].flatMap(([pair, met]) =>
    pair.split(' & ').every((person) => staying.has(person)) ? [] : [met]
  );
}

const excess = (question: Question, made: Plan) =>
  times(question, made).reduce((sum, met) => sum + (met * (met - 1)) / 2, 0);

/** Too many at a table, and two together who must not be. */
function clashes({ tables, apart = [] }: Question, { rounds }: Plan): number {
  return rounds.reduce((sum, seating) => {
    const over = tables.reduce((more, { id, seats }) => {
      const sitting = Object.values(seating).filter((table) => table === id).length;
      return more + Math.max(0, sitting - Number(seats));
    }, 0);
    const near = apart.filter(({ people: [one = '', other = ''] }) => one !== other && seating[one] === seating[other]);
    return sum + over + near.length;
  }, 0);
}
