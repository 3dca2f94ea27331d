/** Soft bells before the end of a clock. */
export const chimes = {
  /** Minutes that are left. */
  label: 'Chimes on this computer: 5, 2, 0 min',
  waits: 'This browser waits for a tap on the page before it may sound.',
  ring: 'Ring on this computer now',
  key: 'Chimes on this wall: on or off',
  on: 'Chimes on',
  off: 'Chimes off',
  waitsHere: 'Chimes wait for a key or a tap'
};
