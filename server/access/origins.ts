import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { Settings } from '../start/settings.ts';

type Reached = Pick<Settings, 'origin' | 'trustProxy'>;
type Asking = Pick<IncomingMessage, 'headers' | 'socket'>;

const TOLD_AT_MOST = 50;

/** The scheme people use, `http` or `https`: what a header tells is believed only when it comes from a proxy. */
export function schemeOf({ headers, socket }: Asking, { trustProxy }: Reached): 'http' | 'https' {
  const told = trustProxy > 0 ? headers['x-forwarded-proto'] : undefined;
  // Some proxies say `wss` of a WebSocket, and several proxies make a list.
  if (typeof told === 'string') return /^(https|wss)\b/.test(told.trim()) ? 'https' : 'http';
  return (socket as TLSSocket).encrypted ? 'https' : 'http';
}

/** The origin of our own pages: `PLENARY_ORIGIN`, or what the request itself says of scheme and host. */
export function expectedOrigin(request: Asking, reached: Reached): string {
  if (reached.origin !== null) return reached.origin;
  const url = `${schemeOf(request, reached)}://${request.headers.host ?? ''}`;
  return URL.parse(url)?.origin ?? url;
}

/**
 * Browsers send cookies along from any page, and say in `Origin` where that page is: only our own pages may act. The
 * first refusal of each kind is written to the log, because behind a proxy that is set up wrongly every person is
 * refused.
 * @param tell Takes one line for the log.
 */
export function createOriginCheck(reached: Reached, tell: (line: string) => void = toLog) {
  const told = new Set<string>();

  return function fromHere(request: Asking, what: 'form' | 'live connection'): boolean {
    const seen = request.headers.origin ?? 'null';
    const expected = expectedOrigin(request, reached);
    if (seen === expected) return true;
    const key = `${what} ${seen} ${expected}`;
    if (!told.has(key) && told.size < TOLD_AT_MOST) {
      told.add(key);
      tell(whyRefused(what, seen, expected));
    }
    return false;
  };
}

function whyRefused(what: string, seen: string, expected: string): string {
  const where = URL.parse(seen)?.origin ?? 'null';
  const refused = `A ${what} was refused: its Origin is ${where}, expected is ${expected}.`;
  return where === 'null'
    ? `${refused} The browser hid the address it is at, or a proxy took it away.`
    : `${refused} If people do use ${where}, start Plenary with PLENARY_ORIGIN=${where} (docs/self-hosting.md).`;
}

const toLog = (line: string) => console.error(`[${new Date().toISOString()}] ${line}`);
