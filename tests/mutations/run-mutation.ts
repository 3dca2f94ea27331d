import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../support/folders.ts';
import type { Hole } from './mutations.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Whether the named test finds the hole; `stale`: there is nothing to plant it in, or the test is red without it. */
export type Outcome = 'found' | 'missed' | 'stale';

/** `planted`: false runs the same test on the sources as they are. */
export async function plant(hole: Hole, planted = true): Promise<Outcome> {
  if (readFileSync(ROOT + hole.file, 'utf8').split(hole.from).length !== 2) return 'stale';
  const title = hole.title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const folder = await temporaryFolder();
  const report = join(folder.path, 'report.json');
  const asked = [
    '--config',
    'tests/mutations/vitest.config.ts',
    '-t',
    title,
    '--reporter=json',
    `--outputFile=${report}`
  ];
  const run = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...asked, hole.test], {
    cwd: ROOT,
    stdio: 'ignore',
    env: { ...process.env, PLENARY_HOLE: planted ? hole.name : '' }
  });
  await once(run, 'close');
  const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, 'utf8')) as Record<string, number>;
  await folder.remove();
  if (!numPassedTests && !numFailedTests) return 'stale';
  return numFailedTests ? 'found' : 'missed';
}
