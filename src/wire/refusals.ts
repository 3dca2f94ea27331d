/** Every no that does not belong to one method. Each has its sentence in the words, under the same code. */
export const REFUSALS = [
  // The command itself
  'not-understood',
  'text-empty',
  'text-too-long',
  'input-too-long',
  'no-such-command',
  'not-yours-to-do',
  'out-of-order',
  'number-taken',
  'answered-before',
  'not-your-device',
  'too-many-waiting',
  'newer-plenary',
  'history-broken',
  'went-wrong',
  // The gathering
  'no-such-gathering',
  'gathering-closed',
  'already-convened',
  'already-published',
  'close-before-publishing',
  'ends-before-it-begins',
  'edition-unreadable',
  'person-unknown',
  'agenda-full',
  'no-such-block',
  'block-is-on',
  'already-moved-on',
  'nothing-to-undo',
  'cannot-be-undone',
  // The doors
  'no-such-code',
  'too-many-codes',
  'link-ended',
  'organizer-unknown',
  'offer-ended',
  'not-signed-in',
  'page-too-old',
  'full-house',
  // The store, for whoever cannot wait: a form
  'storage-full',
  'storage-away',
  'too-fast',
  // Points that belong to nobody
  'no-tickets-here',
  'ticket-not-valid',
  'too-fast',
  'point-too-late',
  'too-few-to-hide',
  'cookie-with-point',
  'photo-not-taken',
  'photos-used-up',
  'photos-full'
] as const;

export type RefusalCode = (typeof REFUSALS)[number];
