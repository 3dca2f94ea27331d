import { cardRefusals } from '#kit/words/cards.ts';
import { stageRefusals } from '#kit/words/stages.ts';
import { voteRefusals } from '#kit/words/votes.ts';

/** Why something was not done, by code. */
export const refusals = {
  ...cardRefusals({ one: 'card', many: 'cards' }),
  ...stageRefusals,
  ...voteRefusals,
  'already-moved-on': 'Somebody else has moved on already.',
  'not-at-this-stage': 'That is not what is on now.',
  'no-question-left': 'That was the last question.',
  'no-card-left': 'All cards are on the board.',
  'no-time-now': 'No time runs now.',
  'close-the-choosing-first': 'Close the vote first.',
  'cards-are-closed': 'This is closed. Nothing more is taken.',
  'people-are-choosing': 'People are choosing. Cards stay as they are until the vote is closed.',
  'question-not-asked': 'This question has not been asked yet.',
  'no-matches-here': 'Nothing is matched here.',
  'not-an-offer-and-a-need': 'One card has to be an offer, the other one a need, and both have to be shown.',
  'match-unknown': 'This match is not there any more, or it is somebody else’s.',
  'no-proposals-now': 'Nobody asks where cards belong just now.'
} as const;
