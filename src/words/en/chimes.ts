/** Soft bells before the end of a clock. */
export const chimes = {
  label: 'Chimes on this computer',
  about: 'A soft bell here at five minutes, at two, and at the end. Use it on one machine that everybody hears.',
  waits: 'This browser waits for a tap on the page before it may sound.',
  ring: 'Ring on this computer now',
  key: 'Chimes on this wall: on or off',
  on: 'Chimes on',
  off: 'Chimes off',
  waitsHere: 'Chimes wait for a key or a tap'
};
