import type { Commands } from '#contract/part.ts';
import type * as live from '#lib/live/typed-commands.ts';
import type { deskParts } from './desk.ts';
import type { naming } from './naming.ts';

// Types alone: no rule reaches a browser by this.
export type DeskInputs = Commands<{ parts: typeof deskParts }>;
export type DeskAct = live.Act<DeskInputs>;
export type NamingInputs = Commands<{ parts: readonly [typeof naming] }>;
export type NamingAct = live.Act<NamingInputs>;
