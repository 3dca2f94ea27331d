import { getOwn } from '#contract/get-own.ts';

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

/** By method. Vite finds the files by their names, so that a method needs no line here. */
const found = import.meta.glob<MethodSteps>('./*/words/steps.ts', { eager: true, import: 'steps' });
const byMethod = Object.fromEntries(Object.entries(found).map(([path, steps]) => [path.split('/')[1] ?? '', steps]));

export const stepsIn = (method: string): MethodSteps | undefined => getOwn(byMethod, method);
