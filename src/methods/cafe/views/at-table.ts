import { getOwn } from '#contract/get-own.ts';
import type { Round } from '../state.ts';

/** What is told of a person at a table, on the console as at the table itself. */
export const seatMarks = (round: Round | undefined, table: string | null, person: string) => ({
  here: getOwn(round?.here ?? {}, person) === true,
  hosts: table !== null && getOwn(round?.hosts ?? {}, table) === person
});

/** The soft end of a table that was given longer than the others. */
export function ownEnd(round: Round | undefined, table: string): number | null {
  const longer = getOwn(round?.longer ?? {}, table);
  return longer !== undefined && longer > (round?.endsAt ?? 0) ? longer : null;
}
