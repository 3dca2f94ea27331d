import type { Component } from 'svelte';
import type { Refusal } from '#contract/method.ts';
import type { LoadPersonActions } from '#kit/console/person-actions.ts';
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
  /** Milliseconds since 1970 by the server's clock, so that all boards and phones show the same time. */
  now: () => number;
  /** The points that people are moving now on the line `about`. */
  moving?: ((about: string) => Moving | null) | undefined;
  /** The address of a photo that the view names. */
  photoAt: (photo: string) => string;
  /** Set on the board itself and not on its thumbnail: only the board listens to keys. */
  wall?: { licence: string } | null | undefined;
};
export type PhoneProps = {
  view: object;
  mine: object | null;
  /** By channel: the views that this person gets because of their part, such as `scribes`. */
  channelViews: Readonly<Record<string, object>>;
  say: Say;
  /**
   * A command with a photo. It is sent over HTTP, because a photo is too large for the live connection. Resolves when
   * the server has decided.
   */
  sayWithPhoto: (command: string, input: object, photo: Blob) => Promise<Answer>;
  photoAt: (photo: string) => string;
  link: Readonly<Link>;
  now: () => number;
  /** Sends a point that is being moved on the line `about`, for people who watch. It is never stored. */
  move: (about: string, x: number) => void;
  /**
   * The points that people are moving now on the line `about`: a shape, or dots, depending on what the method sends to
   * phones.
   */
  moving: (about: string) => Moving | null;
  ballot: AnonymousBallot | null;
  /** The number of the table whose code this person scanned to join; null when they joined with the general code. */
  arrival: { table: string } | null;
  /** Announces a sentence in the page's only live region. */
  tell: (sentence: string) => void;
};

/**
 * Sends a point that belongs to nobody. A method opens the ballot when it asks for an anonymous point, and then must
 * not send that point in any other way.
 */
export type AnonymousBallot = {
  readonly state: 'shut' | 'drawing' | 'ready' | Refusal;
  /** By line. Only this phone knows that these points are its own. */
  readonly points: Readonly<Record<string, { point: object; state: 'sending' | 'kept' | Refusal }>>;
  open(): void;
  place(line: string, point: object): Promise<void>;
};

/** `leads`: false for helpers. */
export type ConsoleProps = {
  view: object;
  people: Record<string, object>;
  say: Say;
  leads: boolean;
  photoAt: (photo: string) => string;
  /** The licence of the harvest. */
  licence: string;
  now: () => number;
};

/**
 * The fields of a method in the form of a new block. `settings` returns their values as the method's settings take
 * them.
 */
export type SetUp = { settings(): object };

export type PrintProps = {
  /** The view of the console. */
  view: object;
  people: Record<string, object>;
  /** The key of one of the method's `sheets`. */
  sheet: string;
  title: string;
  /** The address and the join code, to be printed; `code` is null until there is one. */
  host: string;
  code: string | null;
  /** By table number: the QR code that people scan to join at this table (`arrival`). Empty while nobody can join. */
  codes: Readonly<Record<number, QrShape>>;
};

/**
 * What can be printed. `sheets`: the key in the address and the name of each. `tables`: the numbers of tables that need
 * their own code.
 */
export type Print = {
  default: Component<PrintProps>;
  sheets: readonly (readonly [sheet: string, name: string])[];
  tables(view: object): number[];
};

/** `refusals`, here and on the console: sentences of refusals by code, for parts of the page outside this surface. */
export type LoadPhone = () => Promise<{
  default: Component<PhoneProps>;
  refusals?: Readonly<Record<string, string>>;
}>;

/** The surfaces of a method. Each is its own chunk and loaded when it is needed; rules are never included. */
export type Surfaces = {
  /** `keys`: the keys that the board listens to while this method is on, and what each does. */
  Board(): Promise<{ default: Component<BoardProps>; keys?: readonly (readonly [key: string, about: string])[] }>;
  /** The board as a plain page that can be read in order. */
  BoardText(): Promise<{ default: Component<BoardProps> }>;
  Phone: LoadPhone;
  Console(): Promise<{ default: Component<ConsoleProps>; refusals?: Readonly<Record<string, string>> }>;
  SetUp(): Promise<{ default: Component<object, SetUp> }>;
  /** Only for methods that need paper. */
  Print?(): Promise<Print>;
  /** Only for methods that do something for one person. */
  PersonActions?: LoadPersonActions;
};
