import type { Outline } from '../shared/outline/notes.ts';
import type { Text } from '#contract/text.ts';
import type { Exposure, Form, Policy } from './settings.ts';
import type { ChairView } from './views/chairs.ts';
import type { Stage } from './stages/stage-order.ts';

export type State = {
  /** The anchor of what is kept. */
  id: string;
  question: Text;
  form: Form;
  stage: Stage;
  policy: Policy;
  /** Who may learn who said what. It falls and never rises once the conversation was opened. */
  exposure: Exposure;
  tags: Text[];
  /** As it was set up: chairs come and go, and the same activity can begin afresh. */
  planned: { seats: number; remoteSeat: boolean };
  minutes: number | null;
  nudgeMinutes: number | null;
  /** When it first left `ready`, in milliseconds since 1970. */
  openedAt: number | null;
  endsAt: number | null;
  /** The outer ring of a UX fishbowl has been asked once. */
  wasAsking: boolean;
  chairs: Record<string, Chair>;
  /** Names by the id under which they sit: see {@link invitedId}. */
  invited: Text[];
  /** All turns, also those that ended; by id. */
  turns: Record<string, Turn>;
  begun: number;
  /** Whoever sat, and those of whom something is noted. */
  speakers: Record<SitterId, Speaker>;
  /** The line: who asked and has no chair yet, those included for whom one is held. */
  requests: Record<string, Request>;
  /** The request of each person, so that nobody has to look through the line. */
  asked: Record<string, string>;
  made: number;
  /**
   * The request with which somebody waited who was removed meanwhile, by person: it is put back when they are let in
   * again.
   */
  shownOut: Record<string, string>;
  /** Requests that ended, and how. */
  ends: Record<string, Ended>;
  /** What a person is told after the time to sit down was over; until they ask again or sit. */
  missed: Record<string, 'once' | 'ended'>;
  /** Chairs held or left so far: whoever lets one pass waits for the next of these. */
  chances: number;
  /** Holds that lapsed since anybody last did something for a chair. */
  lapses: number;
  /** When somebody last sat down or got up, and how long a chair that should invite stood empty. */
  moved: number | null;
  empty: { since: number | null; ms: number };
  cards: Record<string, Card>;
  sent: number;
  takesCards: boolean;
  /** The silent card on the board. */
  shown: string | null;
  /** The groups of a closed fishbowl, as persons, and which of them talks: 0 none yet. */
  groups: string[][];
  group: number;
  scribes: Record<string, true>;
  /** L3: who agreed to be named. */
  named: Record<string, true>;
  airtimeShown: boolean;
  notesShown: boolean;
  notes: Outline;
};

export type Chair = {
  order: number;
  kind: ChairView['kind'];
  turn: string | null;
  /** Somebody was called to it. Never while somebody sits there. */
  held: { request: string; until: number } | null;
};

/** A person's id, or {@link invitedId}. */
export type SitterId = string;

/**
 * `number`: in the order of first sitting, from 1. `branch`: where what they say is noted, under an id that tells
 * nobody who it is: a scribe who was shown names in one activity must not know by them who spoke in another.
 */
export type Speaker = {
  number: number;
  branch: string;
  /** As they were called when they last sat down: phones are told this one, and do not hear of every new name. */
  name: Text | null;
};

export type Turn = {
  chair: string;
  sitter: SitterId;
  /** Whom it was first written down for. */
  first: SitterId;
  order: number;
  /** In milliseconds since 1970. `to` is null while it goes on. */
  from: number;
  to: number | null;
  tag: number | null;
  /** When they were told that others wait. */
  nudged: number | null;
  talks: { from: number; to: number | null }[];
  /** Counts up with turns and talks of everybody: whose is highest has the floor. */
  floor: number;
};

export type Request = {
  person: string;
  name: Text | null;
  why: Text | null;
  tag: number | null;
  /** Only this one will do. */
  chair: string | null;
  order: number;
  at: number;
  lapses: number;
  /** The count of `chances` at which they let a chair pass; they are called again once it has risen. */
  rests: number | null;
};

export const ENDS = ['seated', 'withdrawn', 'lapsed', 'closed', 'removed'] as const;
export type Ended = { how: (typeof ENDS)[number]; waitMs: number; request: Request };

export type CardState = 'waiting' | 'shown' | 'answered' | 'hidden';
export type Card = { person: string; card: Text; order: number; state: CardState };

/** Nobody's own id holds a colon. `number`: in the order of the list, from 1. */
export const invitedId = (number: number): SitterId => `invited:${number}`;

export const isInvited = (sitter: SitterId): boolean => sitter.startsWith('invited:');
