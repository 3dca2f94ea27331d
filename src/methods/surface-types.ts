import type { Component } from 'svelte';
import type { Refusal } from '#contract/method.ts';
import type { Moving } from '#lib/live/motion.ts';
import type { QrShape } from '#lib/ui/qr.ts';
import type { Answer } from '#wire/messages.ts';

type Say = (command: string, input: object) => Promise<Answer>;
type Link = {
  state: 'arriving' | 'live' | 'away';
  waiting: number;
  sinceMs: number;
  refused: Refusal | null;
  gone: Refusal | null;
};

export type BoardProps = {
  view: object;
  /** Milliseconds since 1970 by the server's clock: every wall and every phone counts the same time. */
  now: () => number;
  /** What fingers move just now on what the method calls so. */
  moving?: ((about: string) => Moving | null) | undefined;
  /** Where a photo that the view names is to be had. */
  photoAt: (photo: string) => string;
  /** Set on a wall, and not on its thumbnail: there keys are heard. */
  wall?: { licence: string } | null | undefined;
};
export type PhoneProps = {
  view: object;
  mine: object | null;
  /** By channel: what this person hears because of their part in this, such as `scribes`. */
  channelViews: Readonly<Record<string, object>>;
  say: Say;
  /**
   * A command that brings a photo: it goes its own way, since a picture is too large for the live line. Answered when
   * the server decided.
   */
  sayWithPhoto: (command: string, input: object, photo: Blob) => Promise<Answer>;
  photoAt: (photo: string) => string;
  link: Readonly<Link>;
  now: () => number;
  /** A finger on its way on the line called `about`, for whoever watches. Never kept. */
  move: (about: string, x: number) => void;
  /** What fingers move just now on what the method calls so: a shape, or dots, as the method's crowd gives phones. */
  moving: (about: string) => Moving | null;
  ballot: AnonymousBallot | null;
  /**
   * The number of the table whose code this person scanned: they came in there. Null for everybody who came by the code
   * alone.
   */
  arrival: { table: string } | null;
  /** Speaks in the page's one live region. */
  tell: (sentence: string) => void;
};

/**
 * The way out for a point that belongs to nobody. A method opens it when it is asked for one, and then sends it nowhere
 * else.
 */
export type AnonymousBallot = {
  readonly state: 'shut' | 'drawing' | 'ready' | Refusal;
  /** By line. This phone alone knows that they are its own. */
  readonly points: Readonly<Record<string, { point: object; state: 'sending' | 'kept' | Refusal }>>;
  open(): void;
  place(line: string, point: object): Promise<void>;
};

/** `leads` is false for helpers. */
export type ConsoleProps = {
  view: object;
  people: Record<string, object>;
  say: Say;
  leads: boolean;
  photoAt: (photo: string) => string;
  /** Under which what is kept may be used. */
  licence: string;
  now: () => number;
};

/**
 * Fields inside the form of a new block. Answers with what they hold, as the method's `settings` take it from a
 * browser.
 */
export type SetUp = { settings(): object };

export type PrintProps = {
  /** What the console knows. */
  view: object;
  people: Record<string, object>;
  /** One of the method's `sheets`. */
  sheet: string;
  title: string;
  /** Where people come in, to be read and typed: the address, and the code once there is one. */
  host: string;
  code: string | null;
  /**
   * By the number of a table: whoever scans it comes in there (`arrival`). Empty while there is no code to join with.
   */
  codes: Readonly<Record<number, QrShape>>;
};

/**
 * What can be had on paper. `sheets`: by the word in the address, what it is called. `tables`: the numbers that want a
 * code of their own.
 */
export type Print = {
  default: Component<PrintProps>;
  sheets: readonly (readonly [sheet: string, name: string])[];
  tables(view: object): number[];
};

/**
 * `refusals`, here and on the console: why something was not taken, by code, for what shows it outside of the surface
 * itself.
 */
export type LoadPhone = () => Promise<{
  default: Component<PhoneProps>;
  refusals?: Readonly<Record<string, string>>;
}>;

/** What people see of a method. Each is a chunk of its own, loaded when it is on; rules never come along. */
export type Surfaces = {
  /** `keys`: those that a wall hears while this is on, and what they do. */
  Board(): Promise<{ default: Component<BoardProps>; keys?: readonly (readonly [key: string, about: string])[] }>;
  /** The board as a plain page, read in order. */
  BoardText(): Promise<{ default: Component<BoardProps> }>;
  Phone: LoadPhone;
  Console(): Promise<{ default: Component<ConsoleProps>; refusals?: Readonly<Record<string, string>> }>;
  SetUp(): Promise<{ default: Component<object, SetUp> }>;
  /** Only where paper helps. */
  Print?(): Promise<Print>;
};
