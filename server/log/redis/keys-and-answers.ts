import { Unavailable } from '#gathering/ports.ts';

const ANSWER_MS = 3_000;

/**
 * All keys of one gathering share a hash tag, and with it a slot. Keys are public: a deployment's ACL names
 * `plenary:*`.
 */
export const keys = {
  log: (stream: string): string => `plenary:{${stream}}:log`,
  texts: (stream: string): string => `plenary:{${stream}}:texts`,
  snapshot: (stream: string): string => `plenary:{${stream}}:snapshot`,
  record: (kind: string, key: string): string => `plenary:record:${kind}:${key}`,
  group: (kind: string, group: string): string => `plenary:group:${kind}:${group}`
};

/**
 * Waits for an answer, but not for ever: a Redis that stands still (a paused machine, a cut cable) holds its connection
 * open. The command may still be carried out afterwards, so the rejection means "cannot tell".
 */
export async function answer<T>(asked: Promise<T>): Promise<T> {
  let silence: NodeJS.Timeout | undefined;
  const impatience = new Promise<never>((_, reject) => {
    silence = setTimeout(() => reject(new Unavailable('storage-away', new Error('Redis did not answer.'))), ANSWER_MS);
  });
  try {
    return await Promise.race([asked, impatience]);
  } catch (trouble) {
    throw explain(trouble);
  } finally {
    clearTimeout(silence);
  }
}

/** Redis answers with a word in capitals; an error without one comes from the connection. */
function explain(trouble: unknown): unknown {
  if (trouble instanceof Unavailable) return trouble;
  const message = trouble instanceof Error ? trouble.message : String(trouble);
  if (/^OOM|^MISCONF/.test(message)) return new Unavailable('storage-full', trouble);
  if (/^(LOADING|READONLY|MASTERDOWN|BUSY|TRYAGAIN)\b/.test(message)) return new Unavailable('storage-away', trouble);
  return /^[A-Z]{3,} /.test(message) ? trouble : new Unavailable('storage-away', trouble);
}
