import type { Roster } from '#contract/method.ts';
import { rosterOf, type Ledger } from './ledger.ts';

/** Who counts in a harvest: in a rehearsal simulated people, too; otherwise methods leave them out. */
export function countedRoster(ledger: Ledger): Roster {
  const roster = rosterOf(ledger);
  return ledger.gathering.rehearsal ? asReal(roster) : roster;
}

/** As if nobody was simulated. */
export function asReal(roster: Roster): Roster {
  const people = Object.entries(roster.people).map(([id, person]) => [id, { ...person, rehearsed: false }] as const);
  return { people: Object.fromEntries(people) };
}
