import { alreadySo } from './refusals.ts';

/** Why a stage was not turned to. Each method with stages adds these to its own refusals. */
export const stageRefusals = {
  ...alreadySo,
  'other-stage': 'Another console moved on first. Your press changed nothing: look again.'
} as const;
