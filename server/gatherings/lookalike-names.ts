import { comparableName, visibleName } from '#kit/console/names-of.ts';

/** Whether one name would be read as the other on a wall, whatever alphabets their letters are from. */
export const mistakenFor = (one: string, other: string): boolean =>
  comparableName(one) === comparableName(other) || skeleton(one) === skeleton(other);

/**
 * What is left of a name when letters that look alike are one letter, after the skeletons of Unicode Technical Standard
 * 39. A small table of our own: no package that carries Unicode's whole list is kept up to date, and most of its pairs
 * are symbols that no name is written with. Letters are looked up before their case is folded, because Η looks like H
 * and η like n.
 */
const skeleton = (name: string): string =>
  [...visibleName(name).normalize('NFKD')]
    .map((letter) => LOOKS.get(letter) ?? LOOKS.get(letter.toLowerCase()) ?? letter.toLowerCase())
    .join('')
    .replace(/l\u0307/gu, 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');

/**
 * By the letter that is read, in small: those from Latin beyond ASCII and from digits, Cyrillic, Greek and Armenian.
 */
const ALIKE: Readonly<Record<string, string>> = {
  a: 'ɑᴀаАαΑ',
  b: 'ʙвВьЬβΒ',
  c: 'ᴄсСϲϹ',
  d: 'ᴅԁԀ',
  e: 'ᴇеЕҽεΕ',
  f: 'ꜰϝϜ',
  g: 'ɡɢԍԌցᶃ',
  h: 'ʜһҺнНհΗ',
  j: 'ᴊјЈϳͿ',
  k: 'ᴋкКκΚĸ',
  // A capital I, a small l and the digit 1 are one stroke in most letters of screens, and a small i without its dot is,
  // too.
  l: 'i1|ıɩɪʟӏӀіІιΙ∣',
  m: 'ᴍмМΜ',
  n: 'ɴпПηΝոռ',
  o: '0ᴏоОοΟσօՕ',
  p: 'ᴘрРρΡ',
  q: 'ԛԚզ',
  r: 'ʀгГᴦ',
  s: 'ꜱѕЅՏ',
  t: 'ᴛтТτΤ',
  u: 'ᴜυսцՍμ',
  v: 'ᴠѵѴν',
  w: 'ᴡԝԜωѡ',
  x: 'хХχΧ',
  y: 'ʏуУүҮγΥ',
  z: 'ᴢΖ',
  '-': '‐‑‒–—−',
  "'": '’‘ʼ`´′'
};

const LOOKS: ReadonlyMap<string, string> = new Map(
  Object.entries(ALIKE).flatMap(([read, letters]) => [...letters].map((letter) => [letter, read] as const))
);
