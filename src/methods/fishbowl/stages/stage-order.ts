import type { Form, Policy } from '../settings.ts';

/**
 * The stage of the conversation. `pairs` and `pairs-again`: the talks in pairs of a sandwich. `starters`: the invited
 * guests of an unpanel talk before the chair opens. `bowl`: the conversation. `asking`: the outer ring of a UX fishbowl
 * forms its questions. `last-words`: nobody is called any more.
 */
export const STAGES = ['ready', 'pairs', 'starters', 'bowl', 'asking', 'last-words', 'pairs-again', 'closed'] as const;
export type Stage = (typeof STAGES)[number];
/** A stage that facilitators can go to. */
export type LaterStage = Exclude<Stage, 'ready'>;
export const LATER_STAGES = STAGES.slice(1) as LaterStage[];

/** Forms in which starters leave one chair free. */
const ONE_CHAIR_FREE: readonly Form[] = ['open', 'unpanel', 'sandwich'];

/** Stages in which nobody comes in from the outer ring yet: invited guests may still have to sit down. */
const BEFORE_OPENING: readonly Stage[] = ['ready', 'pairs', 'starters'];
/** Stages with an inner circle. */
const INNER_CIRCLE: readonly Stage[] = ['starters', 'bowl', 'asking', 'last-words'];
/** Stages in which people may ask for a chair. */
const ASKING: readonly Stage[] = ['starters', 'bowl', 'asking'];

export const leavesOneFree = (form: Form): boolean => ONE_CHAIR_FREE.includes(form);
export const isBeforeOpening = (stage: Stage): boolean => BEFORE_OPENING.includes(stage);
export const hasInnerCircle = (stage: Stage): boolean => INNER_CIRCLE.includes(stage);
export const isOver = (stage: Stage): boolean => stage === 'pairs-again' || stage === 'closed';
export const takesRequests = ({ form, stage }: { form: Form; stage: Stage }): boolean =>
  form !== 'closed' && ASKING.includes(stage);

/** Whether the next person is called automatically. */
export const callsAutomatically = ({ form, stage, policy }: { form: Form; stage: Stage; policy: Policy }): boolean =>
  form !== 'closed' && stage === 'bowl' && policy !== 'facilitator';

/** The stages of each form after `ready`, in order. */
const STAGES_OF: Record<Form, readonly LaterStage[]> = {
  open: ['bowl', 'last-words', 'closed'],
  samoan: ['bowl', 'last-words', 'closed'],
  closed: ['bowl', 'last-words', 'closed'],
  ux: ['bowl', 'asking', 'last-words', 'closed'],
  unpanel: ['starters', 'bowl', 'last-words', 'closed'],
  sandwich: ['pairs', 'bowl', 'last-words', 'pairs-again', 'closed']
};

export const hasStage = (form: Form, stage: Stage): boolean =>
  stage === 'ready' || STAGES_OF[form].some((each) => each === stage);

/** The stages of a form without the current one, and without `ready`, to which nobody can go back. */
export const otherStages = (form: Form, stage: Stage): LaterStage[] =>
  STAGES_OF[form].filter((other) => other !== stage);

/**
 * The stage in which a form goes on that does not have the current one. A conversation that has begun does not go back
 * to before it.
 */
const NEAREST: Partial<Record<Stage, Stage>> = {
  pairs: 'ready',
  starters: 'bowl',
  asking: 'bowl',
  'pairs-again': 'last-words'
};

/** The stage after a change to this form. */
export const stageInForm = (form: Form, stage: Stage): Stage =>
  hasStage(form, stage) ? stage : (NEAREST[stage] ?? stage);

/** The stage that usually follows. A UX fishbowl has `asking` once, and returns to `bowl` after it. */
export function nextStage({
  form,
  stage,
  wasAsking
}: {
  form: Form;
  stage: Stage;
  wasAsking: boolean;
}): LaterStage | null {
  if (stage === 'asking') return 'bowl';
  const course = STAGES_OF[form].filter((each) => !(each === 'asking' && wasAsking));
  return hasStage(form, stage) ? (course[course.findIndex((each) => each === stage) + 1] ?? null) : null;
}
