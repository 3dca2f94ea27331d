import * as v from 'valibot';
import { text } from '#contract/typed-text.ts';
import { STATEMENT_LONGEST, POLE_LONGEST } from './limits.ts';

/** The most characters that can be read from the last row. The console advises against more, and allows it. */
export const STATEMENT_ADVICE = 90;
export const MIDDLE_LONGEST = 60;
/** An hour holds three to seven statements; this only keeps one activity in bounds. */
export const STATEMENTS_MOST = 40;

/** `opinion`: a strong sentence to agree or disagree with. `continuum`: two ways of living, and all between. */
export const KINDS = ['opinion', 'continuum'] as const;
export type Kind = (typeof KINDS)[number];

/** `blind`: places stay hidden until the reveal. `live`: every dot is shown as it comes. */
export const WAYS = ['blind', 'live'] as const;
export type Way = (typeof WAYS)[number];

/**
 * Who may learn whose point it is. `L0`: nobody; nothing stored or sent joins a person and a point. `L1`: nobody, but a
 * person keeps the same dot in every round. `L2`: facilitators, on the console. `L3`: also readers of the harvest, for
 * each person who agrees.
 */
export const EXPOSURES = ['L0', 'L1', 'L2', 'L3'] as const;
export type Exposure = (typeof EXPOSURES)[number];

export const statementFields = {
  text: text(STATEMENT_LONGEST),
  poleA: text(POLE_LONGEST),
  poleB: text(POLE_LONGEST),
  middle: v.nullable(text(MIDDLE_LONGEST)),
  kind: v.picklist(KINDS),
  way: v.picklist(WAYS),
  /** A warm-up is left out of the harvest, unless there is nothing else in it. */
  warmUp: v.optional(v.boolean(), false)
};

export const statementSettings = v.strictObject(statementFields);
export type StatementSettings = v.InferOutput<typeof statementSettings>;

/** What the console sends: typed words. The rules get text references in their place. */
export type StatementForm = v.InferInput<typeof statementSettings>;

export const settings = v.strictObject({
  statements: v.pipe(v.array(statementSettings), v.maxLength(STATEMENTS_MOST)),
  exposure: v.optional(v.picklist(EXPOSURES), 'L1'),
  /** People may propose statements. */
  proposals: v.optional(v.boolean(), false)
});
export type Settings = v.InferOutput<typeof settings>;
export type SettingsForm = v.InferInput<typeof settings>;
