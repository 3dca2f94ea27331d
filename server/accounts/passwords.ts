import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const [MEMORY_KIB, PASSES, LANES, TAG_BYTES] = [19_456, 2, 1, 32];
const AT_ONCE = 2;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const derive = promisify(argon2);

/** Hashes passwords off the main thread, two at a time, so that sign-ins never slow a meeting that is on. */
export function createPasswordHasher() {
  let busy = 0;
  const waiting: (() => void)[] = [];

  async function take(parameters: Argon2Parameters): Promise<Buffer> {
    if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
    try {
      return await derive('argon2id', parameters);
    } finally {
      // The place is handed to the next in the queue, so that a newcomer cannot slip in between.
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  }

  return {
    /** A PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
    async hash(password: string): Promise<string> {
      const nonce = randomBytes(16);
      const tag = await take(how(password, nonce, MEMORY_KIB, PASSES, LANES, TAG_BYTES));
      return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(nonce)}$${base64(tag)}`;
    },
    /** Checks a password. It takes as long where there is no account (`stored` is null), so that time tells nothing. */
    async verify(stored: string | null, password: string): Promise<boolean> {
      const [, memory, passes, lanes, salt, hash] = stored?.match(PHC) ?? [];
      if (!salt || !hash) {
        await take(how(password, randomBytes(16), MEMORY_KIB, PASSES, LANES, TAG_BYTES));
        return false;
      }
      const wanted = Buffer.from(hash, 'base64');
      const nonce = Buffer.from(salt, 'base64');
      const tag = await take(how(password, nonce, Number(memory), Number(passes), Number(lanes), wanted.length));
      return timingSafeEqual(tag, wanted);
    }
  };
}

/** One spelling for each password: keyboards differ in how they compose accents. */
const how = (
  password: string,
  nonce: Buffer,
  memory: number,
  passes: number,
  parallelism: number,
  tagLength: number
): Argon2Parameters => ({ message: password.normalize('NFC'), nonce, memory, passes, parallelism, tagLength });

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
