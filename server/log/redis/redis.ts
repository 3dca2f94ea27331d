import { client, type Redis } from './client.ts';
import { answer } from './keys-and-answers.ts';
import { redisRelays } from './relays.ts';
import { redisFollow } from './follow.ts';
import { endStream } from './end-stream.ts';
import { createRedisLog } from './log.ts';
import { redisRecords } from './records.ts';
import { redisSnapshots, redisVault } from './text-vault.ts';
import type { Stores } from '../stores.ts';

/** Everything in one Redis. Rejects when it cannot be reached, or when it might lose what it acknowledged. */
export async function openRedis(url: string): Promise<Stores> {
  const redis = await connect(url);
  try {
    await refuseUnsafeRedis(redis);
  } catch (refusal) {
    redis.destroy();
    throw refusal;
  }
  const follow = await redisFollow(redis);
  const relay = await redisRelays(redis);

  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= hangUp());
  async function hangUp(): Promise<void> {
    relay.close();
    await follow.close();
    await leave(redis);
  }
  return {
    log: { ...createRedisLog(redis), follow: follow.follow, close },
    vault: redisVault(redis),
    snapshots: redisSnapshots(redis),
    records: redisRecords(redis),
    end: (stream) => endStream(redis, stream),
    relays: relay.relays,
    time: () => timeOf(redis),
    close
  };
}

/** Redis answers with whole seconds and the microseconds beyond. */
async function timeOf(redis: Redis): Promise<number> {
  const [seconds, microseconds] = await answer(redis.sendCommand<[string, string]>(['TIME']));
  return Number(seconds) * 1000 + Math.floor(Number(microseconds) / 1000);
}

/**
 * Rejects with one line for every setting with which an acknowledged batch, or the room to write one, could be lost.
 */
export async function refuseUnsafeRedis(redis: Redis): Promise<void> {
  const has = await redis.configGet(['appendonly', 'appendfsync', 'maxmemory-policy']);
  const needs = { appendonly: 'yes', appendfsync: 'always', 'maxmemory-policy': 'noeviction' };
  const faults = Object.entries(needs)
    .filter(([setting, value]) => has[setting] !== value)
    .map(([setting, value]) => `Redis has ${setting} ${has[setting] ?? 'hidden'}; Plenary needs ${setting} ${value}.`);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

async function connect(url: string): Promise<Redis> {
  const redis = client(url);
  // Until the first connection stands, a wrong address must be an error and not an endless wait.
  let refused: unknown;
  const failed = new Promise<never>((_, reject) => {
    redis.on('error', (error) => {
      refused ??= error;
      reject(new Error(`Redis cannot be reached: ${error instanceof Error ? error.message : error}`, { cause: error }));
    });
  });
  failed.catch(() => {});
  const connecting = redis.connect();
  connecting.catch(() => {});
  try {
    await Promise.race([connecting, failed]);
  } catch (refusal) {
    redis.destroy();
    throw refusal;
  }
  return redis;
}

async function leave(redis: Redis): Promise<void> {
  if (redis.isReady) await redis.close().catch(() => {});
  else if (redis.isOpen) redis.destroy();
}
