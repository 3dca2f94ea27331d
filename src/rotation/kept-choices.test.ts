import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { plan } from './plan.ts';
import type { Person, Plan, Question } from './problem.ts';
import { replan } from './replan.ts';
import { withChoices, questionFor } from './support/questions.ts';

/** People choose among topics; those of the first tables are chosen more often. */
function questionWith(
  people: number,
  tables: number,
  rounds: number,
  chosen: readonly number[][],
  rest: Partial<Question> = {}
) {
  const question = questionFor(people, tables, rounds, { hosts: 'none', ...rest });
  return {
    ...question,
    people: question.people.map((guest, index): Person => ({
      ...guest,
      chosen: (chosen[index] ?? []).map((table) => `table ${table}`)
    }))
  };
}

const visited = ({ rounds }: Plan, person: string): Set<string> =>
  new Set(rounds.flatMap((seating) => seating[person] ?? []));

/** Counted in the simplest way there is. */
const kept = (question: Question, made: Plan): number =>
  question.people.reduce(
    (sum, { id, chosen = [] }) => sum + chosen.filter((table) => visited(made, id).has(table)).length,
    0
  );

/**
 * The most that chairs and rounds allow, by sending one unit after another through a network (Ford and Fulkerson,
 * 1956).
 */
function flow(question: Question): number {
  const capacity = new Map<string, number>();
  const edges = new Map<string, Set<string>>();
  const join = (from: string, to: string, width: number) => {
    capacity.set(`${from} ${to}`, width);
    capacity.set(`${to} ${from}`, 0);
    edges.set(from, (edges.get(from) ?? new Set()).add(to));
    edges.set(to, (edges.get(to) ?? new Set()).add(from));
  };
  question.people.forEach(({ chosen = [] }, person) => {
    join('all', `p${person}`, question.rounds);
    for (const table of chosen) join(`p${person}`, table.replace(' ', ''), 1);
  });
  for (const { id, seats } of question.tables) join(id.replace(' ', ''), 'end', Number(seats) * question.rounds);
  const sends = (at: string, seen: Set<string>): boolean => {
    if (at === 'end') return true;
    seen.add(at);
    for (const to of edges.get(at) ?? []) {
      if (seen.has(to) || (capacity.get(`${at} ${to}`) ?? 0) === 0 || !sends(to, seen)) continue;
      capacity.set(`${at} ${to}`, (capacity.get(`${at} ${to}`) ?? 0) - 1);
      capacity.set(`${to} ${at}`, (capacity.get(`${to} ${at}`) ?? 0) + 1);
      return true;
    }
    return false;
  };
  let sum = 0;
  while (sends('all', new Set())) sum += 1;
  return sum;
}

describe('topics people choose', () => {
  const rooms = fc
    .record({ tables: fc.integer({ min: 3, max: 7 }), rounds: fc.integer({ min: 2, max: 3 }) })
    .chain(({ tables, rounds }) =>
      fc.record({
        tables: fc.constant(tables),
        rounds: fc.constant(rounds),
        // Out of twice as many places the first half lie at two tables: some topics have more friends than chairs.
        chosen: fc.array(
          fc.uniqueArray(
            fc.nat(2 * tables - 1).map((nth) => (nth < tables ? nth : nth % 2)),
            { minLength: 1, maxLength: rounds }
          ),
          { minLength: 2 * tables, maxLength: 5 * tables }
        )
      })
    );

  test('no plan keeps more of them, and chairs suffice', () => {
    fc.assert(
      fc.property(rooms, fc.nat(99), ({ tables, rounds, chosen }, seed) => {
        const question = questionWith(chosen.length, tables, rounds, chosen);
        const made = plan(question, seed, 0.02);
        const most = flow(question);
        expect(made.quality.choices).toEqual({ asked: chosen.flat().length, kept: most, bound: most });
        expect(kept(question, made)).toBe(most);
        expect(made.quality.broken).toEqual({ overfull: 0, apart: 0, misplaced: 0, hostless: 0, unseated: 0 });
      }),
      { numRuns: 60, seed: 7 }
    );
  });

  it('keeps as many as it can in a hall of three hundred, where chains of people change rounds', () => {
    const question = withChoices(questionFor(300, 50, 3, { hosts: 'none' }), 3, 5);
    const { choices, broken } = plan(question, 1, 0.02).quality;
    const most = flow(question);
    expect(choices).toMatchObject({ kept: most, bound: most });
    expect(broken.overfull).toBe(0);
  });

  it('visits three of seven as chosen, where there is room for all of it, and still lets people meet few twice', () => {
    const chosen = Array.from({ length: 35 }, (_, person) =>
      [0, 1, 2].map((nth) => (person + nth * ((person % 3) + 1)) % 7)
    );
    const made = plan(questionWith(35, 7, 3, chosen), 1);
    const { choices, repeats } = made.quality;
    expect(choices).toMatchObject({ kept: choices?.bound });
    expect(repeats).toBeLessThan(60);
  });

  it('lets those host who miss least by it', () => {
    const chosen = Array.from({ length: 20 }, (_, person) => (person < 15 ? [person % 5, (person + 1) % 5] : []));
    const question = questionWith(20, 5, 2, chosen, { hosts: 'stays' });
    const made = plan(question, 1);
    const hosts = Object.values(made.hosts[0] ?? {}).sort();
    expect(hosts).toEqual(
      question.people
        .slice(15)
        .map(({ id }) => id)
        .sort()
    );
    expect(made.quality.choices).toEqual({ asked: 30, kept: 30, bound: 30 });
  });

  it('leaves a room in which nobody chose as it was', () => {
    const question = questionFor(30, 6, 3);
    expect(plan({ ...question, people: question.people.map((guest) => ({ ...guest, chosen: [] })) }, 1)).toEqual(
      plan(question, 1)
    );
    expect(plan(question, 1).quality.choices).toBeNull();
  });

  it('keeps what was chosen when somebody leaves, and asks whoever comes late', () => {
    const chosen = Array.from({ length: 24 }, (_, person) => [person % 6, (person + 2) % 6]);
    const question = questionWith(24, 6, 3, chosen, { tables: questionFor(30, 6, 3).tables });
    const made = plan(question, 3);
    const late: Person = { id: 'late', from: 1, chosen: ['table 0', 'table 3'] };
    const again = replan(
      {
        ...question,
        people: [...question.people.map((guest, nth) => (nth === 4 ? { ...guest, until: 1 } : guest)), late],
        shown: [made.rounds[0] ?? {}]
      },
      made,
      3
    );
    expect([...visited(again, 'late')].sort()).toEqual(['table 0', 'table 3']);
    const others = question.people.filter((_, nth) => nth !== 4);
    expect(kept({ ...question, people: others }, again)).toBe(kept({ ...question, people: others }, made));
  });
});
