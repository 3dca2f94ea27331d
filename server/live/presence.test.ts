import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Connected } from '#wire/messages.ts';
import { ACCOUNT_COOKIE } from '#wire/cookies.ts';
import { joins, openGathering, openTestServer, Page, type TestServer } from '../../tests/support/test-server.ts';
import { startRedis, type RedisServer } from '../../tests/support/redis-server.ts';
import { openPresence } from './presence.ts';
import { eventually, until } from '../../tests/support/until.ts';

const DYING = fileURLToPath(new URL('../../tests/support/node-that-dies.ts', import.meta.url));
const EACH = 6;

let redis: RedisServer;
let here: TestServer;
let there: { process: ChildProcess; url: string };
const pages: Page[] = [];

beforeAll(async () => {
  redis = await startRedis();
  here = await openTestServer({ redisUrl: redis.url });
  const dying = spawn(process.execPath, [DYING, redis.url], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [url] = (await once(createInterface({ input: dying.stdout }), 'line')) as [string];
  there = { process: dying, url };
});

afterAll(async () => {
  for (const page of pages) page.leave();
  there.process.kill('SIGKILL');
  await here.close();
  await redis.stop();
});

async function taking(what: string, condition: () => unknown): Promise<void> {
  const began = performance.now();
  await until(condition);
  console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

test('says the same figure on the consoles of all nodes, and the right one after a node died', async () => {
  const { gathering, signIn } = await openGathering(here);
  const at = (url: string, surface: 'phone' | 'board' | 'console', cookie: string) => {
    const page = new Page(url, { gathering, surface, cookie });
    pages.push(page);
    return page;
  };
  const ana = `${ACCOUNT_COOKIE}=${signIn}`;
  const consoles = [at(here.url, 'console', ana), at(there.url, 'console', ana)];
  at(there.url, 'board', ana);
  const people = await Promise.all(
    Array.from({ length: 2 * EACH }, (_, index) => joins(here.plenary, gathering, `person${index}`))
  );
  const phones = people.map(({ cookie }, index) => at(index < EACH ? here.url : there.url, 'phone', cookie));
  // A person whose phone is connected to both nodes for a moment counts once.
  phones.push(at(there.url, 'phone', people[0]?.cookie ?? ''));
  await until(() => pages.every(({ welcome }) => welcome));

  const all = people.map(({ person }) => person).sort();
  const sees = (page: Page | undefined, boards: number, who: readonly string[]) =>
    page?.connected?.phones === who.length &&
    page.connected.boards === boards &&
    JSON.stringify(page.connected.people.toSorted()) === JSON.stringify(who);
  await taking('the same on both', () => consoles.every((page) => sees(page, 1, all)));

  phones[EACH]?.leave();
  const left = all.filter((person) => person !== people[EACH]?.person);
  await taking('one who left there', () => consoles.every((page) => sees(page, 1, left)));

  const rest = people.slice(0, EACH).map(({ person }) => person);
  there.process.kill('SIGKILL');
  await taking('after a node died', () => sees(consoles[0], 0, rest.toSorted()));
});

test('asks a node of which it only hears that nothing changed, and forgets it when it says goodbye', async () => {
  const ears = new Set<(bytes: Uint8Array) => void>();
  const relay = {
    publish: (_: string, bytes: Uint8Array) => ears.forEach((ear) => ear(bytes)),
    subscribe: (_: string, ear: (bytes: Uint8Array) => void) => (ears.add(ear), () => ears.delete(ear))
  };
  const node = (number: number, people: string[], tell: (connected: Connected) => void) =>
    openPresence('tea', { relay, node: number, here: () => ({ phones: people.length, boards: 0, people }), tell });
  const first = node(1, ['bo'], () => {});
  first.changed();
  // What was said before it came is lost to the second node, as it is on a line that was cut.
  const heard = vi.fn<(connected: Connected) => void>();
  const second = node(2, ['chidi'], heard);
  await eventually(() => expect(heard.mock.lastCall?.[0].people.toSorted()).toEqual(['bo', 'chidi']));
  relay.publish('tea', new TextEncoder().encode('{"node":3,"n":'));
  first.close();
  await eventually(() => expect(heard.mock.lastCall?.[0].people).toEqual(['chidi']));
  second.close();
});
