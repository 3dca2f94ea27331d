import type { Form } from '../settings.ts';
import type { State } from '../state.ts';
import type { Part } from './stage.ts';

/** What each form goes through, in this order. */
export const COURSES: Record<Form, readonly Part[]> = {
  open: ['ready', 'bowl', 'last-words', 'closed'],
  samoan: ['ready', 'bowl', 'last-words', 'closed'],
  closed: ['ready', 'bowl', 'last-words', 'closed'],
  ux: ['ready', 'bowl', 'asking', 'last-words', 'closed'],
  unpanel: ['ready', 'starters', 'bowl', 'last-words', 'closed'],
  sandwich: ['ready', 'pairs', 'bowl', 'last-words', 'pairs-again', 'closed']
};

/** Where a form without this part goes on: a conversation that has begun stays one. */
const NEAREST: Partial<Record<Part, Part>> = {
  pairs: 'ready',
  starters: 'bowl',
  asking: 'bowl',
  'pairs-again': 'last-words'
};

/** The part it is in after it has become this form. */
export const partIn = (form: Form, part: Part): Part => (COURSES[form].includes(part) ? part : (NEAREST[part] ?? part));

/** The part that usually follows; a UX fishbowl asks once, and goes on after it. */
export function following(state: State): Exclude<Part, 'ready'> | null {
  const { form, part, wasAsking } = state;
  if (part === 'asking') return 'bowl';
  const course = COURSES[form].filter((each) => !(each === 'asking' && wasAsking));
  const next = course[course.indexOf(part) + 1];
  return next && next !== 'ready' ? next : null;
}
