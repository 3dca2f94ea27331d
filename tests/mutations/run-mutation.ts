import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../support/folders.ts';
import type { Mutation } from './mutations.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** `found`: the named test fails. `stale`: the file no longer has `from`, or the test fails without the mutation. */
export type Outcome = 'found' | 'missed' | 'stale';

/** `planted`: false runs the same test on the sources as they are. */
export async function runMutation(mutation: Mutation, planted = true): Promise<Outcome> {
  if (readFileSync(ROOT + mutation.file, 'utf8').split(mutation.from).length !== 2) return 'stale';
  const title = mutation.title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
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
  const run = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...asked, mutation.test], {
    cwd: ROOT,
    stdio: 'ignore',
    env: { ...process.env, PLENARY_MUTATION: planted ? mutation.name : '' }
  });
  await once(run, 'close');
  const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, 'utf8')) as Record<string, number>;
  await folder.remove();
  if (!numPassedTests && !numFailedTests) return 'stale';
  return numFailedTests ? 'found' : 'missed';
}
