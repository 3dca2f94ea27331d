import { createClient } from 'redis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Unavailable } from '#gathering/ports.ts';
import { openRedis } from '#server/log/redis/redis.ts';
import type { Stores } from '#server/log/stores.ts';
import { batchOf, upTo, versionsOf } from '../support/batches.ts';
import { filesHolding } from '../support/folders.ts';
import { startCable, startRedis, type RedisServer } from '../support/redis-server.ts';
import { logContract, otherwise, type Ground } from './log.contract.ts';
import { accountsContract } from './accounts.contract.ts';
import { deletionContract } from './deletion.contract.ts';
import { recordsContract } from './records.contract.ts';
import { vaultContract } from './vault.contract.ts';
import { eventually } from '../support/until.ts';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis?.stop());

async function tell(url: string, ...words: string[]): Promise<unknown> {
  const client = await createClient({ url }).connect();
  const said = await client.sendCommand(words);
  await client.close();
  return said;
}

const takeOut = (url: string, first: number) => tell(url, 'XDEL', KEY, `${first}-0`) as Promise<void>;

/** An entry of a stream cannot be changed, so the stream is written anew. */
async function change(url: string, first: number): Promise<void> {
  const entries = (await tell(url, 'XRANGE', KEY, '-', '+')) as [id: string, fields: string[]][];
  await tell(url, 'DEL', KEY);
  for (const [id, fields] of entries)
    await tell(url, 'XADD', KEY, id, ...(id === `${first}-0` ? fields.map(otherwise) : fields));
}

const KEY = 'plenary:{g}:log';

/** Once it has written its files anew, Redis keeps words in them compressed: the keys tell what is in them. */
async function keysHolding(url: string, words: string): Promise<string[]> {
  const reads: Record<string, string[]> = { stream: ['XRANGE', '-', '+'], hash: ['HGETALL'], string: ['GET'] };
  const held = await Promise.all(
    ((await tell(url, 'KEYS', '*')) as string[]).map(async (key) => {
      const [command = 'ZRANGE', ...rest] = reads[(await tell(url, 'TYPE', key)) as string] ?? ['ZRANGE', '0', '-1'];
      return JSON.stringify(await tell(url, command, key, ...rest)).includes(words) ? [key] : [];
    })
  );
  return held.flat();
}

async function makeGround(): Promise<Ground> {
  await tell(redis.url, 'FLUSHALL');
  return {
    open: () => openRedis(redis.url),
    openBeside: () => openRedis(redis.url),
    harm: (how, first) => (how === 'remove' ? takeOut(redis.url, first) : change(redis.url, first)),
    holding: async (words) => [...(await filesHolding(redis.folder, words)), ...(await keysHolding(redis.url, words))],
    clear: async () => {}
  };
}

logContract('Redis', makeGround);
vaultContract('Redis', makeGround);
deletionContract('Redis', makeGround);
recordsContract('Redis', makeGround);
accountsContract('Redis', makeGround);

