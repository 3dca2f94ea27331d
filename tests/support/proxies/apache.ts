import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { located } from '../../../scripts/programs.mjs';
import type { ProxyKind } from './proxy.ts';

const DEBIAN = '/etc/apache2';

export const apache: ProxyKind = {
  name: 'Apache',
  debian: 'apache2',
  program: async () => located('apache2'),
  example: /```apache\n([\s\S]+?)```/,
  changes: ({ port, plenary, tls }) => [
    [/<VirtualHost \*:443>/, `<VirtualHost 127.0.0.1:${port}>`],
    [/ServerName .+/, 'ServerName localhost'],
    [/SSLCertificateFile .+/, `SSLCertificateFile ${tls?.certificate}`],
    [/SSLCertificateKeyFile .+/, `SSLCertificateKeyFile ${tls?.key}`],
    [/127\.0\.0\.1:3000/, `127.0.0.1:${plenary}`]
  ],
  around: async (example, { port, folder, log }, page) => `
ServerRoot ${DEBIAN}
PidFile ${folder}/apache.pid
Listen 127.0.0.1:${port}
ErrorLog /dev/stderr
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
IncludeOptional mods-enabled/*.load
IncludeOptional mods-enabled/*.conf
${(await modules(page)).join('\n')}
<Directory />
  Require all denied
</Directory>
LogFormat "%r %>s" answers
CustomLog ${log} answers
${example}`,
  args: (config) => ['-D', 'FOREGROUND', '-f', config],
  env: ({ folder }) => ({ APACHE_RUN_DIR: folder, APACHE_LOCK_DIR: folder, APACHE_LOG_DIR: folder })
};

/** The modules that the page says to add, and what they stand on: as `a2enmod` finds them. */
async function modules(page: string): Promise<string[]> {
  const asked = /a2enmod ([a-z_ ]+)/.exec(page)?.[1]?.trim().split(' ');
  if (!asked) throw new Error('docs/self-hosting.md names no module to add to Apache.');
  const found = new Set<string>();
  async function add(name: string): Promise<void> {
    const load = await readFile(join(DEBIAN, 'mods-available', `${name}.load`), 'utf8');
    for (const under of /^# Depends: (.+)/m.exec(load)?.[1]?.split(' ') ?? []) await add(under);
    found.add(name);
  }
  for (const name of asked) await add(name);
  return [...found].flatMap((name) => [
    `<IfModule !${name}_module>\nInclude mods-available/${name}.load\n</IfModule>`,
    `IncludeOptional mods-available/${name}.con[f]`
  ]);
}
