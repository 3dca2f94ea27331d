import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../tests/support/folders.ts';
import { until } from '../tests/support/until.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const LONG = { timeout: 120_000 };

let folders: Awaited<ReturnType<typeof temporaryFolder>>[];
let running: ChildProcess[];

beforeEach(() => {
  folders = [];
  running = [];
});

afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(folders.map((folder) => folder.remove()));
});

async function start(settings: Record<string, string>) {
  const folder = await temporaryFolder();
  folders.push(folder);
  const env = { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', PORT: '0', PLENARY_DATA: folder.path, ...settings };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  const started = { child, data: folder.path, out: '', err: '', ended: once(child, 'exit') };
  child.stdout.on('data', (said: Buffer) => (started.out += said.toString()));
  child.stderr.on('data', (said: Buffer) => (started.err += said.toString()));
  return started;
}

const open = async (settings: Record<string, string> = {}) => {
  const started = await start(settings);
  const found = await until(() => /^Plenary is open at (http:\/\/localhost:(\d+))\n/.exec(started.out));
  return { ...started, started, port: found[2] ?? '' };
};

test('a start says where it is open and how it is set up, and ends when it is asked to', LONG, async () => {
  const { started, port } = await open();
  await until(() => /\/setup\/[\w-]{22}\n/.test(started.out));
  expect(started.out).toContain(`http://localhost:${port}/setup/`);
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  started.child.kill('SIGTERM');
  expect(await started.ended).toEqual([0, null]);
  expect(started.err).toBe('');
});

test('a port in use is told in one line', LONG, async () => {
  const { port } = await open();
  const second = await start({ PORT: port });
  expect(await second.ended).toEqual([1, null]);
  expect(second.err).toBe(
    `Plenary stopped: Port ${port} is in use. Set PORT to another one, or stop what runs there.\n`
  );
});

test('a data folder in use is told in one line', LONG, async () => {
  const { data } = await open();
  const second = await start({ PLENARY_DATA: data });
  expect(await second.ended).toEqual([1, null]);
  expect(second.err).toMatch(/^Plenary stopped: .* is in use by another Plenary\..*\n$/);
});

test.each([
  { PLENARY_DATA: '/proc/nope' },
  { PORT: 'door' },
  { PLENARY_ORIGIN: 'plenary' },
  { REDIS_URL: 'redis://127.0.0.1:1' }
])('a start with %j is refused in one line', LONG, async (settings) => {
  const refused = await start(settings as Record<string, string>);
  expect(await refused.ended).toEqual([1, null]);
  expect(refused.err).toMatch(/^Plenary stopped: [^\n]+\n$/);
  expect(refused.out).toBe('');
});
