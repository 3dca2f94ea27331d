import type { Plan, Question } from './problem.ts';

/**
 * Names the hosts that were, where they are still there and nobody else is named. A table that has closed lets its host
 * go.
 */
export function withHosts(question: Question, before: Plan): Question {
  if (question.hosts !== 'stays') return question;
  const now = question.shown?.length ?? 0;
  return {
    ...question,
    tables: question.tables.map(({ host, ...table }) => {
      const known = host ?? before.hosts.at(Math.max(0, now - 1))?.[table.id];
      const isOpen = (table.until ?? question.rounds) > now;
      return known !== undefined && isOpen && isThere(question, known) ? { ...table, host: known } : table;
    })
  };
}

/**
 * Tables without a host, and the people who could become one: they sit there now, or will begin there. Lowest letter
 * first.
 */
export function hostCandidates(question: Question, before: Plan): { table: string; candidates: string[] }[] {
  if (question.hosts !== 'stays') return [];
  const now = question.shown?.length ?? 0;
  const seating = question.shown?.at(-1) ?? before.rounds[0] ?? {};
  const busy = new Set(question.tables.map(({ host }) => host));
  return question.tables
    .filter(({ host, until }) => host === undefined && (until ?? question.rounds) > now)
    .map(({ id }) => ({
      table: id,
      candidates: question.people
        .filter((guest) => seating[guest.id] === id && guest.pin === undefined && !busy.has(guest.id))
        .filter((guest) => isThere(question, guest.id))
        .map((guest) => guest.id)
        .sort((a, b) => (before.seats[a]?.letter ?? 0) - (before.seats[b]?.letter ?? 0))
    }))
    .filter(({ candidates }) => candidates.length > 0);
}

function isThere({ people, rounds, shown }: Question, id: string): boolean {
  const guest = people.find((one) => one.id === id);
  return guest !== undefined && (guest.until ?? rounds) > (shown?.length ?? 0);
}
