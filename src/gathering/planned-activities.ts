import { planned } from './agenda.ts';
import { ruleOf, type Ledger, type Rules } from './ledger.ts';

type PlannedActivity = NonNullable<ReturnType<typeof ruleOf>> & { readonly activity: string };

/** The activities of the agenda in its order, each with its method and its state; without those of unknown methods. */
export const plannedActivities = (ledger: Ledger, rules: Rules): PlannedActivity[] =>
  planned(ledger.gathering).flatMap(([activity]) => {
    const rule = ruleOf(ledger, activity, rules);
    return rule ? [{ activity, ...rule }] : [];
  });
