import { spawnSync } from 'node:child_process';

/** The long programme: what `npm test` samples, in numbers that take an hour. Each part prints what it did. */
type Part = { name: string; command: string[]; env?: Record<string, string> };

const PARTS: Part[] = [
  { name: 'simulation', command: ['tests/simulation/run.ts', '--seeds', '20000', '--steps', '1000'] },
  { name: 'simulation of long days', command: ['tests/simulation/run.ts', '--seeds', '2000', '--steps', '5000'] },
  { name: 'fuzz', command: vitest('tests/fuzz'), env: { PLENARY_FUZZ: '1000000' } },
  { name: 'turmoil', command: vitest('turmoil.test.ts'), env: { PLENARY_TURMOIL: '2000' } },
  { name: 'attackers', command: vitest('tests/anonymity'), env: { ANONYMITY_RUNS: '1000' } },
  { name: 'holes in the doors', command: ['tests/holes/run.ts'] },
  { name: 'stores', command: vitest('tests/contracts') },
  // With journeys that are too long for every day: the other proxies of the guide, and a Firefox whose canvas lies.
  { name: 'everything else', command: ['scripts/test.ts'], env: { PLENARY_PROVE: '1' } }
];

let failed = 0;
for (const { name, command, env } of PARTS) {
  const began = Date.now();
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) failed += 1;
  console.log(`${status === 0 ? 'held' : 'FAILED'}: ${name}, ${((Date.now() - began) / 1000).toFixed(0)} s`);
}
console.log(`${PARTS.length - failed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed > 0 ? 1 : 0;

function vitest(folder: string): string[] {
  return ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', folder, '--testTimeout', '3600000'];
}
