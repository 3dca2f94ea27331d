import type { Commands } from '#contract/part.ts';
import type * as live from '#lib/live/typed-commands.ts';
import type { fishbowl } from './fishbowl.ts';

// Only types are imported, so no rule reaches a browser.
export type Inputs = Commands<typeof fishbowl>;
export type Say = live.Say<Inputs>;
export type Act = live.Act<Inputs>;
