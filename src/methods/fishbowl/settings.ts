import * as v from 'valibot';
import { text } from '#contract/typed-text.ts';

export const QUESTION_LONGEST = 140;
export const TAG_LONGEST = 30;
export const NAME_LONGEST = 40;
export const SEATS_MOST = 12;
export const SEATS_FEWEST = 2;
export const INVITED_MOST = 12;
export const TAGS_MOST = 6;

/**
 * `open`: at least one chair is free, and a person who sits down joins. `samoan`: people stand behind a chair and take
 * the sitter's place. `closed`: a group talks for a time, then the whole group changes. `ux`: the inner group talks as
 * if it were alone, then the outer one asks, in turns. `unpanel`: invited guests begin, then a chair opens. `sandwich`:
 * a talk in pairs before and after.
 */
export const FORMS = ['open', 'samoan', 'closed', 'ux', 'unpanel', 'sandwich'] as const;
export type Form = (typeof FORMS)[number];

/**
 * Who is called next. `first-come`: the oldest request. `first-timers`: people who have not sat here yet, then the
 * oldest request. `balance`: the tag with the fewest turns, then the oldest request. `facilitator`: nobody is called
 * automatically.
 */
export const POLICIES = ['first-timers', 'first-come', 'balance', 'facilitator'] as const;
export type Policy = (typeof POLICIES)[number];

/**
 * Who may learn who said what. `L1`: nobody; speakers have numbers. `L2`: the room. `L3`: readers of the harvest, too,
 * for each person who agrees.
 */
export const EXPOSURES = ['L1', 'L2', 'L3'] as const;
export type Exposure = (typeof EXPOSURES)[number];

const minutes = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

export const settings = v.strictObject({
  question: text(QUESTION_LONGEST),
  form: v.optional(v.picklist(FORMS), 'open'),
  /** The number of chairs in the ring, including free ones and the remote one. */
  seats: v.optional(v.pipe(v.number(), v.integer(), v.minValue(SEATS_FEWEST), v.maxValue(SEATS_MOST)), 5),
  /** One of the chairs is kept for people who are not in the room. */
  remoteSeat: v.optional(v.boolean(), false),
  /** Names of the invited guests, who begin. They need not have a phone. */
  invited: v.optional(v.pipe(v.array(text(NAME_LONGEST)), v.maxLength(INVITED_MOST)), []),
  policy: v.optional(v.picklist(POLICIES), 'first-timers'),
  /** For `balance`: a person who asks for a chair chooses one of these. */
  tags: v.optional(v.pipe(v.array(text(TAG_LONGEST)), v.maxLength(TAGS_MOST)), []),
  exposure: v.optional(v.picklist(EXPOSURES), 'L2'),
  /** Minutes for the whole conversation, or in a closed fishbowl for each group. Nothing stops when they are over. */
  minutes: v.optional(v.nullable(minutes(180)), 40),
  /** After so many minutes the sitter alone is told that others wait, if others do. Null: never. */
  nudgeMinutes: v.optional(v.nullable(minutes(60)), 8)
});
export type Settings = v.InferOutput<typeof settings>;
export type SettingsForm = v.InferInput<typeof settings>;
