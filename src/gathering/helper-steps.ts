import { create } from 'mutative';
import { refuse, type AnyMethod, type Fact, type Refusal } from '#contract/method.ts';
import { digest } from './digest.ts';
import { GATHERING, ruleOf, type HelperStep, type Ledger, type Rules, type StoredEvent } from './ledger.ts';
import { plain } from './plain.ts';

type Rule = { method: AnyMethod; state: unknown };
type Facts = readonly Fact<Record<string, unknown>>[];

/**
 * A helper takes back only what still stands as they left it: a card that another console has moved on since would
 * move back from where that console put it. So a step keeps a mark of all that taking it back would change, and of what
 * comes next, so that a card is not taken out of a vote that began after it was written.
 */
export const markAfter = (rule: Rule, done: readonly StoredEvent[], back: Facts): string =>
  markOf({ ...rule, state: after(rule, done) }, back);

/** What a state would be after these events, tried on a copy. */
export const after = ({ method, state }: Rule, events: readonly StoredEvent[]): object =>
  create(plain(state as object), (draft) => {
    for (const { type, data, at } of events) method.evolve[type]?.(draft, copy(data), at);
  });

function markOf({ method, state }: Rule, back: Facts): string {
  const [, , changed] = create(
    plain(state as object),
    (draft) => {
      for (const { type, data } of back) method.evolve[type]?.(draft, copy(data), 0);
    },
    { enablePatches: true }
  );
  return digest(JSON.stringify([changed, method.next(state)]));
}

/** Why a helper may not take this step back. Those who lead take back that they closed the gathering; a helper cannot. */
export function whyItStays(ledger: Ledger, step: HelperStep, rules: Rules): Refusal | null {
  if (step.activity !== GATHERING && ledger.gathering.phase !== 'open') return refuse('gathering-closed');
  const rule = ruleOf(ledger, step.activity, rules);
  return rule && markOf(rule, step.back) === step.mark ? null : refuse('changed-since');
}

const copy = (data: unknown): unknown => JSON.parse(JSON.stringify(data));
