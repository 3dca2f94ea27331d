import { defineManifest } from '#methods/manifest.ts';
import { newmethod } from './newmethod.ts';
import { sample } from './sample.ts';
import { harvestWords } from './words/harvest.ts';
import { refusals } from './words/refusals.ts';
import { steps } from './words/steps.ts';

export const manifest = defineManifest({
  rules: newmethod,
  steps,
  refusals,
  harvestWords,
  sample,
  rehearse: () => import('./rehearse.ts'),
  randomCommands: () => import('./testing/random-commands.ts')
});
