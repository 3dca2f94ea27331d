import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startNode } from './processes.ts';

const HERE = import.meta.dirname;
const COLYSEUS = join(HERE, 'colyseus');
const UP_WITHIN_MS = 30_000;
const INSTALLED_WITHIN_MS = 180_000;

export const openFloor = (mode: 'dots' | 'shape') => open(['floor.ts', mode]);
export const openColyseus = () => open(['colyseus/server.mjs']);

async function open([file = '', ...args]: readonly string[]) {
  const server = startNode([join(HERE, file), ...args], { on: 'server' });
  const port = (await server.tells(/open at (\d+)/, UP_WITHIN_MS))[1];
  return { url: `http://127.0.0.1:${port}`, pid: server.pid, end: server.end };
}

/** Only the bench installs Colyseus, the first time. False when it cannot be had: then the table goes without. */
export function hasColyseus(): boolean {
  const there = () => existsSync(join(COLYSEUS, 'node_modules/@colyseus/core/package.json'));
  if (there()) return true;
  const flags = [
    'install',
    '--no-save',
    '--omit=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error'
  ];
  // npm decides by its own Node which packages fit, and that may be an older one than runs here.
  spawnSync('npm', flags, { cwd: COLYSEUS, timeout: INSTALLED_WITHIN_MS, shell: process.platform === 'win32' });
  return there();
}
