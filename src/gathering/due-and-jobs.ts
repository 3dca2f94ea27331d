import type { AnyMethod, Wake } from '#contract/method.ts';
import { planned } from './agenda.ts';
import { halted, rosterOf, ruleOf, type Ledger, type Rules } from './ledger.ts';

/** What an activity asks the clock for. */
export type Due = Wake & { readonly activity: string };
/** What an activity wants computed. `question` builds it, which costs more than knowing its name. */
export type Job = { activity: string; method: string; asking: string; command: string; question(): object };

/** What is due next, over all activities; null when nothing is, or nothing may happen any more. */
export function nextDue(ledger: Ledger, rules: Rules): Due | null {
  const roster = rosterOf(ledger);
  const all = running(ledger, rules).flatMap(({ activity, method, state }) => {
    const wake = method.wakes?.(state, roster);
    return wake ? [{ ...wake, activity }] : [];
  });
  return all.reduce<Due | null>((first, due) => (first && first.at <= due.at ? first : due), null);
}

export const jobsOf = (ledger: Ledger, rules: Rules): Job[] =>
  running(ledger, rules).flatMap(({ activity, method, state }) => {
    const { work } = method;
    const asking = work?.asking(state) ?? null;
    if (!work || asking === null) return [];
    return [{ activity, method: method.name, asking, command: work.command, question: () => work.question(state) }];
  });

function running(ledger: Ledger, rules: Rules): { activity: string; method: AnyMethod; state: unknown }[] {
  if (ledger.gathering.phase !== 'open' || halted(ledger)) return [];
  return planned(ledger.gathering).flatMap(([activity]) => {
    const rule = ruleOf(ledger, activity, rules);
    return rule ? [{ activity, ...rule }] : [];
  });
}
