import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

type Tally = { passed: number; failed: number; skipped: number };
/** `failed`: what it said, or null where it passed. */
type Taken = { title: string; seconds: number; failed: string | null };
type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string; duration?: number | null; failureMessages?: string[] }[];
    message?: string;
  }[];
};
type PlaywrightResult = { duration: number; error?: { message?: string } };
type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs: { file: string; title: string; ok: boolean; tests: { results: PlaywrightResult[] }[] }[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: PlaywrightSuite[];
};
/** `report`: what its tests came to, and how long each took; only a step of tests has it. */
type Step = { name: string; runs: string[][]; report?: () => { tally: Tally; tests: Taken[] } };
type Outcome = { name: string; ok: boolean; seconds: number; tally: Tally; tests: Taken[] };

const SLOWEST = 20;
const FAILURE_LINES = 12;
const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

const REPORTS = join('test-results', 'reports');
const playwrightReport = join(REPORTS, 'e2e.json');
/** Tests begin some hundred servers and command lines, and half of what a start costs is reading TypeScript. */
const compiled = resolve('node_modules', '.cache', 'compiled');

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
// On two cores, Vitest by default keeps one core for itself and leaves it idle.
const unit = vitest(
  'unit',
  '--project=unit',
  '--project=alone',
  `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`
);
const component = vitest('component', '--project=component');
const size: Step = { name: 'size', runs: [['scripts/size.ts']] };
const e2e: Step = {
  name: 'e2e',
  runs: [[PLAYWRIGHT, 'test', '--reporter=list,json', '--pass-with-no-tests']],
  report: () => {
    const { stats, suites } = read<PlaywrightReport>(playwrightReport);
    const tally = { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
    return { tally, tests: suites.flatMap(journeys) };
  }
};

const check = [types, lint, format, reference, boundaries];
// What takes longest begins first, so that no core is idle at the end. The unit step contains the boundaries.
const everything = [e2e, unit, component, types, lint, format, reference, size];

const asked = process.argv.slice(2);
const steps = asked.length ? asked.flatMap(named) : everything;
mkdirSync(REPORTS, { recursive: true });
// A report of yesterday must not speak for a run that died today.
for (const { name } of steps) rmSync(join(REPORTS, `${name}.json`), { force: true });

const outcomes = await takeSideBySide(steps);
const tests = outcomes.flatMap(({ tests }) => tests);
tellSlowest(tests);
tellFailed(tests);
console.log();
for (const { name, ok, seconds } of outcomes) {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s`);
}
const total = outcomes.reduce((sum, { tally }) => add(sum, tally), NOTHING);
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

/**
 * Runs as many steps at once as there are cores: each step often waits for a browser, a disk or a clock, and no step
 * disturbs another.
 */
async function takeSideBySide(steps: readonly Step[]): Promise<Outcome[]> {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  const takeWhatWaits = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await take(step));
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, takeWhatWaits));
  return outcomes;
}

/** Told as a whole when it is through, so that two never speak in the same place. */
async function take({ name, runs, report }: Step): Promise<Outcome> {
  console.log(`${name} has begun`);
  const begun = performance.now();
  const said: string[] = [];
  let succeeded = true;
  for (const args of runs) succeeded &&= await node(args, (text) => said.push(text));
  console.log(`\n== ${name}\n${said.join('')}`);
  const { tally, tests } = report ? counted(report) : { tally: NOTHING, tests: [] };
  // A step can fail without a failing test (a type error, a file that does not load): that counts too.
  const failed = succeeded ? tally.failed : Math.max(1, tally.failed);
  const seconds = (performance.now() - begun) / 1000;
  return { name, ok: failed === 0, seconds, tally: { ...tally, failed }, tests };
}

function node(args: string[], hear: (text: string) => void): Promise<boolean> {
  return new Promise((done) => {
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport, NODE_COMPILE_CACHE: compiled };
    const running = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [running.stdout, running.stderr]) stream.setEncoding('utf8').on('data', hear);
    running.on('error', () => done(false)).on('close', (code) => done(code === 0));
  });
}

function tellSlowest(tests: Taken[]): void {
  const slowest = tests.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  if (slowest.length) console.log(`\n== the slowest ${slowest.length} of ${tests.length}`);
  for (const { seconds, title } of slowest) console.log(`${seconds.toFixed(1).padStart(6)} s ${title}`);
}

/** Again at the end: of a long output the end is what is kept and read. */
function tellFailed(tests: Taken[]): void {
  const failed = tests.filter(({ failed }) => failed !== null);
  if (failed.length) console.log('\n== what failed');
  for (const { title, failed: said } of failed) {
    const lines = stripVTControlCharacters(said ?? '')
      .split('\n')
      .filter((line) => !/node_modules|^ +at new Promise/.test(line));
    console.log([title, ...lines.slice(0, FAILURE_LINES).map((line) => `  ${line}`)].join('\n'));
  }
}

function journeys({ specs, suites = [] }: PlaywrightSuite): Taken[] {
  const own = specs.map(({ file, title, ok, tests }) => {
    const results = tests.flatMap(({ results }) => results);
    return {
      title: `${file} › ${title}`,
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
      failed: ok ? null : results.map(({ error }) => error?.message ?? '').join('\n')
    };
  });
  return [...own, ...suites.flatMap(journeys)];
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
    report: () => {
      const run = read<VitestReport>(file);
      // A file that does not load has no test to fail, and must not pass for one that has none.
      const unloaded = run.testResults.filter(
        ({ status, assertionResults }) =>
          status === 'failed' && assertionResults.every((one) => one.status !== 'failed')
      );
      const tally = {
        passed: run.numPassedTests,
        failed: run.numFailedTests + unloaded.length,
        skipped: run.numPendingTests + run.numTodoTests
      };
      const tests = run.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults.map(({ status, fullName, duration, failureMessages = [] }) => ({
          title: `${relative('.', name)} › ${fullName}`,
          seconds: (duration ?? 0) / 1000,
          failed: status === 'failed' ? failureMessages.join('\n') : null
        }))
      );
      for (const { name, message = '' } of unloaded)
        tests.push({ title: relative('.', name), seconds: 0, failed: `It does not load: ${message}` });
      return { tally, tests };
    }
  };
}

/** A run that died before it could report has passed nothing. */
function counted(report: () => { tally: Tally; tests: Taken[] }): { tally: Tally; tests: Taken[] } {
  try {
    return report();
  } catch (cause) {
    console.error(`This step left no report: ${cause instanceof Error ? cause.message : cause}`);
    return { tally: { ...NOTHING, failed: 1 }, tests: [] };
  }
}

function read<Report>(file: string): Report {
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
