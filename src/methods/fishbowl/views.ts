import type { Share } from '#contract/blocks.ts';
import type { NoteView, WrittenNote } from '../shared/outline/views.ts';
import type { Text } from '#contract/text.ts';
import type { Exposure, Form, Policy } from './settings.ts';

/**
 * Where the conversation is. `pairs` and `pairs-again`: a sandwich's talk of two. `starters`: an unpanel's invited
 * people, before the chair opens. `bowl`: the conversation. `asking`: the outer ring of a UX fishbowl forms its
 * questions. `last-words`: nobody comes in any more.
 */
export const PARTS = ['ready', 'pairs', 'starters', 'bowl', 'asking', 'last-words', 'pairs-again', 'closed'] as const;
export type Part = (typeof PARTS)[number];

/**
 * Somebody who sits or sat: a person, or somebody invited who has no place of their own here. `number`: in the order of
 * first sitting, from 1.
 */
export type Sitter = { name: Text | null; number: number };

export type ChairView = {
  /** Around the ring, rising. */
  order: number;
  /** `invited`: begins with somebody who was invited. `remote`: kept for somebody who is not in the room. */
  kind: 'free' | 'invited' | 'remote';
  /** Null: nobody sits here. `since` in milliseconds since 1970. */
  sitter: (Sitter & { turn: string; since: number }) | null;
  /** Somebody was called to it and has until then (milliseconds since 1970) to sit down. Unnamed where speakers are. */
  called: { request: string; name: Text | null; until: number } | null;
  /** Who stands behind it and would take this place, longest first: how many requests name this very chair. */
  behind: number;
};

/** By request. The lowest `rank` is next; `chair` is set when only that one will do. */
export type WaitingView = { rank: number; chair: string | null };

/** `all`: the same for every phone. A person finds their own place in it by what `person:…` tells them. */
export type AllView = {
  question: Text;
  form: Form;
  part: Part;
  policy: Policy;
  exposure: Exposure;
  /** What somebody may say they are, where the line is balanced; else empty. */
  tags: Text[];
  chairs: Record<string, ChairView>;
  line: Record<string, WaitingView>;
  /** Whether people may ask to come in, and whether silent cards are taken. */
  asking: boolean;
  cards: boolean;
  /**
   * After so many milliseconds in a chair the ring around it is full: the time of the nudge, or ten minutes where there
   * is none.
   */
  longMs: number;
  /** Ends softly; milliseconds since 1970. A talk in pairs ends 90 seconds after it began. */
  endsAt: number | null;
  /** The group of a closed fishbowl that talks now, from 1; `of` how many. */
  group: { now: number; of: number } | null;
};

/** `person:…`: what this person did and what concerns only them. Null until they do something here. */
export type OwnView = {
  /** Their request in `line`, or the one a chair is held for. */
  request: string | null;
  why: Text | null;
  /** The one chair they asked for. */
  chair: string | null;
  /** The chair they sit on. */
  sits: string | null;
  /**
   * The time to sit down ran out. `once`: one person goes before them, and they are called again. `ended`: their
   * request has ended, and they may ask again.
   */
  missed: 'once' | 'ended' | null;
  /**
   * Others have waited long for this chair: a private word, never on the board. Milliseconds since 1970 when it was
   * said.
   */
  nudged: number | null;
  /** Turns they had, this one included. */
  turns: number;
  /** Group of a closed fishbowl they are in, from 1. */
  group: number | null;
  scribe: boolean;
  /** Their silent cards. */
  cards: Record<string, { card: Text; state: 'waiting' | 'shown' | 'answered' | 'hidden' }>;
  /** L3: the harvest may name them. */
  named: boolean;
  /** What was noted of them, so that they can mend it. */
  said: Record<string, WrittenNote>;
};
export type MineView = OwnView | null;

/** Whoever is next, as they are called: the first two. */
export type NextUp = { request: string; name: Text | null; why: Text | null; chair: string | null };

export type BoardView = Omit<AllView, 'tags' | 'cards'> & {
  next: NextUp[];
  waiting: number;
  /** The silent card that is shown, one at most. */
  card: Text | null;
  /** What was noted, only while those who lead show it. */
  notes: OutlineView | null;
  /** Only by an explicit choice of those who lead: the figures of the whole, and never a ranking. */
  airtime: RoomFigures | null;
};

/** Branches in the order people first spoke, the discussion last. */
export type BranchView = { order: number; speaker: Sitter | null };
export type OutlineView = { branches: Record<string, BranchView>; notes: Record<string, NoteView> };

/** The branch of what nobody in particular said. */
export const DISCUSSION = 'discussion';

export type RoomFigures = {
  /** Distinct people who sat, of those present. */
  sat: number;
  present: number;
  /** Turns that began in the last ten minutes. */
  turnover: number;
  /** 0 equal … 1 one person all the time, over the seat time of those who sat. Null under two. */
  gini: number | null;
};

export type Airtime = RoomFigures & {
  /** In milliseconds, of requests that were served. */
  wait: { median: number; longest: number } | null;
  /** Of all requests that ended, those without a seat. Null while there are none. */
  unserved: Share | null;
  /** Of all turns, those that were somebody's first. */
  firstTimers: Share | null;
  /** Milliseconds that a chair which should invite stood empty while nobody was called to it. */
  empty: number;
  /**
   * By sitter: milliseconds of seat time of ended turns; talk time of ended talks; the turn that goes on adds since
   * `since`.
   */
  people: Record<string, Sitter & { turns: number; seatMs: number; talkMs: number }>;
};

export type RequestView = {
  person: string;
  why: Text | null;
  tag: number | null;
  chair: string | null;
  rank: number;
  at: number;
  first: boolean;
};

/**
 * `console`: everything those who lead and help need. In its `line` are also those for whom a chair is held, with the
 * lowest ranks.
 */
export type ConsoleView = Omit<AllView, 'line' | 'cards'> & {
  line: Record<string, RequestView>;
  /** By chair: who sits there, as a person's id; null for somebody invited without a place of their own. */
  seated: Record<string, string | null>;
  /** By chair: talking since, milliseconds since 1970, when a helper tapped; else absent. */
  talking: Record<string, number>;
  invited: Record<string, { order: number; name: Text; person: string | null; seated: boolean; sat: boolean }>;
  /** Turns so far, newest last, for corrections. */
  turns: Record<string, { chair: string; sitter: Sitter; person: string | null; from: number; to: number | null }>;
  cards: Record<string, { card: Text; order: number; state: 'waiting' | 'shown' | 'answered' | 'hidden' }>;
  takesCards: boolean;
  groups: { people: string[] }[];
  scribes: string[];
  airtime: Airtime;
  airtimeShown: boolean;
  notesShown: boolean;
  nudgeMinutes: number | null;
  /** Chairs whose sitter was told that others wait. */
  nudged: Record<string, number>;
  outline: WrittenOutline;
};

/** `scribes`: those who write, and nobody else, hear every change of the notes. */
export type ScribeView = { question: Text; outline: WrittenOutline };
/**
 * `holds`: the branch of whoever tapped last or sat down last, offered to the next new note. `removed` can be restored.
 */
export type WrittenOutline = {
  branches: Record<string, BranchView>;
  notes: Record<string, WrittenNote>;
  holds: string | null;
};

/** The channel of those who write. */
export const SCRIBES = 'scribes';
