import { CIRCLES, type ShowOrder } from './limits.ts';

/** What a format sets in the form of a new block. Every one of these can be changed there. */
export type Format = {
  /** All questions at once; else one after the other. */
  together: boolean;
  /** The steps of 1-2-4-All: alone, in pairs, in fours, all. */
  circles: boolean;
  minutes: number;
  show: ShowOrder;
  groups: boolean;
  roomGroups: boolean;
  votes: boolean;
  /** Offers of the first question are matched with needs of the second. */
  matching: boolean;
};

const plain: Format = {
  together: true,
  circles: false,
  minutes: 5,
  show: 'all',
  groups: true,
  roomGroups: false,
  votes: true,
  matching: false
};

export const FORMATS = {
  brainstorm: plain,
  'one-two-four-all': { ...plain, circles: true, minutes: CIRCLES[0].minutes },
  affinity: { ...plain, roomGroups: true, votes: false },
  orid: { ...plain, together: false, groups: false, votes: false },
  gallery: { ...plain, minutes: 10, groups: false },
  'start-stop-continue': { ...plain, groups: false },
  'offers-and-needs': { ...plain, minutes: 8, groups: false, votes: false, matching: true }
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];
