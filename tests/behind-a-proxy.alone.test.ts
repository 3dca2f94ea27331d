import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { errors } from '#words/index.ts';
import { openTestServerWithPages, type TestServer } from './support/test-server.ts';

/** A Plenary that its operator says is at this address, behind one proxy. */
const ORIGIN = 'https://plenary.example.org';
const TOKEN = 'sixteen-letters-or-more';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServerWithPages({ origin: ORIGIN, trustProxy: 1, metricsToken: TOKEN });
});
afterAll(() => server.close());
afterEach(() => vi.restoreAllMocks());

const signIn = (origin: string | undefined, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/account/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email: 'ana@example.org', password: 'a wrong password' }),
    headers: { accept: 'text/html', ...(origin === undefined ? {} : { origin }), ...headers }
  });

const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('a form from the address that people use is heard', async () => {
  expect((await signIn(ORIGIN)).status).toBe(400);
});

test('a form from another address is refused with what to do, and the log says it once', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const seen = 'http://plenary.example.org';
  for (let turn = 0; turn < 3; turn += 1) {
    const answer = await signIn(seen);
    expect(answer.status).toBe(403);
    const page = plain(await answer.text());
    for (const said of [errors.wrongAddress.came(seen, ORIGIN), `PLENARY_ORIGIN=${seen}`, 'docs/self-hosting.md'])
      expect(page).toContain(said);
  }
  expect(log.mock.calls).toEqual([[expect.stringContaining(`its Origin is ${seen}, expected is ${ORIGIN}.`)]]);
  expect(log.mock.calls[0]?.[0]).toContain(`PLENARY_ORIGIN=${seen}`);
});

test('a form whose browser hides its address is told so', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  for (const origin of ['null', undefined]) {
    const answer = await signIn(origin);
    expect(answer.status).toBe(403);
    expect(plain(await answer.text())).toContain(errors.wrongAddress.hidden(ORIGIN));
  }
});

test('a form that a script sends is told the same', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const answer = await signIn('http://elsewhere.example', { accept: 'application/json' });
  expect([answer.status, await answer.json()]).toEqual([
    403,
    {
      type: 'error',
      error: {
        message: errors.wrongAddress.title,
        origins: { seen: 'http://elsewhere.example', expected: ORIGIN }
      }
    }
  ]);
});

test('a stranger cannot fill the log with addresses', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  for (let turn = 0; turn < 80; turn += 1) await signIn(`http://a${turn}.example`);
  expect(log.mock.calls.length).toBeGreaterThan(10);
  expect(log.mock.calls.length).toBeLessThan(60);
});

test('a live connection is judged by scheme as well as by name', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const knock = (origin: string) => fetch(`${server.url}/live/?EIO=4&transport=polling`, { headers: { origin } });
  expect((await knock(ORIGIN)).status).toBe(200);
  expect((await knock(ORIGIN.replace('https', 'http'))).status).toBe(403);
  expect(log.mock.calls).toEqual([[expect.stringContaining(`PLENARY_ORIGIN=http://plenary.example.org`)]]);
});

test('figures need the token, however local a proxy makes everybody look', async () => {
  const ask = (headers: Record<string, string>) => fetch(`${server.url}/metrics`, { headers });
  expect((await ask({})).status).toBe(404);
  expect((await ask({ authorization: 'Bearer something-quite-else' })).status).toBe(404);
  expect((await ask({ authorization: `Bearer ${TOKEN}` })).status).toBe(200);
});

test('whoever came encrypted once comes encrypted the next time', async () => {
  const page = await fetch(`${server.url}/account/sign-in`, { headers: { 'x-forwarded-proto': 'https' } });
  expect(page.headers.get('strict-transport-security')).toBe('max-age=31536000');
});

test('a request that names no host, or nonsense, ends nothing', async () => {
  for (const host of ['', 'a b', '::::', 'x'.repeat(300)]) {
    const status = await new Promise<number>((resolve, reject) =>
      request({ port: server.port, path: '/', headers: { host, 'x-forwarded-proto': 'nonsense' } }, (reply) =>
        resolve(reply.resume().statusCode ?? 0)
      )
        .on('error', reject)
        .end()
    );
    expect(status).toBeGreaterThan(0);
  }
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});
