import { defineManifest } from '#methods/manifest.ts';
import { cards } from './cards.ts';
import { sample } from './sample.ts';
import { harvestWords } from './words/harvest.ts';
import { refusals } from './words/refusals.ts';
import { steps } from './words/steps.ts';

export const manifest = defineManifest({
  rules: cards,
  steps,
  refusals,
  harvestWords,
  sample,
  rehearse: () => import('./rehearse.ts'),
  randomCommands: () => import('./testing/random-commands.ts')
});
