/** Soft bells before the end of a clock. */
export const chimes = {
  /** Minutes that are left. */
  label: 'Chimes on this computer: 5, 2, 0 min',
  waits: 'Tap this page once. Until then the browser plays no sound.',
  ring: 'Ring on this computer now',
  key: 'Chimes on this wall: on or off',
  on: 'Chimes on',
  off: 'Chimes off',
  waitsHere: 'Press a key or tap once to hear the chimes'
};
