import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { GatheringOnBoard } from '#gathering/views.ts';
import { filesHolding, temporaryFolder } from '../../tests/support/folders.ts';
import { deviceOf, joins, openGathering, openTestServer, type TestServer } from '../../tests/support/test-server.ts';
import { eventually } from '../../tests/support/until.ts';
import { openCatalogue } from '../commons/catalogue.ts';
import { openMemory } from '../log/memory/memory.ts';
import { openRetention } from './retention.ts';

const DAY_MS = 86_400_000;
const NAME = 'Wilhelmine of the mill';

let server: TestServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeEach(async () => {
  folder = await temporaryFolder();
  server = await openTestServer({ data: folder.path });
});
afterEach(async () => {
  vi.useRealTimers();
  await server.close();
  await folder.remove();
});

/** The clock on the wall alone: nothing that waits is hurried. */
async function startedAgainAfter(days: number): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * DAY_MS });
  server = await server.restart();
}

const says = (gathering: string, command: string) =>
  server.plenary.gatherings.say(
    { gathering, role: 'organizer', person: null },
    { device: deviceOf(`${command}form`), activity: 'gathering', command, input: {} }
  );

test('CO10 what has closed goes by itself when its day has come, and not before', async () => {
  const { ana, gathering } = await openGathering(server);
  await joins(server.plenary, gathering, NAME);
  const { code } = (await server.plenary.gatherings.view(gathering, 'board'))!.gathering as GatheringOnBoard;
  await says(gathering, 'close');
  await eventually(async () => expect(await server.plenary.gatherings.byCode(code ?? '')).toHaveProperty('refused'));
  await eventually(async () =>
    expect((await server.plenary.gatherings.of(ana))[0]?.keptUntil).toBeGreaterThan(Date.now() + 89 * DAY_MS)
  );
  await startedAgainAfter(89);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(server.plenary.gatherings.isDeleted(gathering)).toBe(false);
  expect(await filesHolding(folder.path, NAME)).not.toEqual([]);

  await startedAgainAfter(2);
  await eventually(() => expect(server.plenary.gatherings.isDeleted(gathering)).toBe(true));
  await eventually(async () => expect(await filesHolding(folder.path, NAME)).toEqual([]));
});

test('CO10 what is open stays, however old it is', async () => {
  const { gathering } = await openGathering(server);
  await joins(server.plenary, gathering, NAME);
  await startedAgainAfter(4_000);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(server.plenary.gatherings.isDeleted(gathering)).toBe(false);
  expect(await server.plenary.gatherings.view(gathering, 'all')).not.toBeNull();
});

test('CO10 a running server looks again and again, and one that cannot be removed does not keep the others', async () => {
  const catalogue = await openCatalogue(openMemory().log);
  for (const gathering of ['tea', 'soup', 'jam', 'bread']) await catalogue.open(gathering, 'ana');
  for (const gathering of ['tea', 'soup', 'jam']) await catalogue.setPhase(gathering, 'Closed');
  await catalogue.keepUntil('tea', 10);
  await catalogue.keepUntil('soup', 20);
  await catalogue.keepUntil('jam', 30);
  let now = 15;
  const reported: unknown[] = [];
  const stop = openRetention({
    catalogue,
    removeDue: (gathering) =>
      gathering === 'tea' ? Promise.reject(new Error('unreadable')) : catalogue.delete(gathering),
    now: () => now,
    report: (error) => void reported.push(error),
    everyMs: 5
  });
  await eventually(() => expect(reported.length).toBeGreaterThan(1));
  expect(catalogue.isDeleted('soup')).toBe(false);
  now = 25;
  await eventually(() => expect(catalogue.isDeleted('soup')).toBe(true));
  await stop();
  expect(['jam', 'bread'].map((gathering) => catalogue.isDeleted(gathering))).toEqual([false, false]);
});
