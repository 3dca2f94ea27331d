import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join, sep } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GatheringOnBoard, GatheringOnConsole } from '#gathering/views.ts';
import { ACCOUNT_COOKIE } from '#wire/cookies.ts';
import {
  deviceOf,
  granted,
  joins,
  openGathering,
  openTestServerWithPages,
  type TestServer
} from './support/test-server.ts';

/** Every address of the house, read as a browser reads it: a route that is new is missed here until it has a line. */
const ROUTES = join(import.meta.dirname, '../src/routes');

/** What the commonest proxies read of one answer is 4 kB. */
const HEADERS_AT_MOST = 3000;

type Visit = { path: string; cookie?: string; host?: string; status?: number };

let server: TestServer;
let visited: Record<string, (Visit & { got: Read })[]>;

beforeAll(async () => {
  server = await openTestServerWithPages();
  const setUp = { path: `/setup/${await server.setUpToken()}` };
  visited = { 'setup/[token]': [{ ...setUp, got: await read(setUp) }] };
  for (const [route, visits] of Object.entries(await addresses()))
    visited[route] = await Promise.all(visits.map(async (visit) => ({ ...visit, got: await read(visit) })));
});
afterAll(() => server.close());

async function addresses(): Promise<Record<string, Visit[]>> {
  const { gathering, signIn, ana } = await openGathering(server, 'cooperation-day');
  const bo = await joins(server.plenary, gathering, 'Bo');
  const leads = `${ACCOUNT_COOKIE}=${signIn}`;
  const { gatherings } = server.plenary;
  const { code } = (await gatherings.view(gathering, 'board'))?.gathering as GatheringOnBoard;
  const adding = { device: deviceOf('adding'), activity: 'gathering', command: 'addWalkIn', input: { name: 'Wanda' } };
  granted(await gatherings.say({ gathering, role: 'organizer', person: null }, adding));
  const console = await gatherings.view(gathering, 'console');
  const { agenda, people } = console?.gathering as GatheringOnConsole;
  const wanda = Object.keys(people).find((person) => people[person]?.via === 'walk-in');
  const cafe = Object.keys(agenda).find((block) => agenda[block]?.method === 'cafe');

  const form = {
    title: 'Held',
    place: 'Chicago',
    starts: { at: 0, timeZone: 'UTC' },
    licence: 'CC0-1.0',
    rehearsal: false,
    template: null
  } as const;
  const held = granted(await gatherings.convene(ana, { ...form, device: deviceOf('held') })).gathering;
  const pass = { gathering: held, role: 'organizer', person: null } as const;
  const closing = { device: deviceOf('closing'), activity: 'gathering', command: 'close', input: {} };
  granted(await gatherings.say(pass, closing));
  const words = { title: 'What was held', summary: 'Warm.', after: 0 };
  const closed = `/console/${held}/harvest`;
  const { slug } = granted(await gatherings.publish(pass, { device: deviceOf('publishing'), ...words }));

  const gone = granted(await gatherings.convene(ana, { ...form, device: deviceOf('gone') })).gathering;
  await gatherings.remove(ana, gone);

  const pages: Record<string, Visit[]> = {
    '.': [{ path: '/' }],
    '[code=code]': [{ path: `/${code}` }, { path: '/000000', status: 404 }],
    account: [
      { path: '/account', cookie: leads },
      { path: '/account', status: 303 }
    ],
    'account/sign-in': [{ path: '/account/sign-in' }, { path: `/account/sign-in?to=/console/${gathering}` }],
    'account/sign-out': [{ path: '/account/sign-out', cookie: leads, status: 303 }],
    'board/[id]': [
      { path: `/board/${gathering}`, cookie: leads },
      { path: `/board/${held}`, cookie: leads }
    ],
    'board/[id]/text': [{ path: `/board/${gathering}/text`, cookie: leads }],
    'n/[note]': [{ path: '/n/0000000000000', status: 404 }],
    commons: [{ path: '/commons' }, { path: '/commons?q=held' }],
    'commons/[slug]': [{ path: `/commons/${slug}` }, { path: '/commons/nothing', status: 404 }],
    'commons/[slug].[format=format]': ['md', 'docx', 'zip', 'ics'].map((format) => ({
      path: `/commons/${slug}.${format}`
    })),
    'commons/[slug]/[version=edition].[format=format]': [
      { path: `/commons/${slug}/1.md` },
      { path: `/commons/${slug}/999.md`, status: 404 }
    ],
    'commons/[slug]/[version=edition]': [{ path: `/commons/${slug}/1` }, { path: `/commons/${slug}/999`, status: 404 }],
    'commons/[slug]/chart/[block].[drawing=drawing]': ['svg', 'png'].map((drawing) => ({
      path: `/commons/${slug}/chart/b1.${drawing}`,
      status: 404
    })),
    'commons/[slug]/photo/[name].jpg': [{ path: `/commons/${slug}/photo/p1.jpg`, status: 404 }],
    console: [
      { path: '/console', cookie: leads },
      { path: '/console', status: 303 }
    ],
    'console/[id]': [{ path: `/console/${gathering}`, cookie: leads }],
    'console/[id]/stored/[person]': [{ path: `/console/${gathering}/stored/${wanda}`, cookie: leads }],
    'console/[id]/stored/[person].json': [{ path: `/console/${gathering}/stored/${wanda}.json`, cookie: leads }],
    'console/[id]/days': [{ path: `/console/${gathering}/days`, cookie: leads }],
    'console/[id]/delete': [{ path: `/console/${gathering}/delete`, cookie: leads }],
    'console/[id]/hand-over': [{ path: `/console/${gathering}/hand-over`, cookie: leads }],
    'console/[id]/harvest': [closed, `/console/${gathering}/harvest`].map((path) => ({ path, cookie: leads })),
    'console/[id]/harvest/sort': [{ path: `${closed}/sort`, cookie: leads }],
    'console/[id]/harvest/draft.[format=format]': [closed, `/console/${gathering}/harvest`].map((harvest) => ({
      path: `${harvest}/draft.csv`,
      cookie: leads
    })),
    'console/[id]/print/[activity]': [{ path: `/console/${gathering}/print/${cafe}`, cookie: leads }],
    'console/[id]/when': [{ path: `/console/${gathering}/when`, cookie: leads }],
    enter: [{ path: '/enter' }],
    'g/[id]': [
      { path: `/g/${gathering}`, cookie: bo.cookie },
      { path: `/g/${held}`, status: 303 }
    ],
    'g/[id]/harvest': [{ path: `/g/${gathering}/harvest`, cookie: bo.cookie, status: 303 }],
    'g/[id]/me': [{ path: `/g/${gathering}/me`, cookie: bo.cookie }],
    'g/[id]/draft': [{ path: `/g/${gathering}/draft`, cookie: bo.cookie, status: 404 }],
    'g/[id]/draft.[format=format]': [{ path: `/g/${gathering}/draft.md`, cookie: bo.cookie, status: 404 }],
    'g/[id]/me.json': [{ path: `/g/${gathering}/me.json`, cookie: bo.cookie }],
    'g/[id]/box': [{ path: `/g/${gathering}/box`, status: 405 }],
    'g/[id]/photo': [{ path: `/g/${gathering}/photo`, cookie: bo.cookie, status: 405 }],
    'g/[id]/photo/[ref]': [{ path: `/g/${gathering}/photo/nothing`, cookie: bo.cookie, status: 404 }],
    'g/[id]/ticket': [{ path: `/g/${gathering}/ticket?activity=nothing`, cookie: bo.cookie, status: 400 }],
    healthz: [{ path: '/healthz' }],
    metrics: [{ path: '/metrics' }],
    readyz: [{ path: '/readyz' }],
    'wrong-address': [{ path: '/wrong-address', status: 403 }],
    nowhere: [{ path: '/nowhere/at/all', status: 404 }]
  };
  for (const [route, visits] of Object.entries(pages)) {
    const [{ path, cookie, status }] = visits as [Visit];
    if (!/^(board|console|g)\/\[id\]/.test(route) || status === 405 || status === 400) continue;
    visits.push({ path: path.replace(/[0-9a-z]{16}/, gone), ...(cookie && { cookie }), status: 410 });
  }
  return pages;
}

