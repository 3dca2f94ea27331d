import { amount, aside, peopleFigure } from '#contract/figures.ts';
import type { Block, Figure } from './harvest-type.ts';
import type { Roster } from '#contract/method.ts';
import { FEWEST } from '#contract/people-counts.ts';
import { countedIn } from '#kit/rules/people.ts';
import { elsewhere, meetings, metAgain, middle, sittings, talkedRounds, type Sitting } from './seat-records.ts';
import { nowAt } from '../audiences.ts';
import { allNotes, type Found } from '../notes/find-notes.ts';
import type { State } from '../state.ts';
import { isSaidEnough, saidIn } from './seat-coverage.ts';

/**
 * How it went, in figures, from where people said they sat; where too few said so, no more than that. Nothing is told
 * of fewer than five people, because a share of so few would point at one person.
 */
export function roundFigures(state: State, roster: Roster, notes: readonly Found[]): Block[] {
  const rounds = talkedRounds(state).length;
  const said = saidIn(state, roster);
  if (said.of < FEWEST * rounds || rounds === 0) return [];
  const seating: Figure[] = isSaidEnough(said)
    ? whereSat(state, roster, notes)
    : [peopleFigure('said', said.said, said.of), ...reseating(state)];
  return [courseBlock(state, [amount('rounds', rounds), ...seating])];
}

export const courseBlock = ({ id }: State, figures: Figure[]): Block => ({
  kind: 'outline',
  id: `${id}-course`,
  of: 'cafe',
  title: { kind: 'course' },
  branches: [],
  figures
});

function whereSat(state: State, roster: Roster, notes: readonly Found[]): Figure[] {
  const sat = sittings(state, countedIn(roster));
  const people = new Set(sat.flatMap(({ people }) => people));
  return [...seating(state, sat), ...met(state, sat), ...reseating(state), ...written(state, sat, people, notes)];
}

function seating(state: State, sat: readonly Sitting[]): Figure[] {
  const sizes = sat.map(({ people }) => people.length);
  const seats = sizes.reduce((sum, size) => sum + size, 0);
  return [
    aside(amount('table-sizes', { least: Math.min(...sizes), most: Math.max(...sizes) })),
    aside(peopleFigure('elsewhere', elsewhere(state, sat), seats))
  ];
}

function met(state: State, sat: readonly Sitting[]): Figure[] {
  const { met, pairs } = meetings(sat);
  const { excess, bound } = state.plan?.quality ?? {};
  const plan = excess === undefined || bound === undefined ? null : { excess, least: bound };
  return [
    amount('met', { fewest: met[0] ?? 0, median: middle(met) }),
    aside(amount('pairs-met', pairs)),
    aside(amount('met-again', { ...metAgain(state, sat), plan }))
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
  return [aside(amount('reseating', value))];
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
    .map(({ note: { table, round } }) => ({
      round,
      table: places.has(seatsOf(round, table)) ? table : nowAt(state, table)
    }))
    .filter(({ table }) => tables.has(table));
  const each = Map.groupBy(wrote, ({ table }) => table);
  const counts = [...tables].map((table) => each.get(table)?.length ?? 0).sort((a, b) => a - b);
  const filled = new Set(wrote.map(({ round, table }) => seatsOf(round, table)).filter((place) => places.has(place)));
  const authors = new Set(allNotes(state).flatMap(({ note: { author } }) => author ?? []));
  return [
    amount('tables-wrote', { count: filled.size, of: places.size }),
    aside(amount('notes-at-tables', { fewest: counts[0] ?? 0, median: middle(counts), most: counts.at(-1) ?? 0 })),
    peopleFigure('wrote', [...people].filter((person) => authors.has(person)).length, people.size)
  ];
}
