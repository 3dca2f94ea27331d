import type { Noun } from './grouping.ts';
import { personRefusals } from './refusals.ts';

/** Why a card was not taken, changed or moved. A method with cards takes these into its own. */
export const cardRefusals = ({ one, many }: Noun) => ({
  ...personRefusals,
  'card-unknown': `This ${one} is not there any more.`,
  'card-taken': `This ${one} was sent by somebody else. Please write it once more.`,
  'card-changed': `Somebody changed this ${one} meanwhile. Read it again; what you wrote is still here.`,
  'not-your-card': `This ${one} is not yours to change.`,
  'same-card': `These ${many} are one already.`,
  'group-unknown': 'This group is not there any more.',
  'same-group': 'Choose two different groups.',
  'too-many-cards': `There are too many ${many} for one activity.`,
  'too-many-groups': 'There are as many groups as there can be. Join some first.'
});
