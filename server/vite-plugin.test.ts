import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../tests/support/folders.ts';
import { eventually } from '../tests/support/until.ts';
import { freePort } from '../tests/support/redis-server.ts';

const VITE = join(import.meta.dirname, '../node_modules/vite/bin/vite.js');

test('npm run dev opens the server beside the pages', async () => {
  const folder = await temporaryFolder();
  const port = await freePort();
  const env = { PATH: process.env.PATH ?? '', PLENARY_DATA: folder.path };
  const args = [VITE, 'dev', '--host', '127.0.0.1', '--port', String(port), '--strictPort'];
  const vite = spawn(process.execPath, args, { env, stdio: 'ignore' });
  try {
    const ready = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.status;
    await eventually(async () => expect(await ready()).toBe(200));
  } finally {
    vite.kill('SIGKILL');
    await folder.remove();
  }
});
