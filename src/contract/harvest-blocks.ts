import type { Share } from './share-of-all.ts';
import type { HeadingOf, MethodHarvestWords } from './harvest-words.ts';
import type { Part, PeopleCount } from './people-counts.ts';
import type { Photo } from './photo.ts';
import type { Text, Writing } from './typed-text.ts';

/**
 * What methods leave behind. Each kind is told in full by figures, by references to typed words and by codes of which
 * the method has the words: `OutlineOf<typeof harvestWords>` takes no code without any.
 */
export type HarvestBlock = ContinuumBlock | OutlineBlock | TableBlock;

/** What was noted, nested: under those who spoke, under tables, themes or questions. */
export type OutlineBlock<Code extends string = string, Told extends Figure = Figure> = {
  readonly kind: 'outline';
  /** Stable within the gathering: becomes the anchor of this block in every format. */
  readonly id: string;
  /** The method it is from, whose words its codes have. */
  readonly of: string;
  readonly title: BlockTitle<Code>;
  readonly branches: readonly OutlineBranch<Code>[];
  readonly figures: readonly Told[];
};

/** An outline with no code but those that a method has words for. */
export type OutlineOf<Words extends MethodHarvestWords> = OutlineBlock<HeadingOf<Words>, FigureOf<Words>>;

/** `question`: a person typed it. Any other kind is a heading of the method. */
export type BlockTitle<Code extends string = string> =
  { readonly kind: 'question'; readonly text: Text } | { readonly kind: Code };

export type OutlineBranch<Code extends string = string> = {
  /** Stable within its block, wherever it stands there: letters, digits, `-` and `_`. */
  readonly id: string;
  readonly head: OutlineHead<Code>;
  readonly notes: readonly OutlineNote[];
  /** Notes that stand under another heading of this activity and belong here, too, by their ids. */
  readonly index?: readonly string[];
  /** As themes under a question. */
  readonly branches?: readonly OutlineBranch<Code>[];
};

/** A heading that holds something, or one of the method. */
export type OutlineHead<Code extends string = string> = FilledHead | { readonly kind: Code };

/**
 * `speaker`: by name only where they agreed to it, else by a number from 1. `round`: from 1, with its question where it
 * had one of its own. `side`: nearer which end of a line.
 */
export type FilledHead =
  | { readonly kind: 'speaker'; readonly name: Text | null; readonly number: number }
  | { readonly kind: 'question'; readonly text: Text }
  | { readonly kind: 'theme'; readonly name: Text }
  | { readonly kind: 'table'; readonly number: number; readonly name: Text | null; readonly topic: Text | null }
  | { readonly kind: 'round'; readonly round: number; readonly question: Text | null }
  | { readonly kind: 'side'; readonly from: ContinuumReason['from']; readonly poles: readonly [Text, Text] };

export type OutlineNote = {
  /** By which the log of its activity knows it: no other note there has or had it. An edition makes its address of it. */
  readonly id: string;
  /** Null where it is a photo. */
  readonly text: Text | Writing | null;
  readonly photo?: Photo;
  /** Marked as worth more than the others. */
  readonly gem?: boolean;
  /** Where and when it was written, from 1. */
  readonly table?: number;
  readonly round?: number;
  /** Rounds in which a table chose this note as its one card for the whole room. */
  readonly cards?: readonly number[];
  readonly notes: readonly OutlineNote[];
};

/** A table of any method: answers and how many gave them, rounds, topics. Only `tableOf` makes its body. */
export type TableBlock<Code extends string = string, Told extends Figure = Figure> = {
  readonly kind: 'table';
  readonly id: string;
  readonly of: string;
  readonly title: BlockTitle<Code>;
  readonly figures: readonly Told[];
} & TableBody<Code>;

/** A table with no code but those that a method has words for. */
export type TableOf<Words extends MethodHarvestWords> = TableBlock<HeadingOf<Words>, FigureOf<Words>>;

export type TableBody<Code extends string = string> = {
  readonly columns: readonly { readonly heading: Code; readonly kind: ColumnKind }[];
  /** A cell for each column. The first says what the row is about. */
  readonly rows: readonly (readonly Cell<Code>[])[];
} & Made;

export const COLUMN_KINDS = ['text', 'label', 'amount', 'share', 'headcount', 'people', 'part', 'time'] as const;
/** What `column` of tables.ts has a function for, and says there. */
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** Null is an empty one. `kind`: a label, by its code. Times are in milliseconds since 1970. */
export type Cell<Code extends string = string> =
  Text | Writing | { readonly kind: Code } | number | Share | Part | PeopleCount | null;

/** What is told in one sentence, by a code of the method. Made by `amount`, `peopleFigure` and `headcount` alone. */
export type Figure<Code extends string = string, Value extends FigureValue = FigureValue> = {
  readonly code: Code;
  readonly value: Value;
  readonly scope?: Scope;
  /** Nobody asked for it: see `aside` of figures.ts. */
  readonly aside?: true;
} & Made;

/** Every figure that a method has a sentence for. */
export type FigureOf<Words extends MethodHarvestWords> = {
  [Code in keyof Words['figures'] & string]: Figure<Code, Parameters<Words['figures'][Code]>[0]>;
}[keyof Words['figures'] & string];

/** One number, or several that belong in one sentence. Times are in milliseconds. */
export type FigureValue = FigurePart | Part | { readonly [name: string]: FigurePart };
type FigurePart = number | Share | null | { readonly [name: string]: number };

/** Which round, table (from 1) or statement a figure is of, where its block holds several. */
export type Scope = { readonly round?: number; readonly table?: number; readonly statement?: Text };

declare const made: unique symbol;
/** Only what was made by figures.ts or tables.ts compiles: both ask which numbers are people. */
export type Made = { readonly [made]: true };

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
  /** As of a note: see {@link OutlineNote}. */
  readonly id: string;
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
};

/**
 * The shape of a round, on the line from 0 (first pole) to 1000 (second pole). It is computed from ranges alone, as if
 * all people of a range stood on one spot, so that it tells nothing that the ranges do not: decision 5.
 */
export type Spread = {
  /** To the tenth of the line: 0, 100, … 1000. */
  readonly median: number;
  /**
   * 4 × variance on [0, 1], to the hundredth: 0 one spot, 1 half at each pole. Null where one range holds all people.
   */
  readonly polarisation: number | null;
  /** van der Eijk's agreement A on seven bins, −1 … +1, to the hundredth. Null where one range holds all people. */
  readonly agreement: number | null;
  readonly twoCamps: boolean;
  /** Neighbouring ranges of the whole line, each with five people or more. */
  readonly ranges: readonly Range[];
};

/** From `from` up to `to`; a place on the border between two ranges counts to the one nearer the middle of the line. */
export type Range = { readonly from: number; readonly to: number; readonly count: number };
