import {
  constants,
  createHash,
  createPrivateKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  type KeyObject
} from 'node:crypto';
import { promisify } from 'node:util';
import { MODULUS_BYTES, bigFrom, domainHash, hexOf, type Sha256 } from '#wire/ballot.ts';
import type { Records } from '../log/records.ts';

/** What signs the tickets of one activity. It can make tickets, but it cannot tell from one whose it is. */
export type BallotKey = {
  /** Hex. */
  readonly modulus: string;
  /** The signature of what was shown; null when it is no number below the modulus. The same for the same, always. */
  sign(blindedHex: string): string | null;
  verify(ticket: string, signatureHex: string): boolean;
};

const KIND = 'ballot-key';
const KEPT_MS = 30 * 24 * 3600_000;
const NUMBER = new RegExp(`^[0-9a-f]{${MODULUS_BYTES * 2}}$`);
const padding = constants.RSA_NO_PADDING;
const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();

export type BallotKeys = {
  of(gathering: string, activity: string): Promise<BallotKey>;
  forget(gathering: string): Promise<void>;
};

/** One key for each activity: made at the first request, and the same on every node. */
export function createBallotKeys(records: Records): BallotKeys {
  const known = new Map<string, Promise<BallotKey>>();
  const groupOf = (gathering: string) => `ballots:${gathering}`;

  async function find(gathering: string, activity: string): Promise<BallotKey> {
    const name = `${gathering} ${activity}`;
    const kept = await records.get(KIND, name);
    if (kept) return keyFrom(kept.value as string);
    // In a thread of its own: it takes some hundred milliseconds, and a room full of phones waits for this one key.
    const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: MODULUS_BYTES * 8 });
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
    const terms = { group: groupOf(gathering), expiresAt: Date.now() + KEPT_MS };
    if (await records.add(KIND, name, pem, terms)) return keyFrom(pem);
    return keyFrom((await records.get(KIND, name))?.value as string);
  }

  return {
    of(gathering, activity) {
      const name = `${gathering} ${activity}`;
      const asked = known.get(name) ?? find(gathering, activity);
      known.set(name, asked);
      // A failure must not be remembered: the store may be back at the next try.
      asked.catch(() => known.delete(name));
      return asked;
    },
    async forget(gathering) {
      for (const name of known.keys()) if (name.startsWith(`${gathering} `)) known.delete(name);
      await records.removeGroup(KIND, groupOf(gathering));
    }
  };
}

function keyFrom(pem: string): BallotKey {
  const key = createPrivateKey(pem);
  const modulus = Buffer.from(key.export({ format: 'jwk' }).n ?? '', 'base64url').toString('hex');
  const big = bigFrom(modulus);
  const isNumber = (hex: string) => NUMBER.test(hex) && bigFrom(hex) < big;
  return {
    modulus,
    sign: (blinded) => (isNumber(blinded) ? raw(privateDecrypt, key, blinded) : null),
    verify: (ticket, signature) =>
      isNumber(signature) && raw(publicEncrypt, key, signature) === hexOf(domainHash(ticket, big, sha256))
  };
}

const raw = (power: typeof privateDecrypt, key: KeyObject, hex: string): string =>
  power({ key, padding }, Buffer.from(hex, 'hex')).toString('hex');
