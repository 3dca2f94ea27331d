import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GatheringOnBoard } from '#gathering/views.ts';
import { ACCOUNT_COOKIE } from '#wire/cookies.ts';
import { later } from '#words/index.ts';
import { smallDisk } from './support/folders.ts';
import { deviceOf, joins, openGathering, openTestServerWithPages, type TestServer } from './support/test-server.ts';
import { startRedis, type RedisServer } from './support/redis-server.ts';
import { until } from './support/until.ts';

/** What people and supervisors are told while nothing can be kept. */
let server: TestServer;
let at: { gathering: string; code: string; leads: string; bo: string; activity: string };

async function inhabit(): Promise<void> {
  const { gathering, signIn } = await openGathering(server, 'cooperation-day');
  const { code } = (await server.plenary.gatherings.view(gathering, 'board'))?.gathering as GatheringOnBoard;
  const bo = await joins(server.plenary, gathering, 'Bo');
  at = { gathering, code: code ?? '', leads: `${ACCOUNT_COOKIE}=${signIn}`, bo: bo.cookie, activity: 'gathering' };
}

type Form = { path: string; cookie?: string; fields: Record<string, string>; typed?: string; accept?: string };

/** Every form of the house that keeps something. */
const forms = (): Record<string, Form> => ({
  'sign in': {
    path: '/account/sign-in',
    fields: { email: 'ana@example.org', password: 'ten long words' },
    typed: 'ana@example.org'
  },
  join: { path: `/${at.code}`, fields: { device: deviceOf('lates'), name: 'Rosa' }, typed: 'Rosa' },
  convene: {
    path: '/console?/convene',
    cookie: at.leads,
    fields: {
      device: deviceOf('another'),
      title: 'Another one',
      place: '',
      licence: 'CC0-1.0',
      template: '',
      zone: 'Europe/Rome'
    },
    typed: 'Another one'
  },
  // The console posts this one by script.
  'make a link': {
    path: `/console/${at.gathering}?/makeLink`,
    cookie: at.leads,
    fields: { role: 'helper' },
    accept: 'application/json'
  },
  'rename oneself': {
    path: `/g/${at.gathering}?/say`,
    cookie: at.bo,
    fields: { device: deviceOf('renames'), activity: 'gathering', command: 'rename', 'input.name': 'Bodo' }
  }
});

const post = ({ path, cookie, fields, accept = 'text/html' }: Form) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept, origin: server.url, ...(cookie ? { cookie } : {}) },
    body: new URLSearchParams(fields)
  });

const read = (path: string, cookie = '') => fetch(`${server.url}${path}`, { headers: { accept: 'text/html', cookie } });

async function refusesAll(code: keyof typeof later): Promise<void> {
  const refused = Object.entries(forms()).map(async ([name, form]) => {
    const answer = await post(form);
    const said = await answer.text();
    if (form.accept) expect([name, said]).toEqual([name, expect.stringContaining(code)]);
    else expect([name, answer.status, said.includes(later[code])]).toEqual([name, 503, true]);
    if (form.typed) expect(said, `${name}: what was typed is gone`).toContain(form.typed);
  });
  await Promise.all(refused);
}

async function keepsAll(): Promise<void> {
  for (const [name, form] of Object.entries(forms())) {
    const { status } = await post(form);
    expect([name, status]).toEqual([name, name === 'make a link' ? 200 : 303]);
  }
}

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue());
afterEach(() => vi.restoreAllMocks());

