import type { AnyMethod, Method } from '#contract/method.ts';
import type { RandomCommands } from '#contract/testing/random-commands.ts';
import type { HarvestBlock } from '#contract/harvest-blocks.ts';
import type { MethodHarvestWords } from '#contract/harvest-words.ts';
import type { Behaviour } from '#kit/bots.ts';
import type { MethodSteps } from './steps.ts';

/**
 * What Node reads of a method: `manifest.ts` in its folder. Browsers never load it, because it contains the rules; they
 * find surfaces and steps by file names.
 */
export type Manifest = {
  readonly rules: AnyMethod;
  /** The names of the method and of its steps on the console. */
  readonly steps: MethodSteps;
  /** The sentences of the method's own refusals, by code. */
  readonly refusals: Readonly<Record<string, string>>;
  /** The words of its harvest in an edition. */
  readonly harvestWords: MethodHarvestWords;
  /** Settings of a block to try the method, as `addBlock` takes them. */
  readonly sample: object;
  /** How simulated people behave. Only `npm run rehearse` loads it. */
  rehearse(): Promise<Behaviour<unknown, unknown>>;
  /** Random commands for the method. Only the simulation and the fuzz tests load it. */
  randomCommands(): Promise<{ randomCommands: RandomCommands<unknown> }>;
};

type Typed<Settings, State, Events, Block extends HarvestBlock> = Omit<Manifest, 'rules' | 'randomCommands'> & {
  readonly rules: Method<Settings, State, Events, Block>;
  randomCommands(): Promise<{ randomCommands: RandomCommands<State> }>;
};

/** Checks that the random commands take the state of the method's own rules. */
export const defineManifest = <Settings, State, Events, Block extends HarvestBlock>(
  manifest: Typed<Settings, State, Events, Block>
): Typed<Settings, State, Events, Block> => manifest;
