import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** The first `bytes` of the SHA-256 of a text, in base 36: `0-9a-z`, always as many letters for as many bytes. */
export function shortDigest(text: string, bytes: number): string {
  const number = sha256(utf8ToBytes(text))
    .slice(0, bytes)
    .reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return number.toString(36).padStart(Math.ceil((bytes * 8) / Math.log2(36)), '0');
}
