import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { convene, type Place } from './load/gathering.ts';
import { startNode } from './processes.ts';

const UP_WITHIN_MS = 60_000;
const ROOT = resolve(import.meta.dirname, '../..');

const folders = new Set<string>();
process.once('exit', () => folders.forEach(remove));

/** The real server as `npm start` runs it, over a data folder of its own, with one gathering convened. */
export async function openPlenary() {
  const data = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  folders.add(data);
  const server = await startPlenary(data);
  const setUp = await server.tells(/\/setup\/[^\s]+/, UP_WITHIN_MS);
  const convened = await convene(server.url + setUp[0]);
  const place: Place = { ...convened, pid: server.pid };
  return {
    place,
    data,
    /** The server goes, its data stays. */
    stop: () => server.end(),
    async end() {
      await server.end();
      remove(data);
      folders.delete(data);
    }
  };
}

export async function startPlenary(data: string) {
  const env = { HOST: '127.0.0.1', PORT: '0', PLENARY_DATA: data };
  const began = performance.now();
  const server = startNode([join(ROOT, 'server/main.ts')], { on: 'server', env, cwd: ROOT });
  const port = (await server.tells(/is open at http:\/\/localhost:(\d+)/, UP_WITHIN_MS))[1];
  // By its number: asked by name, the load would wait for the name first, for each phone.
  return { ...server, url: `http://127.0.0.1:${port}`, startedInMs: performance.now() - began };
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
