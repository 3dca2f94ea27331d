import { existsSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import { EDITION_FILE_BYTES_AT_MOST, FORM_BYTES_AT_MOST } from '#wire/body-limits.ts';
import { createOriginCheck, schemeOf } from '../access/origins.ts';
import type { Settings } from './settings.ts';

type Handler = { handler: RequestListener };

// A path that the compiler does not follow: the build is made later, and types of its own it has none.
const BUILD = new URL('../../build/handler.js', import.meta.url);

/**
 * The built pages. SvelteKit's adapter reads the environment once, on import, so the environment is set before that.
 */
export async function loadPages(settings: Settings): Promise<RequestListener> {
  const { origin, trustProxy } = settings;
  process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
  if (origin !== null) process.env.ORIGIN = origin;
  else delete process.env.ORIGIN;
  if (trustProxy > 0) Object.assign(process.env, { ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: String(trustProxy) });
  // Of all pages one takes as much; the others say less themselves (src/hooks.server.ts).
  process.env.BODY_SIZE_LIMIT = String(EDITION_FILE_BYTES_AT_MOST + FORM_BYTES_AT_MOST);
  if (!existsSync(BUILD)) throw new Error('The pages are not built yet: run npm run build first.');
  const { handler } = (await import(BUILD.href)) as Handler;

  const fromHere = createOriginCheck(settings);

  return (request, response) => {
    // The adapter takes every request for https, and then refuses forms of plain http: the header says what it is.
    request.headers['x-forwarded-proto'] = schemeOf(request, settings);
    response.setHeader('x-content-type-options', 'nosniff');
    if (wantsToAct(request) && !fromHere(request, 'form')) explainInstead(request);
    response.once('finish', () => discardRest(request));
    handler(request, response);
  };
}

/**
 * What was refused unread still has to be read: SvelteKit leaves it in the connection, and the next request on it waits
 * behind the rest until the connection is reset.
 */
function discardRest(request: IncomingMessage): void {
  if (!request.complete) request.removeAllListeners('data').resume();
}

const READS = ['GET', 'HEAD', 'OPTIONS'];

/** A program that is no browser sends no Origin, and brings no stolen cookie: SvelteKit checks its forms. */
const wantsToAct = ({ method = 'GET', headers }: IncomingMessage) =>
  !READS.includes(method) && (headers.origin !== undefined || headers.accept?.includes('text/html'));

/** SvelteKit would answer with one bare line, before any hook. The request is sent to the page that says what to do. */
function explainInstead(request: IncomingMessage): void {
  request.method = 'GET';
  request.url = '/wrong-address';
  for (const name of ['content-type', 'content-length', 'transfer-encoding']) delete request.headers[name];
}