describe('the log in Redis, when things go wrong', () => {
  let own: RedisServer;
  let ana: Stores;
  let bo: Stores;
  beforeEach(async () => {
    own = await startRedis();
    ana = await openRedis(own.url);
    bo = await openRedis(own.url);
  });
  afterEach(async () => {
    await Promise.all([ana.close(), bo.close()]);
    await own.stop();
  });

  test('a reply cut after the write leaves the batch once, and its writer finds it by its id', async () => {
    const cable = await startCable(own.port);
    const chidi = await openRedis(cable.url);
    await chidi.log.append('g', 0, batchOf('chidi', 3), []);
    const batch = batchOf('chidi', 2);
    cable.cutAfter('XADD');
    await expect(chidi.log.append('g', 3, batch, [])).rejects.toMatchObject({ reason: 'storage-away' });

    const tail = await eventually(() => chidi.log.read('g', 3));
    expect(tail).toEqual([{ first: 4, batch }]);
    expect(await chidi.log.append('g', 3, batch, [])).toEqual({ conflict: true });
    expect(await chidi.log.append('g', 5, batchOf('chidi', 1), [])).toEqual({ version: 6 });
    expect(versionsOf(await ana.log.read('g', 0))).toEqual(upTo(6));
    await chidi.close();
    await cable.stop();
  });

  test('a command cut before its reply never puts an event before its words', async () => {
    const cable = await startCable(own.port);
    const chidi = await openRedis(cable.url);
    cable.cutAfter('HSET');
    const text = { id: 't', owner: 'chidi', words: 'Listen first' };
    await expect(chidi.log.append('g', 0, batchOf('chidi', 1), [text])).rejects.toBeInstanceOf(Unavailable);
    expect(await ana.log.read('g', 0)).toEqual([]);
    await chidi.close();
    await cable.stop();
  });

  test('a deleted stream is not begun again, and reading on says that something is lost', async () => {
    await ana.log.append('g', 0, batchOf('ana', 3), []);
    await tell(own.url, 'DEL', 'plenary:{g}:log');
    expect(await ana.log.append('g', 3, batchOf('ana', 1), [])).toEqual({ conflict: true });
    expect(await bo.log.append('g', 3, batchOf('bo', 1), [])).toEqual({ conflict: true });
    expect(await tell(own.url, 'EXISTS', 'plenary:{g}:log')).toBe(0);
    await expect(ana.log.read('g', 3)).rejects.toThrow('lacks version 1');
  });

  test('a Redis that came back with less refuses who remembers more', async () => {
    await ana.log.append('g', 0, batchOf('ana', 2), []);
    await ana.log.append('g', 2, batchOf('ana', 4), []);
    await tell(own.url, 'XDEL', 'plenary:{g}:log', '3-0');
    await own.kill();
    await own.start();
    const answer = await eventually(() => ana.log.append('g', 6, batchOf('ana', 1), []));
    expect(answer).toEqual({ conflict: true });
    await expect(ana.log.read('g', 6)).rejects.toThrow('lacks version 3');
  });

  test('a gap that somebody made by hand is refused to readers', async () => {
    await ana.log.append('g', 0, batchOf('ana', 2), []);
    await tell(own.url, 'XADD', KEY, '4-0', 'batch', JSON.stringify(batchOf('eve', 1)), 'sum', '1');
    await expect(ana.log.read('g', 0)).rejects.toThrow('lacks version 3');
    await expect(ana.log.read('g', 2)).rejects.toThrow('lacks version 3');
  });

  test('what was acknowledged outlives a killed Redis, and those who follow go on by themselves', async () => {
    const heard: number[] = [];
    bo.log.follow('g', 0, (entry) => heard.push(...versionsOf([entry])));
    await ana.log.append('g', 0, batchOf('ana', 3), []);
    await eventually(() => expect(heard).toEqual([1, 2, 3]));

    await own.kill();
    await expect(ana.log.append('g', 3, batchOf('ana', 1), [])).rejects.toMatchObject({ reason: 'storage-away' });
    await own.start();
    const answer = await eventually(() => ana.log.append('g', 3, batchOf('ana', 2), []));
    expect(answer).toEqual({ version: 5 });
    await eventually(() => expect(heard).toEqual(upTo(5)));
  });

  test('a Redis that stands still is away, and loses nothing when it moves again', async () => {
    await ana.log.append('g', 0, batchOf('ana', 1), []);
    const batch = batchOf('ana', 2);
    own.signal('SIGSTOP');
    try {
      await expect(ana.log.append('g', 1, batch, [])).rejects.toMatchObject({ reason: 'storage-away' });
    } finally {
      own.signal('SIGCONT');
    }
    const found = await eventually(async () => {
      const tail = await ana.log.read('g', 1);
      return tail.length > 0 ? tail : ana.log.append('g', 1, batch, []).then(() => ana.log.read('g', 1));
    });
    expect(found).toEqual([{ first: 2, batch }]);
  });

  test('a Redis without room says storage-full and keeps nothing by halves', async () => {
    await ana.log.append('g', 0, batchOf('ana', 1), []);
    await tell(own.url, 'CONFIG', 'SET', 'maxmemory', '1');
    const text = { id: 't', owner: 'ana', words: 'no room' };
    await expect(ana.log.append('g', 1, batchOf('ana', 1), [text])).rejects.toMatchObject({ reason: 'storage-full' });
    await expect(ana.log.append('g', 1, batchOf('ana', 1), [])).rejects.toMatchObject({ reason: 'storage-full' });
    await tell(own.url, 'CONFIG', 'SET', 'maxmemory', '0');
    expect(await ana.log.append('g', 1, batchOf('ana', 1), [text])).toEqual({ version: 2 });
  });

  test.each([
    ['append-only file alone', []],
    ['append-only file and dump', ['--save', '3600 1']]
  ])('holds no byte of what a person wrote once it is forgotten: %s', async (_, settings) => {
    const server = await startRedis(settings);
    const stores = await openRedis(server.url);
    const texts = Array.from({ length: 200 }, (_, i) => ({
      id: `t${i}`,
      owner: `p${i % 5}`,
      words: `secret-of-p${i % 5}`
    }));
    await stores.log.append('g', 0, batchOf('ana', 1), texts);
    if (settings.length > 0) await tell(server.url, 'SAVE');
    expect(await filesHolding(server.folder, 'secret-of-p3')).not.toEqual([]);
    await stores.vault.forget('g', await stores.vault.owned('g', 'p3'));
    // Redis unlinks the old file in a thread of its own, just after it says that it is done.
    await eventually(async () => expect(await filesHolding(server.folder, 'secret-of-p3')).toEqual([]));
    expect((await stores.vault.get('g', ['t2', 't3'])).size).toBe(1);
    // As a crash leaves it: everything is removed, and the files are not written anew.
    await stores.log.append('g', 1, batchOf('ana', 1), [{ id: 'last', owner: 'ana', words: 'secret-of-ana' }]);
    await tell(server.url, 'XADD', KEY, `${Number.MAX_SAFE_INTEGER}-0`, 'ended', 'yes');
    await tell(server.url, 'DEL', 'plenary:{g}:texts');
    expect(await filesHolding(server.folder, 'secret-of-ana')).not.toEqual([]);
    await stores.end('g');
    await eventually(async () => expect(await filesHolding(server.folder, 'secret-of-')).toEqual([]));
    await stores.close();
    await server.stop();
  });
});

describe('the start with Redis', () => {
  test.each([
    ['--appendonly', 'no', 'Plenary needs appendonly yes.'],
    ['--appendfsync', 'everysec', 'Plenary needs appendfsync always.'],
    ['--maxmemory-policy', 'allkeys-lru', 'Plenary needs maxmemory-policy noeviction.']
  ])('is refused with one line when Redis has %s %s', async (setting, value, line) => {
    const unsafe = await startRedis([setting, value]);
    await expect(openRedis(unsafe.url)).rejects.toThrow(line);
    await unsafe.stop();
  });

  test('is refused when nobody answers there', async () => {
    await expect(openRedis('redis://127.0.0.1:1')).rejects.toThrow('Redis cannot be reached');
  });
});
