import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StreamEnded } from '#gathering/ports.ts';
import { addressesIn } from '#harvest/note-addresses.ts';
import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import { newId } from '#server/access/ids.ts';
import { openCatalogue } from '#server/commons/catalogue.ts';
import { openCommons } from '#server/commons/commons.ts';
import { editionStream } from '#server/commons/kept-edition.ts';
import { takeOut } from '#server/commons/take-out.ts';
import { openDeletion } from '#server/gatherings/deletion.ts';
import { openHosts, streamOf } from '#server/hosting/hosted-gatherings.ts';
import type { Stores } from '#server/log/stores.ts';
import type { Answer } from '#wire/messages.ts';
import { batchOf } from '../support/batches.ts';
import { edition } from '../support/editions.ts';
import { temporaryFolder } from '../support/folders.ts';
import { ana, CONVENING, device, phone, rules } from '../support/test-host.ts';
import { eventually } from '../support/until.ts';
import type { Ground } from './log.contract.ts';

const WRITERS = ['bo', 'chidi', 'dana', 'eli'];

/** A stream that ends, and a gathering that is deleted, over one adapter. CO9 is a rule of docs/corrections.md. */
export function deletionContract(title: string, makeGround: () => Promise<Ground>): void {
  let ground: Ground;
  let here: Stores;
  let there: Stores;

  beforeEach(async () => {
    ground = await makeGround();
    here = await ground.open();
    there = await ground.openBeside(here);
  });
  afterEach(async () => {
    await Promise.all([here.close(), there.close()]);
    await ground.clear();
  });

  describe(`a stream that ends, in ${title}`, () => {
    const secret = { id: 't1', owner: 'ana', words: 'Word that ends' };
    const snapshot = JSON.parse('{"fold":"f","ledger":{"version":3}}');

    beforeEach(async () => {
      for (const stream of ['g', 'h']) await here.log.append(stream, 0, batchOf('ana', 3), [secret]);
      await here.snapshots.save('g', snapshot);
    });

    test('CO9 leaves nothing, and other streams as they are', async () => {
      await here.end('g');
      expect(await there.vault.get('g', ['t1'])).toEqual(new Map());
      expect(await there.vault.owned('g', 'ana')).toEqual([]);
      expect(await there.snapshots.load('g')).toBeNull();
      expect(await there.vault.get('h', ['t1'])).toEqual(new Map([['t1', secret.words]]));
      expect(await there.log.read('h', 0)).toHaveLength(1);
    });

    test('CO9 takes nothing more and cannot be read, whatever a node believes, and after a start too', async () => {
      await here.end('g');
      const refused = async () => {
        for (const believed of [0, 3, 9])
          for (const { log } of [here, there]) {
            const answer = await log.append('g', believed, batchOf('bo', 1), []).catch((error: unknown) => error);
            expect(answer instanceof StreamEnded || JSON.stringify(answer) === '{"conflict":true}').toBe(true);
            await expect(log.read('g', believed)).rejects.toThrow(StreamEnded);
          }
      };
      await refused();
      await Promise.all([here.close(), there.close()]);
      here = await ground.open();
      there = await ground.openBeside(here);
      await refused();
    });

    test('CO9 says so to those who follow, and to those who begin to', async () => {
      const heard: unknown[] = [];
      const hear = () =>
        there.log.follow(
          'g',
          3,
          () => heard.push('more'),
          (error) => heard.push(error)
        );
      hear();
      await here.log.append('g', 3, batchOf('ana', 1), []);
      await eventually(() => expect(heard).toEqual(['more']));
      await here.end('g');
      await eventually(() => expect(heard).toEqual(['more', expect.any(StreamEnded)]));
      hear();
      await eventually(() => expect(heard).toEqual(['more', expect.any(StreamEnded), expect.any(StreamEnded)]));
    });

    test('CO9 ended once more, it takes along what another node still wrote', async () => {
      await here.end('g');
      await there.snapshots.save('g', snapshot);
      await there.log.append('g', 3, batchOf('bo', 1), [secret]).catch(() => {});
      await there.end('g');
      expect(await here.snapshots.load('g')).toBeNull();
      expect(await here.vault.owned('g', 'ana')).toEqual([]);
    });

    test('CO9 one that never began can end', async () => {
      await here.end('never-begun');
      await expect(there.log.read('never-begun', 0)).rejects.toThrow(StreamEnded);
    });
  });

  describe(`an edition that is taken out, over ${title}`, () => {
    const slug = 'tea-elsewhere-k3x9m1p0';
    let nodes: Awaited<ReturnType<typeof openReaders>>[];

    async function openReaders({ log, vault }: Stores) {
      const folder = await temporaryFolder();
      const catalogue = await openCatalogue(log);
      const commons = openCommons({ log, vault, data: folder.path, merged: mergedText });
      const close = async () => {
        commons.close();
        catalogue.close();
        await folder.remove();
      };
      return { catalogue, commons, close };
    }

    beforeEach(async () => {
      nodes = [await openReaders(here), await openReaders(there)];
    });
    afterEach(() => Promise.all(nodes.map(({ close }) => close())));

    test('leaves no word, and every node says when it went', async () => {
      const written = {
        activity: 'edition',
        type: 'Written',
        v: 1,
        at: 0,
        data: edition({ slug, title: 'Secret tea' })
      };
      const words = [{ id: 'w1', owner: null, words: 'Secret words' }];
      await here.log.append(editionStream(slug), 0, { id: newId(), events: [written], receipts: [] }, words);
      await nodes[0]!.catalogue.broughtIn(slug, 1, 'ana');
      for (const { commons } of nodes) await eventually(() => expect(commons.search('', 1).total).toBe(1));
      const notes = addressesIn((await nodes[1]!.commons.edition(slug))!.blocks);
      for (const secret of ['Secret tea', 'Secret words']) expect(await ground.holding(secret)).not.toEqual([]);

      await takeOut({ ...nodes[0]!, end: here.end }, 'ana', slug);
      for (const { catalogue, commons } of nodes)
        await eventually(async () => {
          expect(catalogue.takenOut(slug)).toBeGreaterThan(0);
          expect(await commons.edition(slug)).toBeNull();
          expect(commons.search('', 1).total).toBe(0);
          for (const note of notes) expect(commons.holding(note)?.gone?.by).toBe('house');
        });
      for (const secret of ['Secret tea', 'Secret words'])
        await eventually(async () => expect(await ground.holding(secret)).toEqual([]));
    });
  });

  describe(`a gathering that is deleted, over ${title}`, () => {
    let nodes: Awaited<ReturnType<typeof openNode>>[];

    beforeEach(async () => {
      nodes = [await openNode(here), await openNode(there)];
    });
    afterEach(() => Promise.all(nodes.map((node) => node.close())));

    /** Everybody changes their name over and over, half of them on each node, until they are refused. */
    async function talked(gathering: string): Promise<Promise<unknown>[]> {
      await nodes[0]!.catalogue.open(gathering, 'ana');
      const hosts = await Promise.all(nodes.map(async ({ hosts }) => (await hosts.hold(gathering)).host));
      await device(() => hosts[0]!, ana)('convene', CONVENING);
      return WRITERS.map(async (name, index) => {
        const say = device(() => hosts[index % 2]!, phone(name));
        const join = () => say('join', { name: `Secret in ${gathering} of ${name}`, rehearsed: false });
        // Until the node has heard that there is a gathering.
        while (refusedFor(await join()) === 'no-such-gathering') await pause(1);
        for (let n = 1; ; n += 1) {
          const answer = await say('rename', { name: `Secret in ${gathering} ${n}` });
          if (!('version' in answer)) return refusedFor(answer);
          await pause(5);
        }
      });
    }

    const leftOf = async (gathering: string) =>
      (await Promise.all(WRITERS.map((name) => here.vault.owned(streamOf(gathering), name)))).flat();

    test('CO9 I10 while commands race: whoever says something is told, and no name is left', async () => {
      const tea = await talked('tea');
      const soup = await talked('soup');
      await eventually(async () => expect((await leftOf('tea')).length).toBeGreaterThan(12));
      expect(await ground.holding('Secret in tea')).not.toEqual([]);

      await nodes[0]!.catalogue.delete('tea');
      expect(await Promise.all(tea)).toEqual(WRITERS.map(() => 'gathering-deleted'));
      await eventually(async () => {
        expect(nodes.map(({ catalogue }) => catalogue.isDeleted('tea'))).toEqual([true, true]);
        expect(await leftOf('tea')).toEqual([]);
        expect(await ground.holding('Secret in tea')).toEqual([]);
      });
      expect(await here.snapshots.load(streamOf('tea'))).toBeNull();
      await expect(here.log.read(streamOf('tea'), 0)).rejects.toThrow(StreamEnded);
      expect(nodes.flatMap(({ reported }) => reported)).toEqual([]);

      expect((await leftOf('soup')).length).toBeGreaterThan(0);
      await nodes[1]!.catalogue.delete('soup');
      await Promise.all(soup);
    });

    test('CO9 opened once more just before its stream ends, it is closed, and what was said there is gone', async () => {
      const tea = await talked('tea');
      await Promise.all(nodes.map((node) => node.close()));
      await Promise.all(tea);
      let late: Promise<unknown> | null = null;
      const node = await openNode({
        ...here,
        async end(stream) {
          late ??= node.hosts
            .hold('tea')
            .then(({ host }) =>
              device(() => host, phone('bo'), 'late-phone')('rename', { name: 'Secret in tea, late' })
            );
          expect(await late).toHaveProperty('version');
          await here.end(stream);
        }
      });
      nodes = [node];
      await node.catalogue.delete('tea');
      await eventually(async () => expect([node.hosts.open(), await leftOf('tea')]).toEqual([0, []]));
      expect(node.reported).toEqual([]);
    });

    test('CO9 cut short, it is finished at the next start', async () => {
      const tea = await talked('tea');
      await Promise.all(nodes.map((node) => node.close()));
      await Promise.all(tea);
      const dies = await openNode({ ...here, end: () => Promise.reject(new Error('the power went out')) });
      await dies.catalogue.delete('tea');
      await eventually(() => expect(dies.reported).not.toEqual([]));
      await dies.close();
      expect(await leftOf('tea')).not.toEqual([]);

      nodes = [await openNode(here)];
      await eventually(async () => expect(await leftOf('tea')).toEqual([]));
      await eventually(async () => expect(await ground.holding('Secret in tea')).toEqual([]));
      expect(await nodes[0]!.catalogue.open('tea', 'ana')).toBeNull();
    });
  });
}

const refusedFor = (answer: Answer): string | null => ('refused' in answer ? answer.refused : null);

/** As much of a node as deleting takes. */
async function openNode(stores: Stores) {
  const reported: unknown[] = [];
  const report = (error: unknown) => void reported.push(error);
  const ports = { now: Date.now, id: newId, pause: (most: number) => pause(Math.random() * most), fold: 'test' };
  const catalogue = await openCatalogue(stores.log);
  const hosts = openHosts({ ...stores, ...ports, report, merged: mergedText }, rules, () => () => {});
  const stop = openDeletion({ catalogue, hosts, end: stores.end, forgets: [], report, againMs: 20 });
  return {
    ...{ catalogue, hosts, reported },
    async close() {
      await stop();
      await hosts.close();
      catalogue.close();
    }
  };
}
