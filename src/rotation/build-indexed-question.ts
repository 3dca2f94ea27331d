import { chosenHosts } from './choose-hosts.ts';
import type { IndexedQuestion, Person, Unit } from './indexed-question.ts';
import type { Question } from './problem.ts';
import { NOWHERE } from './seat-matrix.ts';
import { unitsOf } from './units.ts';
import { apartPairs, choicesIn, withTagPairs } from './wishes.ts';

/** A question, counted through once. */
export function buildIndexedQuestion(question: Question): IndexedQuestion {
  const { rounds, people, tables } = question;
  const tableAt = new Map(tables.map(({ id }, index) => [id, index]));
  const { groups, unitOf } = unitsOf(question);
  const persons = people.map(({ id, from = 0, until = rounds }, index) => ({
    id,
    unit: unitOf[index] ?? 0,
    from,
    until: Math.max(from, until)
  }));
  const seats = seatsOf(question);
  const shown = shownOf(question, persons, groups.length, tableAt, seats);
  const units = groups.map((members): Unit => {
    return { members, stays: pinOf(members, question, tableAt), isHost: false, may: mayOf(members, question) };
  });
  const indexed: IndexedQuestion = {
    question,
    rounds,
    counted: question.returnHome && rounds > 1 ? rounds - 1 : rounds,
    tables: tables.length,
    tableAt,
    units,
    persons,
    present: presentIn(persons, groups.length, rounds),
    seats,
    shown,
    apart: apartPairs(question, unitOf, units.length, true),
    unwished: withTagPairs(question, unitOf, units.length, apartPairs(question, unitOf, units.length, false)),
    choices: choicesIn(question, unitOf, units.length)
  };
  if (question.hosts !== 'stays') return indexed;
  const hosts = chosenHosts(indexed);
  return {
    ...indexed,
    units: units.map((unit, index) =>
      hosts.has(index) ? { ...unit, stays: hosts.get(index) ?? 0, isHost: true } : unit
    )
  };
}

function presentIn(persons: readonly Person[], units: number, rounds: number): Uint8Array {
  const present = new Uint8Array(units * rounds);
  for (const { unit, from, until } of persons)
    for (let round = from; round < Math.min(until, rounds); round += 1)
      present[round * units + unit] = (present[round * units + unit] ?? 0) + 1;
  return present;
}

function seatsOf({ tables, rounds }: Question): Int16Array {
  const seats = new Int16Array(rounds * tables.length);
  tables.forEach(({ seats: asked, until = rounds }, table) => {
    for (let round = 0; round < Math.min(rounds, until); round += 1) {
      const chairs = typeof asked === 'number' ? asked : (asked[round] ?? asked.at(-1) ?? 0);
      seats[round * tables.length + table] = Math.max(0, Math.min(chairs, 32_767));
    }
  });
  return seats;
}

/** A table that closed meanwhile keeps no person, even if their phone still shows it. */
function shownOf(
  { shown = [], tables }: Question,
  persons: readonly Person[],
  units: number,
  tableAt: ReadonlyMap<string, number>,
  seats: Int16Array
): Int16Array {
  const fixed = new Int16Array((shown.length + 1) * units).fill(NOWHERE);
  shown.forEach((seating, round) => {
    for (const { id, unit } of persons) {
      const table = tableAt.get(seating[id] ?? '');
      if (table !== undefined && seats[round * tables.length + table]) fixed[round * units + unit] = table;
    }
  });
  return fixed;
}

function pinOf(members: readonly number[], { people }: Question, tableAt: IndexedQuestion['tableAt']): number {
  for (const member of members) {
    const pin = people[member]?.pin;
    const at = pin === undefined ? undefined : tableAt.get(pin);
    if (at !== undefined) return at;
  }
  return NOWHERE;
}

function mayOf(members: readonly number[], { people, tables }: Question): Uint8Array | null {
  const isAsked = members.some((member) => people[member]?.zone !== undefined || people[member]?.languages?.length);
  if (!isAsked) return null;
  const guests = members.map((member) => people[member]);
  return Uint8Array.from(tables, ({ language, zone }) =>
    guests.every((guest) => {
      const follows = language === undefined || !guest?.languages?.length || guest.languages.includes(language);
      return follows && (guest?.zone === undefined || guest.zone === zone);
    })
      ? 1
      : 0
  );
}
