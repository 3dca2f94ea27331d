import type { Refusal } from '#contract/method.ts';

/**
 * Points that belong to nobody. A phone draws a ticket, has it signed *blinded* (the server signs something it cannot
 * recognise later), and posts points with the ticket and its signature: without a cookie, and not over its socket.
 * Numbers are hex, big-endian.
 */
export type Draw = { activity: string; blinded: string };
export type Drawn = { signature: string };

/** `k` counts the points of a ticket from 1, on each line anew; the highest is where it stands. */
export type Drop = { activity: string; ticket: string; signature: string; k: number; point: object };
/** `waiting`: nothing is kept yet, ask again with the same drop. It is kept once it was released among others. */
export type Dropped = { kept: true } | { waiting: true } | Refusal;

export const MODULUS_BYTES = 256;
export const EXPONENT = 65_537n;

export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/**
 * Full-domain hash of a ticket: MGF1 with SHA-256 (RFC 8017, B.2.1) stretched 128 bits beyond the modulus, then
 * reduced, so that no remainder is likelier than another by more than 2^-128. The modulus goes in, so that a ticket is
 * good for one key.
 */
export function domainHash(ticket: string, modulus: bigint, sha256: Sha256): bigint {
  const named = new TextEncoder().encode(`plenary ticket 1\n${hexOf(modulus)}\n${ticket}`);
  const seed = sha256(named);
  const wide = new Uint8Array(MODULUS_BYTES + 16 + 16);
  for (let block = 0; block * 32 < wide.length; block += 1) {
    const counted = new Uint8Array(seed.length + 4);
    counted.set(seed);
    new DataView(counted.buffer).setUint32(seed.length, block);
    wide.set(sha256(counted).subarray(0, wide.length - block * 32), block * 32);
  }
  return bigOf(wide) % modulus;
}

/** base^65537 mod modulus: sixteen squarings and a product. */
export function toTheExponent(base: bigint, modulus: bigint): bigint {
  let power = base;
  for (let squaring = 0; squaring < 16; squaring += 1) power = (power * power) % modulus;
  return (power * base) % modulus;
}

export const hexOf = (number: bigint): string => number.toString(16).padStart(MODULUS_BYTES * 2, '0');
export const bigFrom = (hex: string): bigint => BigInt(`0x${hex}`);
export const bigOf = (bytes: Uint8Array): bigint => bigFrom(bytesToHex(bytes));
export const bytesToHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
