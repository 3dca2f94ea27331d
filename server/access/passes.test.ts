import { beforeEach, expect, test } from 'vitest';
import { ACCOUNT_COOKIE, linkCookie, personalCookie } from '#wire/cookies.ts';
import type { Surface } from '#wire/messages.ts';
import { createRoleLinks, type RoleLinks } from './role-links.ts';
import { openMemory } from '../log/memory/memory.ts';
import { createPasses, type Passes } from './passes.ts';

const TEA = 'tea0000000000000';
const SOUP = 'soup000000000000';
const ANA = { id: 'ana', name: 'Ana', email: 'ana@example.org' };

let passes: Passes;
let links: RoleLinks;
let ended: string[];

beforeEach(() => {
  const { records } = openMemory();
  ended = [];
  const whose = async (token: string) => (token === 'anas' ? { account: ANA, renewed: null } : null);
  passes = createPasses(records, { whose }, (account, gathering) => account === 'ana' && gathering === TEA);
  links = createRoleLinks(records, passes, (credential) => ended.push(credential));
});

const roleOn = async (surface: Surface, cookies: Record<string, string>, gathering = TEA) =>
  (await passes.on(surface, gathering, (name) => cookies[name]))?.role ?? null;

test('who convened leads: on the console as organizer, on the board as nobody who could act', async () => {
  const cookies = { [ACCOUNT_COOKIE]: 'anas' };
  expect(await roleOn('console', cookies)).toBe('organizer');
  expect(await roleOn('board', cookies)).toBe('viewer');
  expect(await roleOn('phone', cookies)).toBeNull();
  expect(await roleOn('console', cookies, SOUP)).toBeNull();
});

test.each([
  ['facilitator', { console: 'facilitator', board: 'viewer', phone: null }],
  ['helper', { console: 'helper', board: 'viewer', phone: null }],
  ['viewer', { console: null, board: 'viewer', phone: null }]
] as const)('the link of a %s opens what it was made for', async (role, opens) => {
  const { token } = await links.make(TEA, role);
  const cookies = { [linkCookie(TEA)]: token };
  for (const surface of ['console', 'board', 'phone'] as const)
    expect(await roleOn(surface, cookies)).toBe(opens[surface]);
});

test('a token in the cookie of another gathering opens neither', async () => {
  const { token } = await links.make(TEA, 'facilitator');
  expect(await roleOn('console', { [linkCookie(SOUP)]: token }, SOUP)).toBeNull();
  expect(await roleOn('console', { [linkCookie(SOUP)]: token }, TEA)).toBeNull();
});

test('the token of a phone opens the phone and nothing else, in whatever cookie it stands', async () => {
  const { token } = await passes.grant(TEA, 'bo');
  const everywhere = { [personalCookie(TEA)]: token, [linkCookie(TEA)]: token, [ACCOUNT_COOKIE]: token };
  expect(await roleOn('phone', everywhere)).toBe('participant');
  expect(await roleOn('console', everywhere)).toBeNull();
  expect(await roleOn('board', everywhere)).toBeNull();
});

test('the token of a link opens no phone', async () => {
  const { token } = await links.make(TEA, 'helper');
  expect(await roleOn('phone', { [personalCookie(TEA)]: token })).toBeNull();
});

test('a link that ended opens nothing, and the others stay', async () => {
  const helper = await links.make(TEA, 'helper');
  const board = await links.make(TEA, 'viewer');
  await links.end(TEA, helper.id);
  expect(await links.pass(helper.token)).toBeNull();
  expect(await links.pass(board.token)).toEqual({ gathering: TEA, role: 'viewer', person: null });
  expect(ended).toEqual([`link:${helper.id}`]);
  expect(await links.list(TEA)).toMatchObject([{ id: board.id, role: 'viewer' }]);
});

test('a link is ended only from its own gathering', async () => {
  const { id, token } = await links.make(TEA, 'helper');
  await links.end(SOUP, id);
  expect(await links.pass(token)).not.toBeNull();
  expect(ended).toEqual([]);
});

test('the list of links holds no token', async () => {
  const { token } = await links.make(TEA, 'helper');
  expect(JSON.stringify(await links.list(TEA))).not.toContain(token);
});
