import { pairs } from './bounds.ts';
import { NOWHERE, type Layout, type Seated } from './layout.ts';

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

export function encountersOf(layout: Layout, seated: Seated): Encounters {
  const { persons, units, counted, tables } = layout;
  const count = persons.length;
  const { first, sitting } = sittingIn(layout, seated);
  const stays = Int32Array.from(units, (unit) => unit.stays);
  const times = new Uint16Array(count);
  const seen = new Int32Array(count);
  const [isThere, met, company] = [new Uint8Array(count), new Int32Array(count), new Int32Array(count)];
  let excess = 0;
  for (let person = 0; person < count; person += 1) {
    const { unit, from, until } = persons[person] as (typeof persons)[number];
    let [others, sum] = [0, 0];
    for (let round = from; round < Math.min(counted, until); round += 1) {
      isThere[person] = 1;
      const table = seated[round * units.length + unit] ?? NOWHERE;
      if (table === NOWHERE) continue;
      const place = round * tables + table;
      for (let at = first[place] as number; at < (first[place + 1] as number); at += 1) {
        const other = sitting[at] as number;
        const otherUnit = (persons[other] as (typeof persons)[number]).unit;
        if (otherUnit === unit || (stays[unit] !== NOWHERE && stays[unit] === stays[otherUnit])) continue;
        if (times[other] === 0) seen[others++] = other;
        times[other] = (times[other] as number) + 1;
        sum += 1;
      }
    }
    for (let at = 0; at < others; at += 1) {
      // From one side only.
      if ((seen[at] as number) > person) excess += pairs(times[seen[at] as number] as number);
      times[seen[at] as number] = 0;
    }
    met[person] = others;
    company[person] = sum;
  }
  return { isThere, met, company, excess, available: availableIn(layout, isThere) };
}

/** Persons by round and table, one list after the other: those of a place stand from `first[place]` to `first[place + 1]`. */
function sittingIn(
  { persons, units, tables, counted }: Layout,
  seated: Seated
): { first: Int32Array; sitting: Int32Array } {
  const first = new Int32Array(counted * tables + 1);
  const each = (told: (place: number, person: number) => void) =>
    persons.forEach(({ unit, from, until }, person) => {
      for (let round = from; round < Math.min(counted, until); round += 1) {
        const table = seated[round * units.length + unit] ?? NOWHERE;
        if (table !== NOWHERE) told(round * tables + table, person);
      }
    });
  each((place) => (first[place + 1] = (first[place + 1] ?? 0) + 1));
  for (let place = 1; place < first.length; place += 1) first[place] = (first[place] ?? 0) + (first[place - 1] ?? 0);
  const next = first.slice();
  const sitting = new Int32Array(first.at(-1) ?? 0);
  each((place, person) => {
    sitting[next[place] ?? 0] = person;
    next[place] = (next[place] ?? 0) + 1;
  });
  return { first, sitting };
}

function availableIn({ persons, units, counted }: Layout, isThere: Uint8Array): Int32Array {
  const present = persons.filter((_, person) => isThere[person] === 1);
  const isAlways = present.every(({ from, until }) => from === 0 && until >= counted);
  const staying = new Map<number, number>();
  for (const { unit } of present) {
    const stays = units[unit]?.stays ?? NOWHERE;
    staying.set(stays, (staying.get(stays) ?? 0) + 1);
  }
  return Int32Array.from(persons, (person, index) => {
    if (isThere[index] === 0) return 0;
    const { stays, members } = units[person.unit] ?? { stays: NOWHERE, members: [] };
    const kept = stays === NOWHERE ? members.length : (staying.get(stays) ?? 1);
    if (isAlways) return present.length - kept;
    const overlapping = present.filter(
      ({ from, until }) => Math.max(from, person.from) < Math.min(until, person.until, counted)
    );
    return Math.max(0, overlapping.length - kept);
  });
}
