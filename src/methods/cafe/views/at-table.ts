import { find } from '#contract/find.ts';
import type { Round } from '../state.ts';

/** What is told of a person at a table, on the console as at the table itself. */
export const standing = (round: Round | undefined, table: string | null, person: string) => ({
  here: find(round?.here ?? {}, person) === true,
  hosts: table !== null && find(round?.hosts ?? {}, table) === person
});

/** The soft end of a table that was given longer than the others. */
export function ownEnd(round: Round | undefined, table: string): number | null {
  const longer = find(round?.longer ?? {}, table);
  return longer !== undefined && longer > (round?.endsAt ?? 0) ? longer : null;
}
