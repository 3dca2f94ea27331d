import * as v from 'valibot';
import { isLead, refuse, type Actor, type Facts, type Refusal } from '#contract/method.ts';
import type { Say } from '#wire/messages.ts';
import { stored, type Decided } from './decided.ts';
import { placeOf } from './desk.ts';
import { after, whyItStays } from './helper-steps.ts';
import { GATHERING, ruleOf, type HelperStep, type Ledger, type Place, type Rules, type StoredEvent } from './ledger.ts';

type Step = Ledger['steps'][Place][number] | HelperStep;

const inputSchema = v.strictObject({ step: v.pipe(v.number(), v.integer()) });

/**
 * Those who lead take back the last step of any lead, at the console or at the desk, helpers the last one of their own
 * page. `step` is what the sender saw: of two consoles that press at once, the second is told instead of taking back one
 * step more.
 */
export function undo(
  ledger: Ledger,
  { device, input }: Say,
  { role }: Actor,
  { at }: Facts,
  rules: Rules
): Decided | Refusal {
  const asked = v.safeParse(inputSchema, input);
  if (!asked.success) return refuse('not-understood');
  const lists: readonly (readonly Step[])[] = isLead(role)
    ? Object.values(ledger.steps)
    : [ledger.helperSteps.filter(({ by }) => by === device)];
  if (lists.every(({ length }) => length === 0)) return refuse('nothing-to-undo');
  const steps = lists.find((steps) => steps.at(-1)?.number === asked.output.step);
  const last = steps?.at(-1);
  if (!steps || !last) return refuse('already-moved-on');
  const no = whyNot(ledger, last, rules);
  return no
    ? { events: stuckIn(ledger, steps, rules).map((step) => taken(step, at)), texts: [], no }
    : { events: [...backOf(last, at), taken(last, at)], texts: [] };
}

/**
 * The steps above the newest one that can be taken back. They leave the list, because all older steps would wait under
 * them until the next edition; who pressed is told so once.
 */
function stuckIn(ledger: Ledger, steps: readonly Step[], rules: Rules): Step[] {
  const offered = steps.findLastIndex((step) => whyNot(ledger, step, rules) === null);
  return steps.slice(offered + 1).toReversed();
}

const whyNot = (ledger: Ledger, step: Step, rules: Rules): Refusal | null =>
  isHelped(step)
    ? whyItStays(ledger, step, rules)
    : changesNothing(ledger, step, rules)
      ? refuse('cannot-be-undone')
      : null;

/**
 * What was published or corrected since may stand against an undo. Tried on a copy, so that each fact alone says what it
 * does not touch, and nobody is told that a step was taken back while all stays as it was.
 */
function changesNothing(ledger: Ledger, step: Step, rules: Rules): boolean {
  const rule = ruleOf(ledger, step.activity, rules);
  return rule === null || JSON.stringify(after(rule, backOf(step, ledger.at))) === JSON.stringify(rule.state);
}

const backOf = ({ activity, back }: Step, at: number): StoredEvent[] => back.map((fact) => stored(activity, fact, at));

/** That a step leaves the list. Roles are told apart by it: nobody but a helper takes a step of a helper. */
const taken = (step: Step, at: number): StoredEvent =>
  stored(
    GATHERING,
    isHelped(step)
      ? { type: 'HelperUndone', data: { step: step.number } }
      : { type: 'Undone', data: { place: placeOf(step) } },
    at
  );

const isHelped = (step: Step): step is HelperStep => 'mark' in step;
