import { error, type Handle, type HandleServerError, type RequestEvent, type ResolveOptions } from '@sveltejs/kit';
import type { Account, Plenary } from '#server/page-api.ts';
import { FORM_BYTES_AT_MOST } from '#wire/body-limits.ts';
import { ACCOUNT_COOKIE } from '#wire/cookies.ts';
import type { Later } from '#wire/messages.ts';
import { later, refusals } from '#words/index.ts';

/** The open house: put there by the server, which is another module graph and shares nothing else with pages. */
type RunningPlenary = { at(address: string): Plenary };
const APP = Symbol.for('plenary');

const HEADERS = {
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: browsers then send forms with the origin `null`, which no check of origins can let in.
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'
};

// Errors and redirects that never become a page get no policy from the pages' own, so it is said here, too.
const NOTHING_FRAMES_US = "frame-ancestors 'none'";

export const handle: Handle = async ({ event, resolve }) => {
  const house = await (globalThis as unknown as Record<symbol, RunningPlenary | Promise<RunningPlenary>>)[APP];
  if (!house) return new Response(null, { status: 503, headers: { 'retry-after': '1' } });
  if (isTooLong(event)) return new Response(refusals['text-too-long'], { status: 413 });
  const plenary = house.at(addressOf(event));
  event.locals.plenary = plenary;
  await know(event, plenary);
  event.locals.pass = async (gathering, surface) => {
    if (plenary.gatherings.isDeleted(gathering)) error(410, refusals['gathering-deleted']);
    return plenary.pass(surface, gathering, (name) => event.cookies.get(name));
  };

  const answer = await resolve(event, preloadsInHead());
  // SvelteKit knows 500 only. Whoever asks, a person or a program, may ask the same again.
  const response =
    event.locals.away && !event.isDataRequest
      ? new Response(answer.body, { status: 503, headers: answer.headers })
      : answer;
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  if (!response.headers.has('content-security-policy'))
    response.headers.set('content-security-policy', NOTHING_FRAMES_US);
  // A computer at a meeting is used by several people: what is not meant for everybody stays on none.
  if (!response.headers.has('cache-control'))
    response.headers.set('cache-control', event.route.id?.startsWith('/commons') ? 'no-cache' : 'no-store');
  // Of this name only: what else is under the same domain is not ours to decide.
  if (event.url.protocol === 'https:') response.headers.set('strict-transport-security', 'max-age=31536000');
  return response;
};

/**
 * Whether a form holds more than its page may be sent. The adapter has one limit for all pages, which is that of the
 * one that takes archives; a body of unknown length is one that no browser sends.
 */
function isTooLong({ request, url, route }: RequestEvent): boolean {
  if (request.body === null || (route.id === '/account' && url.searchParams.has('/bringIn'))) return false;
  const length = request.headers.get('content-length');
  return length === null || Number(length) > FORM_BYTES_AT_MOST;
}

/**
 * Scripts of a page are named in its head, to be fetched side by side. As a header, which is SvelteKit's way, they
 * alone outgrow the 4 kB that a stock proxy reads of all headers together, and it answers 502.
 */
function preloadsInHead(): ResolveOptions {
  const scripts: string[] = [];
  return {
    preload({ type, path }) {
      if (type === 'js') scripts.push(path);
      // Nothing becomes a header. Styles are linked in the head in any case.
      return false;
    },
    transformPageChunk: ({ html }) => {
      const links = scripts.map((path) => `<link rel="modulepreload" href="${path}">`).join('');
      return html.replace('</head>', () => `${links}</head>`);
    }
  };
}

/**
 * Why the store could not be asked just now, when that is what went wrong. Another module graph made the error: it is
 * known by its fields.
 */
function laterFor(error: unknown): Later | null {
  const reason = error instanceof Error && 'reason' in error ? error.reason : null;
  return typeof reason === 'string' && Object.hasOwn(later, reason) ? (reason as Later) : null;
}

/** Nobody is told the cause: it may hold what others typed. The id leads the operator to it. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  if (status === 404) return { message };
  const away = laterFor(error);
  if (away) {
    event.locals.away = true;
    console.error(`[${new Date().toISOString()}] ${event.request.method} ${event.route.id}: ${away}`);
    return { message: later[away] };
  }
  const id = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0')).join(
    ''
  );
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(`[${new Date().toISOString()}] ${event.request.method} ${event.route.id} went wrong (${id}): ${cause}`);
  return { message: refusals['went-wrong'], id };
};

/**
 * Who is signed in. Where that cannot be read just now, whoever asks for it meets the trouble: thrown from here it
 * would be answered without a page of ours, on pages, too, that ask for nobody.
 */
async function know(event: RequestEvent, plenary: Plenary): Promise<void> {
  try {
    event.locals.account = await accountOf(event, plenary);
  } catch (trouble) {
    Object.defineProperty(event.locals, 'account', {
      get() {
        throw trouble;
      }
    });
  }
}

async function accountOf(event: RequestEvent, plenary: Plenary): Promise<Account | null> {
  const token = event.cookies.get(ACCOUNT_COOKIE);
  if (!token) return null;
  const signedIn = await plenary.accounts.whose(token);
  if (!signedIn) {
    event.cookies.delete(ACCOUNT_COOKIE, { path: '/' });
    return null;
  }
  if (signedIn.renewed)
    event.cookies.set(ACCOUNT_COOKIE, signedIn.renewed.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      // Rooms without the internet are reached over plain http, where a secure cookie would never come back.
      secure: event.url.protocol === 'https:',
      expires: new Date(signedIn.renewed.expires)
    });
  return signedIn.account;
}

/** Behind a trusted proxy the adapter reads the header and throws when it is absent: then somebody came directly. */
function addressOf(event: RequestEvent): string {
  try {
    return event.getClientAddress();
  } catch {
    return 'direct';
  }
}
