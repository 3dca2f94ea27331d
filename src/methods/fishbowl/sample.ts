import type { SettingsForm } from './settings.ts';

/** The settings of a block to try the method with. */
export const sample: SettingsForm = {
  question: 'What are you excited about?',
  invited: ['Guest 1', 'Guest 2'],
  seats: 4
};
