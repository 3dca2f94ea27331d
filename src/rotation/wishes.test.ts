import { describe, expect, test } from 'vitest';
import { plan } from './plan.ts';
import type { Question, Seating } from './problem.ts';
import { questionFor } from './support/questions.ts';

const LIGHT = 0.05;
const sound = { overfull: 0, apart: 0, misplaced: 0, hostless: 0, unseated: 0 };
const changed = (question: Question, id: string, change: object): Question => ({
  ...question,
  people: question.people.map((guest) => (guest.id === id ? { ...guest, ...change } : guest))
});

describe('wishes', () => {
  test('somebody who cannot walk far stays at a table, and everybody else still meets nobody twice', () => {
    const question = changed(questionFor(60, 13, 3, { tables: tables(13, 6) }), 'person 40', { pin: 'table 7' });
    const made = plan(question, 1, LIGHT);
    expect(made.rounds.map((seating) => seating['person 40'])).toEqual(['table 7', 'table 7', 'table 7']);
    expect(made.quality).toMatchObject({ excess: 0, isOptimal: true, broken: sound });
  });

  test('where five who are far away fill a table, one of them hosts it, and nobody has to squeeze in', () => {
    const far = ['person 60', 'person 61', 'person 62', 'person 63', 'person 64'];
    const question = questionFor(65, 13, 3, {
      tables: tables(13, 6).map((table, at) => (at === 12 ? { ...table, seats: 5 } : table))
    });
    const people = question.people.map((guest) => (far.includes(guest.id) ? { ...guest, pin: 'table 12' } : guest));
    const made = plan({ ...question, people }, 1, LIGHT);
    for (const seating of made.rounds)
      expect(Object.keys(seating).filter((person) => seating[person] === 'table 12')).toEqual(far);
    for (const hosts of made.hosts) expect(hosts['table 12']).toBe('person 60');
    expect(made.quality).toMatchObject({ excess: 0, broken: sound });
  });

  test('a carer and the one cared for share one path, and need no repeat', () => {
    const question = questionFor(60, 13, 3, { tables: tables(13, 6), together: [['person 30', 'person 45']] });
    const made = plan(question, 1, LIGHT);
    for (const seating of made.rounds) expect(seating['person 30']).toBe(seating['person 45']);
    expect(made.quality).toMatchObject({ excess: 0, broken: sound });
  });

  test('pairs who stay together and people who stay leave every other table five or six in every round', () => {
    const far = ['person 5', 'person 6', 'person 7', 'person 8', 'person 9'];
    const question = questionFor(143, 25, 3, {
      tables: tables(25, 6).map((table, at) => (at === 24 ? { ...table, seats: 5 } : table)),
      together: [
        ['person 0', 'person 1'],
        ['person 2', 'person 3']
      ]
    });
    const seated = changed(question, 'person 4', { pin: 'table 2' });
    const people = seated.people.map((guest) => (far.includes(guest.id) ? { ...guest, pin: 'table 24' } : guest));
    for (const seed of [1, 2, 3, 4, 5]) {
      const made = plan({ ...seated, people }, seed, LIGHT);
      expect(made.quality).toMatchObject({ excess: 0, isOptimal: true, broken: sound });
      for (const seating of made.rounds) expect(new Set(sizesOf(seating))).toEqual(new Set([5, 6]));
    }
  });

  test('two who must not meet take the same letter, and never do', () => {
    const question = questionFor(60, 12, 3, { apart: [{ people: ['person 20', 'person 50'], hard: true }] });
    const { quality, seats } = plan(question, 1, LIGHT);
    expect(quality).toMatchObject({ excess: 0, broken: sound });
    expect(seats['person 20']?.letter).toBe(seats['person 50']?.letter);
  });

  test('where no letters serve, hard keep-aparts hold all the same', () => {
    const question = questionFor(24, 4, 3, { apart: [{ people: ['person 8', 'person 9', 'person 10'], hard: true }] });
    expect(plan(question, 1, LIGHT).quality.broken).toEqual(sound);
  });

  test('colleagues are spread as far as that costs no repeat', () => {
    const people = Array.from({ length: 60 }, (_, index) => ({
      id: `person ${index}`,
      tags: [`employer ${index % 6}`]
    }));
    const { quality } = plan(questionFor(60, 12, 3, { people }), 1);
    expect(quality.excess).toBe(0);
    expect(quality.unwished).toBeLessThan(20);
  });

  test('a table of one language seats only those who follow it', () => {
    const people = Array.from({ length: 40 }, (_, index) => ({
      id: `person ${index}`,
      languages: index < 10 ? ['pt', 'en'] : ['en']
    }));
    const question = questionFor(40, 8, 3, {
      people,
      tables: tables(8, 5).map((table, index) => ({ ...table, language: index === 0 ? 'pt' : 'en' }))
    });
    const made = plan(question, 1, LIGHT);
    expect(made.quality.broken).toEqual(sound);
    for (const seating of made.rounds)
      for (const { id, languages } of people) if (!languages.includes('pt')) expect(seating[id]).not.toBe('table 0');
  });

  test('a table with fewer chairs than the others is not overfilled', () => {
    const question = questionFor(140, 25, 3, {
      tables: tables(25, 6).map((table, index) => (index === 4 ? { ...table, seats: 5 } : table))
    });
    const { quality, way, rounds } = plan(question, 1, LIGHT);
    expect(way).toBe('steps');
    expect(quality).toMatchObject({ excess: 0, broken: sound });
    for (const seating of rounds) expect(new Set(sizesOf(seating))).toEqual(new Set([5, 6]));
  });

  test('hosts who swap: at every table somebody stays to tell, and nobody tells twice', () => {
    const { quality, hosts } = plan(questionFor(60, 12, 4, { hosts: 'swaps' }), 1, LIGHT);
    expect(quality.broken).toEqual(sound);
    const told = hosts.flatMap((round) => Object.values(round));
    expect(told).toHaveLength(48);
    expect(new Set(told).size).toBe(48);
  });

  test('the last round brings everybody back to their first table', () => {
    const made = plan(questionFor(60, 12, 4, { returnHome: true }), 1, LIGHT);
    expect(made.rounds[3]).toEqual(made.rounds[0]);
    expect(made.quality).toMatchObject({ excess: 0, returns: 0 });
  });

  test('when chairs are missing everybody has a table all the same, and the plan says how many chairs', () => {
    const { quality, rounds } = plan(questionFor(22, 4, 2, { tables: tables(4, 5) }), 1, LIGHT);
    expect(Object.keys(rounds[1] ?? {})).toHaveLength(22);
    expect(quality.broken).toEqual({ ...sound, overfull: 4 });
  });
});

function tables(count: number, seats: number) {
  return Array.from({ length: count }, (_, index) => ({ id: `table ${index}`, seats }));
}

const sizesOf = (seating: Seating): number[] =>
  Object.values(Object.groupBy(Object.values(seating), (table) => table)).map((people) => people?.length ?? 0);
