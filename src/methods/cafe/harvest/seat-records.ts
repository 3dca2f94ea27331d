import type { Share } from '#contract/share-of-all.ts';
import { getOwn } from '#contract/get-own.ts';
import { roundsOf, type Round, type State } from '../state.ts';

/** `people`: who said that they sat at this table in this round; the plan alone does not count. */
export type Sitting = { round: number; table: string; people: string[] };

export const sittings = (state: State, counts: (person: string) => boolean): Sitting[] =>
  talkedRounds(state).flatMap(([round, { at, here }]) => {
    const tables = Map.groupBy(Object.keys(here).filter(counts), (person) => getOwn(at, person) ?? '');
    return [...tables].map(([table, people]) => ({ round, table, people }));
  });

/** Rounds that were talked in: where no question was asked, people were still on their way. */
export const talkedRounds = ({ rounds, round: now }: State): [number: number, round: Round][] =>
  Object.entries(rounds)
    .map(([number, round]): [number, Round] => [Number(number), round])
    .filter(([number, { askedAt }]) => number <= now && askedAt !== null);

/** People in a seat other than the first they had in that round. */
export const elsewhere = ({ rounds }: State, sat: readonly Sitting[]): number =>
  sat.reduce((sum, { round, table, people }) => {
    const former = rounds[round]?.former ?? {};
    return sum + people.filter((person) => (getOwn(former, person)?.[0] ?? table) !== table).length;
  }, 0);

/** Others each person met, from the fewest, of all pairs those that met, and the pairs that met more than once. */
export function meetings(sat: readonly Sitting[]): { met: number[]; pairs: Share; again: number } {
  const others = [...together(sat).values()];
  const met = others.map(({ size }) => size).sort((a, b) => a - b);
  const again = sum(others.map((times) => [...times.values()].filter((shared) => shared > 1).length)) / 2;
  return { met, pairs: { count: sum(met) / 2, of: pairsOf(met.length) }, again };
}

/**
 * Pairs that met more than once, and the sum of m(m−1)/2 over all; counted like that of a plan, so that both can be
 * compared.
 */
export function metAgain(state: State, sat: readonly Sitting[]): { pairs: number; excess: number } {
  const rounds = roundsOf(state);
  const counted = state.returnHome && rounds > 1 ? sat.filter(({ round }) => round < rounds) : sat;
  const belong = belonging(state);
  const again: number[] = [];
  for (const [person, others] of together(counted))
    for (const [other, times] of others) if (times > 1 && !belong(person, other)) again.push(pairsOf(times));
  // Each pair from both sides.
  return { pairs: again.length / 2, excess: sum(again) / 2 };
}

/** The one in the middle of figures in rank, the lower of two; 0 of none. */
export const middle = (ranked: readonly number[]): number => ranked[Math.floor((ranked.length - 1) / 2)] ?? 0;

/** By person and other person, the rounds they shared a table. */
function together(sat: readonly Sitting[]): Map<string, Map<string, number>> {
  const met = new Map<string, Map<string, number>>();
  for (const { people } of sat)
    for (const person of people) {
      const others = met.get(person) ?? new Map<string, number>();
      for (const other of people) if (other !== person) others.set(other, (others.get(other) ?? 0) + 1);
      met.set(person, others);
    }
  return met;
}

/** Pairs that are together on purpose: they are in one group that is kept together, or both stay at one table. */
function belonging({ wishes, hosts, rounds }: State): (one: string, other: string) => boolean {
  const groups = Object.values(wishes.together);
  const hosted = Object.values(rounds).map(
    (round) => new Map(Object.entries(round.hosts).map(([at, who]) => [who, at]))
  );
  const stays = (person: string): string | null => {
    const pinned = getOwn(wishes.pins, person);
    const at = hosted[0]?.get(person);
    return pinned ?? (hosts === 'stays' && hosted.every((round) => round.get(person) === at) ? (at ?? null) : null);
  };
  return (one, other) =>
    groups.some((group) => group.includes(one) && group.includes(other)) ||
    (stays(one) !== null && stays(one) === stays(other));
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2;
const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
