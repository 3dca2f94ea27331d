import { createRandomSource } from '../random-source.ts';
import type { Plan, Question } from '../problem.ts';

type Rest = Partial<Question>;

/**
 * A question for tests and the bench: so many people, tables with as many chairs as that takes, rounds. Hosts stay unless
 * said otherwise.
 */
export function questionFor(people: number, tables: number, rounds: number, rest: Rest = {}): Question {
  return {
    rounds,
    hosts: 'stays',
    people: Array.from({ length: people }, (_, index) => ({ id: `person ${index}` })),
    tables: Array.from({ length: tables }, (_, index) => ({ id: `table ${index}`, seats: Math.ceil(people / tables) })),
    ...rest
  };
}

/**
 * Each person draws `draws` topics, and topics of the first tables more often, so that more people want some of these
 * than there are chairs.
 */
export function withChoices(question: Question, draws: number, seed: number): Question {
  const random = createRandomSource(seed);
  const drawn = () => `table ${Math.floor(question.tables.length * random() ** 1.5)}`;
  return {
    ...question,
    people: question.people.map((guest) => ({ ...guest, chosen: [...new Set(Array.from({ length: draws }, drawn))] }))
  };
}

/** How often each pair shares a table, counted in the simplest way there is. */
export function encounters({ rounds }: Pick<Plan, 'rounds'>): Map<string, number> {
  const times = new Map<string, number>();
  for (const seating of rounds) {
    const at = Object.groupBy(Object.keys(seating), (person) => seating[person] ?? '');
    for (const sitting of Object.values(at))
      sitting?.forEach((one, index) => {
        for (const two of sitting.slice(index + 1)) {
          const pair = [one, two].sort().join(' & ');
          times.set(pair, (times.get(pair) ?? 0) + 1);
        }
      });
  }
  return times;
}

export const seatedAt = (plan: Plan, round: number, table: string): string[] =>
  Object.keys(plan.rounds[round] ?? {}).filter((person) => plan.rounds[round]?.[person] === table);

/** Seats of people in both plans that are not the same in both. */
export function altered(before: Plan, after: Plan): number {
  return before.rounds.reduce((sum, seating, round) => {
    const now = after.rounds[round] ?? {};
    return sum + Object.keys(seating).filter((person) => person in now && now[person] !== seating[person]).length;
  }, 0);
}
