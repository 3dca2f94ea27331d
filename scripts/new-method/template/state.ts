import * as v from 'valibot';
import { text, type Text } from '#contract/typed-text.ts';
import { QUESTION_LONGEST } from './limits.ts';

export const settings = v.strictObject({ question: text(QUESTION_LONGEST) });
export type Settings = v.InferOutput<typeof settings>;
export type SettingsForm = v.InferInput<typeof settings>;

/** `id`: made by chance, so that answers can be put in an order that does not tell when they came. */
export type Answer = { id: string; answer: Text };

/** `answers`: by person. */
export type State = { question: Text; answers: Record<string, Answer>; shown: boolean };

export type Events = {
  Answered: Answer & { person: string };
  Shown: object;
  Hidden: object;
};
