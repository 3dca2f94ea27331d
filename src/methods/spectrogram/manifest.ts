import { defineManifest } from '../manifest.ts';
import { spectrogram } from './spectrogram.ts';
import { sample } from './sample.ts';
import { refusals } from './words/refusals.ts';
import { harvestWords } from './words/harvest.ts';
import { steps } from './words/steps.ts';

export const manifest = defineManifest({
  rules: spectrogram,
  steps,
  refusals,
  harvestWords,
  sample,
  rehearse: () => import('./rehearse.ts'),
  randomCommands: () => import('./testing/random-commands.ts')
});
