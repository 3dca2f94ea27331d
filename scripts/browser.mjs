import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const APPLICATIONS = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  ],
  win32: [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'))
};

/**
 * The path of a program on PATH, or undefined.
 * @param {string} name
 */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** The Chromium that the tests drive: the one asked for, Playwright's own, or the machine's. */
export async function findBrowser() {
  const asked = process.env.PLENARY_CHROMIUM;
  // A wrong path must fail where it was written, not be replaced by some other browser.
  if (asked) {
    if (!existsSync(asked)) throw new Error(`PLENARY_CHROMIUM points to ${asked}, which does not exist.`);
    return asked;
  }
  // Imported late, because the bootstrap loads this file before anything is installed.
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  const installed = NAMES.map(onPath).find(Boolean);
  return installed ?? (APPLICATIONS[process.platform] ?? []).find((path) => existsSync(path));
}

/** What vitest and Playwright pass to `chromium.launch`. */
export async function launchOptions() {
  const executablePath = await findBrowser();
  // Chromium refuses its sandbox to root; for everybody else the sandbox stays.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...FLAGS] : FLAGS;
  return executablePath ? { executablePath, args } : { args };
}
