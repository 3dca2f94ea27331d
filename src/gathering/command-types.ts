import type { Commands } from '#contract/part.ts';
import type * as live from '#lib/live/typed-commands.ts';
import type { appendix } from './appendix.ts';
import type { corrections } from './corrections.ts';
import type { splits } from './splits.ts';
import type { themes } from './themes.ts';

// Types alone: no rule reaches a browser by this.
export type DeskInputs = Commands<{ parts: [typeof themes, typeof splits, typeof appendix, typeof corrections] }>;
export type DeskAct = live.Act<DeskInputs>;
