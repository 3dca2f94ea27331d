import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * The long programme: what `npm test` samples, in numbers that take an hour. Two lanes run beside each other: one core
 * runs simulated days, fuzzing and mutations, and beside it the whole suite has to hold three times.
 */
type Part = { name: string; command: string[]; env?: Record<string, string> };

const LOGS = join('test-results', 'prove');

const LONG: Part[] = [
  { name: 'simulation', command: ['tests/simulation/run.ts', '--seeds', '20000', '--steps', '1000'] },
  { name: 'simulation of long days', command: ['tests/simulation/run.ts', '--seeds', '500', '--steps', '5000'] },
  { name: 'fuzz', command: vitest('tests/fuzz'), env: { PLENARY_FUZZ: '1000000' } },
  { name: 'mutations', command: ['tests/mutations/run-all.ts'] },
  { name: 'a new method', command: vitest('scripts/new-method'), env: { PLENARY_NEW_METHOD: 'whole' } },
  { name: 'stores', command: vitest('tests/stores') },
  { name: 'properties of the methods', command: vitest('property.test.ts'), env: { PLENARY_TURMOIL: '500' } },
  { name: 'attackers', command: vitest('tests/anonymity'), env: { ANONYMITY_RUNS: '200' } }
];

// With journeys that are too long for every day: the other proxies of the guide, and a Firefox whose canvas lies.
const SUITE: Part[] = [1, 2, 3].map((time) => ({
  name: `everything, time ${time}`,
  command: ['scripts/test.ts']
}));

mkdirSync(LOGS, { recursive: true });
const held = (await Promise.all([LONG, SUITE].map(inTurn))).flat();
const failed = held.filter((part) => !part).length;
console.log(`${held.length - failed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed > 0 ? 1 : 0;

async function inTurn(parts: readonly Part[]): Promise<boolean[]> {
  const held: boolean[] = [];
  for (const part of parts) held.push(await run(part));
  return held;
}

/** What a part says goes into a file of its own; its last lines are told when it ends. */
async function run({ name, command, env }: Part): Promise<boolean> {
  const began = Date.now();
  const path = join(LOGS, `${name.replaceAll(/\W+/g, '-')}.txt`);
  const log = createWriteStream(path);
  await once(log, 'open');
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', log, log],
    env: { ...process.env, PLENARY_PROVE: '1', ...env }
  });
  const [status] = (await once(child, 'exit')) as [number | null];
  log.end();
  console.log(`${status === 0 ? 'held' : 'FAILED'}: ${name}, ${((Date.now() - began) / 1000).toFixed(0)} s (${path})`);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  console.log(
    lines
      .slice(status === 0 ? -3 : -40)
      .map((line) => `  ${line}`)
      .join('\n')
  );
  return status === 0;
}

function vitest(folder: string): string[] {
  const of = ['--project', 'unit', folder, '--testTimeout', '3600000', '--maxWorkers', '1'];
  return ['node_modules/vitest/vitest.mjs', 'run', ...of];
}
