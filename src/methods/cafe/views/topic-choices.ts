import { getOwn } from '#contract/get-own.ts';
import type { Roster } from '#contract/method.ts';
import { chosenBy } from '../planning/topic-choices.ts';
import { type State, isShown } from '../state.ts';
import { isHere } from '#kit/rules/people.ts';

/** By table, how many want it; by table, who of those without a phone. */
export type TopicChoices = { people: number; wanted: Record<string, number>; walkIns: Record<string, string[]> };

/** Names are told only of people without a phone, because a helper enters what they chose. */
export function choosing(state: State, roster: Roster): TopicChoices | null {
  if (state.layout !== 'topics' || isShown(state)) return null;
  const chose = Object.keys(state.chosen)
    .filter((person) => isHere(roster, person))
    .map((person) => ({ person, tables: chosenBy(state, person) }))
    .filter(({ tables }) => tables.length > 0);
  const wanted: Record<string, number> = {};
  for (const table of chose.flatMap(({ tables }) => tables)) wanted[table] = (wanted[table] ?? 0) + 1;
  const ofWalkIns = chose.filter(({ person }) => getOwn(roster.people, person)?.via === 'walk-in');
  return {
    people: chose.length,
    wanted,
    walkIns: Object.fromEntries(ofWalkIns.map(({ person, tables }) => [person, tables]))
  };
}
