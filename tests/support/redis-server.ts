import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { temporaryFolder } from './folders.ts';

export type RedisServer = {
  url: string;
  port: number;
  folder: string;
  /** Kills it without warning, as a power cut would end the process. */
  kill(): Promise<void>;
  /** Starts it again on the same port and folder. */
  start(): Promise<void>;
  signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void;
  stop(): Promise<void>;
};

const SAFE = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction', '--save', ''];
const READY_MS = 10_000;

/** A Redis of the test's own, set as Plenary demands unless `settings` say otherwise. Later settings win. */
export async function startRedis(settings: string[] = []): Promise<RedisServer> {
  const folder = await temporaryFolder();
  const port = await freePort();
  const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder.path];
  let running = await run([...place, ...SAFE, ...settings], port);

  const kill = async (): Promise<void> => {
    const gone = running.exitCode === null && running.signalCode === null ? once(running, 'exit') : null;
    running.kill('SIGKILL');
    await gone;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    folder: folder.path,
    kill,
    async start() {
      running = await run([...place, ...SAFE, ...settings], port);
    },
    signal: (name) => void running.kill(name),
    async stop() {
      await kill();
      await folder.remove();
    }
  };
}

async function run(settings: string[], port: number) {
  const child = spawn('redis-server', settings, { stdio: 'ignore' });
  const failed = new Promise<never>((_, reject) => {
    child.once('error', () =>
      reject(new Error('redis-server is not on PATH: install it (apt-get install redis-server).'))
    );
    child.once('exit', (code) => reject(new Error(`redis-server ended with ${code} on port ${port}.`)));
  });
  failed.catch(() => {});
  await Promise.race([failed, answers(port)]);
  return child;
}

async function answers(port: number): Promise<void> {
  for (const end = Date.now() + READY_MS; Date.now() < end; await pause(10)) {
    if (await saysPong(port)) return;
  }
  throw new Error(`redis-server did not answer on port ${port}.`);
}

function saysPong(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    socket.once('data', (said) => {
      socket.destroy();
      resolve(said.includes('PONG'));
    });
    socket.once('error', () => resolve(false));
  });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * A cable that can be cut at the worst moment: once armed, it carries the next command that begins with `command` to
 * Redis, swallows the answer, and drops the connection. A connection that asks what is to be held keeps waiting for its
 * answers.
 */
export async function startCable(
  to: number
): Promise<{ url: string; cutAfter(command: string): void; hold(command: string): void; stop(): Promise<void> }> {
  let armed: string | null = null;
  let held: string | null = null;
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = createConnection({ port: to, host: '127.0.0.1' });
    let cutting = false;
    let holding = false;
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => {});
      end.on('close', () => {
        ends.delete(end);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (said) => {
      if (armed !== null && said.includes(armed)) {
        armed = null;
        cutting = true;
      }
      holding ||= held !== null && said.includes(held);
      far.write(said);
    });
    far.on('data', (said) => {
      if (cutting) near.destroy();
      else if (!holding) near.write(said);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutAfter: (command) => (armed = command),
    hold: (command) => (held = command),
    async stop() {
      for (const end of ends) end.destroy();
      server.close();
      await once(server, 'close');
    }
  };
}
