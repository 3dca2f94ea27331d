import type { HarvestBlock } from '../harvest-blocks.ts';
import type { Attendee } from '../method.ts';

/** What `given` has played so far, and whatever a method's own kit makes of it. */
export type Played = {
  see(channel: string): object | null;
  people(): Readonly<Record<string, Attendee>>;
  now(): number;
  channels(person: string): string[];
  drawsTickets(): boolean;
  arrive(person: string): unknown;
  draft(): readonly HarvestBlock[];
  draftOtherwise(): readonly HarvestBlock[];
};

/** A button, by a part of what it says; or a field by its label, with the words that are typed there. */
export type Press = string | readonly [field: string, words: string];

/**
 * `phone`, `console`: what is pressed there, one after the other, because what it opens is looked at, too. Everything
 * that folds is unfolded without it; of several folds that close each other the last stays open.
 */
export type PressedScene = { play(): Played; phone?: readonly Press[]; console?: readonly Press[] };

/**
 * What the surfaces of a method can be asked to show, by name, played by its rules: a view that was made by hand would
 * go on looking well after the rules have stopped making it.
 */
export type Scenes = Readonly<Record<string, (() => Played) | PressedScene>>;
