import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite } from '#server/log/sqlite/sqlite.ts';
import { upTo, versionsOf } from '../support/batches.ts';
import { temporaryFolder } from '../support/folders.ts';

const WRITERS = fileURLToPath(new URL('../support/writers-that-die.ts', import.meta.url));
const KILLS = 6;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

test('what was acknowledged is there after the process is killed in the middle of its work, again and again', async () => {
  const acknowledged = new Map<string, number>();
  let lines = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    lines += await writeUntilKilled(40 + kill * 97, acknowledged);

    const stores = await openSqlite({ data: folder.path });
    for (const [stream, version] of acknowledged) {
      const history = await stores.log.read(stream, 0);
      const versions = versionsOf(history);
      expect(versions).toEqual(upTo(versions.length));
      expect(versions.length).toBeGreaterThanOrEqual(version);
      const ids = history.map(({ first }) => `${stream}-${first - 1}`);
      expect((await stores.vault.get(stream, ids)).size).toBe(history.length);
    }
    await stores.close();
  }
  expect(acknowledged.size).toBe(12);
  expect(lines).toBeGreaterThan(KILLS * 40);
});

test('a folder that another process writes in is refused', async () => {
  let refusal: unknown;
  await writeUntilKilled(20, new Map(), async () => {
    refusal = await openSqlite({ data: folder.path }).catch((error: unknown) => error);
  });
  expect(String(refusal)).toContain('is in use by another Plenary');
});

/** Lets the writers run until they said `enough` lines, kills them without warning, and adds up what they said. */
async function writeUntilKilled(
  enough: number,
  acknowledged: Map<string, number>,
  before = async (): Promise<void> => {}
): Promise<number> {
  const child = spawn(process.execPath, [WRITERS, folder.path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [stream, version] = line.split(' ');
    acknowledged.set(stream!, Number(version));
    lines += 1;
    if (lines !== enough) continue;
    await before();
    child.kill('SIGKILL');
  }
  const [, signal] = await gone;
  expect(signal).toBe('SIGKILL');
  return lines;
}
