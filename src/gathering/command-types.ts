import type { Commands } from '#contract/part.ts';
import type * as live from '#lib/live/typed-commands.ts';
import type { deskParts } from './desk.ts';

// Types alone: no rule reaches a browser by this.
export type DeskInputs = Commands<{ parts: typeof deskParts }>;
export type DeskAct = live.Act<DeskInputs>;
