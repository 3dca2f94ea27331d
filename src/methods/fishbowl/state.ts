import type { Outline } from '#kit/rules/outline/notes.ts';
import type { Text } from '#contract/typed-text.ts';
import type { Exposure, Form, Policy } from './settings.ts';
import type { ChairView } from './views/chairs.ts';
import type { Stage } from './stages/stage-order.ts';

export type State = {
  /** The id under which the harvest of this activity is stored. */
  id: string;
  question: Text;
  form: Form;
  stage: Stage;
  policy: Policy;
  /** Who may learn who said what. Once the conversation was opened it can fall but not rise. */
  exposure: Exposure;
  tags: Text[];
  /** The settings as planned: chairs are added and removed later, but the same activity can begin again as planned. */
  planned: { seats: number; remoteSeat: boolean };
  minutes: number | null;
  nudgeMinutes: number | null;
  /** When it first left `ready`, in milliseconds since 1970. */
  openedAt: number | null;
  endsAt: number | null;
  /** Whether the outer ring of a UX fishbowl has been asked once. */
  wasAsking: boolean;
  chairs: Record<string, Chair>;
  /** The names of invited guests; {@link invitedId} gives the id of each by its position. */
  invited: Text[];
  /** All turns, also those that ended; by id. */
  turns: Record<string, Turn>;
  begun: number;
  /** The people who sat, and the people with notes about them. */
  speakers: Record<SitterId, Speaker>;
  /** The queue: people who asked and do not sit yet, including those for whom a chair is held. */
  requests: Record<string, Request>;
  /** The request of each person, so that nobody has to search the queue. */
  asked: Record<string, string>;
  made: number;
  /** By person who was removed while waiting: their request. It is put back when they are let in again. */
  shownOut: Record<string, string>;
  /** Requests that ended, and how. */
  ends: Record<string, Ended>;
  /** What a person is told after the time to sit down was over, until they ask again or sit. */
  missed: Record<string, 'once' | 'ended'>;
  /** How many chairs were held or left so far. A person who lets a chair pass waits until it rises. */
  chances: number;
  /** Holds that lapsed since a person last did something for a chair. */
  lapses: number;
  /** When a person last sat down or got up; and how long a chair that should invite stood empty. */
  moved: number | null;
  empty: { since: number | null; ms: number };
  cards: Record<string, Card>;
  sent: number;
  takesCards: boolean;
  /** The silent card on the board. */
  shown: string | null;
  /** The groups of a closed fishbowl, as ids of persons. `group`: the one that talks, from 1; 0 before the first. */
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
  /** Held for the person who was called to it. Null while a person sits there. */
  held: { request: string; until: number } | null;
};

/** A person's id, or {@link invitedId}. */
export type SitterId = string;

/**
 * `number`: in the order of first sitting, from 1. `branch`: where notes about this speaker stand. Its id does not
 * reveal the person: a scribe who was shown names in one activity must not recognize speakers in another by it.
 */
export type Speaker = {
  number: number;
  branch: string;
  /** The name at the time they last sat down. Phones get this one, because they are not told of every new name. */
  name: Text | null;
};

export type Turn = {
  chair: string;
  sitter: SitterId;
  /** The sitter before any correction. */
  first: SitterId;
  order: number;
  /** In milliseconds since 1970. `to` is null while it goes on. */
  from: number;
  to: number | null;
  tag: number | null;
  /** When the sitter was told that others wait. */
  nudged: number | null;
  talks: { from: number; to: number | null }[];
  /** Rises with every turn and every talk. The turn with the highest value has the floor. */
  floor: number;
};

export type Request = {
  person: string;
  name: Text | null;
  why: Text | null;
  tag: number | null;
  /** The only chair this person wants; null: any. */
  chair: string | null;
  order: number;
  at: number;
  lapses: number;
  /** The value of `chances` when this person let a chair pass. They are called again once it has risen. */
  rests: number | null;
};

export const ENDS = ['seated', 'withdrawn', 'lapsed', 'closed', 'removed'] as const;
export type Ended = { how: (typeof ENDS)[number]; waitMs: number; request: Request };

export type CardState = 'waiting' | 'shown' | 'answered' | 'hidden';
export type Card = { person: string; card: Text; order: number; state: CardState };

/** A person's id never contains a colon, so the two cannot be mixed up. `number`: in the order of the list, from 1. */
export const invitedId = (number: number): SitterId => `invited:${number}`;

export const isInvited = (sitter: SitterId): boolean => sitter.startsWith('invited:');
