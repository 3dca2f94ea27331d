import type { SettingsForm } from './state.ts';

/** A block to try the method with. */
export const sample: SettingsForm = { question: 'What did you come for?' };
