import { sha256 } from '@noble/hashes/sha2.js';
import { MODULUS_BYTES, bigFrom, bigOf, bytesToHex, domainHash, hexOf, toTheExponent } from '#wire/ballot.ts';

// Loaded only where points belong to nobody. The library hashes, because plain HTTP has no crypto.subtle.

/** What the phone keeps to itself: `ticket` is what points come with, `factor` what its signature is unblinded with. */
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
  // Blinding is a product with something random of full size: every ticket could be behind it, each as likely as the
  // next.
  const blinded = (domainHash(ticket, modulus, sha256) * toTheExponent(factor, modulus)) % modulus;
  return { ticket, factor: hexOf(factor), blinded: hexOf(blinded) };
}

/** The signature of the ticket itself, or null when what the server signed is not what it was given. */
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

/** Uniform among the numbers below the modulus that have an inverse, by throwing away what is not. */
function unitBelow(modulus: bigint): bigint {
  for (;;) {
    const number = bigOf(crypto.getRandomValues(new Uint8Array(MODULUS_BYTES)));
    if (number > 1n && number < modulus && inverse(number, modulus) !== null) return number;
  }
}

/** By the extended algorithm of Euclid; null when the two share a factor. */
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
