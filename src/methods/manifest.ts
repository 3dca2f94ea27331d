import type { AnyMethod, Method } from '#contract/method.ts';
import type { Wishes } from '#contract/testing/wishes.ts';
import type { HarvestBlock } from '#contract/blocks.ts';
import type { MethodHarvestWords } from '#contract/harvest-words.ts';
import type { Behaviour } from './shared/bots.ts';
import type { MethodSteps } from './steps.ts';

/**
 * What Node reads of a method: `manifest.ts` in its folder. Browsers never load it, because it holds the rules: they
 * find surfaces and steps by the names of their files.
 */
export type Manifest = {
  readonly rules: AnyMethod;
  /** What the console calls it and its steps. */
  readonly steps: MethodSteps;
  /** The sentence of each refusal that is the method's own, by code. */
  readonly refusals: Readonly<Record<string, string>>;
  /** What an edition calls what it leaves behind. */
  readonly harvestWords: MethodHarvestWords;
  /** Settings of a block to try it with, as `addBlock` takes them. */
  readonly sample: object;
  /** How simulated people behave. Loaded by `npm run rehearse` alone. */
  rehearse(): Promise<Behaviour<unknown, unknown>>;
  /** What people might want in it. Loaded by the simulation and the fuzz alone. */
  wishes(): Promise<{ wishes: Wishes<unknown> }>;
};

type Typed<Settings, State, Events, Block extends HarvestBlock> = Omit<Manifest, 'rules' | 'wishes'> & {
  readonly rules: Method<Settings, State, Events, Block>;
  wishes(): Promise<{ wishes: Wishes<State> }>;
};

/** A manifest whose wishes are made from the state of its own rules. */
export const defineManifest = <Settings, State, Events, Block extends HarvestBlock>(
  manifest: Typed<Settings, State, Events, Block>
): Typed<Settings, State, Events, Block> => manifest;
