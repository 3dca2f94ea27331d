import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Stores } from '#server/log/stores.ts';
import type { Ground } from './log.contract.ts';

const LONG_AGO = 1_000;
const FAR_AHEAD = 4_000_000_000_000;

export function recordsContract(title: string, makeGround: () => Promise<Ground>): void {
  describe(`the records in ${title}`, () => {
    let ground: Ground;
    let stores: Stores;
    let beside: Stores;

    beforeEach(async () => {
      ground = await makeGround();
      stores = await ground.open();
      beside = await ground.openBeside(stores);
    });
    afterEach(async () => {
      await Promise.all([stores.close(), beside.close()]);
      await ground.clear();
    });

    test('give back what was put, to everyone, with its group and its end', async () => {
      await stores.records.put('sign-in', 'k1', { role: 'organizer' }, { group: 'ana', expiresAt: FAR_AHEAD });
      await stores.records.put('account', 'k1', ['plain'], {});
      expect(await beside.records.get('sign-in', 'k1')).toEqual({
        key: 'k1',
        value: { role: 'organizer' },
        group: 'ana',
        expiresAt: FAR_AHEAD
      });
      expect(await beside.records.get('account', 'k1')).toEqual({
        key: 'k1',
        value: ['plain'],
        group: null,
        expiresAt: null
      });
      expect(await beside.records.get('account', 'k2')).toBeNull();
    });

    test('let exactly one of many claim an e-mail address', async () => {
      const claims = Array.from({ length: 20 }, (_, i) =>
        (i % 2 ? stores : beside).records.add('email', 'ana@example.org', `account-${i}`)
      );
      const won = (await Promise.all(claims)).flatMap((yes, i) => (yes ? [`account-${i}`] : []));
      expect(won).toHaveLength(1);
      expect((await stores.records.get('email', 'ana@example.org'))?.value).toBe(won[0]);
    });

    test('let exactly one of many use up a token', async () => {
      await stores.records.add('token', 'hash', 1);
      const taken = await Promise.all(
        Array.from({ length: 20 }, (_, i) => (i % 2 ? stores : beside).records.remove('token', 'hash'))
      );
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await stores.records.get('token', 'hash')).toBeNull();
    });

    test('never revive a sign-in that ended', async () => {
      await stores.records.put('sign-in', 'k1', 1, { group: 'ana' });
      expect(await stores.records.replace('sign-in', 'k1', 2, { group: 'ana', expiresAt: FAR_AHEAD })).toBe(true);
      expect((await stores.records.get('sign-in', 'k1'))?.value).toBe(2);
      await stores.records.remove('sign-in', 'k1');
      expect(await stores.records.replace('sign-in', 'k1', 3, { group: 'ana' })).toBe(false);
      expect(await stores.records.get('sign-in', 'k1')).toBeNull();
      expect(await stores.records.list('sign-in', 'ana')).toEqual([]);
    });

    test('list and end everything of one group, and nothing else', async () => {
      await stores.records.put('sign-in', 'b', 2, { group: 'ana' });
      await stores.records.put('sign-in', 'a', 1, { group: 'ana' });
      await stores.records.put('sign-in', 'c', 3, { group: 'bo' });
      await stores.records.put('link', 'd', 4, { group: 'ana' });
      expect((await beside.records.list('sign-in', 'ana')).map(({ key, value }) => [key, value])).toEqual([
        ['a', 1],
        ['b', 2]
      ]);
      await beside.records.removeGroup('sign-in', 'ana');
      expect(await stores.records.list('sign-in', 'ana')).toEqual([]);
      expect(await stores.records.get('sign-in', 'a')).toBeNull();
      expect(await stores.records.list('sign-in', 'bo')).toHaveLength(1);
      expect(await stores.records.list('link', 'ana')).toHaveLength(1);
    });

    test('list a record under the group it was last put in', async () => {
      await stores.records.put('link', 'k', 1, { group: 'first' });
      await stores.records.put('link', 'k', 1, { group: 'second' });
      expect(await stores.records.list('link', 'first')).toEqual([]);
      expect(await stores.records.list('link', 'second')).toHaveLength(1);
      await stores.records.removeGroup('link', 'first');
      expect(await stores.records.get('link', 'k')).not.toBeNull();
    });

    test('count what expired as absent everywhere', async () => {
      await stores.records.put('token', 'k', 1, { group: 'g', expiresAt: LONG_AGO });
      expect(await stores.records.get('token', 'k')).toBeNull();
      expect(await stores.records.list('token', 'g')).toEqual([]);
      expect(await stores.records.replace('token', 'k', 2, { group: 'g' })).toBe(false);
      expect(await stores.records.remove('token', 'k')).toBe(false);
      expect(await stores.records.add('token', 'k', 3, { group: 'g' })).toBe(true);
      expect((await stores.records.get('token', 'k'))?.value).toBe(3);
    });

    test('are still there after the store was closed and opened again', async () => {
      await stores.records.put('account', 'k', { name: 'Ana' });
      await Promise.all([stores.close(), beside.close()]);
      stores = await ground.open();
      beside = await ground.openBeside(stores);
      expect((await stores.records.get('account', 'k'))?.value).toEqual({ name: 'Ana' });
    });
  });
}
