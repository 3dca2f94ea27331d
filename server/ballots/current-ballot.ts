import type { AnyMethod, Ballot } from '#contract/method.ts';
import { ruleOf, type Ledger, type Rules } from '#gathering/ledger.ts';

/** A ballot, the method it is of, and the state it is asked about. */
export type CurrentBallot = { readonly method: AnyMethod; readonly ballot: Ballot<unknown>; readonly state: unknown };

/** Null where no tickets are drawn now: the gathering is closed, or this activity has no ballot. */
export function currentBallot(ledger: Ledger, activity: string, rules: Rules): CurrentBallot | null {
  const rule = ledger.gathering.phase === 'open' ? ruleOf(ledger, activity, rules) : null;
  const ballot = rule?.method.ballot;
  return rule && ballot?.isOn(rule.state) ? { ...rule, ballot } : null;
}
