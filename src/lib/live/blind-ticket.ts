import { sha256 } from '@noble/hashes/sha2.js';
import { MODULUS_BYTES, bigFrom, bigOf, bytesToHex, domainHash, hexOf, toTheExponent } from '#wire/ballot.ts';

// Loaded only in anonymous activities. The library hashes, because plain HTTP has no crypto.subtle.

/** `ticket` goes with each point, and `factor` unblinds its signature. Only `blinded` is sent beside the person. */
export type Blinded = { ticket: string; factor: string; blinded: string };

const TICKET_BYTES = 16;

/**
 * A fresh ticket, and the blinded form of it that may be shown beside a person's name. Null for a modulus of another
 * size.
 */
export function blind(modulusHex: string): Blinded | null {
  if (!new RegExp(`^[89a-f][0-9a-f]{${MODULUS_BYTES * 2 - 2}}[13579bdf]$`).test(modulusHex)) return null;
  const modulus = bigFrom(modulusHex);
  const ticket = bytesToHex(crypto.getRandomValues(new Uint8Array(TICKET_BYTES)));
  const factor = unitBelow(modulus);
  // Blinding multiplies with a random number of full size: every ticket is equally likely behind the product.
  const blinded = (domainHash(ticket, modulus, sha256) * toTheExponent(factor, modulus)) % modulus;
  return { ticket, factor: hexOf(factor), blinded: hexOf(blinded) };
}

/** The signature of the ticket; null when the server signed something else than it was sent. */
export function unblind({ ticket, factor }: Blinded, signedHex: string, modulusHex: string): string | null {
  if (!/^[0-9a-f]+$/.test(signedHex)) return null;
  const modulus = bigFrom(modulusHex);
  const undo = inverse(bigFrom(factor), modulus);
  if (undo === null) return null;
  const signature = hexOf((bigFrom(signedHex) * undo) % modulus);
  return verify(ticket, signature, modulusHex) ? signature : null;
}

export function verify(ticket: string, signatureHex: string, modulusHex: string): boolean {
  const modulus = bigFrom(modulusHex);
  const signature = bigFrom(signatureHex);
  return signature < modulus && toTheExponent(signature, modulus) === domainHash(ticket, modulus, sha256);
}

/** Uniform among the numbers below the modulus that have an inverse: others are thrown away. */
function unitBelow(modulus: bigint): bigint {
  for (;;) {
    const number = bigOf(crypto.getRandomValues(new Uint8Array(MODULUS_BYTES)));
    if (number > 1n && number < modulus && inverse(number, modulus) !== null) return number;
  }
}

/** The inverse by Euclid's extended algorithm; null when the two share a factor. */
function inverse(number: bigint, modulus: bigint): bigint | null {
  let [rest, next] = [modulus, number % modulus];
  let [before, now] = [0n, 1n];
  while (next > 0n) {
    const times = rest / next;
    [rest, next] = [next, rest - times * next];
    [before, now] = [now, before - times * now];
  }
  return rest === 1n ? ((before % modulus) + modulus) % modulus : null;
}
