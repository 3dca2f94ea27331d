import { getOwn } from '#contract/get-own.ts';

/** The names of a method and its steps on the console. Loaded before anything else of the method. */
export type MethodSteps = {
  /** What a block without a title is called. */
  readonly name: string;
  /** The method's name in the list from which a facilitator plans. */
  readonly method: string;
  /** The text of the big button, by command: for every command that `next` may name. */
  readonly steps: Readonly<Record<string, string>>;
  /** The text of the big button by stage, where a step leads to one. */
  readonly stages?: Readonly<Record<string, string>>;
  /**
   * The text of the undo button, by command: for every command that can be taken back, even where Plenary itself has a
   * command with the same name.
   */
  readonly undone: Readonly<Record<string, string>>;
};

/** By method. Vite finds the files by their names, so a method needs no line here. */
const found = import.meta.glob<MethodSteps>('./*/words/steps.ts', { eager: true, import: 'steps' });
const byMethod = Object.fromEntries(Object.entries(found).map(([path, steps]) => [path.split('/')[1] ?? '', steps]));

export const stepsIn = (method: string): MethodSteps | undefined => getOwn(byMethod, method);

/** The name of a block that has no title. A method that this Plenary does not have goes by its code. */
export const nameOf = (method: string): string => stepsIn(method)?.name ?? method;
