import type { Component } from 'svelte';
import type { Refusal } from './method.ts';
import type { Answer } from '#wire/messages.ts';

type Say = (command: string, input: object) => Promise<Answer>;
type Link = {
  state: 'arriving' | 'live' | 'away';
  waiting: number;
  sinceMs: number;
  refused: Refusal | null;
  gone: Refusal | null;
};

export type BoardProps = { view: object };
export type PhoneProps = { view: object; mine: object | null; say: Say; link: Readonly<Link> };
/** `leads` is false for helpers. */
export type ConsoleProps = { view: object; people: Record<string, object>; say: Say; leads: boolean };

/** What people see of a method. Each is a chunk of its own, loaded when it is on; rules never come along. */
export type Surfaces = {
  Board(): Promise<{ default: Component<BoardProps> }>;
  /** The board as a plain page, read in order. */
  BoardText(): Promise<{ default: Component<BoardProps> }>;
  Phone(): Promise<{ default: Component<PhoneProps> }>;
  Console(): Promise<{ default: Component<ConsoleProps> }>;
};

/** Here a method's own types are forgotten: the server sends each surface the view that its method made for it. */
const surface =
  <Props extends object>(load: () => Promise<{ default: Component<never> }>) =>
  async () =>
    (await load()) as unknown as { default: Component<Props> };

export const surfaces: Record<string, Surfaces> = {
  spectrogram: {
    Board: surface(() => import('./spectrogram/Board.svelte')),
    BoardText: surface(() => import('./spectrogram/BoardText.svelte')),
    Phone: surface(() => import('./spectrogram/Phone.svelte')),
    Console: surface(() => import('./spectrogram/Console.svelte'))
  }
};
