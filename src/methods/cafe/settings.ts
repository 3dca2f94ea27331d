import * as v from 'valibot';
import { text } from '#contract/typed-text.ts';
import { whole } from '#kit/rules/fields.ts';

export const QUESTION_LONGEST = 140;
export const NAME_LONGEST = 40;
export const TABLES_MOST = 600;
export const ROUNDS_MOST = 8;
/** More than five at a table and one talks while others watch; six when chairs are short. */
export const SEATS_ADVICE = 5;
export const SEATS_MOST = 12;

/**
 * `rounds`: one question for all tables in each round. `topics`: each table keeps its own topic, people visit some of
 * them.
 */
export const LAYOUTS = ['rounds', 'topics'] as const;
export type Layout = (typeof LAYOUTS)[number];

/**
 * `stays`: one person keeps the table. `swaps`: after each round one person who sat there stays, and each person once.
 * `none`: all travel.
 */
export const HOST_MODES = ['stays', 'swaps', 'none'] as const;
export type HostMode = (typeof HOST_MODES)[number];

/**
 * Who may learn who wrote and sat where. `L1`: nobody. `L2`: people at the same table, and facilitators, see first
 * names.
 */
export const EXPOSURES = ['L1', 'L2'] as const;
export type Exposure = (typeof EXPOSURES)[number];

export const tableSettings = v.strictObject({
  name: v.optional(v.nullable(text(NAME_LONGEST)), null),
  /** Its topic, where each table has one. */
  topic: v.optional(v.nullable(text(QUESTION_LONGEST)), null)
});

export const settings = v.strictObject({
  layout: v.optional(v.picklist(LAYOUTS), 'rounds'),
  /** One for each round; with topics one for all rounds, or none. */
  questions: v.pipe(v.array(text(QUESTION_LONGEST)), v.maxLength(ROUNDS_MOST)),
  /** With topics: how many tables each person visits. With rounds this is the number of questions instead. */
  visits: v.optional(whole(1, ROUNDS_MOST), 3),
  /** In the order they stand in the room. Their numbers are their places in it, from 1. */
  tables: v.optional(v.pipe(v.array(tableSettings), v.maxLength(TABLES_MOST)), []),
  /** Used where no tables are set: as many as are needed for this many chairs at each. */
  seats: v.optional(whole(2, SEATS_MOST), SEATS_ADVICE),
  hosts: v.optional(v.picklist(HOST_MODES), 'stays'),
  /** In the last round each person returns to their first table. */
  returnHome: v.optional(v.boolean(), false),
  minutes: v.optional(whole(1, 90), 20),
  /** Notes are looked at before the wall shows them. */
  review: v.optional(v.boolean(), false),
  exposure: v.optional(v.picklist(EXPOSURES), 'L2')
});
export type Settings = v.InferOutput<typeof settings>;
export type SettingsForm = v.InferInput<typeof settings>;
