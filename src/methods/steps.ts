import { steps as cafe } from './cafe/words/steps.ts';
import { steps as fishbowl } from './fishbowl/words/steps.ts';
import { find } from '#contract/find.ts';
import { steps as spectrogram } from './spectrogram/words/steps.ts';

/** What a console calls a method and what is done in it. Read before anything else of the method is loaded. */
export type MethodSteps = {
  /** In the list of methods, for whoever plans. */
  readonly method: string;
  /** The big button, by command: each that `next` may name. */
  readonly steps: Readonly<Record<string, string>>;
  /** The big button where a step says which stage it goes on to. */
  readonly stages?: Readonly<Record<string, string>>;
  /**
   * The undo button, by command: each that can be taken back, also where the house has the same word for something
   * else.
   */
  readonly undone: Readonly<Record<string, string>>;
};

export const stepsOf = { spectrogram, fishbowl, cafe } satisfies Record<string, MethodSteps>;

export const stepsIn = (method: string): MethodSteps | undefined => find<MethodSteps>(stepsOf, method);
