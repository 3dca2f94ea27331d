import { FORMATS } from './formats.ts';
import type { SettingsForm } from './settings.ts';

/** A block to try the method with. */
export const sample: SettingsForm = {
  ...FORMATS.brainstorm,
  questions: ['What would make our street a better place to live?'],
  review: false,
  exposure: 'L1'
};