type Read = { status: number; bytes: number; headers: Record<string, string | string[] | undefined>; text: string };

/** `bytes`: the status line and every header, as they are on the wire. */
function read({ path, cookie, host }: Visit): Promise<Read> {
  const headers = { accept: 'text/html', ...(cookie ? { cookie } : {}), ...(host ? { host } : {}) };
  return new Promise((resolve, reject) => {
    request(`${server.url}${path}`, { headers }, (reply) => {
      const line = `HTTP/1.1 ${reply.statusCode} ${reply.statusMessage}`;
      const pairs = reply.rawHeaders.length / 2;
      const bytes = Buffer.byteLength(line + reply.rawHeaders.join('')) + 4 * pairs + 4;
      let text = '';
      reply.setEncoding('utf8').on('data', (part: string) => (text += part));
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, bytes, headers: reply.headers, text }));
    })
      .on('error', reject)
      .end();
  });
}

const routes = [
  ...new Set(
    readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\+(page|server|page\.server)\.(svelte|ts)$/.test(file))
      .map((file) => join(file, '..').replaceAll(sep, '/'))
  )
];

test.each([...routes, 'nowhere'])('/%s: what stands before the page fits the buffer of a stock proxy', (route) => {
  expect(visited, `no address of ${route} is read here: give it a line`).toHaveProperty([route]);
  for (const { path, status = 200, got } of visited[route] ?? []) {
    expect([path, got.status]).toEqual([path, status]);
    expect(got.bytes, path).toBeLessThan(HEADERS_AT_MOST);
  }
});

/** The commons is public. Any other page that a browser keeps could be read by the next person who uses it. */
test.each(routes)('/%s: a browser keeps it only if everybody may read it', (route) => {
  for (const { path, got } of visited[route] ?? []) {
    const cacheControl = got.headers['cache-control'];
    if (route.startsWith('commons')) expect(cacheControl, path).not.toMatch(/no-store/);
    else expect(cacheControl, path).toMatch(/no-store/);
  }
});

test('without encryption nothing promises it', () => {
  const promised = Object.values(visited).flatMap((visits) =>
    visits.map(({ got }) => got.headers['strict-transport-security'])
  );
  expect(promised.filter((promise) => promise !== undefined)).toEqual([]);
});

test('figures are for this machine when nothing says that a proxy stands in front', async () => {
  const through = { 'x-real-ip': '203.0.113.7' };
  expect((await fetch(`${server.url}/metrics`)).status).toBe(200);
  expect((await fetch(`${server.url}/metrics`, { headers: through })).status).toBe(404);
  expect((await read({ path: '/metrics', host: 'plenary.example.org' })).status).toBe(404);
});

test('a page names in its head the scripts it needs, so that they are fetched side by side', async () => {
  const { text, headers } = visited['[code=code]']![0]!.got;
  expect(headers['link']).toBeUndefined();
  const head = text.slice(0, text.indexOf('</head>'));
  const named = [...head.matchAll(/<link rel="modulepreload" href="\.([^"]+)">/g)].map(([, path]) => path);
  expect(named.length).toBeGreaterThan(5);
  for (const path of named) expect((await read({ path: path! })).status).toBe(200);
});
