import { consentRefusals, exposureRefusals } from '#kit/words/refusals.ts';
import { stageRefusals } from '#kit/words/stages.ts';
import { words as writing } from '#kit/words/outline.ts';

/** Why a command was refused, by code, told to the person who sent it. */
export const refusals = {
  ...stageRefusals,
  ...exposureRefusals,
  ...consentRefusals,
  'invited-unknown': 'Nobody is invited under this name.',
  'chair-unknown': 'This chair is no longer there.',
  'tag-unknown': 'That choice is no longer there.',
  'no-requests-in-this-form': 'Here a group talks for a time, then the next one. Nobody has to ask.',
  'not-open-yet': 'The conversation has not begun yet.',
  'nobody-comes-in-now': 'The conversation is coming to its end. Nobody comes in any more.',
  'already-in-the-bowl': 'This person sits in the inner circle already.',
  'not-in-the-bowl': 'This person does not sit in the inner circle.',
  'not-in-the-line': 'This person has not asked to come in.',
  'chair-waits-for-you': 'A chair is held for this person. Sit down on it, or let it pass first.',
  'no-chair-for-you': 'No chair is held for this person just now.',
  'not-in-this-form': 'This form of fishbowl does not have that.',
  'not-behind-a-chair': 'Stand behind a chair first.',
  'not-first-behind': 'Somebody else stood behind this chair before.',
  'one-chair-stays-free': 'One chair stays free, so that somebody can come in. Add a chair first.',
  'chair-is-free': 'Nobody sits on this chair.',
  'chair-taken': 'Somebody sits on this chair. They step out first.',
  'too-many-chairs': 'There is no room for more chairs.',
  'too-few-chairs': 'A conversation needs two chairs at least.',
  'nobody-waits': 'Nobody waits for a chair just now.',
  'turn-unknown': 'This turn is no longer there.',
  'no-cards-now': 'Cards are not taken just now.',
  'card-unknown': 'This card is no longer there.',
  'card-answered': 'This card was answered already.',
  'too-many-cards': 'Your earlier cards wait to be read. Those come first.',
  'no-groups-yet': 'Make groups first.',
  'no-more-groups': 'This was the last group.',
  'group-too-large': 'There are not so many chairs.',
  'nobody-to-group': 'Nobody is here yet.',
  'not-at-this-exposure': 'The harvest names nobody here.',
  'not-a-scribe': 'Only scribes write here. Ask a facilitator to make you one.',
  'branch-unknown': 'This person has not sat in the inner circle.'
} as const;

/** These and the refusals of the outline editor, for surfaces that show both. */
export const sentences = { ...writing.refusals, ...refusals };
