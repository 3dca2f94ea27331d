import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesHolding, temporaryFolder } from '../../tests/support/folders.ts';
import { granted } from '../../tests/support/house.ts';
import { hashOf } from '../chance.ts';
import { openStores, type Stores } from '../log/open.ts';
import { groundOfSignIn } from '../passes.ts';
import { keepAccounts, type AccountHouse } from './accounts.ts';

const ana = { name: 'Ana', email: 'Ana@Example.org', password: 'lantern and thread' };
const HALL = '203.0.113.5';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let stores: Stores;
let accounts: AccountHouse;
let ended: string[];

beforeEach(async () => {
  folder = await temporaryFolder();
  stores = await openStores({ data: folder.path });
  ended = [];
  accounts = keepAccounts(stores.records, (ground) => ended.push(ground));
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
  expect(ended).toEqual([groundOfSignIn(first.token)]);
});

test('a sign-in ends within seven days however busy it was', async () => {
  const { token, expires } = await anaSetsUp();
  const hour = 3600_000;
  expect(expires - Date.now()).toBeLessThanOrEqual(12 * hour);
  const kept = await stores.records.get('sign-in', hashOf(token));
  const begunAt = Date.now() - (7 * 24 - 1) * hour;
  const terms = { group: kept?.group ?? '', expiresAt: Date.now() + hour };
  await stores.records.put('sign-in', hashOf(token), { ...(kept?.value as object), begunAt }, terms);
  await accounts.whose(token);
  const after = await stores.records.get('sign-in', hashOf(token));
  expect(after?.expiresAt).toBeLessThanOrEqual(begunAt + 7 * 24 * hour);
});

test('a sign-in in use is prolonged', async () => {
  const { token } = await anaSetsUp();
  const kept = await stores.records.get('sign-in', hashOf(token));
  const soon = Date.now() + 60_000;
  await stores.records.put('sign-in', hashOf(token), kept?.value, { group: kept?.group ?? '', expiresAt: soon });
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

test('who guesses too often waits; Ana, elsewhere, does not', async () => {
  await anaSetsUp();
  for (let guess = 0; guess < 8; guess += 1)
    await accounts.at('198.51.100.7').signIn(ana.email, `guess number ${guess}`);
  expect(await accounts.at('198.51.100.7').signIn(ana.email, ana.password)).toEqual({
    refused: 'too-many-tries',
    figures: { minutes: 15 }
  });
  expect(await accounts.at(HALL).signIn(ana.email, ana.password)).toHaveProperty('token');
});

test('no file of the store holds a password, a token or a link', async () => {
  const link = (await accounts.setUpToken()) ?? '';
  const { token } = granted(await accounts.at(HALL).setUp(link, ana));
  for (const secret of [link, token, ana.password]) expect(await filesHolding(folder.path, secret)).toEqual([]);
  expect(await filesHolding(folder.path, '$argon2id$v=19$m=19456,t=2,p=1$')).not.toEqual([]);
});
