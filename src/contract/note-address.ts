import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** 64 bits in base 36: among ten million notes of one house, two with the same address are one chance in 370,000. */
const LETTERS = 13;
const BYTES = 8;

/**
 * The address of a note for ever: 13 characters of `0-9a-z`. It follows from where the log has the note, so that every
 * node, every edition and the phone that wrote it find the same. It is hashed because a phone chooses the id of what it
 * writes, and could choose that of another note.
 */
export function noteAddress(activity: string, note: string): string {
  const hash = sha256(utf8ToBytes(JSON.stringify([activity, note])));
  const number = hash.slice(0, BYTES).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return number.toString(36).padStart(LETTERS, '0');
}
