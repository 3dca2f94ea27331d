import type { Question } from './problem.ts';

/** Pairs that are to sit apart, hard or soft, as a square of flags. Null when there are none. */
export function apartPairs(
  { people, apart = [] }: Question,
  unitOf: Int32Array,
  units: number,
  hard: boolean
): Uint8Array | null {
  const asked = apart.filter((wish) => wish.hard === hard);
  if (asked.length === 0) return null;
  const indexOf = new Map(people.map(({ id }, index) => [id, index]));
  const flags = new Uint8Array(units * units);
  for (const wish of asked) mark(flags, units, unitsAt(wish.people, indexOf, unitOf), () => 1);
  return flags;
}

/** Adds the pairs that share a tag: one for each tag they share. */
export function withTagPairs(
  { people }: Question,
  unitOf: Int32Array,
  units: number,
  soft: Uint8Array | null
): Uint8Array | null {
  const groups = new Map<string, number[]>();
  people.forEach(({ tags }, index) => {
    if (!tags) return;
    for (const tag of new Set(tags)) {
      const group = groups.get(tag);
      if (group) group.push(unitOf[index] ?? 0);
      else groups.set(tag, [unitOf[index] ?? 0]);
    }
  });
  if (groups.size === 0) return soft;
  const counts = soft ?? new Uint8Array(units * units);
  for (const group of groups.values()) mark(counts, units, group, (before) => Math.min(255, before + 1));
  return counts;
}

/** Topics people chose, as persons of a unit who chose a table: `[unit * tables + table]`. Null when nobody chose. */
export function choicesIn({ people, tables }: Question, unitOf: Int32Array, units: number): Uint8Array | null {
  if (!people.some(({ chosen }) => chosen?.length)) return null;
  const tableAt = new Map(tables.map(({ id }, index) => [id, index]));
  const counts = new Uint8Array(units * tables.length);
  people.forEach(({ chosen = [] }, person) => {
    for (const id of new Set(chosen)) {
      const table = tableAt.get(id);
      if (table === undefined) continue;
      const place = (unitOf[person] ?? 0) * tables.length + table;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  });
  return counts;
}

function unitsAt(people: readonly string[], indexOf: ReadonlyMap<string, number>, unitOf: Int32Array): number[] {
  return people.flatMap((id) => {
    const index = indexOf.get(id);
    return index === undefined ? [] : [unitOf[index] ?? 0];
  });
}

function mark(square: Uint8Array, units: number, group: readonly number[], next: (before: number) => number): void {
  group.forEach((one, index) => {
    for (const two of group.slice(index + 1)) {
      // People who are kept together cannot be kept apart.
      if (one === two) continue;
      square[one * units + two] = square[two * units + one] = next(square[one * units + two] ?? 0);
    }
  });
}
