import type { SettingsForm } from './settings.ts';

export const STATEMENT = {
  text: 'How do you work?',
  poleA: 'Peer to peer',
  poleB: 'In a hierarchy',
  middle: null,
  kind: 'continuum',
  way: 'blind'
} satisfies SettingsForm['statements'][number];

/** A block to try the method with. */
export const sample: SettingsForm = { statements: [STATEMENT] };
