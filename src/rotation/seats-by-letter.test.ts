import { describe, expect, test } from 'vitest';
import { byDesign } from './block-design-plan.ts';
import { byField } from './finite-field-rule.ts';
import type { Letters, Wanted } from './seats-by-letter.ts';
import { plan } from './plan.ts';
import { byShifts } from './shift-rule.ts';
import { bySquare } from './latin-square-rule.ts';
import { bySteps } from './step-rule.ts';
import { questionFor } from './support/questions.ts';

describe('seat letters', () => {
  test('with more tables than travellers × moves nobody meets twice or returns: every such room up to 60 tables', () => {
    let rooms = 0;
    for (let tables = 2; tables <= 60; tables += 1)
      for (let travellers = 1; travellers <= 9; travellers += 1)
        for (let rounds = 2; rounds <= 6; rounds += 1) {
          if (tables <= travellers * (rounds - 1)) continue;
          const rule = bySteps({ tables, letters: travellers + 1, rounds, hosts: 'stays' });
          // Empty chairs take encounters away and add none: the full room speaks for the others.
          expect(rule && fault(rule, rounds), `${tables} tables, ${travellers} travellers, ${rounds} rounds`).toBe('');
          rooms += 1;
        }
    expect(rooms).toBeGreaterThan(1500);
  });

  test.each([
    [25, 6, 3],
    [24, 6, 3],
    [13, 6, 3],
    [12, 5, 3]
  ])(
    'with %i tables of %i, somebody missing or half the tables one short, sizes differ by one',
    (tables, size, rounds) => {
      for (const missing of [0, 1, Math.floor(tables / 2)]) {
        const { quality, way } = plan(questionFor(tables * size - missing, tables, rounds), 1);
        expect(way).toBe('steps');
        expect(quality).toMatchObject({ excess: 0, returns: 0 });
        expect(quality.sizes.most - quality.sizes.least).toBeLessThanOrEqual(1);
      }
    }
  );

  test('the card reads: A stays, B +1, C −1, D +2, E −2', () => {
    const rule = bySteps({ tables: 25, letters: 5, rounds: 3, hosts: 'stays' });
    expect([0, 1, 2, 3, 4].map((letter) => rule?.step(letter))).toEqual([0, 1, -1, 2, -2]);
  });

  test('without hosts nobody is left at a table all day where there is room for another step', () => {
    const rule = bySteps({ tables: 13, letters: 4, rounds: 4, hosts: 'none' });
    expect([0, 1, 2, 3].map((letter) => rule?.step(letter))).not.toContain(0);
    expect(rule && fault(rule, 4)).toBe('');
  });

  test.each([3, 4, 5, 7, 8, 9, 11, 13, 16, 25, 27])(
    '%i tables are a field: as many rounds, as many at each table',
    (tables) => {
      const rule = byField({ tables, letters: tables, rounds: tables, hosts: 'stays' }, true);
      expect(rule && fault(rule, tables)).toBe('');
      const plane = byField({ tables, letters: tables, rounds: tables + 1, hosts: 'none' }, true);
      expect(plane && fault(plane, tables + 1, true)).toBe('');
    }
  );

  test.each([6, 10, 12, 15])('%i tables are no field', (tables) => {
    expect(byField({ tables, letters: 3, rounds: 3, hosts: 'stays' }, true)).toBeNull();
  });

  test('six tables of five, hosts stay, five rounds: uneven steps do what even ones cannot', () => {
    const wanted: Wanted = { tables: 6, letters: 5, rounds: 5, hosts: 'stays' };
    expect(bySteps(wanted)).toBeNull();
    const rule = byShifts(wanted);
    expect(rule && fault(rule, 5)).toBe('');
  });

  test.each([7, 12, 30])(
    'hosts who swap at %i tables: letter n stays after round n − 1, and nobody meets twice but them',
    (tables) => {
      const rule = byShifts({ tables, letters: 4, rounds: 4, hosts: 'swaps' });
      expect(rule && fault(rule, 4, true)).toBe('');
      for (const letter of [1, 2, 3]) expect(rule?.at(0, letter, letter)).toBe(rule?.at(0, letter, letter - 1));
    }
  );

  test.each([4, 6, 10, 14, 50])('%i tables of as many: a Latin square serves three rounds', (tables) => {
    const rule = bySquare({ tables, letters: tables, rounds: 3, hosts: 'stays' }, true);
    expect(rule && fault(rule, 3)).toBe('');
    expect(rule?.at(2, 0, 2)).toBe(2);
  });

  test.each([
    [5, 3, 7],
    [6, 3, 8],
    [7, 3, 10],
    [8, 3, 11],
    [9, 3, 13],
    [10, 3, 14],
    [7, 4, 9]
  ])('%i tables of %i for %i rounds are stored, and sound', (tables, letters, rounds) => {
    const rule = byDesign({ tables, letters, rounds, hosts: 'none' }, true);
    expect(rule && fault(rule, rounds, true)).toBe('');
  });
});

/**
 * What is wrong with a rule whose seats are all taken: two who meet twice, a table too full, a traveller who returns.
 */
function fault({ tables, letters, at }: Letters, rounds: number, mayReturn = false): string {
  const met = new Uint8Array((tables * letters) ** 2);
  for (let round = 0; round < rounds; round += 1) {
    const sitting = Array.from({ length: tables }, (): number[] => []);
    for (let seat = 0; seat < tables * letters; seat += 1)
      sitting[at(seat % tables, Math.floor(seat / tables), round)]?.push(seat);
    for (const seats of sitting) {
      if (seats.length !== letters) return `a table has ${seats.length} in round ${round}`;
      for (const one of seats)
        for (const two of seats) {
          if (one <= two) continue;
          if (met[one * tables * letters + two]) return `${one} and ${two} meet again in round ${round}`;
          met[one * tables * letters + two] = 1;
        }
    }
  }
  if (mayReturn) return '';
  for (let letter = 0; letter < letters; letter += 1) {
    const path = new Set(Array.from({ length: rounds }, (_, round) => at(0, letter, round)));
    if (path.size !== rounds && path.size !== 1) return `letter ${letter} returns`;
  }
  return '';
}
