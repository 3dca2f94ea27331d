import { expect, onTestFinished, test } from 'vitest';
import { openStores } from '#server/log/open-stores.ts';
import { batchOf } from '../support/batches.ts';
import { filesHolding, temporaryFolder } from '../support/folders.ts';
import { startRedis } from '../support/redis-server.ts';

test('keeps things in the data folder, in Redis where its address is given, and nowhere when memory is asked for', async () => {
  const folder = await temporaryFolder();
  onTestFinished(folder.remove);
  const redis = await startRedis();
  onTestFinished(redis.stop);
  const places = [
    { data: folder.path },
    { data: folder.path, redisUrl: redis.url },
    { data: folder.path, redisUrl: redis.url, memory: true }
  ];
  for (const [i, place] of places.entries()) {
    const stores = await openStores(place);
    const text = { id: 't', owner: 'ana', words: `written-to-place-${i}` };
    await stores.log.append('g', 0, batchOf('ana', 1), [text]);
    await stores.close();
  }
  expect(await filesHolding(folder.path, 'written-to-place-0')).not.toEqual([]);
  expect(await filesHolding(redis.folder, 'written-to-place-1')).not.toEqual([]);
  for (const elsewhere of ['written-to-place-1', 'written-to-place-2']) {
    expect(await filesHolding(folder.path, elsewhere)).toEqual([]);
  }
  expect(await filesHolding(redis.folder, 'written-to-place-2')).toEqual([]);
});
