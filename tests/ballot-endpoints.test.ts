import { afterEach, beforeEach, expect, test } from 'vitest';
import { blind, unblind, type Blinded } from '#lib/live/blind-ticket.ts';
import { ACCOUNT_COOKIE } from '#wire/cookies.ts';
import { POST as drop } from '../src/routes/g/[id]/box/+server.ts';
import { GET as key, POST as sign } from '../src/routes/g/[id]/ticket/+server.ts';
import { accepted } from './support/moving-crowd.ts';
import { joins, openGathering, openTestServer, Page, type TestServer } from './support/test-server.ts';

/** The endpoints as the pages reach them, on a real house. */
let server: TestServer;
let gathering: string;
let activity: string;
let ana: Page;

beforeEach(async () => {
  server = await openTestServer();
  const opened = await openGathering(server);
  gathering = opened.gathering;
  ana = new Page(server.url, { gathering, surface: 'console', cookie: `${ACCOUNT_COOKIE}=${opened.signIn}` });
  const line = {
    text: 'We meet',
    poleA: 'Too often',
    poleB: 'Too rarely',
    middle: null,
    kind: 'continuum',
    way: 'live'
  };
  const settings = { statements: [line], exposure: 'L0' };
  await accepted(ana.say('gathering', 'addBlock', { method: 'spectrogram', title: null, settings }));
  const view = await server.plenary.gatherings.view(gathering, 'console');
  activity = Object.keys(view?.activities ?? {})[0] ?? '';
  await accepted(ana.say('gathering', 'turnTo', { activity, from: null }));
  await accepted(ana.say(activity, 'open', { statement: `${activity}-1` }));
});

afterEach(async () => {
  ana.leave();
  await server.close();
});

const JSON_HEADERS = { 'content-type': 'application/json', origin: 'http://plenary.test' };

type Knock = { body?: unknown; headers?: Record<string, string>; cookie?: string; query?: string };

/** Calls an endpoint with what SvelteKit hands to it. Without a cookie, the request has no pass. */
function knock(handler: unknown, method: string, { body, headers = JSON_HEADERS, cookie, query = '' }: Knock = {}) {
  const url = new URL(`http://plenary.test/g/${gathering}/door${query}`);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const length = { 'content-length': String(text?.length ?? 0) };
  const request = new Request(url, {
    method,
    headers: { ...length, ...headers },
    ...(method === 'POST' ? { body: text } : {})
  });
  const token = cookie?.split('=')[1];
  const locals = {
    plenary: server.plenary,
    pass: () => server.plenary.pass('phone', gathering, () => token)
  };
  return (handler as (event: object) => Promise<Response>)({ params: { id: gathering }, url, request, locals });
}

const said = async (answer: Promise<Response>) => {
  const response = await answer;
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const failure = (answer: Promise<Response>) =>
  answer.then(
    () => null,
    ({ status }: { status: number }) => status
  );

async function drawn(name: string) {
  const { cookie } = await joins(server.plenary, gathering, name);
  const { modulus } = (await said(knock(key, 'GET', { query: `?activity=${activity}` }))).body as { modulus: string };
  const blinded = blind(modulus) as Blinded;
  const { signature } = (await said(knock(sign, 'POST', { body: { activity, blinded: blinded.blinded }, cookie })))
    .body;
  return { cookie, blinded, ticket: blinded.ticket, signature: unblind(blinded, String(signature), modulus) };
}
const pointAt = (x: number) => ({ statement: `${activity}-1`, version: 1, round: 1, x });

test('five phones draw with their cookie, drop without one, and are kept together', async () => {
  const phones = [];
  for (const name of ['Ana', 'Bo', 'Chidi', 'Dee', 'Eli']) phones.push(await drawn(name));
  const answers = await Promise.all(
    phones.map(({ ticket, signature }, nth) =>
      said(knock(drop, 'POST', { body: { activity, ticket, signature, k: 1, point: pointAt(nth) } }))
    )
  );
  expect(answers).toEqual(phones.map(() => ({ status: 200, body: { kept: true } })));
  const board = await server.plenary.gatherings.view(gathering, 'board');
  expect(JSON.stringify(board)).toContain('"placed":5');
});

test('without a cookie nobody draws, and with it only for themselves', async () => {
  const { modulus } = (await said(knock(key, 'GET', { query: `?activity=${activity}` }))).body as { modulus: string };
  const { blinded } = blind(modulus) as Blinded;
  const stranger = await said(knock(sign, 'POST', { body: { activity, blinded } }));
  expect(stranger).toEqual({ status: 400, body: { refused: 'person-unknown' } });
  const { cookie } = await joins(server.plenary, gathering, 'Bo');
  const forged = { activity, blinded, person: 'somebody else' };
  expect((await said(knock(sign, 'POST', { body: forged, cookie }))).body).toEqual({ refused: 'not-understood' });
});

test('a point that comes with any cookie is not taken', async () => {
  const { cookie, ticket, signature } = await drawn('Ana');
  const body = { activity, ticket, signature, k: 1, point: pointAt(5) };
  for (const told of [cookie, 'theme=dark']) {
    const answer = await said(knock(drop, 'POST', { body, headers: { ...JSON_HEADERS, cookie: told } }));
    expect(answer).toEqual({ status: 400, body: { refused: 'cookie-with-point' } });
  }
});

test('a page elsewhere, a form, a flood of bytes and what is no JSON are turned away', async () => {
  const body = { activity };
  for (const door of [sign, drop]) {
    const elsewhere = { ...JSON_HEADERS, origin: 'http://evil.example' };
    expect(await failure(knock(door, 'POST', { body, headers: elsewhere }))).toBe(403);
    expect(await failure(knock(door, 'POST', { body, headers: { 'content-type': 'application/json' } }))).toBe(403);
    const form = { ...JSON_HEADERS, 'content-type': 'text/plain' };
    expect(await failure(knock(door, 'POST', { body, headers: form }))).toBe(415);
    expect(await failure(knock(door, 'POST', { body: 'x'.repeat(9000) }))).toBe(413);
    for (const odd of ['', '{', 'null', '[]', '"x"'])
      expect((await said(knock(door, 'POST', { body: odd }))).body).toEqual({ refused: 'not-understood' });
  }
});

test('where points have names, there are no tickets', async () => {
  const none = await said(knock(key, 'GET', { query: '?activity=gathering' }));
  expect(none).toEqual({ status: 400, body: { refused: 'no-tickets-here' } });
});
