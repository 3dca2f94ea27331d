import { EVERYWHERE } from '#contract/method.ts';
import { consentPart, exposurePart } from '#kit/rules/exposure.ts';
import { refuse } from '../refuse.ts';
import { EXPOSURES, type Exposure } from '../settings.ts';
import { answered, type State } from '../state.ts';

/** L0: nothing stored or sent joins a person and a point. */
export const isAnonymous = ({ exposure }: State): boolean => exposure === 'L0';
/** L2 and L3: the console shows facilitators who stands where. */
export const showsPeople = ({ exposure }: State): boolean => exposure === 'L2' || exposure === 'L3';

export const exposure = exposurePart<State, Exposure>({
  levels: EXPOSURES,
  told: ({ openings }) => openings > 0,
  // The log would still join what people did until now to their names.
  refusal: (state, to) => (to === 'L0' && wasUsed(state) ? refuse('too-late-for-anonymous') : null),
  channels: () => [...EVERYWHERE]
});

export const consent = consentPart<State>({ at: 'L3' });

const wasUsed = ({ statements }: State): boolean =>
  Object.values(statements).some(({ versions }) => Object.values(versions).some(answered));
