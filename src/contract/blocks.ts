import type { Photo } from './photo.ts';
import type { Text, Writing } from './text.ts';

/**
 * What methods leave behind. Each kind is told in full by figures and by references to typed words; sentences are made
 * from them when somebody reads, in the reader's language.
 */
export type HarvestBlock = ContinuumBlock | OutlineBlock;

/** What was noted, nested: under those who spoke, under tables, themes or questions. */
export type OutlineBlock = {
  readonly kind: 'outline';
  /** Stable within the gathering: becomes the anchor of this block in every format. */
  readonly id: string;
  readonly of: OutlineSource;
  readonly title: OutlineTitle;
  readonly branches: readonly OutlineBranch[];
  readonly figures: readonly OutlineFigure[];
};

export const OUTLINE_SOURCES = ['fishbowl', 'cafe', 'open-space', 'circle', 'listening'] as const;
export type OutlineSource = (typeof OUTLINE_SOURCES)[number];

/** Titles of ours. `tables`: what each of them said; `course`: how it went, in figures. */
export const OUTLINE_TITLES = ['tables', 'course'] as const;

/** `question`: somebody typed it. */
export type OutlineTitle =
  { readonly kind: 'question'; readonly text: Text } | { readonly kind: (typeof OUTLINE_TITLES)[number] };

export type OutlineBranch = {
  readonly head: OutlineHead;
  readonly notes: readonly OutlineNote[];
  /** Another block tells these notes, too. Whoever counts or looks for notes passes over them here. */
  readonly again?: true;
  /** As themes under a question. */
  readonly branches?: readonly OutlineBranch[];
};

/**
 * Headings of ours. `questions`: those that nobody answered. `loose`: what belongs to no theme. `lines`: what a host
 * told those who came.
 */
export const OUTLINE_HEADS = ['discussion', 'questions', 'loose', 'lines'] as const;

/**
 * `speaker`: by name only where they agreed to it, else by a number from 1. `round`: from 1, with its question where it
 * had one of its own.
 */
export type OutlineHead =
  | { readonly kind: 'speaker'; readonly name: Text | null; readonly number: number }
  | { readonly kind: (typeof OUTLINE_HEADS)[number] }
  | { readonly kind: 'question'; readonly text: Text }
  | { readonly kind: 'theme'; readonly name: Text }
  | { readonly kind: 'table'; readonly number: number; readonly name: Text | null; readonly topic: Text | null }
  | { readonly kind: 'round'; readonly round: number; readonly question: Text | null };

export type OutlineNote = {
  /** Null where it is a photo. */
  readonly text: Text | Writing | null;
  readonly photo?: Photo;
  /** Marked as worth more than the others. */
  readonly gem?: boolean;
  /** Where and when it was written, from 1. */
  readonly table?: number;
  readonly round?: number;
  /** Rounds in which a table chose it as its one card for everybody. */
  readonly cards?: readonly number[];
  readonly notes: readonly OutlineNote[];
};

/**
 * The Gini coefficient from 0 to 1, times in milliseconds, all others counts. What belongs in one sentence comes as one
 * figure.
 */
