import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressesOf } from './start/network-addresses.ts';
import { banner } from './start/banner.ts';
import { loadPages } from './start/sveltekit-handler.ts';
import { APP, open, type RunningPlenary } from './plenary.ts';
import { report } from './health/report-error.ts';
import { readSettings, type Settings } from './start/settings.ts';

const DRAIN_MS = 10_000;

process.on('unhandledRejection', (reason) => void report(reason));
process.on('uncaughtException', (error) =>
  stopWith(`${report(error, 'process')}: stopped, so that nothing goes on half broken.`)
);

await start(settled()).catch((error: unknown) => stopWith(oneLine(error)));

async function start(settings: Settings): Promise<void> {
  const pages = await loadPages(settings);
  const http = createServer(pages);
  const plenary = await open(http, settings);
  (globalThis as unknown as Record<symbol, RunningPlenary>)[APP] = plenary;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(plenary));

  http.on('error', (error: NodeJS.ErrnoException) => stopWith(whyNotListening(error, settings)));
  http.listen(settings.port, settings.host, () => void greet());

  async function greet(): Promise<void> {
    const { port } = http.address() as AddressInfo;
    const local = `http://localhost:${port}`;
    const token = await plenary.setUpToken();
    const base = settings.origin ?? local;
    const setUp = token === null ? null : `${base}/setup/${token}`;
    const inTheRoom = settings.origin === null ? addressesOf(http) : [settings.origin];
    console.log(banner({ local, inTheRoom, setUp }));
  }
}

/** Clients reconnect to the next start by themselves; all that was said until now is stored first. */
async function stop(plenary: RunningPlenary): Promise<void> {
  setTimeout(() => stopWith('Plenary did not come to an end in time.'), DRAIN_MS).unref();
  await plenary.close().catch((error: unknown) => void report(error));
  process.exit(0);
}

function settled(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    return stopWith(oneLine(error));
  }
}

function whyNotListening({ code, message }: NodeJS.ErrnoException, { port, host }: Settings): string {
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Set PORT to another one, or stop what runs there.`;
  if (code === 'EACCES') return `Port ${port} needs more rights than this process has. Set PORT to 1024 or more.`;
  if (code === 'EADDRNOTAVAIL') return `HOST ${host} is not an address of this machine.`;
  return message;
}

function stopWith(line: string): never {
  console.error(`Plenary stopped: ${line}`);
  process.exit(1);
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
