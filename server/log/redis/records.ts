import type { Kept, Records, Terms } from '../records.ts';
import type { Redis } from './client.ts';
import { answer, keys } from './keys-and-answers.ts';

/**
 * A record is one string that Redis lets expire by itself. A sorted set per group lists its keys by the time they end.
 * The set is written first, so that a crash in between leaves a key too many in it and never one too few: ending all
 * sign-ins of an account must find every one. A reader of the list skips keys without a record and never removes
 * them: the record may be on its way.
 */
export function redisRecords(redis: Redis): Records {
  async function put(
    kind: string,
    key: string,
    value: unknown,
    terms: Terms = {},
    only?: 'NX' | 'XX'
  ): Promise<boolean> {
    const { group = null, expiresAt = null } = terms;
    if (group !== null) {
      const place = keys.group(kind, group);
      await answer(redis.zRemRangeByScore(place, '-inf', Date.now()));
      // GT: a record that is refused below must not shorten how long the one that stays is listed.
      await answer(redis.zAdd(place, { score: expiresAt ?? Infinity, value: key }, { comparison: 'GT' }));
    }
    const kept: Kept = { key, value, group, expiresAt };
    const done = await answer(
      redis.set(keys.record(kind, key), JSON.stringify(kept), {
        ...(only ? { condition: only } : {}),
        ...(expiresAt === null ? {} : { expiration: { type: 'PXAT', value: Math.max(1, expiresAt) } })
      })
    );
    return done !== null;
  }

  async function list(kind: string, group: string): Promise<Kept[]> {
    const names = await answer(redis.zRange(keys.group(kind, group), 0, -1));
    if (names.length === 0) return [];
    const found = await answer(redis.mGet(names.map((key) => keys.record(kind, key))));
    return found
      .flatMap((one) => (one === null ? [] : [JSON.parse(one) as Kept]))
      .filter((kept) => kept.group === group)
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  return {
    async put(kind, key, value, terms) {
      await put(kind, key, value, terms);
    },
    add: (kind, key, value, terms) => put(kind, key, value, terms, 'NX'),
    replace: (kind, key, value, terms) => put(kind, key, value, terms, 'XX'),
    async get(kind, key) {
      const found = await answer(redis.get(keys.record(kind, key)));
      return found === null ? null : (JSON.parse(found) as Kept);
    },
    list,
    // Its place in the group stays until it would have ended: taking it out could race with a record that is put anew.
    remove: async (kind, key) => (await answer(redis.del(keys.record(kind, key)))) === 1,
    async removeGroup(kind, group) {
      const ended = await list(kind, group);
      if (ended.length > 0) await answer(redis.del(ended.map(({ key }) => keys.record(kind, key))));
    }
  };
}
