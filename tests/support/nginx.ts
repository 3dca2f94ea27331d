import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findProgram } from '../../scripts/programs.mjs';
import { temporaryFolder } from './folders.ts';

const HOW_TO = join(import.meta.dirname, '../../docs/self-hosting.md');
const READY_MS = 10_000;

export type Nginx = {
  /** Each answer so far, as nginx wrote it down: `GET /path HTTP/1.1 200`. */
  answers(): Promise<string[]>;
  stop(): Promise<void>;
};

/**
 * A real nginx with the configuration that docs/self-hosting.md tells people to copy: only names, ports and files are others.
 * Whatever the example does not set is as nginx brings it.
 */
export async function startNginx(at: { port: number; plenary: number; tls: boolean }): Promise<Nginx> {
  const nginx = await findProgram('nginx');
  if (!nginx) throw new Error('nginx is not here: install it (apt-get install nginx-light).');
  const folder = await temporaryFolder();
  const log = join(folder.path, 'answers.log');
  const site = inTest(await example(), at, at.tls ? await certificate(folder.path) : null);
  await writeFile(join(folder.path, 'plenary.conf'), site);
  await writeFile(join(folder.path, 'nginx.conf'), around(folder.path, log));

  const child = spawn(nginx, ['-p', folder.path, '-c', join(folder.path, 'nginx.conf'), '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe']
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const gone = once(child, 'exit');
  for (const end = Date.now() + READY_MS; !(await listens(at.port)); await pause(20))
    if (child.exitCode !== null || Date.now() > end) throw new Error(`nginx does not listen:\n${said}`);

  return {
    answers: async () => (await readFile(log, 'utf8')).split('\n').filter(Boolean),
    async stop() {
      child.kill('SIGTERM');
      await gone;
      await folder.remove();
    }
  };
}

/** The block that people copy. */
async function example(): Promise<string> {
  const found = /```nginx\n([\s\S]+?)```/.exec(await readFile(HOW_TO, 'utf8'))?.[1];
  if (!found) throw new Error('docs/self-hosting.md has no example for nginx.');
  return found;
}

/** What somebody who copies it changes: the name, the ports, the certificate. A line that is missing would be a test of nothing. */
function inTest(
  site: string,
  { port, plenary }: { port: number; plenary: number },
  tls: { certificate: string; key: string } | null
): string {
  const changed = (text: string, line: RegExp, by: string) => {
    if (!line.test(text)) throw new Error(`The example has no line like ${line}.`);
    return text.replace(line, by);
  };
  const steps: [RegExp, string][] = [
    [/listen 443 ssl;/, `listen 127.0.0.1:${port}${tls ? ' ssl' : ''};`],
    [/server_name [^;]+;/, 'server_name localhost;'],
    [/ssl_certificate +[^;]+;/, tls ? `ssl_certificate ${tls.certificate};` : ''],
    [/ssl_certificate_key +[^;]+;/, tls ? `ssl_certificate_key ${tls.key};` : ''],
    [/http:\/\/127\.0\.0\.1:3000;/, `http://127.0.0.1:${plenary};`]
  ];
  return steps.reduce((text, [line, by]) => changed(text, line, by), site);
}

/** What a distribution puts around it, without a place that only root may write to. */
function around(folder: string, log: string): string {
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off;
pid ${folder}/nginx.pid;
${process.getuid?.() === 0 ? `user ${userInfo().username};` : ''}
events {}
http {
  log_format answers '$request $status';
  access_log ${log} answers;
  gzip on;
  ${kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n  ')}
  include ${folder}/plenary.conf;
}
`;
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