export type FigureValues = {
  sat: number;
  present: number;
  turns: number;
  'first-timers': Share;
  gini: number;
  'wait-median': number;
  'wait-longest': number;
  unserved: Share;
  tables: number;
  rounds: number;
  notes: number;
  /** Others somebody met. */
  met: { readonly fewest: number; readonly median: number };
  /** Of all pairs of those who sat, those who shared a table. */
  'pairs-met': Share;
  /**
   * `pairs` that met more than once, and `excess`, the sum over pairs of m(m−1)/2, m being the rounds they shared a
   * table; those meant to stay together and the way home left out. `plan`: the excess of the last plan, and the least
   * that any plan for as many people, tables and rounds has.
   */
  'met-again': {
    readonly pairs: number;
    readonly excess: number;
    readonly plan: { readonly excess: number; readonly least: number } | null;
  };
  /**
   * Of all seats that people who were there had, over all rounds, those somebody said were taken. Told where too few
   * were to tell the rest.
   */
  said: Part;
  'table-sizes': { readonly least: number; readonly most: number };
  /**
   * From when people were told their tables until nine in ten sat, over those of all `moves` that were `settled` so.
   */
  reseating: { readonly median: number; readonly longest: number; readonly settled: number; readonly moves: number };
  /** Of all seats taken, over all rounds, those at another table than planned. */
  elsewhere: Part;
  /** Of tables where people sat, counted anew each round, those that left at least one note. */
  'tables-wrote': Share;
  'notes-at-tables': { readonly fewest: number; readonly median: number; readonly most: number };
  /** Of those who sat, those who wrote at least one note. */
  wrote: Part;
};
export type FigureCode = keyof FigureValues;
/** Those that are one number. */
export type PlainFigure = { [Code in FigureCode]: FigureValues[Code] extends number ? Code : never }[FigureCode];
export type OutlineFigure<Code extends FigureCode = FigureCode> = {
  [Each in Code]: { readonly code: Each; readonly value: FigureValues[Each] };
}[Code];

/** So many of all. Never a share alone: in a room of thirty “3%” is a person. */
export type Share = { readonly count: number; readonly of: number };

/** `few` and `most`: one to four, and all but one to four, because a count would point at them. */
export type Part = Share | 'few' | 'most';

/**
 * How many people: null where they, or the others, are one to four, because from so small a number one of them might be
 * read.
 */
export type Few = number | null;

/** A statement or continuum, and where people stood in each round. */
export type ContinuumBlock = {
  readonly kind: 'continuum';
  /** Stable within the gathering: becomes the anchor of this block in every format. */
  readonly id: string;
  readonly statement: Text;
  readonly poles: readonly [Text, Text];
  readonly middle: Text | null;
  readonly rounds: readonly ContinuumRound[];
  /** What people said for themselves and those who led kept, in the order it was said. */
  readonly reasons?: readonly ContinuumReason[];
  /** Where those who agreed to be named stand in the end, from the first pole to the second. */
  readonly named?: readonly NamedPlace[];
};

/** `from`: nearer the first pole, the middle fifth, nearer the second pole, beside the line (not sure, passed). */
export type ContinuumReason = {
  readonly round: number;
  readonly from: 'first' | 'middle' | 'second' | 'beside';
  readonly why: Text;
};

export type NamedPlace = { readonly name: Text; readonly x: number };

export type ContinuumRound = {
  readonly round: number;
  /** People present when the harvest was taken or counted below. */
  readonly present: number;
  readonly placed: number;
  readonly unsure: number;
  readonly passed: number;
  /** Null when fewer than five people placed themselves: no statistic for so few. */
  readonly spread: Spread | null;
  /** People who placed themselves or answered before they could see the others. */
  readonly beforeReveal?: Few;
  /** Of the five fifths of the line, how many were asked to speak at least once. */
  readonly zonesHeard?: number;
};

/**
 * The shape of a round, on the line from 0 (first pole) to 1000 (second pole). It is told of ranges alone, as if
 * everybody stood on one spot of theirs, so that nothing but the ranges can be read from it: decision 5.
 */
export type Spread = {
  /** To the tenth of the line: 0, 100, … 1000. */
  readonly median: number;
  /**
   * 4 × variance on [0, 1], to the hundredth: 0 one spot, 1 half at each pole. Null where one range holds everybody.
   */
  readonly polarisation: number | null;
  /** van der Eijk's agreement A on seven bins, −1 … +1, to the hundredth. Null where one range holds everybody. */
  readonly agreement: number | null;
  readonly twoCamps: boolean;
  /** Neighbouring ranges of the whole line, each with five people or more. */
  readonly ranges: readonly Range[];
};

/** From `from` up to `to`; a place on the border between two ranges counts to the one nearer the middle of the line. */
export type Range = { readonly from: number; readonly to: number; readonly count: number };
