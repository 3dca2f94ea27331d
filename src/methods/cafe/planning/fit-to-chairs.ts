import type { Plan, Seating } from '#rotation/problem.ts';
import { getOwn } from '#contract/get-own.ts';
import { isOpen, type Round, type State } from '../state.ts';

/**
 * The plan without people for whom the table has no chair, and without tables that are not there. A person who is left
 * out has no seat in that round, and is seated by hand: an engine that cannot keep every rule must not seat two people
 * on one chair.
 */
export function fitted(state: State, plan: Plan): Plan {
  const rounds = plan.rounds.map((seating) => fitting(state, seating));
  const hosts = plan.hosts.map((hosting, index) =>
    Object.fromEntries(
      Object.entries(hosting).filter(([table, person]) => getOwn(rounds[index] ?? {}, person) === table)
    )
  );
  return { ...plan, rounds, hosts };
}

/** The same for rounds that were put back: tables may have closed meanwhile. */
export function fit(draft: State, round: Round): void {
  const { at } = round;
  round.at = fitting(draft, at);
  for (const [table, host] of Object.entries(round.hosts))
    if (getOwn(round.at, host) !== table) delete round.hosts[table];
}

function fitting(state: State, seating: Seating): Record<string, string> {
  const taken = new Map<string, number>();
  return Object.fromEntries(
    Object.entries(seating).filter(([, id]) => {
      const table = getOwn(state.tables, id);
      const sitting = taken.get(id) ?? 0;
      if (!isOpen(table) || sitting >= table.seats) return false;
      taken.set(id, sitting + 1);
      return true;
    })
  );
}
