export { CARD_LONGEST, GROUP_NAME_LONGEST } from '#kit/rules/cards/limits.ts';

/** In letters as people see them. */
export const QUESTION_LONGEST = 140;
export const QUESTIONS_MOST = 6;
export const MINUTES_MOST = 90;
/** An address or a number that two matched people give each other. */
export const CONTACT_LONGEST = 120;

/** Who sits together in each step of 1-2-4-All, and for how many minutes it is usually given. */
export const CIRCLES = [
  { people: 'alone', minutes: 1 },
  { people: 'pairs', minutes: 2 },
  { people: 'fours', minutes: 4 },
  { people: 'all', minutes: 5 }
] as const;
export type CirclePeople = (typeof CIRCLES)[number]['people'];

/** How cards come on the board. `author`: all of one person, then all of the next. */
export const SHOW_ORDERS = ['all', 'random', 'author'] as const;
export type ShowOrder = (typeof SHOW_ORDERS)[number];

/** L1: cards carry no names. L2: authors are named in the room, never in the edition. */
export const EXPOSURES = ['L1', 'L2'] as const;
export type Exposure = (typeof EXPOSURES)[number];

export const STAGES = ['ready', 'writing', 'showing', 'grouping', 'choosing', 'closed'] as const;
export type Stage = (typeof STAGES)[number];
export const LATER_STAGES = STAGES.slice(1) as LaterStage[];
export type LaterStage = Exclude<Stage, 'ready'>;
