import type { IndexedQuestion } from './indexed-question.ts';
import type { Seating } from './problem.ts';
import { NOWHERE, type Seated } from './seat-matrix.ts';

/**
 * The table each host keeps when hosts stay, by unit. The host is the named one; otherwise the first person who is
 * present in all rounds, may sit there and has sat nowhere else. Where pinned people leave fewer than two chairs, a
 * pinned person hosts, because no chair would be left for a guest. Tables that are closed from the start need no host.
 */
export function chosenHosts(indexed: IndexedQuestion): Map<number, number> {
  const { question, units, persons, tables, rounds, seats } = indexed;
  const isNamed = question.tables.some(({ host }) => host !== undefined);
  const unitAt = new Map(isNamed ? persons.map(({ id, unit }) => [id, unit]) : []);
  const now = question.shown?.length ?? 0;
  const isOpenLater = (table: number) => {
    for (let round = now; round < rounds; round += 1) if (seats[round * tables + table]) return true;
    return false;
  };
  const hosts = new Map<number, number>();
  const pinned = Map.groupBy(
    [...units.keys()].filter((unit) => units[unit]?.stays !== NOWHERE),
    (unit) => units[unit]?.stays
  );
  const needy: number[] = [];
  question.tables.forEach(({ host }, table) => {
    const named = unitAt.get(host ?? '');
    const keeper =
      named !== undefined && !hosts.has(named) ? named : pinnedHost(indexed, table, pinned.get(table) ?? []);
    if (keeper !== undefined) hosts.set(keeper, table);
    else if (isOpenLater(table)) needy.push(table);
  });
  const free = units.map((_, index) => index).filter((index) => !hosts.has(index) && units[index]?.stays === NOWHERE);
  // Alone first: a unit that stays would keep its carer from travelling.
  const rank = units.map((_, unit) => likely(indexed, unit));
  if (rank.some((one) => one !== rank[0])) free.sort((a, b) => (rank[b] ?? 0) - (rank[a] ?? 0));
  // A table where few people may sit chooses its host first, so that people who may sit anywhere are left to travel.
  if (units.some(({ may }) => may)) {
    const choice = new Map(
      needy.map((table) => [table, free.filter((unit) => units[unit]?.may?.[table] !== 0).length])
    );
    needy.sort((a, b) => (choice.get(a) ?? 0) - (choice.get(b) ?? 0) || a - b);
  }
  // From the end, where taking one away moves nobody else.
  free.reverse();
  for (const table of needy) {
    const index = indexed.choices
      ? cheapest(indexed, free, table)
      : free.findLastIndex((unit) => mayHost(indexed, unit, table));
    const [host] = index < 0 ? [] : free.splice(index, 1);
    if (host !== undefined) hosts.set(host, table);
  }
  return hosts;
}

/**
 * A person who is pinned at this table, if fewer than two chairs are left: a host and a guest would not both find one.
 */
function pinnedHost(indexed: IndexedQuestion, table: number, pinned: readonly number[]): number | undefined {
  const { units, seats, rounds, tables, question } = indexed;
  const people = pinned.reduce((sum, unit) => sum + (units[unit]?.members.length ?? 0), 0);
  const chairs = seats[Math.min(rounds - 1, question.shown?.length ?? 0) * tables + table] ?? 0;
  return pinned.length > 0 && chairs > 0 && people + 2 > chairs ? pinned[0] : undefined;
}

/** The index of the unit that would miss the fewest of its chosen topics. */
function cheapest(indexed: IndexedQuestion, free: readonly number[], table: number): number {
  const { choices, tables } = indexed;
  let [best, least] = [-1, Infinity];
  for (let index = free.length - 1; index >= 0; index -= 1) {
    const unit = free[index] ?? 0;
    if (!mayHost(indexed, unit, table)) continue;
    let missed = 0;
    for (let other = 0; other < tables; other += 1)
      if (other !== table) missed += choices?.[unit * tables + other] ?? 0;
    if (missed < least) [best, least] = [index, missed];
  }
  return best;
}

