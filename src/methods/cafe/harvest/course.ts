import type { Part } from '#contract/blocks.ts';
import type { Block, Figure } from './codes.ts';
import { FEWEST_TO_HIDE, type Roster } from '#contract/method.ts';
import { countedIn } from '../../shared/people.ts';
import { elsewhere, meetings, metAgain, middle, sittings, talked, type Sitting } from './figures.ts';
import { nowAt } from '../audiences.ts';
import { allNotes, type Found } from '../notes/noted.ts';
import type { State } from '../state.ts';
import { isSaidEnough, saidIn } from './said.ts';

/**
 * How it went, in figures, from where people said they sat; where too few said so, no more than that. Nothing of fewer
 * than five people: a share of so few would point at one of them.
 */
export function course(state: State, roster: Roster, notes: readonly Found[]): Block[] {
  const rounds = talked(state).length;
  const said = saidIn(state, roster);
  if (said.of < FEWEST_TO_HIDE * rounds || rounds === 0) return [];
  const seating: Figure[] = isSaidEnough(said)
    ? whereSat(state, roster, notes)
    : [{ code: 'said', value: partOf(said.said, said.of) }, ...reseating(state)];
  const figures: Figure[] = [{ code: 'rounds', value: rounds }, ...seating];
  return [{ kind: 'outline', id: `${state.id}-course`, of: 'cafe', title: { kind: 'course' }, branches: [], figures }];
}

function whereSat(state: State, roster: Roster, notes: readonly Found[]): Figure[] {
  const sat = sittings(state, countedIn(roster));
  const people = new Set(sat.flatMap(({ people }) => people));
  return [...seating(state, sat), ...met(state, sat), ...reseating(state), ...written(state, sat, people, notes)];
}

function seating(state: State, sat: readonly Sitting[]): Figure[] {
  const sizes = sat.map(({ people }) => people.length);
  const seats = sizes.reduce((sum, size) => sum + size, 0);
  return [
    { code: 'table-sizes', value: { least: Math.min(...sizes), most: Math.max(...sizes) } },
    { code: 'elsewhere', value: partOf(elsewhere(state, sat), seats) }
  ];
}

function met(state: State, sat: readonly Sitting[]): Figure[] {
  const { met, pairs } = meetings(sat);
  const { excess, bound } = state.plan?.quality ?? {};
  const plan = excess === undefined || bound === undefined ? null : { excess, least: bound };
  return [
    { code: 'met', value: { fewest: met[0] ?? 0, median: middle(met) } },
    { code: 'pairs-met', value: pairs },
    { code: 'met-again', value: { ...metAgain(state, sat), plan } }
  ];
}

function reseating({ rounds, round: now }: State): Figure[] {
  const moves = Object.entries(rounds).flatMap(([number, round]) => (Number(number) > now ? [] : [round]));
  const times = moves.flatMap(({ shownAt, settledAt }) =>
    shownAt === null || settledAt === null ? [] : [settledAt - shownAt]
  );
  if (times.length === 0) return [];
  const ranked = times.toSorted((a, b) => a - b);
  const value = { median: middle(ranked), longest: ranked.at(-1) ?? 0, settled: ranked.length, moves: moves.length };
  return [{ code: 'reseating', value }];
}

function written(
  state: State,
  sat: readonly Sitting[],
  people: ReadonlySet<string>,
  notes: readonly Found[]
): Figure[] {
  const seatsOf = (round: number, table: string) => `${round} ${table}`;
  const tables = new Set(sat.map(({ table }) => table));
  const places = new Set(sat.map(({ round, table }) => seatsOf(round, table)));
  // People who were sent to another table in the middle of a round are only known to sit there.
  const wrote = notes
    .map(({ table, note: { round } }) => ({
      round,
      table: places.has(seatsOf(round, table)) ? table : nowAt(state, table)
    }))
    .filter(({ table }) => tables.has(table));
  const each = Map.groupBy(wrote, ({ table }) => table);
  const counts = [...tables].map((table) => each.get(table)?.length ?? 0).sort((a, b) => a - b);
  const filled = new Set(wrote.map(({ round, table }) => seatsOf(round, table)).filter((place) => places.has(place)));
  const authors = new Set(allNotes(state).flatMap(({ note: { author } }) => author ?? []));
  return [
    { code: 'tables-wrote', value: { count: filled.size, of: places.size } },
    {
      code: 'notes-at-tables',
      value: { fewest: counts[0] ?? 0, median: middle(counts), most: counts.at(-1) ?? 0 }
    },
    { code: 'wrote', value: partOf([...people].filter((person) => authors.has(person)).length, people.size) }
  ];
}

function partOf(count: number, of: number): Part {
  const isFew = (people: number) => people > 0 && people < FEWEST_TO_HIDE;
  if (isFew(count)) return 'few';
  return isFew(of - count) ? 'most' : { count, of };
}
