import { consentRefusals, exposureRefusals } from '#kit/words/refusals.ts';

/** The sentences of refusals, by code. Refusals of all methods stand in `#words`. */
export const refusals = {
  ...exposureRefusals,
  ...consentRefusals,
  'statement-unknown': 'This statement is no longer there.',
  'not-open-yet': 'This line is not open yet.',
  'line-is-locked': 'The line has closed.',
  'other-wording': 'The words have changed meanwhile. Please read them again.',
  'other-round': 'A new round has begun meanwhile. Please place yourself again.',
  'not-placed-yet': 'There is no dot to take off in this round.',
  'nobody-placed-yet': 'Nobody has placed themselves in this round yet.',
  'already-open': 'The line is open already.',
  'already-locked': 'The line is closed already.',
  'already-revealed': 'Everybody sees the line already.',
  'already-on-the-board': 'It is on the board already.',
  'people-placed-here': 'People placed themselves here, so it stays.',
  'too-many-statements': 'The list is full. Add another block for more.',
  'too-late-for-anonymous':
    'People have already placed themselves with their names. Add another block to ask without names.',
  'not-at-this-exposure': 'That would show more than people were told when they answered.',
  'their-own-dot':
    'While dots are in sight, people with a phone act for themselves: nobody is shown whose dot is whose. Whoever has no phone can be placed by you.',
  'place-by-ticket': 'Places are sent without names here. Load this page again.',
  'ticket-drawn': 'You already take part on another phone or page. Please place yourself there.',
  'fewer-than-five': 'Five places or more are sent together, so that nobody can be singled out.',
  'place-yourself-first': 'Place yourself first, or say that you are not sure.',
  'reason-unknown': 'This reason was changed or taken back meanwhile.',
  'not-revealed-yet': 'Reveal the line first.',
  'nobody-willing-there': 'Nobody there has asked to speak.',
  'nobody-called': 'Nobody is being asked just now.',
  'not-your-call': 'Somebody else is being asked.',
  'no-proposals-now': 'Proposals are not taken just now.',
  'too-many-waiting': 'Enough proposals are waiting. Those come first.',
  'proposal-unknown': 'This proposal is no longer there.',
  'proposal-answered': 'This proposal was answered already.',
  'same-line': 'Choose two different lines.',
  'round-unknown': 'There is no such round.',
  'close-the-line-first': 'Close the line first. Then its movement can be shown.'
};
