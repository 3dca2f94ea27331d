import type { Form, Policy } from '../settings.ts';

/**
 * Where the conversation is. `pairs` and `pairs-again`: a sandwich's talk of two. `starters`: an unpanel's invited
 * people, before the chair opens. `bowl`: the conversation. `asking`: the outer ring of a UX fishbowl forms its
 * questions. `last-words`: nobody comes in any more.
 */
export const STAGES = ['ready', 'pairs', 'starters', 'bowl', 'asking', 'last-words', 'pairs-again', 'closed'] as const;
export type Stage = (typeof STAGES)[number];
/** A stage that leads can turn to. */
export type LaterStage = Exclude<Stage, 'ready'>;

/** Forms in which starters leave one chair to whoever comes in. */
const INVITING: readonly Form[] = ['open', 'unpanel', 'sandwich'];

/** Stages before anybody comes in from the outer ring: invited people may still have to sit down. */
const BEFORE: readonly Stage[] = ['ready', 'pairs', 'starters'];
/** Stages in which there is an inner circle. */
const TOGETHER: readonly Stage[] = ['starters', 'bowl', 'asking', 'last-words'];
/** Stages in which people may ask to come in. */
const ASKING: readonly Stage[] = ['starters', 'bowl', 'asking'];

export const leavesOneFree = (form: Form): boolean => INVITING.includes(form);
export const isBefore = (stage: Stage): boolean => BEFORE.includes(stage);
export const isTogether = (stage: Stage): boolean => TOGETHER.includes(stage);
export const isOver = (stage: Stage): boolean => stage === 'pairs-again' || stage === 'closed';
export const takesRequests = ({ form, stage }: { form: Form; stage: Stage }): boolean =>
  form !== 'closed' && ASKING.includes(stage);

/** Whether whoever is next is called by itself. */
export const calls = ({ form, stage, policy }: { form: Form; stage: Stage; policy: Policy }): boolean =>
  form !== 'closed' && stage === 'bowl' && policy !== 'facilitator';

/** What each form goes through after `ready`, in this order. */
const COURSES: Record<Form, readonly LaterStage[]> = {
  open: ['bowl', 'last-words', 'closed'],
  samoan: ['bowl', 'last-words', 'closed'],
  closed: ['bowl', 'last-words', 'closed'],
  ux: ['bowl', 'asking', 'last-words', 'closed'],
  unpanel: ['starters', 'bowl', 'last-words', 'closed'],
  sandwich: ['pairs', 'bowl', 'last-words', 'pairs-again', 'closed']
};

export const hasStage = (form: Form, stage: Stage): boolean =>
  stage === 'ready' || COURSES[form].some((each) => each === stage);

/** The stages of a form, without this one and without `ready`, to which nobody turns back. */
export const othersOf = (form: Form, stage: Stage): LaterStage[] => COURSES[form].filter((other) => other !== stage);

/** Where a form without this stage goes on: a conversation that has begun stays one. */
const NEAREST: Partial<Record<Stage, Stage>> = {
  pairs: 'ready',
  starters: 'bowl',
  asking: 'bowl',
  'pairs-again': 'last-words'
};

/** The stage it is in after it has become this form. */
export const stageIn = (form: Form, stage: Stage): Stage => (hasStage(form, stage) ? stage : (NEAREST[stage] ?? stage));

/** The stage that usually follows; a UX fishbowl asks once, and goes on after it. */
export function following({
  form,
  stage,
  wasAsking
}: {
  form: Form;
  stage: Stage;
  wasAsking: boolean;
}): LaterStage | null {
  if (stage === 'asking') return 'bowl';
  const course = COURSES[form].filter((each) => !(each === 'asking' && wasAsking));
  return hasStage(form, stage) ? (course[course.findIndex((each) => each === stage) + 1] ?? null) : null;
}
