import { randomInt } from 'node:crypto';

/** Of a million codes of six digits so many may open something at once: see the odds in `gatherings/by-code.ts`. */
const MANY_CODES = 10;
const KEY_LENGTH = 5;

/** A code as a person typed it, and the key that follows it in the addresses this Plenary shows: `482915+9x2m8`. */
export function parseTyped(typed: string): { code: string | null; key: string | null } {
  const [, before = typed, key = null] = /^(.{1,64})\+([0-9a-z]{5})$/iu.exec(typed) ?? [];
  return { code: parseCode(before), key: key?.toLowerCase() ?? null };
}

/**
 * Proves that a person was shown the address of a gathering and did not guess its code: five characters of its id, 26
 * bits. Together with the code that is one in 60 million million, however fast an attacker guesses. It is the end of
 * the id, because editions show its beginning.
 */
export const keyOf = (gathering: string): string => gathering.slice(-KEY_LENGTH);

/** What a person typed, as six or eight plain digits; null when it cannot be a code. */
export function parseCode(typed: string): string | null {
  if (typed.length > 64) return null;
  const digits = [...typed.normalize('NFKC')].map(plainDigit).join('');
  const code = digits.replace(/[\s\p{Dash}\p{Cf}._]/gu, '');
  return /^\d{6}(\d\d)?$/.test(code) ? code : null;
}

/**
 * A code by chance that is not taken. It is longer when many gatherings are open, so that guessing one stays as hard.
 */
export function newCode(isTaken: (code: string) => boolean, open: number): string {
  const length = open >= MANY_CODES ? 8 : 6;
  for (;;) {
    const code = String(randomInt(10 ** length)).padStart(length, '0');
    if (!isTaken(code)) return code;
  }
}

/** Scripts write their ten digits in one run, so the value is the distance from the first of the run. */
function plainDigit(character: string): string {
  if (!/^\p{Nd}$/u.test(character)) return character;
  const point = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return String(value);
}