function likely({ units, persons, rounds, tables }: IndexedQuestion, unit: number): number {
  const { members = [], may = null } = units[unit] ?? {};
  let isThere = false;
  for (const member of members) isThere ||= persons[member]?.from === 0 && (persons[member]?.until ?? 0) >= rounds;
  const narrow = may ? 1 - may.reduce((sum, one) => sum + one, 0) / (tables + 1) : 0;
  return (isThere ? 3 : 0) + (members.length === 1 ? 1 : 0) + narrow;
}

function mayHost({ units, shown, question }: IndexedQuestion, unit: number, table: number): boolean {
  if (units[unit]?.may?.[table] === 0) return false;
  return (question.shown ?? []).every((_, round) => {
    const at = shown[round * units.length + unit] ?? NOWHERE;
    return at === NOWHERE || at === table;
  });
}

/**
 * The host of each table, by round. When hosts stay, the person who stays; when hosts swap, a person who stayed from
 * the round before, rather one who has not hosted yet.
 */
export function hostsOf(indexed: IndexedQuestion, seated: Seated): Seating[] {
  const rounds = Array.from({ length: indexed.rounds }, (_, round) => round);
  if (indexed.question.hosts === 'none') return rounds.map(() => ({}));
  if (indexed.question.hosts === 'stays') {
    const hosts = indexed.units.map((_, unit) => unit).filter((unit) => indexed.units[unit]?.isHost);
    return rounds.map((round) => staying(indexed, hosts, seated, round));
  }
  const hosted = new Uint8Array(indexed.persons.length);
  return rounds.map((round) => remaining(indexed, seated, round, hosted));
}

/** If several people keep a table together, the named one hosts it, or else the first. */
function staying(
  { question, units, persons }: IndexedQuestion,
  hosts: readonly number[],
  seated: Seated,
  round: number
): Seating {
  const named: Record<string, string> = {};
  for (const unit of hosts) {
    const { stays = NOWHERE, members = [] } = units[unit] ?? {};
    const table = question.tables[stays];
    if (!table || seated[round * units.length + unit] !== stays) continue;
    const isThere = (member: number) => {
      const { from = 0, until = 0 } = persons[member] ?? {};
      return from <= round && round < until;
    };
    const host =
      members.find((member) => persons[member]?.id === table.host && isThere(member)) ?? members.find(isThere);
    if (host !== undefined) named[table.id] = persons[host]?.id ?? '';
  }
  return named;
}

function remaining(indexed: IndexedQuestion, seated: Seated, round: number, hosted: Uint8Array): Seating {
  const { question, units, persons, tables } = indexed;
  const chosen = new Int32Array(tables).fill(-1);
  const ranks = new Int8Array(tables).fill(LEAST);
  persons.forEach(({ unit, from, until }, person) => {
    const at = seated[round * units.length + unit] ?? NOWHERE;
    if (at === NOWHERE || round < from || round >= until) return;
    const rank = rankOf(indexed, seated, round, unit, at) - 2 * (hosted[person] ?? 0);
    if (rank <= (ranks[at] ?? 0)) return;
    chosen[at] = person;
    ranks[at] = rank;
  });
  const named: Record<string, string> = {};
  chosen.forEach((person, table) => {
    if (person < 0) return;
    hosted[person] = 1;
    named[question.tables[table]?.id ?? ''] = persons[person]?.id ?? '';
  });
  return named;
}

/** Under this nobody hosts. */
const LEAST = -3;

function rankOf({ units }: IndexedQuestion, seated: Seated, round: number, unit: number, at: number): number {
  const isThere = (when: number) => seated[when * units.length + unit] === at;
  if (round > 0) return isThere(round - 1) ? 0 : LEAST;
  // A person who stays for round 1 will host then, so another one hosts round 0.
  return isThere(1) ? -1 : 0;
}
