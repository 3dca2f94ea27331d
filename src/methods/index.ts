import { cafe } from './cafe/cafe.ts';
import { fishbowl } from './fishbowl/fishbowl.ts';
import type { AnyMethod } from '#contract/method.ts';
import { spectrogram } from './spectrogram/spectrogram.ts';

/** Every method there is, for the server, the worker and the simulation. Browsers never load it: they get views. */
export const methods: Readonly<Record<string, AnyMethod>> = { spectrogram, fishbowl, cafe };
