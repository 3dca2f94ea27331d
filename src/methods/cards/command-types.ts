import type { Commands } from '#contract/part.ts';
import type * as live from '#lib/live/typed-commands.ts';
import type { cards } from './cards.ts';

// Types alone: no rule reaches a browser by this.
export type Inputs = Commands<typeof cards>;
export type Say = live.Say<Inputs>;
export type Act = live.Act<Inputs>;
