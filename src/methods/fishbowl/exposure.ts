import { EVERYWHERE } from '#contract/method.ts';
import { consentPart, exposurePart } from '#kit/rules/exposure.ts';
import { SCRIBES } from './channels.ts';
import { EXPOSURES, type Exposure } from './settings.ts';
import { invitedName } from './sitting/sitters.ts';
import type { State } from './state.ts';

/** L1: speakers have numbers. No name is sent to a board, a phone or a scribe. */
export const showsNames = ({ exposure }: { exposure: Exposure }): boolean => exposure !== 'L1';

/** Can be chosen freely until the conversation opens: after that people have spoken relying on it. */
export const exposure = exposurePart<State, Exposure>({
  levels: EXPOSURES,
  told: ({ openedAt }) => openedAt !== null,
  channels: () => [...EVERYWHERE, SCRIBES]
});

/** An invited guest tells a helper. */
export const consent = consentPart<State>({
  at: 'L3',
  invites: (state, person) => invitedName(state, person) !== null
});
