import { existsSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { Settings } from './settings.ts';

type Handler = { handler: RequestListener };

// A path that the compiler does not follow: the build is made later, and types of its own it has none.
const BUILD = new URL('../build/handler.js', import.meta.url);

/** The built pages. The adapter reads the environment once, on import, so it is told first how this Plenary is reached. */
export async function openPages({ origin, trustProxy }: Settings): Promise<RequestListener> {
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  if (origin !== null) process.env.ORIGIN = origin;
  else delete process.env.ORIGIN;
  if (trustProxy > 0) Object.assign(process.env, { ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: String(trustProxy) });
  if (!existsSync(BUILD)) throw new Error('The pages are not built yet: run npm run build first.');
  const { handler } = (await import(BUILD.href)) as Handler;

  return (request, response) => {
    // The adapter takes every request for https, and then refuses forms of plain http: it is told the truth here. What a stranger
    // says in this header is believed only when it comes from a proxy.
    if (trustProxy === 0 || !request.headers['x-forwarded-proto'])
      request.headers['x-forwarded-proto'] = protocolOf(request);
    response.setHeader('x-content-type-options', 'nosniff');
    handler(request, response);
  };
}

const protocolOf = ({ socket }: IncomingMessage) => ((socket as TLSSocket).encrypted ? 'https' : 'http');
