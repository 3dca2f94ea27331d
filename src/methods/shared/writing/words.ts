/** What is said to whoever writes notes. */
export const words = {
  loading: 'Getting the notes ready …',
  notLoaded: 'The notes could not be loaded. They come when you are connected again.',
  again: 'Try again',
  empty: 'Nothing noted yet.',
  label: (branch: string, number: string) => `${branch}, note ${number}`,
  placeholder: 'Write a note',
  add: 'Add a note',
  addTo: (branch: string) => `Add a note: ${branch}`,
  keys: 'Enter: new note · Tab: one level in · Shift+Tab: one level out · Alt+↑ ↓: move · Backspace in an empty note: remove · Escape, then Tab: leave',
  actions: 'What to do with this note',
  after: 'New note below',
  nest: 'One level in',
  unnest: 'One level out',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove',
  moveTo: 'Move to',
  removed: (notes: number) => (notes === 1 ? 'Note removed.' : `${notes} notes removed.`),
  bringBack: 'Bring back',
  sending: 'sending',
  saved: 'saved',
  refused: 'not saved',
  sendingAll: (notes: number) => (notes === 1 ? 'One note is being sent' : `${notes} notes are being sent`),
  /** Every no of an outline: a method takes these among its own. */
  refusals: {
    'no-such-note': 'That note is gone.',
    'no-such-branch': 'The part of the notes it belonged to is gone.',
    'note-taken': 'That note could not be added. Please add it again.',
    'too-many-notes': 'There are as many notes here as there can be.',
    'note-needs-gathering': 'This note has become very long. Please go on in a new one.',
    'no-such-piece': 'This note changed meanwhile. Nothing is lost.',
    'not-your-words': 'Those words are somebody else’s.',
    'note-under-itself': 'A note cannot stand under itself.',
    'note-too-deep': 'Notes cannot stand deeper than this.'
  }
};