describe.skipIf(process.getuid?.() !== 0)('a full disk', () => {
  let disk: Awaited<ReturnType<typeof smallDisk>>;
  beforeEach(async () => {
    disk = await smallDisk('16m');
    server = await openTestServerWithPages({ data: disk.path });
    await inhabit();
  });
  afterEach(async () => {
    await server.close();
    await disk.remove();
  });

  test('is told by every form, keeps what was typed, and leaves everything readable', async () => {
    fill(disk.path);
    await refusesAll('storage-full');
    for (const [path, cookie] of [
      ['/console', at.leads],
      [`/console/${at.gathering}`, at.leads],
      [`/g/${at.gathering}`, at.bo],
      [`/${at.code}`, ''],
      ['/commons', '']
    ] as const)
      expect([path, (await read(path, cookie)).status]).toEqual([path, 200]);
    const ready = await read('/readyz');
    expect([ready.status, await ready.text()]).toEqual([503, 'the disk is full\n']);
    expect((await read('/healthz')).status).toBe(200);

    rmSync(join(disk.path, 'filler'));
    await keepsAll();
    await until(async () => (await read('/readyz')).status === 200);
  });
});

describe('a Redis that stands still, or is gone', () => {
  let redis: RedisServer;
  beforeEach(async () => {
    redis = await startRedis();
    server = await openTestServerWithPages({ redisUrl: redis.url });
    await inhabit();
  });
  afterEach(async () => {
    redis.signal('SIGCONT');
    await server.close();
    await redis.stop();
  });

  test('is told by forms, and a supervisor hears of it first', async () => {
    redis.signal('SIGSTOP');
    // A sign-in waits for the store until it times out; a health check does not wait.
    const slow = Promise.all([post(forms()['sign in']!), post(forms()['join']!)]);
    const first = await Promise.race([read('/readyz'), slow.then(() => null)]);
    expect([first?.status, await first?.text()]).toEqual([503, 'the stores do not answer\n']);
    for (const answer of await slow) {
      const told = (await answer.text()).includes(later['storage-away']);
      expect([answer.url, answer.status, told]).toEqual([answer.url, 503, true]);
    }

    redis.signal('SIGCONT');
    await until(async () => (await read('/readyz')).status === 200);
    await keepsAll();
  });

  const pages = () =>
    Object.entries({
      '/console': at.leads,
      '/account': at.leads,
      [`/console/${at.gathering}`]: at.leads,
      [`/console/${at.gathering}/harvest`]: at.leads,
      [`/board/${at.gathering}`]: at.leads,
      [`/g/${at.gathering}`]: at.bo
    });

  /** As a page of the house: with its styles, its headers and the sentence. */
  async function isHousePage(answer: Response): Promise<void> {
    const said = await answer.text();
    const told = said.includes(later['storage-away']) && said.includes('rel="stylesheet"');
    expect([answer.url, answer.status, told]).toEqual([answer.url, 503, true]);
    expect([answer.url, answer.headers.get('x-frame-options')]).toEqual([answer.url, 'DENY']);
  }

  for (const signal of ['SIGSTOP', 'SIGKILL'] as const)
    test(`is told on pages of the house, before the store is given up: ${signal}`, async () => {
      redis.signal(signal);
      const given = signal === 'SIGSTOP' ? post(forms()['sign in']!) : new Promise<never>(() => {});
      const reading = Promise.all(pages().map(([path, cookie]) => read(path, cookie)));
      const first = await Promise.race([reading, given.then(() => null)]);
      expect(first).not.toBeNull();
      for (const answer of first ?? []) await isHousePage(answer);

      // Nobody needs to be known there.
      expect((await read('/', at.leads)).status).toBe(200);
      // No page of ours is a photo: what is told instead is the last resort.
      const photo = await read(`/g/${at.gathering}/photo/none`, at.bo);
      const said = await photo.text();
      expect([photo.status, said.includes(`<h1>${later['storage-away']}</h1>`)]).toEqual([503, true]);
      expect(said).toContain('color-scheme');
    });
});

/** Leaves not a page of it free. */
function fill(path: string): void {
  const filler = openSync(join(path, 'filler'), 'w');
  const page = Buffer.alloc(statfsSync(path).bsize);
  try {
    for (;;) writeSync(filler, page);
  } catch {
    closeSync(filler);
  }
}
