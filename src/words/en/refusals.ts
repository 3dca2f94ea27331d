import type { RefusalCode } from '#wire/refusals.ts';

/** Nothing was decided: the same may be asked again. */
export const later = {
  'storage-full': 'The disk of the server is full. Nothing is lost; it goes on when there is room.',
  'storage-away': 'The server cannot write just now. Nothing is lost; it is tried again.',
  'too-fast': 'That was very fast. Please try again in a moment.'
};

/** Every no that can reach a person, said to that person. Methods keep the sentences of their own refusals. */
export const refusals: Record<RefusalCode, string> = {
  ...later,
  'not-understood': 'Plenary did not understand that. Load this page again and try once more.',
  'text-empty': 'Please write something first.',
  'text-too-long': 'That is too long. Please shorten it.',
  'no-such-command': 'That is not possible here any more. Load this page again.',
  'not-yours-to-do': 'Only facilitators can do that.',
  'out-of-order': 'Something arrived in the wrong order. Load this page again.',
  'number-taken': 'Something arrived twice in different words. Load this page again.',
  'answered-before': 'Another page of yours took care of this. What you see here counts.',
  'not-your-device': 'You are somebody else here now. Load this page again.',
  'input-too-long': 'That is too much for one go. Please send it in smaller parts.',
  'too-many-waiting': 'Too much is waiting to be sent. It goes out when you are connected again.',
  'newer-plenary': 'This gathering was run on a newer Plenary. It can be read here, not changed.',
  'history-broken': 'Part of this gathering’s record is missing or damaged. It can be read here, not changed.',
  'photo-not-taken': 'This photo could not be taken in. Please try another one, or type what is on the sheet.',
  'photos-used-up': 'You have sent 30 photos, and that is as many as one person can. Ask a facilitator to send more.',
  'photos-full': 'This gathering holds 500 photos, and that is as many as it can. Type what is on the sheet.',
  'went-wrong': 'Something went wrong on our side. Please try again.',
  'no-such-gathering': 'There is no such gathering.',
  'gathering-closed': 'This gathering is closed.',
  'gathering-deleted': 'This gathering was deleted. What was published stays.',
  'already-convened': 'This gathering has been created already.',
  'already-published': 'This gathering is published already.',
  'ends-before-it-begins': 'It cannot end before it begins. Please look at the two times.',
  'correct-after-closing': 'Notes can be corrected once the gathering has closed.',
  'corrections-ended': 'The time for corrections is over. Ask those who led the gathering.',
  'kept-no-longer': 'It can only become shorter.',
  'gone-at-once': 'That day is past.',
  'no-such-note': 'That note is not in the harvest.',
  'not-your-note': 'Only the person who wrote this note can change it. You can say that it is not what was said.',
  'taken-back-by-author': 'The person who wrote it took it back, and only they can bring it back.',
  'gone-for-good': 'It was taken back after it had been published, so its words are gone for good.',
  'struck-out': 'Those who lead struck out words of it. Ask them.',
  'theirs-to-agree': 'Only they can agree to be named.',
  'note-split': 'Those who lead split this note in two. Do it to its parts.',
  'close-before-publishing': 'Close the gathering first, then publish it.',
  'edition-unreadable':
    'An edition cannot hold this harvest. Nothing was published or lost: please tell whoever runs this Plenary.',
  'person-unknown': 'Nobody here belongs to this page any more. Join again with the code.',
  'agenda-full': 'The run of show is full. Remove a block first.',
  'no-such-block': 'That block is gone.',
  'block-is-on': 'That block is on now. Put another one on first.',
  'already-moved-on': 'Another console moved on first. Your press changed nothing: look again.',
  'nothing-to-undo': 'There is nothing to undo.',
  'changed-since': 'Undo passes over this: something was done since. Mend it by hand, or ask those who lead.',
  'cannot-be-undone': 'Undo passes over this: it is public, or was changed since.',
  'no-such-code': 'No gathering that is open has this code. Look at the board once more.',
  'too-many-codes':
    'Too many wrong codes were tried on this network. Scan the QR code on the board, or try again in a minute.',
  'link-ended': 'This link has ended. Ask for a new one.',
  'organizer-unknown': 'Please choose somebody from the list.',
  'offer-ended': 'This offer was taken back.',
  'not-signed-in': 'Please sign in first.',
  'page-too-old': 'Plenary was updated. Load this page again.',
  'full-house': 'This gathering is full. Somebody has to leave before anybody else can come in.',
  'door-locked': 'The door is locked: nobody new can come in just now. Ask a facilitator to add you.',
  'door-busy': 'Very many people are coming in from this network. Please try again in a moment.',
  'joined-often': 'Several people have come in with this phone already. Ask a facilitator to add you.',
  removed: 'You were removed from this gathering. Ask a facilitator if you want to come back.',
  'marked-double': 'You are in twice, so this entry no longer counts. Use your other one, or ask a facilitator.',
  erased: 'Your name and your words were erased here. To take part again, load this page anew and join.',
  'no-double-of-them': 'That entry does not count itself. Choose another one.',
  'no-tickets-here': 'Places are not sent without names here. Load this page again.',
  'ticket-not-valid': 'Your ticket is not from this gathering. Please load this page again.',
  'point-too-late': 'The line had closed before your place could be kept.',
  'cookie-with-point':
    'This page told who you are along with your place, so it was not taken. Please load the page again.',
  'too-few-to-hide':
    'Too few people came as late as you: your place was left out, because it could have been recognised.'
};

/** A no that this page has no sentence for: perhaps it was loaded before the server was renewed. */
export const notTaken = 'That was not taken. What you see here counts.';
