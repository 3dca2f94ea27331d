import { defineManifest } from '../manifest.ts';
import { fishbowl } from './fishbowl.ts';
import { sample } from './sample.ts';
import { sentences } from './words/refusals.ts';
import { harvestWords } from './words/harvest.ts';
import { steps } from './words/steps.ts';

export const manifest = defineManifest({
  rules: fishbowl,
  steps,
  refusals: sentences,
  harvestWords,
  sample,
  rehearse: () => import('./rehearse.ts'),
  randomCommands: () => import('./testing/random-commands.ts')
});
