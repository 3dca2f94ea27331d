import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesHolding, temporaryFolder } from '../../tests/support/folders.ts';
import { granted } from '../../tests/support/test-server.ts';
import { hashOf } from '../access/ids.ts';
import type { Account } from '../page-api.ts';
import { openStores, type Stores } from '../log/open-stores.ts';
import { credentialOfSignIn } from '../access/identity.ts';
import { createAccounts, type AccountService } from './accounts.ts';
import { emailKey } from './account-records.ts';

const ana = { name: 'Ana', email: 'Ana@Example.org', password: 'lantern and thread' };
const HALL = '203.0.113.5';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let stores: Stores;
let accounts: AccountService;
let ended: string[];
/** How long each attempt had to wait, in milliseconds; the clock goes on at once. */
let waited: number[];

beforeEach(async () => {
  folder = await temporaryFolder();
  stores = await openStores({ data: folder.path });
  ended = [];
  waited = [];
  let now = 0;
  const clock = { now: () => now, pause: async (ms: number) => (waited.push(ms), (now += ms)) };
  accounts = createAccounts(stores.records, (credential) => ended.push(credential), clock);
});

afterEach(async () => {
  await stores.close();
  await folder.remove();
});

const anaSetsUp = async () => granted(await accounts.at(HALL).setUp((await accounts.setUpToken()) ?? '', ana));

test('the link of the start makes the first organizer, once', async () => {
  const token = (await accounts.setUpToken()) ?? '';
  expect(await accounts.at(HALL).fresh()).toBe(true);
  const grant = granted(await accounts.at(HALL).setUp(token, ana));
  expect((await accounts.whose(grant.token))?.account).toMatchObject({ name: 'Ana', email: 'Ana@Example.org' });
  expect(await accounts.at(HALL).fresh()).toBe(false);
  expect(await accounts.at(HALL).setUp(token, { ...ana, email: 'bo@example.org' })).toEqual({ refused: 'link-ended' });
  expect(await accounts.setUpToken()).toBeNull();
});

test('two who open the link at the same moment make one organizer', async () => {
  const token = (await accounts.setUpToken()) ?? '';
  const both = await Promise.all(
    ['bo@example.org', 'chidi@example.org'].map((email) => accounts.at(HALL).setUp(token, { ...ana, email }))
  );
  expect(both.filter((outcome) => 'refused' in outcome)).toEqual([{ refused: 'link-ended' }]);
});

test('a new start ends the link of the one before', async () => {
  const first = (await accounts.setUpToken()) ?? '';
  const second = (await accounts.setUpToken()) ?? '';
  expect(await accounts.at(HALL).setUp(first, ana)).toEqual({ refused: 'link-ended' });
  expect(await accounts.at(HALL).setUp(second, ana)).toHaveProperty('token');
});

test.each([
  ['short', 'password-short'],
  ['          ', 'password-repeats'],
  ['aaaaaaaaaa', 'password-repeats'],
  ['1234567890', 'password-common'],
  ['Plenary2026!', 'password-personal'],
  ['ana@example.org', 'password-personal']
])('the password %j is refused, and does not use the link up', async (password, refused) => {
  const token = (await accounts.setUpToken()) ?? '';
  expect(await accounts.at(HALL).setUp(token, { ...ana, password })).toEqual({ refused });
  expect(await accounts.at(HALL).setUp(token, ana)).toHaveProperty('token');
});

test('each sign-in has a token of its own, and signing out ends just that one', async () => {
  const first = await anaSetsUp();
  const second = granted(await accounts.at(HALL).signIn(' ana@example.ORG ', ana.password));
  expect(second.token).not.toBe(first.token);
  await accounts.at(HALL).signOut(first.token);
  expect(await accounts.whose(first.token)).toBeNull();
  expect(await accounts.whose(second.token)).toMatchObject({ account: { name: 'Ana' }, renewed: null });
  expect(ended).toEqual([credentialOfSignIn(hashOf(first.token))]);
});

test('a sign-in ends within seven days however busy it was', async () => {
  const { token, expires } = await anaSetsUp();
  const hour = 3600_000;
  expect(expires - Date.now()).toBeLessThanOrEqual(12 * hour);
  const stored = await stores.records.get('sign-in', hashOf(token));
  const begunAt = Date.now() - (7 * 24 - 1) * hour;
  const terms = { group: stored?.group ?? '', expiresAt: Date.now() + hour };
  await stores.records.put('sign-in', hashOf(token), { ...(stored?.value as object), begunAt }, terms);
  await accounts.whose(token);
  const after = await stores.records.get('sign-in', hashOf(token));
  expect(after?.expiresAt).toBeLessThanOrEqual(begunAt + 7 * 24 * hour);
});

