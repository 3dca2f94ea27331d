import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

type Tally = { passed: number; failed: number; skipped: number };
type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};
type Step = { name: string; runs: string[][]; tally?: () => Tally };

const REPORTS = join('test-results', 'reports');
const playwrightReport = join(REPORTS, 'e2e.json');

const SVELTE_KIT = 'node_modules/@sveltejs/kit/svelte-kit.js';
const SVELTE_CHECK = 'node_modules/svelte-check/bin/svelte-check';
const PRETTIER = 'node_modules/prettier/bin/prettier.cjs';
const ESLINT = 'node_modules/eslint/bin/eslint.js';
const VITEST = 'node_modules/vitest/vitest.mjs';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

const format: Step = { name: 'format', runs: [[PRETTIER, '--check', '--log-level=warn', '.']] };
const lint: Step = { name: 'lint', runs: [[ESLINT, '--max-warnings=0', '.']] };
const types: Step = {
  name: 'types',
  // svelte-check reads what sync generates, and reports an error without it.
  runs: [
    [SVELTE_KIT, 'sync'],
    [SVELTE_CHECK, '--fail-on-warnings', '--output=human']
  ]
};
/** What is generated and kept: it must say what the sources say. */
const reference: Step = { name: 'reference', runs: [['scripts/reference.ts', '--check']] };
const boundaries = vitest('boundaries', '--project=unit', 'tests/architecture.test.ts');
// On two cores a runner keeps one of them for itself, and leaves it idle.
const unit = vitest('unit', '--project=unit', `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`);
const component = vitest('component', '--project=component');
const size: Step = { name: 'size', runs: [['scripts/size.ts']] };
const e2e: Step = {
  name: 'e2e',
  runs: [[PLAYWRIGHT, 'test', '--reporter=list,json', '--pass-with-no-tests']],
  tally: () => {
    const { stats } = report<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(
      playwrightReport
    );
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  }
};

const check = [format, lint, types, reference, boundaries];
// The unit step contains the boundaries.
const everything = [format, lint, types, reference, size, unit, component, e2e];

const asked = process.argv.slice(2);
const steps = asked.length ? asked.flatMap(named) : everything;
mkdirSync(REPORTS, { recursive: true });
// A report of yesterday must not speak for a run that died today.
for (const { name } of steps) rmSync(join(REPORTS, `${name}.json`), { force: true });

// What only reads the sources has no tally and does not mind company: the rest of it has the machine to itself.
const readers = steps.filter(({ tally }) => !tally);
const outcomes = [...(await Promise.all(readers.map(read))), ...steps.filter(({ tally }) => tally).map(take)];
for (const { name, ok, seconds } of outcomes) {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s`);
}
const total = outcomes.reduce((sum, { tally }) => add(sum, tally), { passed: 0, failed: 0, skipped: 0 });
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;

function named(name: string): Step[] {
  if (name === 'check') return check;
  const step = [...check, ...everything].find((one) => one.name === name);
  if (step) return [step];
  console.error(
    `There is no step "${name}". Steps: check, ${[...new Set([...check, ...everything])].map((one) => one.name).join(', ')}.`
  );
  process.exit(1);
}

/** Several at once, each told as a whole when it is through. */
async function read({ name, runs }: Step) {
  const begun = performance.now();
  let ok = true;
  let told = '';
  for (const args of runs)
    if (ok)
      ok = await new Promise<boolean>((done) => {
        const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
        for (const stream of [running.stdout, running.stderr])
          stream.setEncoding('utf8').on('data', (text: string) => (told += text));
        running.on('error', () => done(false)).on('close', (code) => done(code === 0));
      });
  console.log(`\n== ${name}\n${told}`);
  const tally: Tally = { passed: 0, failed: ok ? 0 : 1, skipped: 0 };
  return { name, ok, seconds: (performance.now() - begun) / 1000, tally };
}

function take({ name, runs, tally }: Step) {
  console.log(`\n== ${name}`);
  const begun = performance.now();
  const succeeded = runs.every(node);
  const counted = tally ? counts(tally) : { passed: 0, failed: 0, skipped: 0 };
  // A step can fail without a failing test (a type error, a file that does not load): that counts too.
  const failed = succeeded ? counted.failed : Math.max(1, counted.failed);
  return { name, ok: failed === 0, seconds: (performance.now() - begun) / 1000, tally: { ...counted, failed } };
}

function node(args: string[]): boolean {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport };
  return spawnSync(process.execPath, args, { stdio: 'inherit', env }).status === 0;
}

function vitest(name: string, ...args: string[]): Step {
  const file = join(REPORTS, `${name}.json`);
  return {
    name,
    runs: [
      [
        VITEST,
        'run',
        ...args,
        '--passWithNoTests',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`
      ]
    ],
    tally: () => {
      const run = report<VitestReport>(file);
      // A file that does not load has no test to fail, and must not pass for one that has none.
      const unloaded = run.testResults.filter(
        ({ status, assertionResults }) =>
          status === 'failed' && assertionResults.every((one) => one.status !== 'failed')
      );
      return {
        passed: run.numPassedTests,
        failed: run.numFailedTests + unloaded.length,
        skipped: run.numPendingTests + run.numTodoTests
      };
    }
  };
}

/** A run that died before it could report has passed nothing. */
function counts(tally: () => Tally): Tally {
  try {
    return tally();
  } catch (cause) {
    console.error(`This step left no report: ${cause instanceof Error ? cause.message : cause}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function report<Report>(file: string): Report {
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
