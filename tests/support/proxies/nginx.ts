import { userInfo } from 'node:os';
import { findProgram } from '../../../scripts/programs.mjs';
import type { ProxyKind } from './proxy.ts';

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

export const nginx: ProxyKind = {
  name: 'nginx',
  debian: 'nginx-light',
  program: () => findProgram('nginx'),
  example: /```nginx\n([\s\S]+?)```/,
  changes: ({ port, plenary, tls }) => [
    [/listen 443 ssl;/, `listen 127.0.0.1:${port}${tls ? ' ssl' : ''};`],
    [/server_name [^;]+;/, 'server_name localhost;'],
    [/ssl_certificate +[^;]+;/, tls ? `ssl_certificate ${tls.certificate};` : ''],
    [/ssl_certificate_key +[^;]+;/, tls ? `ssl_certificate_key ${tls.key};` : ''],
    [/http:\/\/127\.0\.0\.1:3000;/, `http://127.0.0.1:${plenary};`]
  ],
  // Without a place that only root may write to.
  around: async (example, { folder, log }) => `
daemon off;
pid ${folder}/nginx.pid;
${process.getuid?.() === 0 ? `user ${userInfo().username};` : ''}
events {}
http {
  log_format answers '$request $status';
  access_log ${log} answers;
  gzip on;
  ${TEMPORARY.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n  ')}
  ${example}
}
`,
  args: (config, { folder }) => ['-p', folder, '-c', config, '-e', 'stderr']
};
