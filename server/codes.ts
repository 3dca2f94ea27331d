import { randomInt } from 'node:crypto';

const MANY_CODES = 100;

/** What somebody typed, as six or eight plain digits; null when it cannot be a code. */
export function plainCode(typed: string): string | null {
  if (typed.length > 64) return null;
  const digits = [...typed.normalize('NFKC')].map(plainDigit).join('');
  const code = digits.replace(/[\s\p{Dash}\p{Cf}._]/gu, '');
  return /^\d{6}(\d\d)?$/.test(code) ? code : null;
}

/** A code by chance that is not taken; longer when many are, so that guessing one stays as hard. */
export function freshCode(isTaken: (code: string) => boolean, taken: number): string {
  const length = taken > MANY_CODES ? 8 : 6;
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
