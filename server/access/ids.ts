import { createHash, randomBytes, randomInt } from 'node:crypto';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** 16 characters of 0-9a-z, some 82 bits by chance. */
export const newId = (): string => Array.from({ length: 16 }, () => DIGITS[randomInt(36)]).join('');

/** 32 bits by chance. */
export const newNumber = (): number => randomInt(2 ** 32);

/** 128 bits by chance. A token is shown once, and the store holds only its hash. */
export const newToken = (): string => randomBytes(16).toString('base64url');

/** What the store holds instead of a token, so that a person who reads the store cannot sign in with what they find. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Always the same id for the same parts: what a form posts twice then makes one thing, not two. */
export function idFrom(...parts: string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest();
  // 16 of 32 bytes; the remainder of a division by 36 leans a little to small digits, which costs under one bit.
  return Array.from(bytes.subarray(0, 16), (byte) => DIGITS[byte % 36]).join('');
}
