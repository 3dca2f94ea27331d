import * as v from 'valibot';
import { text } from '#contract/text.ts';

export const QUESTION_LONGEST = 140;
export const TAG_LONGEST = 30;
export const NAME_LONGEST = 40;
export const SEATS_MOST = 12;
export const SEATS_FEWEST = 2;
export const INVITED_MOST = 12;
export const TAGS_MOST = 6;

/**
 * `open`: at least one chair is free, whoever sits down joins. `samoan`: stand behind a chair or tap somebody to take
 * their place. `closed`: a group talks for a time, then the whole group changes. `ux`: the inner group tells as if
 * alone, the outer one asks; in turns. `unpanel`: invited people begin, then a chair opens. `sandwich`: a talk in pairs
 * before and after.
 */
export const FORMS = ['open', 'samoan', 'closed', 'ux', 'unpanel', 'sandwich'] as const;
export type Form = (typeof FORMS)[number];

/**
 * Who is next. `first-come`: whoever asked first. `first-timers`: whoever has not sat here yet, then first come.
 * `balance`: the tag that has sat least, then first come. `facilitator`: nobody is called by itself.
 */
export const POLICIES = ['first-timers', 'first-come', 'balance', 'facilitator'] as const;
export type Policy = (typeof POLICIES)[number];

/**
 * Who may learn who said what. `L1`: nobody, speakers are numbered. `L2`: the room. `L3`: readers, too, for each person
 * who agrees.
 */
export const EXPOSURES = ['L1', 'L2', 'L3'] as const;
export type Exposure = (typeof EXPOSURES)[number];

const minutes = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

export const settings = v.strictObject({
  question: text(QUESTION_LONGEST),
  form: v.optional(v.picklist(FORMS), 'open'),
  /** Chairs in the ring, the free ones and the remote one among them. */
  seats: v.optional(v.pipe(v.number(), v.integer(), v.minValue(SEATS_FEWEST), v.maxValue(SEATS_MOST)), 5),
  /** One of them is kept for people who are not in the room. */
  remoteSeat: v.optional(v.boolean(), false),
  /** Who was invited to begin, by name. They need not have a phone. */
  invited: v.optional(v.pipe(v.array(text(NAME_LONGEST)), v.maxLength(INVITED_MOST)), []),
  policy: v.optional(v.picklist(POLICIES), 'first-timers'),
  /** For `balance`: whoever asks to come in says which of these they are. */
  tags: v.optional(v.pipe(v.array(text(TAG_LONGEST)), v.maxLength(TAGS_MOST)), []),
  exposure: v.optional(v.picklist(EXPOSURES), 'L2'),
  /** For the whole conversation; in a closed fishbowl for each group. Ends softly. */
  minutes: v.optional(v.nullable(minutes(180)), 40),
  /** After so long in a chair somebody is told, and only they, that others wait; if others wait. Null: never. */
  nudgeMinutes: v.optional(v.nullable(minutes(60)), 8)
});
export type Settings = v.InferOutput<typeof settings>;
export type SettingsForm = v.InferInput<typeof settings>;
