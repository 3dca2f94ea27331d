import type { Redis } from './client.ts';
import { answer, keys } from './keys-and-answers.ts';
import { ENDED } from './log.ts';
import { rewriteFiles } from './text-vault.ts';

/** The two entries that may stand in a stream that has ended: from when on it has, and that no file holds more of it. */
const MARK = `${ENDED}-0`;
const CLEAN = `${ENDED}-1`;

/**
 * The mark comes first: Redis takes no smaller id after it, whatever a node believes. Words come before their batch, so
 * a node that was at work may still write some for a batch that is then refused; it ends the stream once more when it
 * hears of it.
 */
export async function endStream(redis: Redis, stream: string): Promise<void> {
  const log = keys.log(stream);
  const beside = [keys.texts(stream), keys.snapshot(stream)];
  const [last] = (await answer(redis.xRevRange(log, '+', '-', { COUNT: 1 }))) ?? [];
  if (last?.id === CLEAN && Number(await answer(redis.exists(beside))) === 0) return;
  await add(redis, log, MARK);
  await answer(redis.xTrim(log, 'MINID', MARK));
  await answer(redis.del(beside));
  await rewriteFiles(redis);
  await add(redis, log, CLEAN);
}

/** Another node may have been first. */
async function add(redis: Redis, log: string, id: string): Promise<void> {
  await answer(redis.xAdd(log, id, { ended: 'yes' })).catch((trouble: unknown) => {
    if (!(trouble instanceof Error && trouble.message.includes('equal or smaller'))) throw trouble;
  });
}
