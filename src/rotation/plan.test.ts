import { describe, expect, test } from 'vitest';
import { plan } from './plan.ts';
import { INSTANCES } from './support/instances.ts';
import { encounters, questionFor } from './support/questions.ts';

describe('a plan is as good as it must be', () => {
  test.each(INSTANCES)(
    '$people people at $tables tables in $rounds rounds, hosts: $hosts: excess $reach or less',
    (instance) => {
      const { people, tables, rounds, hosts, reach } = instance;
      const { quality, ...made } = plan(questionFor(people, tables, rounds, { hosts }), 1);
      expect(quality.excess).toBeLessThanOrEqual(reach);
      expect(quality.excess).toBeGreaterThanOrEqual(quality.bound);
      expect(quality.sizes.most - quality.sizes.least).toBeLessThanOrEqual(1);
      // Counted once more, with code that shares nothing with the engine.
      const excess = [...encounters(made).values()].reduce((sum, times) => sum + (times * (times - 1)) / 2, 0);
      expect(quality.excess).toBe(excess);
      expect(Object.values(quality.broken)).toEqual([0, 0, 0, 0, 0]);
    }
  );

  test('150 people at 25 tables in three rounds: everybody meets 15, and the plan says that no other is better', () => {
    const { way, quality } = plan(questionFor(150, 25, 3), 1);
    expect(way).toBe('steps');
    expect(quality.met).toEqual({ least: 15, median: 15, most: 15, ceiling: 15 });
    expect(quality).toMatchObject({ repeats: 0, worst: 0, returns: 0, isOptimal: true });
  });

  test('the same seed gives the same plan, another seed another one', () => {
    const question = questionFor(23, 4, 4);
    expect(plan(question, 7)).toEqual(plan(question, 7));
    expect(plan(question, 8).rounds).not.toEqual(plan(question, 7).rounds);
  });
});
