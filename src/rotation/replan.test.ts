import { describe, expect, test } from 'vitest';
import { plan } from './plan.ts';
import type { Question } from './problem.ts';
import { replan } from './replan.ts';
import { altered, questionFor, seatedAt } from './support/questions.ts';

const evening = questionFor(22, 5, 3, {
  tables: Array.from({ length: 5 }, (_, index) => ({ id: `table ${index}`, seats: 6 }))
});
const withLate = (question: Question, ...ids: string[]): Question => ({
  ...question,
  people: [...question.people, ...ids.map((id) => ({ id, from: question.shown?.length ?? 0 }))]
});

describe('after a change', () => {
  test('three who come late take open seats: nobody else moves, and nobody meets anyone twice', () => {
    const before = plan(evening, 1);
    const after = replan(withLate(evening, 'Ana', 'Bo', 'Chidi'), before, 1);
    expect(altered(before, after)).toBe(0);
    expect(after.quality).toMatchObject({ excess: 0, returns: 0, sizes: { least: 5, most: 5 } });
    expect(before.open).toContainEqual(after.seats['Ana']);
  });

  test('who comes while a round is on sits down in it, and moves on with everybody', () => {
    const before = plan(evening, 1);
    const question = { ...evening, shown: [before.rounds[0] ?? {}] };
    const after = replan({ ...question, people: [...question.people, { id: 'Ana' }] }, before, 1);
    expect(after.rounds.map((seating) => seating['Ana'])).toEqual(after.seats['Ana']?.path);
    expect(after.quality.excess).toBe(0);
  });

  test('who leaves leaves a hole that somebody else can take', () => {
    const before = plan(questionFor(25, 5, 3), 1);
    const seat = before.seats['person 20'];
    const left = {
      ...questionFor(25, 5, 3),
      people: questionFor(25, 5, 3).people.filter(({ id }) => id !== 'person 20')
    };
    const without = replan(left, before, 1);
    expect(altered(before, without)).toBe(0);
    expect(without.open).toContainEqual(seat);
    const after = replan(withLate(left, 'Ana'), without, 1);
    expect(after.seats['Ana']).toEqual(seat);
    expect(after.quality.excess).toBe(0);
  });

  test('a host who never comes is replaced by letter B of that table, and nothing else changes', () => {
    const question = questionFor(138, 24, 3);
    const before = plan(question, 1);
    const host = before.hosts[0]?.['table 19'] ?? '';
    const missing = { ...question, people: question.people.filter(({ id }) => id !== host) };
    const after = replan(missing, before, 1);
    const next = after.hosts[0]?.['table 19'] ?? '';
    expect(before.seats[next]).toMatchObject({ table: 'table 19', letter: 1 });
    expect(after.hosts.map((hosts) => hosts['table 19'])).toEqual([next, next, next]);
    expect(after.quality.excess).toBe(0);
    expect(altered(before, after)).toBe(2);
  });

  test('a host who leaves in the middle is replaced by somebody who sits there, for one repeat at most', () => {
    const question = questionFor(25, 5, 3);
    const before = plan(question, 1);
    const shown = before.rounds.slice(0, 2);
    const host = before.hosts[0]?.['table 3'];
    const after = replan(
      {
        ...question,
        shown,
        people: question.people.map((guest) => (guest.id === host ? { ...guest, until: 2 } : guest))
      },
      before,
      1,
      0
    );
    expect(seatedAt(before, 1, 'table 3')).toContain(after.hosts[2]?.['table 3']);
    expect(after.rounds.slice(0, 2)).toEqual(shown);
    expect(after.quality.excess).toBeLessThanOrEqual(1);
  });

  test('a table that closes sends its people elsewhere, and a tenth of the other seats at most', () => {
    const question = questionFor(290, 40, 4, {
      tables: Array.from({ length: 40 }, (_, index) => ({ id: `table ${index}`, seats: 9 }))
    });
    const before = plan(question, 1);
    const closed = {
      ...question,
      shown: [before.rounds[0] ?? {}],
      tables: question.tables.map((table) => (table.id === 'table 7' ? { ...table, until: 1 } : table))
    };
    const after = replan(closed, before, 1);
    const concerned = [1, 2, 3].reduce((sum, round) => sum + seatedAt(before, round, 'table 7').length, 0);
    expect(altered(before, after)).toBeLessThanOrEqual(concerned + 0.1 * 3 * 290);
    expect(after.quality.broken).toMatchObject({ overfull: 0, unseated: 0 });
    expect([1, 2, 3].flatMap((round) => seatedAt(after, round, 'table 7'))).toEqual([]);
  });
});
