import { facilitator, given, phone } from '#contract/testing/given.ts';
import type { Scenes } from '#contract/testing/scenes.ts';
import { newmethod } from '../newmethod.ts';

const asked = () =>
  given(newmethod, { question: 'What did you come for?' }, { ana: {}, bo: {}, dana: { via: 'walk-in' } });
const answered = () => asked().and(phone('ana'), 'answer', { text: 'Curiosity' });

/** Nobody answered, somebody did, and both once the answers are shown. */
export const scenes: Scenes = {
  'nobody answered': () => asked(),
  answered: () => answered(),
  'nothing to be shown': () => asked().and(facilitator, 'show', {}),
  'the answers are shown': () => answered().and(facilitator, 'show', {})
};
