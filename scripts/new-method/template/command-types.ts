import type { Commands } from '#contract/part.ts';
import type * as live from '#lib/live/typed-commands.ts';
import type { newmethod } from './newmethod.ts';

// Types alone: no rule reaches a browser by this.
export type Inputs = Commands<typeof newmethod>;
export type Say = live.Say<Inputs>;
