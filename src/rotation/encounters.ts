import type { IndexedQuestion } from './indexed-question.ts';
import { NOWHERE, type Seated } from './seat-matrix.ts';

/** By person, over the rounds that count. Pairs kept together are left out, and pairs that both stay at one table. */
export type Encounters = {
  /** Whether the person is there at all. */
  isThere: Uint8Array;
  /** Others met. */
  met: Int32Array;
  /** Encounters, repeated ones included. */
  company: Int32Array;
  /** Others who are there at the same time. */
  available: Int32Array;
  excess: number;
};

export function encountersOf(indexed: IndexedQuestion, seated: Seated): Encounters {
  const { persons, units, counted, tables } = indexed;
  const count = persons.length;
  const { first, sitting } = sittingIn(indexed, seated);
  const party = partiesOf(indexed);
  const times = new Uint16Array(count);
  const [isThere, met, company] = [new Uint8Array(count), new Int32Array(count), new Int32Array(count)];
  const known: number[] = [];
  let excess = 0;
  persons.forEach(({ unit, from, until }, person) => {
    for (let round = from; round < Math.min(counted, until); round += 1) {
      isThere[person] = 1;
      const table = seated[round * units.length + unit] ?? NOWHERE;
      if (table === NOWHERE) continue;
      const place = round * tables + table;
      // Persons of a place are sorted, so this counts each pair from one side only.
      for (let at = (first[place + 1] ?? 0) - 1; (sitting[at] ?? 0) > person; at -= 1) {
        const other = sitting[at] as number;
        if (party[other] === party[person]) continue;
        company[person] = (company[person] as number) + 1;
        company[other] = (company[other] as number) + 1;
        const before = times[other] as number;
        times[other] = before + 1;
        // 0 + 1 + … + (m − 1) is m(m − 1)/2.
        excess += before;
        if (before > 0) continue;
        known.push(other);
        met[person] = (met[person] as number) + 1;
        met[other] = (met[other] as number) + 1;
      }
    }
    for (const other of known) times[other] = 0;
    known.length = 0;
  });
  return { isThere, met, company, excess, available: availableIn(indexed, isThere, party) };
}

/** Party by person: people of one party are kept together or stay at one table, so they do not count as meeting. */
function partiesOf({ persons, units, tables }: IndexedQuestion): Int32Array {
  const party = new Int32Array(persons.length);
  persons.forEach(({ unit }, person) => {
    const stays = units[unit]?.stays ?? NOWHERE;
    party[person] = stays === NOWHERE ? tables + unit : stays;
  });
  return party;
}

/**
 * Persons by round and table, one list after the other: persons of a place stand from `first[place]` to `first[place +
 * 1]`.
 */
function sittingIn(
  { persons, units, tables, counted }: IndexedQuestion,
  seated: Seated
): { first: Int32Array; sitting: Int32Array } {
  const first = new Int32Array(counted * tables + 1);
  const placeOf = (unit: number, round: number): number => {
    const table = seated[round * units.length + unit] ?? NOWHERE;
    return table === NOWHERE ? NOWHERE : round * tables + table;
  };
  for (const { unit, from, until } of persons)
    for (let round = from; round < Math.min(counted, until); round += 1) {
      const place = placeOf(unit, round);
      if (place !== NOWHERE) first[place + 1] = (first[place + 1] ?? 0) + 1;
    }
  for (let place = 1; place < first.length; place += 1) first[place] = (first[place] ?? 0) + (first[place - 1] ?? 0);
  const next = first.slice();
  const sitting = new Int32Array(first.at(-1) ?? 0);
  persons.forEach(({ unit, from, until }, person) => {
    for (let round = from; round < Math.min(counted, until); round += 1) {
      const place = placeOf(unit, round);
      if (place === NOWHERE) continue;
      sitting[next[place] ?? 0] = person;
      next[place] = (next[place] ?? 0) + 1;
    }
  });
  return { first, sitting };
}

function availableIn(
  { persons, units, tables, counted }: IndexedQuestion,
  isThere: Uint8Array,
  party: Int32Array
): Int32Array {
  const present = persons.filter((_, person) => isThere[person] === 1);
  const isAlways = present.every(({ from, until }) => from === 0 && until >= counted);
  const kept = new Int32Array(tables + units.length);
  for (let person = 0; person < persons.length; person += 1)
    if (isThere[person]) kept[party[person] ?? 0] = (kept[party[person] ?? 0] ?? 0) + 1;
  const available = new Int32Array(persons.length);
  persons.forEach((person, index) => {
    if (!isThere[index]) return;
    const overlapping = isAlways
      ? present.length
      : present.filter(({ from, until }) => Math.max(from, person.from) < Math.min(until, person.until, counted))
          .length;
    available[index] = Math.max(0, overlapping - (kept[party[index] ?? 0] ?? 0));
  });
  return available;
}
