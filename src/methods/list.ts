/** All methods, by name. A new method needs one line here. */
export { manifest as cafe } from './cafe/manifest.ts';
export { manifest as cards } from './cards/manifest.ts';
export { manifest as fishbowl } from './fishbowl/manifest.ts';
export { manifest as spectrogram } from './spectrogram/manifest.ts';
