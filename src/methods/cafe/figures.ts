import type { Room } from '../method.ts';
import { find } from '../shared/records.ts';
import { type State } from './state.ts';

/** What came of it, from where people said they sat; not from what was planned. */
export type Encounters = {
  people: number;
  /** Others met. */
  least: number;
  median: number;
  most: number;
  /** Pairs that met, of all pairs of those people, 0 to 1. */
  share: number;
  /** People in a seat other than the planned one, of all who sat, over all rounds. */
  elsewhere: number;
  seatings: number;
};

export function encounters(state: State, counted: (person: string) => boolean): Encounters {
  const met = new Map<string, Set<string>>();
  let elsewhere = 0;
  let seatings = 0;
  for (const [number, round] of Object.entries(state.rounds)) {
    if (Number(number) > state.round) continue;
    const tables = Map.groupBy(Object.keys(round.here).filter(counted), (person) => find(round.at, person) ?? '');
    for (const [table, people] of tables) {
      for (const person of people) {
        const others = met.get(person) ?? new Set();
        for (const other of people) if (other !== person) others.add(other);
        met.set(person, others);
        seatings += 1;
        if ((find(state.plan?.rounds[Number(number) - 1] ?? {}, person) ?? table) !== table) elsewhere += 1;
      }
    }
  }
  const counts = [...met.values()].map(({ size }) => size).sort((a, b) => a - b);
  const pairs = (counts.length * (counts.length - 1)) / 2;
  return {
    people: counts.length,
    least: counts[0] ?? 0,
    median: counts[Math.floor((counts.length - 1) / 2)] ?? 0,
    most: counts.at(-1) ?? 0,
    share: pairs === 0 ? 0 : counts.reduce((sum, count) => sum + count, 0) / 2 / pairs,
    elsewhere,
    seatings
  };
}

/** Rehearsed people count only where there is nobody else. */
export function countedIn(room: Room): (person: string) => boolean {
  const onlyRehearsed = Object.values(room.people).every(({ rehearsed }) => rehearsed);
  return (person) => onlyRehearsed || find(room.people, person)?.rehearsed !== true;
}
