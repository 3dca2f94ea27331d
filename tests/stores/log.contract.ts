import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BrokenHistory, type Entry } from '#gathering/ports.ts';
import type { Stores } from '#server/log/stores.ts';
import { batchOf, upTo, versionsOf } from '../support/batches.ts';
import { eventually } from '../support/until.ts';

/** A place where the adapter keeps things. `open` may be asked again, for a second connection or after a close. */
export type Ground = {
  open(): Promise<Stores>;
  /** A second writer on the same store: another connection where the adapter allows one, else the same. */
  openBeside(stores: Stores): Promise<Stores>;
  /**
   * Takes out the batch that begins at version `first` of the stream `g`, or changes a letter in it, as a hand or a
   * disk would.
   */
  harm(how: 'remove' | 'change', first: number): Promise<void>;
  /** The files, or parts of memory, that hold these words. */
  holding(words: string): Promise<string[]>;
  clear(): Promise<void>;
};

/** A batch in which one letter is another, and which can still be read. */
export const otherwise = (batch: string): string => batch.replace('Noted', 'Noteb');

export function logContract(name: string, makeGround: () => Promise<Ground>): void {
  describe(`the log in ${name}`, () => {
    let ground: Ground;
    let ana: Stores;
    let bo: Stores;

    beforeEach(async () => {
      ground = await makeGround();
      ana = await ground.open();
      bo = await ground.openBeside(ana);
    });
    afterEach(async () => {
      await Promise.all([ana.close(), bo.close()]);
      await ground.clear();
    });

    test('gives dense versions from 1 and keeps a batch as it was written', async () => {
      const [one, two] = [batchOf('ana', 3), batchOf('ana', 2)];
      expect(await ana.log.append('g', 0, one, [])).toEqual({ version: 3 });
      expect(await ana.log.append('g', 3, two, [])).toEqual({ version: 5 });
      expect(await bo.log.read('g', 0)).toEqual([
        { first: 1, batch: one },
        { first: 4, batch: two }
      ]);
    });

    test('reads an unknown stream as an empty one', async () => {
      expect(await ana.log.read('nobody-was-here', 0)).toEqual([]);
    });

    test('reads only the batches that begin after a version', async () => {
      await ana.log.append('g', 0, batchOf('ana', 3), []);
      await ana.log.append('g', 3, batchOf('ana', 2), []);
      await ana.log.append('g', 5, batchOf('ana', 1), []);
      expect(versionsOf(await ana.log.read('g', 3))).toEqual([4, 5, 6]);
      expect(versionsOf(await ana.log.read('g', 2))).toEqual([4, 5, 6]);
      expect(await ana.log.read('g', 6)).toEqual([]);
    });

    test('refuses to read after a version that was never reached, for that means a loss', async () => {
      await ana.log.append('g', 0, batchOf('ana', 2), []);
      await expect(ana.log.read('g', 3)).rejects.toThrow('lacks version 3');
      await expect(ana.log.read('never-begun', 1)).rejects.toThrow('lacks version 1');
    });

    describe.each(['remove', 'change'] as const)('when somebody has been at it (%s)', (how) => {
      const says = how === 'remove' ? 'lacks version 4' : 'is damaged at version 4';
      async function harmed(): Promise<void> {
        await ana.log.append('g', 0, batchOf('ana', 3), []);
        await ana.log.append('g', 3, batchOf('ana', 2), []);
        await ana.log.append('g', 5, batchOf('ana', 1), []);
        await Promise.all([ana.close(), bo.close()]);
        await ground.harm(how, 4);
        ana = await ground.open();
        bo = await ground.openBeside(ana);
      }

      test('refuses to read across it, and hands over what stands before it', async () => {
        await harmed();
        const fault = await ana.log.read('g', 0).catch((error: unknown) => error);
        expect(fault).toBeInstanceOf(BrokenHistory);
        expect(String(fault)).toContain(says);
        expect(versionsOf((fault as BrokenHistory).sound)).toEqual([1, 2, 3]);
        await expect(ana.log.read('g', 3)).rejects.toThrow(says);
      });

      test('finds it behind a version that was read before', async () => {
        await harmed();
        await expect(ana.log.check('g', 6)).rejects.toThrow(says);
        await expect(ana.log.check('g', 3)).resolves.toBeUndefined();
      });

      test('says so to those who follow, tells them nothing that comes after, and goes on telling others', async () => {
        await harmed();
        const heard: number[] = [];
        const others: number[] = [];
        const broken = vi.fn();
        bo.log.follow('g', 0, (entry) => heard.push(...versionsOf([entry])), broken);
        bo.log.follow('h', 0, (entry) => others.push(...versionsOf([entry])));
        await ana.log.append('h', 0, batchOf('ana', 2), []);
        await eventually(() => expect([broken.mock.calls.length, others]).toEqual([1, [1, 2]]));
        expect(String(broken.mock.calls[0])).toContain(says);
        expect(heard.every((version) => version < 4)).toBe(true);
      });
    });

    test('keeps streams apart', async () => {
      await ana.log.append('g', 0, batchOf('ana', 2), []);
      expect(await ana.log.append('h', 0, batchOf('ana', 1), [])).toEqual({ version: 1 });
      expect(versionsOf(await ana.log.read('g', 0))).toEqual([1, 2]);
    });

    test('refuses a second writer, whatever it believes', async () => {
      const winner = batchOf('ana', 5);
      await ana.log.append('g', 0, winner, []);
      for (const believed of [0, 1, 2, 4, 6, 9]) {
        expect(await bo.log.append('g', believed, batchOf('bo', 2), [])).toEqual({ conflict: true });
      }
      expect(await ana.log.read('g', 0)).toEqual([{ first: 1, batch: winner }]);
    });

    test('refuses a batch without events', async () => {
      await expect(ana.log.append('g', 0, batchOf('ana', 0), [])).rejects.toThrow(RangeError);
      expect(await ana.log.read('g', 0)).toEqual([]);
    });

    test('keeps one history when two writers race with batches of unequal length', async () => {
      const wanted = 40;
      const mine: Record<string, string[]> = { ana: [], bo: [] };

      async function write(stores: Stores, writer: string, length: (round: number) => number): Promise<void> {
        let version = 0;
        for (let appended = 0; appended < wanted;) {
          const batch = batchOf(writer, length(appended));
          const answer = await stores.log.append('g', version, batch, []);
          if ('version' in answer) {
            version = answer.version;
            appended += 1;
            mine[writer]!.push(batch.id);
          } else {
            const tail = await stores.log.read('g', version);
            version += versionsOf(tail).length;
          }
        }
      }
      await Promise.all([write(ana, 'ana', (round) => 1 + (round % 7)), write(bo, 'bo', (round) => 1 + (round % 3))]);

      const history = await ana.log.read('g', 0);
      const written = versionsOf(history);
      expect(written).toEqual(upTo(written.length));
      const ids = history.map(({ batch }) => batch.id);
      expect(ids.toSorted()).toEqual([...mine.ana!, ...mine.bo!].toSorted());
      for (const writer of ['ana', 'bo']) {
        expect(ids.filter((id) => id.startsWith(writer))).toEqual(mine[writer]);
      }
    });

    test('lets those who follow hear own and foreign batches exactly once, in order, while writers race', async () => {
      const heard: Record<string, Entry[]> = { early: [], late: [], beside: [] };
      ana.log.follow('g', 0, (entry) => heard.early!.push(entry));
      bo.log.follow('g', 0, (entry) => heard.beside!.push(entry));

      async function write(stores: Stores, writer: string): Promise<void> {
        let version = 0;
        for (let round = 0; round < 60; round += 1) {
          const answer = await stores.log.append('g', version, batchOf(writer, 1 + (round % 4)), []);
          version =
            'version' in answer ? answer.version : version + versionsOf(await stores.log.read('g', version)).length;
          if (round === 20 && writer === 'ana') {
            ana.log.follow('g', 0, (entry) => heard.late!.push(entry));
          }
        }
      }
      await Promise.all([write(ana, 'ana'), write(bo, 'bo')]);

      const history = await ana.log.read('g', 0);
      for (const listener of ['early', 'late', 'beside']) {
        await eventually(() => expect(heard[listener]).toHaveLength(history.length));
        expect(heard[listener]).toEqual(history);
      }
    });

    test('lets those who follow begin at a version and stop', async () => {
      await ana.log.append('g', 0, batchOf('ana', 3), []);
      const heard: number[] = [];
      const stayed: number[] = [];
      const stop = ana.log.follow('g', 3, ({ first }) => {
        heard.push(first);
        stop();
      });
      ana.log.follow('g', 3, ({ first }) => stayed.push(first));
      await ana.log.append('g', 3, batchOf('ana', 1), []);
      await ana.log.append('g', 4, batchOf('ana', 1), []);
      await eventually(() => expect(stayed).toEqual([4, 5]));
      expect(heard).toEqual([4]);
    });

    test('follows many streams at once without mixing them', async () => {
      const heard = new Map<string, number[]>();
      const streams = Array.from({ length: 20 }, (_, i) => `gathering-${i}`);
      for (const stream of streams) {
        heard.set(stream, []);
        bo.log.follow(stream, 0, (entry) => heard.get(stream)!.push(...versionsOf([entry])));
      }
      await Promise.all(
        streams.map(async (stream, i) => {
          await ana.log.append(stream, 0, batchOf(stream, 1 + (i % 5)), []);
          await ana.log.append(stream, 1 + (i % 5), batchOf(stream, 2), []);
        })
      );
      for (const [i, stream] of streams.entries()) {
        await eventually(() => expect(heard.get(stream)).toEqual(upTo(3 + (i % 5))));
      }
    });

    test('goes on where it was after it is closed and opened again', async () => {
      await ana.log.append('g', 0, batchOf('ana', 3), []);
      await Promise.all([ana.close(), bo.close()]);
      ana = await ground.open();
      bo = await ground.openBeside(ana);
      expect(versionsOf(await ana.log.read('g', 0))).toEqual([1, 2, 3]);
      expect(await ana.log.append('g', 3, batchOf('ana', 1), [])).toEqual({ version: 4 });
    });
  });
}
