/** Every method there is, by name. To add one is to add its line. */
export { manifest as cafe } from './cafe/manifest.ts';
export { manifest as fishbowl } from './fishbowl/manifest.ts';
export { manifest as spectrogram } from './spectrogram/manifest.ts';
