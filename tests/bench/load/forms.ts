import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';

export type Reply = { status: number; location: string; cookie: string; body: string };

/**
 * Each request on a connection of its own, as each phone has one: a kept connection would spare the server what phones
 * cost.
 */
export async function ask(url: URL, options: { form?: Record<string, string>; cookie?: string } = {}): Promise<Reply> {
  const { form, cookie } = options;
  const body = form && new URLSearchParams(form).toString();
  const sending = request(url, {
    method: form ? 'POST' : 'GET',
    agent: false,
    timeout: REPLY_WITHIN_MS,
    headers: {
      accept: 'text/html',
      ...(form ? { origin: url.origin, 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...(cookie ? { cookie } : {})
    }
  });
  sending.on('timeout', () => sending.destroy(new Error(`No reply within ${REPLY_WITHIN_MS} ms: ${url.pathname}`)));
  sending.end(body);
  const [reply] = (await once(sending, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of reply) chunks.push(chunk as Buffer);
  return {
    status: reply.statusCode ?? 0,
    location: reply.headers.location ?? '',
    cookie: (reply.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; '),
    body: Buffer.concat(chunks).toString()
  };
}

const REPLY_WITHIN_MS = 60_000;
const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A device as a page makes it: 26 letters by chance. */
export const newDevice = (): string => Array.from(randomBytes(26), (byte) => LETTERS[byte % 36]).join('');

/** Runs `act` for each, `atOnce` at a time. */
export async function each<Item>(items: readonly Item[], atOnce: number, act: (item: Item) => Promise<void>) {
  const waiting = items[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of { [Symbol.iterator]: () => waiting }) await act(item);
    })
  );
}
