import { openMemory } from './memory/memory.ts';
import { openSqlite } from './sqlite/sqlite.ts';
import type { Stores } from './stores.ts';

export type { Kept, Records, Terms } from './records.ts';
export type { Stores } from './stores.ts';

/**
 * Opens Redis where its address is given, else the file in the data folder; memory forgets everything when it is
 * closed.
 */
export async function openStores(place: { data: string; redisUrl?: string; memory?: boolean }): Promise<Stores> {
  if (place.memory) return openMemory();
  if (!place.redisUrl) return openSqlite({ data: place.data });
  // Loaded on demand, so that the embedded default neither needs nor loads the client.
  const { openRedis } = await import('./redis/redis.ts');
  return openRedis(place.redisUrl);
}
