import type { Refusal } from '#contract/method.ts';
import type { Seen, Text } from '#contract/typed-text.ts';
import type { Change } from './patch.ts';

/** Raised when an older page could misunderstand a newer server. A page with another number is asked to reload. */
export const PROTOCOL = 2;

/** The path of the live endpoint, on the same host and port as the pages. */
export const LIVE_PATH = '/live';

/**
 * What a page says of itself when it connects. Who it is comes from its cookie, never from here. `motion`: this client
 * can read frames of moving points (`raw.ts`); a client that does not say so is sent none, because an ordinary parser
 * fails on them. `device`: which device its commands will come from, so that `welcome` can tell the next number.
 */
export type Hello = {
  protocol: number;
  gathering: string;
  surface: Surface;
  motion?: boolean | undefined;
  device?: string | undefined;
};
export type Surface = 'phone' | 'board' | 'console';

/**
 * A numbered command. `n` counts per device (one page load) from 1 without gaps; `settled` is the highest n that was
 * answered so far, so that refused commands, which leave no trace in the log, do not leave a hole. `again`: this number
 * was said before, and a copy may still be on its way to another node; without it, that copy might take effect after
 * this one was refused.
 */
export type Say = {
  device: string;
  n: number;
  settled: number;
  activity: string;
  command: string;
  input: unknown;
  again?: boolean | undefined;
};

/**
 * Every command is answered. `version`: it took effect, durably, at or before this version; with `already` it did
 * nothing, because it was so already. `refused`: it never will; the number counts as answered. `later`: nothing was
 * decided; send the same number again after a moment.
 */
export type Answer = { version: number; already?: true } | Refusal | { later: Later };

/**
 * The longest input of a command, in UTF-16 units of its JSON: everything that can be typed on any surface fits, in any
 * script. What a message may hold in bytes is far more, so that one that is too long is answered instead of cutting the
 * connection.
 */
export const INPUT_LONGEST = 32_000;

export const isTooLong = (input: unknown): boolean => (JSON.stringify(input) ?? '').length > INPUT_LONGEST;

/** Why nothing was decided just now: the disk is full, the store is out of reach, or one person speaks too fast. */
export type Later = 'storage-full' | 'storage-away' | 'too-fast';

/** The whole of what a channel may know, once on arrival and again after a gap. `json` holds a {@link Doc}. */
export type View = { channel: string; version: number; json: string };

/** From one version of a channel to a later one. A page that is not at `from` asks for the view again. */
export type Patch = { channel: string; from: number; to: number; changes: Change[] };

/** What a channel may know: the gathering and the activities that concern it. */
export type Doc = {
  gathering: object;
  activities: Record<string, { method: string; view: object }>;
  /** Phones and consoles: why nothing more is kept here. Absent where all is well. */
  stopped?: 'newer-plenary' | 'history-broken' | 'gathering-deleted';
  /** Phones only: where names are shown in this gathering. */
  names?: Seen<NamesInAgenda>;
  /**
   * Console only: what may come next (one step is the big button, of several a person chooses, none is the end), and
   * what undo would take back: for those who lead on the console and at the desk, and by {@link pageKey} for helpers.
   */
  next?: NextStep[];
  undo?: TakenStep | null;
  deskUndo?: TakenStep | null;
  helperUndo?: Record<string, TakenStep>;
};

/**
 * How consoles know the page of a helper: by the end of its device. The whole is told to nobody, because a page undoes
 * what was done by its device.
 */
export const pageKey = (device: string): string => device.slice(-6);

/** What undo names: `step` is its number among all that were taken here. */
export type TakenStep = { activity: string; command: string; step: number };
export type NextStep = { activity: string; command: string; input: object };

/**
 * The first message after admission: who the page acts as, and the server's time, for devices whose clock is wrong.
 * `next`: the number that the device named in {@link Hello} gives its next command; null when it named none, or when
 * the device belongs to another person.
 */
export type Welcome = {
  protocol: number;
  at: number;
  person: string | null;
  role: string;
  channels: string[];
  next: number | null;
};

/** Which people have a live connection. A hint for the console, never a record. */
export type Connected = { phones: number; boards: number; people: string[] };

export type FromServer = {
  welcome(welcome: Welcome): void;
  view(view: View): void;
  patch(patch: Patch): void;
  /** Which channels this page listens to from now on. What it holds of others is old. */
  channels(channels: string[]): void;
  connected(connected: Connected): void;
  /**
   * Consoles only: the clock of the server was set by so many milliseconds, forward or back. What runs in the gathering
   * runs on.
   */
  clock(byMs: number): void;
  /** The door closed for good: the page says why and does not knock again. */
  goodbye(why: Refusal): void;
  /** A frame of moving points, see `crowd.ts`. The only binary there is, and the only thing that may be dropped. */
  crowd(bytes: ArrayBuffer | Uint8Array): void;
};

export type ToServer = {
  say(say: Say, answer: (answer: Answer) => void): void;
  /** The page missed something: send the whole view of this channel. */
  again(channel: string): void;
  /** Answers with the server's time in milliseconds. */
  time(answer: (at: number) => void): void;
  /** A finger moved, see `crowd.ts`. Never answered: what counts is what is said when it lets go. */
  crowd(bytes: Uint8Array): void;
};

/**
 * Where the agenda, as it stands, shows names of people: the titles of its blocks, in their order. Null is a block
 * without one.
 */
export type NamesInAgenda = {
  board: (Text | null)[];
  phones: (Text | null)[];
  /** The edition may name people who agree to be named. */
  edition: boolean;
};
