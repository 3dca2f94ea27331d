import { located } from '../../../scripts/programs.mjs';
import type { ProxyKind } from './proxy.ts';

type Logged = { request: { method: string; uri: string; proto: string }; status: number };

export const caddy: ProxyKind = {
  name: 'Caddy',
  debian: 'caddy',
  program: async () => located('caddy'),
  example: /### Caddy\n\n```\n([\s\S]+?)```/,
  // For `localhost` it signs the certificate by itself, as for a name of the world it fetches one.
  changes: ({ port, plenary, log }) => [
    [/^plenary\.example\.org \{/, `https://localhost:${port} {\n  log {\n    output file ${log}\n    format json\n  }`],
    [/127\.0\.0\.1:3000/, `127.0.0.1:${plenary}`]
  ],
  around: async (example) => `{
  admin off
  default_bind 127.0.0.1
  auto_https disable_redirects
  skip_install_trust
}
${example}`,
  args: (config) => ['run', '--config', config, '--adapter', 'caddyfile'],
  env: ({ folder }) => ({ HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }),
  answer(line) {
    const { request, status } = JSON.parse(line) as Logged;
    return `${request.method} ${request.uri} ${request.proto} ${status}`;
  }
};