test('a sign-in in use is prolonged', async () => {
  const { token } = await anaSetsUp();
  const stored = await stores.records.get('sign-in', hashOf(token));
  const soon = Date.now() + 60_000;
  await stores.records.put('sign-in', hashOf(token), stored?.value, { group: stored?.group ?? '', expiresAt: soon });
  const seen = await accounts.whose(token);
  expect(seen?.renewed?.token).toBe(token);
  expect(seen?.renewed?.expires).toBeGreaterThan(soon);
});

test('a wrong password and an unknown address are answered alike', async () => {
  await anaSetsUp();
  const wrong = await accounts.at(HALL).signIn(ana.email, 'a wrong password');
  const unknown = await accounts.at(HALL).signIn('nobody@example.org', 'a wrong password');
  expect([wrong, unknown]).toEqual([{ refused: 'wrong-sign-in' }, { refused: 'wrong-sign-in' }]);
});

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const bo = { name: 'Bo', email: 'bo@example.org', password: 'kettle over the harbour' };
const account = async (token: string) => (await accounts.whose(token))?.account as Account;

test('before the form is filled, a link tells what it is for, and nothing once it was used or never was one', async () => {
  const token = (await accounts.setUpToken()) ?? '';
  expect(await accounts.at(HALL).link(token)).toEqual({ for: 'set-up' });
  expect(await accounts.at(HALL).link('nonsense')).toBeNull();
  await accounts.at(HALL).setUp(token, ana);
  expect(await accounts.at(HALL).link(token)).toBeNull();
});

test('an organizer who was added in the terminal ends the link of the start', async () => {
  const first = (await accounts.setUpToken()) ?? '';
  const { token } = granted(await accounts.add('bo@example.org'));
  expect(await accounts.at(HALL).link(token)).toEqual({ for: 'invitation', email: 'bo@example.org' });
  expect(await accounts.at(HALL).setUp(token, bo)).toHaveProperty('token');
  expect(await accounts.at(HALL).link(first)).toBeNull();
  expect(await accounts.at(HALL).setUp(first, ana)).toEqual({ refused: 'link-ended' });
});

test('an invitation makes one more organizer, once, and can be taken back before', async () => {
  const ana = await account((await anaSetsUp()).token);
  const { token } = granted(await accounts.at(HALL).invite(ana, ' bo@example.org '));
  expect(await accounts.at(HALL).invitations()).toMatchObject([{ email: 'bo@example.org', by: 'Ana' }]);
  const grant = granted(await accounts.at(HALL).setUp(token, bo));
  expect(await accounts.at(HALL).setUp(token, { ...bo, email: 'chidi@example.org' })).toEqual({
    refused: 'link-ended'
  });
  expect((await account(grant.token)).name).toBe('Bo');
  expect((await accounts.at(HALL).all()).map(({ name }) => name)).toEqual(['Ana', 'Bo']);
  expect(await accounts.at(HALL).invitations()).toEqual([]);

  const { token: other } = granted(await accounts.at(HALL).invite(ana, 'chidi@example.org'));
  const [open] = await accounts.at(HALL).invitations();
  await accounts.at(HALL).endInvitation(open?.id ?? '');
  expect(await accounts.at(HALL).link(other)).toBeNull();
});

test('an invitation for an address that has an account is refused, and one used for such an address stays', async () => {
  const ana = await account((await anaSetsUp()).token);
  expect(await accounts.at(HALL).invite(ana, 'ANA@example.org')).toEqual({ refused: 'email-taken' });
  expect(await accounts.at(HALL).invite(ana, 'nobody')).toMatchObject({ refused: 'not-understood' });
  const { token } = granted(await accounts.add('bo@example.org'));
  expect(await accounts.at(HALL).setUp(token, { ...bo, email: ana.email })).toEqual({ refused: 'email-taken' });
  expect(await accounts.at(HALL).setUp(token, bo)).toHaveProperty('token');
});

test('a second invitation of the same address ends the first', async () => {
  const { token: first } = granted(await accounts.add('bo@example.org'));
  const { token: second } = granted(await accounts.add('bo@example.org'));
  expect(await accounts.at(HALL).link(first)).toBeNull();
  expect(await accounts.at(HALL).link(second)).not.toBeNull();
});

test('a reset gives a new password, once, and ends what was signed in and every other reset', async () => {
  const before = await anaSetsUp();
  const { token: older } = granted(await accounts.reset(ana.email));
  const { token } = granted(await accounts.reset('ANA@EXAMPLE.org'));
  expect(await accounts.at(HALL).link(older)).toBeNull();
  expect(await accounts.at(HALL).link(token)).toEqual({ for: 'reset', name: 'Ana', email: ana.email });
  const who = { name: '', email: '', password: 'kettle over the harbour' };
  expect(await accounts.at(HALL).setUp(token, { ...who, password: 'aaaaaaaaaa' })).toHaveProperty('refused');
  const after = granted(await accounts.at(HALL).setUp(token, who));
  expect(await accounts.at(HALL).setUp(token, who)).toEqual({ refused: 'link-ended' });
  expect(await accounts.whose(before.token)).toBeNull();
  expect(ended).toEqual([credentialOfSignIn(hashOf(before.token))]);
  expect((await account(after.token)).name).toBe('Ana');
  expect(await accounts.at(HALL).signIn(ana.email, ana.password)).toEqual({ refused: 'wrong-sign-in' });
  expect(await accounts.at(HALL).signIn(ana.email, who.password)).toHaveProperty('token');
  expect(await accounts.reset('nobody@example.org')).toEqual({ refused: 'email-unknown' });
});

