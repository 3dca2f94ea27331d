import { constants, createHash, generateKeyPairSync, privateDecrypt, type KeyObject } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { bigFrom, domainHash, hexOf, toTheExponent } from '#wire/ballot.ts';
import { blind, unblind, verify, type Blinded } from '#lib/live/blind-ticket.ts';

let key: KeyObject;
let modulus: string;

beforeAll(() => {
  key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  modulus = Buffer.from(key.export({ format: 'jwk' }).n ?? '', 'base64url').toString('hex');
});

const sign = (blinded: string): string =>
  privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.from(blinded, 'hex')).toString('hex');
const drawn = (): Blinded => blind(modulus) as Blinded;

test('what was signed blinded is, unblinded, the signature of the ticket', () => {
  for (let turn = 0; turn < 30; turn += 1) {
    const blinded = drawn();
    const signature = unblind(blinded, sign(blinded.blinded), modulus);
    expect(signature).not.toBeNull();
    expect(verify(blinded.ticket, signature ?? '', modulus)).toBe(true);
    expect(verify(drawn().ticket, signature ?? '', modulus)).toBe(false);
    expect(sign(hexOf(domainHash(blinded.ticket, bigFrom(modulus), sha256)))).toBe(signature);
  }
});

test('every blinded ticket could be any ticket: there is a factor that leads from one to the other', () => {
  const big = bigFrom(modulus);
  const [bos, chidis] = [drawn(), drawn()];
  // What would have blinded Chidi's ticket to what Bo showed: only the key can find it, and it always exists.
  const quotient = (bigFrom(bos.blinded) * invert(domainHash(chidis.ticket, big, sha256), big)) % big;
  const factor = bigFrom(sign(hexOf(quotient)));
  const swapped = { ...chidis, factor: hexOf(factor) };
  expect((domainHash(chidis.ticket, big, sha256) * toTheExponent(factor, big)) % big).toBe(bigFrom(bos.blinded));
  expect(unblind(swapped, sign(bos.blinded), modulus)).not.toBeNull();
});

test('a server that signs something else is found out', () => {
  const bos = drawn();
  expect(unblind(bos, sign(drawn().blinded), modulus)).toBeNull();
  expect(unblind(bos, 'ff', modulus)).toBeNull();
  expect(unblind(bos, 'no number', modulus)).toBeNull();
});

test('a modulus of another size, or an even one, is not blinded for', () => {
  expect(blind(modulus.slice(2))).toBeNull();
  expect(blind(`${modulus.slice(0, -1)}0`)).toBeNull();
  expect(blind('zz')).toBeNull();
});

test('no signature is made up: a wrong one is nothing, whatever it looks like', () => {
  const { ticket } = drawn();
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: bigFrom(modulus) - 1n }), (made) => {
      expect(verify(ticket, hexOf(made), modulus)).toBe(false);
    }),
    { numRuns: 50 }
  );
});

test('phone and server hash a ticket alike', () => {
  const nodes = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
  fc.assert(
    fc.property(fc.string(), (ticket) => {
      const hash = domainHash(ticket, bigFrom(modulus), sha256);
      expect(domainHash(ticket, bigFrom(modulus), nodes)).toBe(hash);
      expect(hash < bigFrom(modulus)).toBe(true);
    })
  );
});

function invert(number: bigint, modulus: bigint): bigint {
  let [rest, next, before, now] = [modulus, number, 0n, 1n];
  while (next > 0n) [rest, next, before, now] = [next, rest % next, now, before - (rest / next) * now];
  return ((before % modulus) + modulus) % modulus;
}
