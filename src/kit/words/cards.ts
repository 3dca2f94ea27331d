import { personRefusals } from './refusals.ts';

/** Why a card was not taken, changed or moved. A method with cards takes these into its own. */
export const cardRefusals = {
  ...personRefusals,
  'card-unknown': 'This card is not there any more.',
  'card-taken': 'This card was sent by somebody else.',
  'card-changed': 'Somebody changed this card meanwhile. Read it again.',
  'not-your-card': 'Somebody else wrote this card.',
  'same-card': 'A card cannot be folded into itself.',
  'group-unknown': 'This group is not there any more.',
  'same-group': 'That is the same group.',
  'too-many-cards': 'There are too many cards for one activity.',
  'too-many-groups': 'There are too many groups.'
} as const;
