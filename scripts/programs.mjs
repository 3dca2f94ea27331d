import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findBrowser } from './browser.mjs';

/**
 * What the tests drive beside Node. Without a `needed` program no test begins; without another one its tests are left
 * out, counted as skipped, and said aloud.
 * @typedef {{ name: string, names: string[], debian: string, brew: string, needed: boolean, variable?: string }} Program
 * @type {Program[]}
 */
export const PROGRAMS = [
  {
    name: 'chromium',
    names: [],
    // Without recommended packages Chromium comes without a single font, and text without one has no size.
    debian: 'chromium-headless-shell fonts-liberation',
    brew: '--cask chromium',
    needed: true,
    variable: 'PLENARY_CHROMIUM'
  },
  { name: 'redis-server', names: ['redis-server'], debian: 'redis-server', brew: 'redis', needed: true },
  { name: 'nginx', names: ['nginx'], debian: 'nginx-light', brew: 'nginx', needed: true },
  { name: 'openssl', names: ['openssl'], debian: 'openssl', brew: 'openssl', needed: true },
  {
    name: 'firefox',
    names: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    debian: 'firefox-esr',
    brew: '--cask firefox',
    needed: false,
    variable: 'PLENARY_FIREFOX'
  },
  {
    name: 'soffice',
    names: ['soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'],
    debian: 'libreoffice-calc-nogui libreoffice-writer-nogui',
    brew: '--cask libreoffice',
    needed: false,
    variable: 'PLENARY_SOFFICE'
  },
  { name: 'pdftotext', names: ['pdftotext'], debian: 'poppler-utils', brew: 'poppler', needed: false }
];

// An ordinary user of Debian has no sbin on PATH, and a Mac's own terminal does not know Homebrew's folder.
const MORE_FOLDERS = process.platform === 'win32' ? [] : ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];

/**
 * The path of one of the programs above, or undefined.
 * @param {string} name
 * @returns {Promise<string | undefined>}
 */
export async function findProgram(name) {
  if (name === 'chromium') return findBrowser();
  const program = PROGRAMS.find((one) => one.name === name);
  if (!program) throw new Error(`There is no ${name} in the table of programs.`);
  const asked = program.variable && process.env[program.variable];
  // A wrong path must fail where it was written, not be replaced by some other program.
  if (asked && !runs(asked)) throw new Error(`${program.variable} points to ${asked}, which cannot be run.`);
  return asked || program.names.map(located).find(Boolean);
}

/**
 * How to install what is missing, in one line.
 * @param {Program[]} missing
 */
export function installLine(missing) {
  const variables = missing.flatMap(({ variable }) => variable ?? []);
  return (
    `Debian: sudo apt-get install ${missing.map(({ debian }) => debian).join(' ')}; ` +
    `macOS: ${missing.map(({ brew }) => `brew install ${brew}`).join(' && ')}` +
    (variables.length ? `; or set ${variables.join(', ')} to one you have` : '')
  );
}

/**
 * Where a program is on this machine, by its name or path; undefined where it is not.
 * @param {string} name
 * @returns {string | undefined}
 */
export function located(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...MORE_FOLDERS];
  return name.includes('/')
    ? [name].find((path) => existsSync(path))
    : folders.map((folder) => join(folder, name)).find(runs);
}

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
