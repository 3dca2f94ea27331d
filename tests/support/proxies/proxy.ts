import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findProgram } from '../../../scripts/programs.mjs';
import { temporaryFolder } from '../folders.ts';

const HOW_TO = join(import.meta.dirname, '../../../docs/self-hosting.md');
const READY_MS = 10_000;

/** Where a proxy of a test listens, what it passes on to, and where it may write. */
export type Site = {
  port: number;
  plenary: number;
  folder: string;
  /** Each answer gets a line here. */
  log: string;
  /** Null where the proxy speaks plain http. */
  tls: { certificate: string; key: string } | null;
};

/** A proxy that docs/self-hosting.md has an example for. */
export type ProxyKind = {
  name: string;
  /** The package of Debian that brings it. */
  debian: string;
  program(): Promise<string | undefined>;
  /** The block of the page that people copy. */
  example: RegExp;
  /** What an administrator changes in the copied example: the name, the ports, the certificate. */
  changes(site: Site): [RegExp, string][];
  /** What a distribution puts around the example. `page`: all of docs/self-hosting.md. */
  around(example: string, site: Site, page: string): Promise<string>;
  args(config: string, site: Site): string[];
  env?(site: Site): Record<string, string>;
  /** A line of the log, as `GET /path HTTP/1.1 200`. */
  answer?(line: string): string;
};

export type Proxy = {
  /** Each answer so far, as `GET /path HTTP/1.1 200`. */
  answers(): Promise<string[]>;
  stop(): Promise<void>;
};

/**
 * A real proxy with the configuration that docs/self-hosting.md tells people to copy: only names, ports and files are
 * others. Whatever the example does not set is as the proxy brings it.
 */
export async function startProxy(
  kind: ProxyKind,
  { port, plenary, tls }: { port: number; plenary: number; tls: boolean }
): Promise<Proxy> {
  const program = await kind.program();
  if (!program) throw new Error(`${kind.name} is not here: install it (apt-get install ${kind.debian}).`);
  const folder = await temporaryFolder();
  const certified = tls ? await certificate(folder.path) : null;
  const site: Site = { port, plenary, folder: folder.path, log: join(folder.path, 'answers.log'), tls: certified };
  const page = await readFile(HOW_TO, 'utf8');
  const config = join(folder.path, `${kind.name}.conf`);
  await writeFile(config, await kind.around(inTest(kind, site, page), site, page));

  // A file: what Node calls a pipe is a socket, which nobody can open by the name of /dev/stderr.
  const said = await open(join(folder.path, 'said.log'), 'w+');
  const child = spawn(program, kind.args(config, site), {
    stdio: ['ignore', 'ignore', said.fd],
    env: { ...process.env, ...kind.env?.(site) }
  });
  const gone = once(child, 'exit');
  for (const end = Date.now() + READY_MS; !(await listens(port)); await pause(20))
    if (child.exitCode !== null || Date.now() > end) {
      child.kill('SIGKILL');
      throw new Error(`${kind.name} does not listen:\n${await readFile(join(folder.path, 'said.log'), 'utf8')}`);
    }

  return {
    async answers() {
      const lines = (await readFile(site.log, 'utf8')).split('\n').filter(Boolean);
      return kind.answer ? lines.map(kind.answer) : lines;
    },
    async stop() {
      child.kill('SIGTERM');
      await gone;
      await said.close();
      await folder.remove();
    }
  };
}

/** The example with what its reader changes. A line that is missing would be a test of nothing. */
function inTest({ name, example, changes }: ProxyKind, site: Site, page: string): string {
  const found = example.exec(page)?.[1];
  if (!found) throw new Error(`docs/self-hosting.md has no example for ${name}.`);
  return changes(site).reduce((text, [line, by]) => {
    if (!line.test(text)) throw new Error(`The example for ${name} has no line like ${line}.`);
    return text.replace(line, by);
  }, found);
}

/** Signed by itself: the browser is told to take it. */
async function certificate(folder: string): Promise<{ certificate: string; key: string }> {
  const openssl = await findProgram('openssl');
  if (!openssl) throw new Error('openssl is not here: install it (apt-get install openssl).');
  const files = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') };
  const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  execFileSync(openssl, ['req', ...kind, '-out', files.certificate, '-keyout', files.key], { stdio: 'ignore' });
  return files;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
