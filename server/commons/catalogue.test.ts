import { expect, test } from 'vitest';
import { openMemory } from '../log/memory/memory.ts';
import { openCatalogue, type Catalogue } from './catalogue.ts';

test('two nodes that open gatherings at once give each its own code, and know of each other', async () => {
  const { log } = openMemory();
  const nodes: Catalogue[] = [await openCatalogue(log), await openCatalogue(log)];
  const opened = await Promise.all(
    Array.from({ length: 30 }, (_, index) => (nodes[index % 2] as Catalogue).open(`gathering${index}`, 'ana'))
  );
  expect(new Set(opened.map((one) => one?.code)).size).toBe(30);
  for (const node of nodes)
    await expect.poll(() => opened.every((one) => node.byCode(one!.code) === one!.gathering)).toBe(true);
});

test('opened again, a gathering keeps its code', async () => {
  const { log } = openMemory();
  const [here, there] = [await openCatalogue(log), await openCatalogue(log)];
  const both = await Promise.all([here.open('tea', 'ana'), there.open('tea', 'ana')]);
  expect(both[0]?.code).toBe(both[1]?.code);
  expect((await log.read('catalogue', 0)).flatMap(({ batch }) => batch.events)).toHaveLength(1);
});

test('a closed gathering keeps its code for the day it opens again; only publishing gives it up', async () => {
  const { log } = openMemory();
  const catalogue = await openCatalogue(log);
  const { code } = (await catalogue.open('tea', 'ana'))!;
  await catalogue.setPhase('tea', 'Closed');
  expect(catalogue.byCode(code)).toBeNull();
  await catalogue.setPhase('tea', 'Reopened');
  expect(catalogue.byCode(code)).toBe('tea');
  await catalogue.setPhase('tea', 'Closed');
  await catalogue.published('tea', 'tea-1', 1);
  await catalogue.setPhase('tea', 'Reopened');
  expect(catalogue.byCode(code)).toBeNull();
  expect(catalogue.find('tea')).toMatchObject({ open: false, edition: 'tea-1' });
});

test('a reply that got lost is no reason to claim a second code', async () => {
  const { log } = openMemory();
  const catalogue = await openCatalogue(log);
  const { append } = log;
  log.append = async (...asked) => {
    await append.call(log, ...asked);
    throw new Error('the line was cut after the write');
  };
  const { code } = (await catalogue.open('tea', 'ana'))!;
  log.append = append;
  const later = await openCatalogue(log);
  expect(later.find('tea')).toMatchObject({ code, owner: 'ana', open: true });
  expect((await log.read('catalogue', 0)).flatMap(({ batch }) => batch.events)).toHaveLength(1);
});