test('changing the password needs the present one, and signs every other device out', async () => {
  const here = await anaSetsUp();
  const there = granted(await accounts.at(HALL).signIn(ana.email, ana.password));
  const { token: reset } = granted(await accounts.reset(ana.email));
  const change = (present: string, next: string) => accounts.at(HALL).changePassword(here.token, present, next);
  expect(await change('a wrong password', bo.password)).toEqual({ refused: 'wrong-password' });
  expect(await change(ana.password, '1234567890')).toEqual({ refused: 'password-common' });
  expect(await change(ana.password, bo.password)).toBeNull();
  expect(await accounts.whose(here.token)).not.toBeNull();
  expect(await accounts.whose(there.token)).toBeNull();
  expect(await accounts.at(HALL).link(reset)).toBeNull();
  expect(await accounts.at(HALL).signIn(ana.email, bo.password)).toHaveProperty('token');
});

test('whoever found a signed-in device cannot guess the password there', async () => {
  const { token } = await anaSetsUp();
  for (let guess = 0; guess < 8; guess += 1)
    await accounts.at(HALL).changePassword(token, `guess number ${guess}`, bo.password);
  expect(await accounts.at(HALL).changePassword(token, ana.password, bo.password)).toMatchObject({
    refused: 'too-many-tries'
  });
});

test('the list of signed-in devices tells them apart, and signs out one of them or all', async () => {
  const here = await anaSetsUp();
  const there = granted(await accounts.at(HALL).signIn(ana.email, ana.password, { browser: CHROME }));
  const me = await account(here.token);
  const all = await accounts.at(HALL).signIns(me, here.token);
  expect(all).toHaveLength(2);
  expect(all).toContainEqual(expect.objectContaining({ here: true }));
  const other = all.find(({ here }) => !here);
  expect(other?.at).toEqual({ browser: 'Chrome', system: 'Linux' });

  const stranger = { id: 'someone-else', name: 'Eve', email: 'eve@example.org' };
  await accounts.at(HALL).endSignIns(stranger, other?.id ?? '');
  expect(await accounts.whose(there.token)).not.toBeNull();
  await accounts.at(HALL).endSignIns(me, other?.id ?? '');
  expect(await accounts.whose(there.token)).toBeNull();
  await accounts.at(HALL).endSignIns(me, 'all');
  expect(await accounts.whose(here.token)).toBeNull();
  expect(ended).toEqual([credentialOfSignIn(hashOf(there.token)), credentialOfSignIn(hashOf(here.token))]);
});

test('an address that a crash claimed for nobody can be used again', async () => {
  await stores.records.add('account-email', emailKey(ana.email), { account: 'never-written' });
  await anaSetsUp();
  expect(await accounts.at(HALL).signIn(ana.email, ana.password)).toHaveProperty('token');
});

const HERE = '198.51.100.7';
const guess = (network: string) => accounts.at(network).signIn(ana.email, `a guess of ${network}`);

test('eight wrong tries lock nobody out, near or far', async () => {
  await anaSetsUp();
  for (let tried = 0; tried < 8; tried += 1) expect(await guess(HERE)).toEqual({ refused: 'wrong-sign-in' });
  expect(await accounts.at(HALL).signIn(ana.email, ana.password)).toHaveProperty('token');
  expect(waited).toEqual([]);
  expect(await accounts.at(HERE).signIn(ana.email, ana.password)).toHaveProperty('token');
  expect(waited).toEqual([15_000]);
});

test('a browser Ana signed in with before is let in beside others who guess, and holds nothing that opens', async () => {
  const { token } = await anaSetsUp();
  const browser = (await accounts.at(HALL).know(token))?.token ?? '';
  expect(await accounts.at(HALL).know('no sign-in')).toBeNull();
  for (let tried = 0; tried < 8; tried += 1) await guess(HERE);
  expect(await accounts.at(HERE).signIn(ana.email, ana.password, { known: browser })).toHaveProperty('token');
  expect(waited).toEqual([]);
  expect(await accounts.whose(browser)).toBeNull();
  expect(await filesHolding(folder.path, browser)).toEqual([]);
});

test('no file of the store holds a password, a token or a link', async () => {
  const link = (await accounts.setUpToken()) ?? '';
  const { token } = granted(await accounts.at(HALL).setUp(link, ana));
  for (const secret of [link, token, ana.password]) expect(await filesHolding(folder.path, secret)).toEqual([]);
  expect(await filesHolding(folder.path, '$argon2id$v=19$m=19456,t=2,p=1$')).not.toEqual([]);
});
