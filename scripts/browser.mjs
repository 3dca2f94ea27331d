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

// The same engine with no desktop around it: what tests ask for is a fifth less work.
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];
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

/**
 * The Chromium that the tests drive: the one that PLENARY_CHROMIUM names, the machine's headless shell, Playwright's
 * own, or the machine's browser. `whole` leaves out the shell, which draws on no screen: smooth motion is measured in a
 * whole browser.
 */
export async function findBrowser({ whole = false } = {}) {
  const asked = process.env.PLENARY_CHROMIUM;
  // A wrong path must fail where it was written, not be replaced by some other browser.
  if (asked) {
    if (!existsSync(asked)) throw new Error(`PLENARY_CHROMIUM points to ${asked}, which does not exist.`);
    return asked;
  }
  const shell = whole ? undefined : SHELLS.map(onPath).find(Boolean);
  if (shell) return shell;
  // Playwright's own is imported late, because the bootstrap loads this file before anything is installed.
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  return installedBrowser();
}

/** A browser that this machine has, the headless shell before a whole one; undefined where there is none. */
export function installedBrowser() {
  const installed = [...SHELLS, ...NAMES].map(onPath).find(Boolean);
  return installed ?? (APPLICATIONS[process.platform] ?? []).find((path) => existsSync(path));
}

/** What vitest and Playwright pass to `chromium.launch`. */
export async function launchOptions({ whole = false } = {}) {
  const executablePath = await findBrowser({ whole });
  // Chromium cannot use its sandbox as root; for any other user the sandbox stays.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...FLAGS] : FLAGS;
  return executablePath ? { executablePath, args } : { args };
}
