import type { SettingsForm } from './settings.ts';

/** A block to try the method with. */
export const sample: SettingsForm = {
  questions: ['What is happening here?', 'What can you imagine?', 'How do we get there?']
};
