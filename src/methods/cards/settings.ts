import * as v from 'valibot';
import { text } from '#contract/typed-text.ts';
import { whole } from '#kit/rules/fields.ts';
import { EXPOSURES, MINUTES_MOST, QUESTION_LONGEST, QUESTIONS_MOST, SHOW_ORDERS } from './limits.ts';

export const settings = v.strictObject({
  questions: v.pipe(v.array(text(QUESTION_LONGEST)), v.minLength(1), v.maxLength(QUESTIONS_MOST)),
  together: v.boolean(),
  circles: v.boolean(),
  minutes: whole(1, MINUTES_MOST),
  show: v.picklist(SHOW_ORDERS),
  review: v.boolean(),
  exposure: v.picklist(EXPOSURES),
  groups: v.boolean(),
  roomGroups: v.boolean(),
  votes: v.boolean(),
  /** Offers and needs: the first question asks for offers, the second for needs. */
  matching: v.boolean()
});
export type Settings = v.InferOutput<typeof settings>;
export type SettingsForm = v.InferInput<typeof settings>;
