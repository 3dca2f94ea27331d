/**
 * The words of what a method leaves behind, in its `words/harvest.ts`. A code that has no words here does not compile
 * in its harvest. An edition carries what headings and figures said on the day it was published, so they may be changed at any time.
 */
export type MethodHarvestWords = {
  /** Titles of blocks, headings in outlines, headings and labels of tables, by code. */
  readonly headings: Readonly<Record<string, string>>;
  /** The sentence a figure is told in, by code. */
  readonly figures: Readonly<Record<string, (value: never) => string>>;
  /**
   * What of an activity is not kept, and why, a sentence each: facilitators read them before they publish. Never empty,
   * because a method that keeps everything has to say so. No edition carries them.
   */
  readonly leftOut: readonly [string, ...string[]];
};

export type HeadingOf<Words extends MethodHarvestWords> = keyof Words['headings'] & string;
