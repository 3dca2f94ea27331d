import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '#gathering/ports.ts';
import type { Stores } from '#server/log/stores.ts';
import { batchOf } from '../support/batches.ts';
import type { Ground } from './log.contract.ts';

const name = { id: 't1', owner: 'ana', words: 'Ana Okafor' };
const note = { id: 't2', owner: 'bo', words: 'Plant trees along the Ring — 🌳' };
const question = { id: 't3', owner: null, words: 'Where do we stand?' };

/** The words beside the log, and the snapshots that forgetting must take along. */
export function vaultContract(title: string, makeGround: () => Promise<Ground>): void {
  describe(`the vault in ${title}`, () => {
    let ground: Ground;
    let stores: Stores;

    beforeEach(async () => {
      ground = await makeGround();
      stores = await ground.open();
      await stores.log.append('g', 0, batchOf('ana', 1), [name, note, question]);
    });
    afterEach(async () => {
      await stores.close();
      await ground.clear();
    });

    test('gives back the words that came with a batch, and nothing for ids it does not know', async () => {
      expect(await stores.vault.get('g', ['t1', 't2', 't3', 'unknown'])).toEqual(
        new Map([
          ['t1', name.words],
          ['t2', note.words],
          ['t3', question.words]
        ])
      );
      expect(await stores.vault.get('g', [])).toEqual(new Map());
    });

    test('keeps the words of one gathering from another', async () => {
      expect(await stores.vault.get('h', ['t1'])).toEqual(new Map());
    });

    test('forgets the words of one person and leaves the rest', async () => {
      await stores.vault.forget('g', await stores.vault.owned('g', 'ana'));
      expect([...(await stores.vault.get('g', ['t1', 't2', 't3'])).keys()]).toEqual(['t2', 't3']);
    });

    test('knows whose words are there without reading them', async () => {
      expect(await stores.vault.present('g', ['t1', 't9', 't3'])).toEqual(new Set(['t1', 't3']));
      expect(await stores.vault.present('h', ['t1'])).toEqual(new Set());
      expect(await stores.vault.owned('g', 'bo')).toEqual(['t2']);
      expect(await stores.vault.owned('g', 'nobody')).toEqual([]);
    });

    test('forgets single words and leaves the rest of the same person', async () => {
      await stores.log.append('g', 1, batchOf('bo', 1), [{ id: 't4', owner: 'bo', words: 'Water them' }]);
      await stores.vault.forget('g', ['t2', 'unknown']);
      expect([...(await stores.vault.get('g', ['t1', 't2', 't3', 't4'])).keys()]).toEqual(['t1', 't3', 't4']);
    });

    test('has nothing to do when there is nothing to forget', async () => {
      await stores.vault.forget('g', await stores.vault.owned('g', 'nobody'));
      expect((await stores.vault.get('g', ['t1'])).size).toBe(1);
    });

    test('keeps the words of 500 people at once', async () => {
      const texts = Array.from({ length: 500 }, (_, i) => ({ id: `n${i}`, owner: `p${i}`, words: `Person ${i}` }));
      await stores.log.append('g', 1, batchOf('ana', 1), texts);
      const found = await stores.vault.get(
        'g',
        texts.map(({ id }) => id)
      );
      expect(found.size).toBe(500);
      expect(found.get('n499')).toBe('Person 499');
    });

    test('takes the snapshot of a gathering along when it forgets', async () => {
      const { vault } = stores;
      await stores.snapshots.save('g', snapshot('a'));
      await vault.forget('g', ['t2']);
      expect(await stores.snapshots.load('g')).toBeNull();
    });
  });

  describe(`the snapshots in ${title}`, () => {
    let ground: Ground;
    let stores: Stores;

    beforeEach(async () => {
      ground = await makeGround();
      stores = await ground.open();
    });
    afterEach(async () => {
      await stores.close();
      await ground.clear();
    });

    test('give back the latest that was saved, and null where none is', async () => {
      expect(await stores.snapshots.load('g')).toBeNull();
      await stores.snapshots.save('g', snapshot('a'));
      await stores.snapshots.save('g', snapshot('b'));
      await stores.snapshots.save('h', snapshot('c'));
      expect(await stores.snapshots.load('g')).toEqual(snapshot('b'));
    });

    test('are gone once dropped', async () => {
      await stores.snapshots.save('g', snapshot('a'));
      await stores.snapshots.drop('g');
      expect(await stores.snapshots.load('g')).toBeNull();
    });
  });
}

/** Stores never look inside a ledger, so any JSON stands for one. */
function snapshot(mark: string): Snapshot {
  return JSON.parse(JSON.stringify({ fold: `fold-${mark}`, ledger: { version: 7, mark, nested: { list: [1, 2] } } }));
}
