import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  deviceOf,
  joins,
  openGathering,
  openTestServer,
  Page,
  type TestServer
} from '../../tests/support/test-server.ts';
import { cookieIn } from './admission.ts';

let server: TestServer;
let gathering: string;

beforeEach(async () => {
  server = await openTestServer();
  ({ gathering } = await openGathering(server, 'first-meeting'));
});
afterEach(() => server.close());

let forms = 0;
const asks = (role: 'organizer' | 'helper', command: string, input: object) =>
  server.plenary.gatherings.say(
    { gathering, role, person: null },
    { device: deviceOf(`form${(forms += 1)}`), activity: 'gathering', command, input }
  );

test('whoever is removed is told on every page and opens nothing any more, after a restart too, until a helper lets them in', async () => {
  const bo = await joins(server.plenary, gathering, 'Bo');
  const cookie = (name: string) => cookieIn(bo.cookie, name);
  const opens = () => server.plenary.pass('phone', gathering, cookie);
  const enters = () => new Page(server.url, { gathering, surface: 'phone', cookie: bo.cookie });
  const [one, other] = [enters(), enters()];
  await expect.poll(() => one.welcome && other.welcome).toBeTruthy();

  await asks('organizer', 'remove', { people: [bo.person] });
  for (const page of [one, other]) {
    await expect.poll(() => page.gone).toEqual({ refused: 'removed' });
    await expect.poll(() => page.socket.connected).toBe(false);
  }
  expect(await opens()).toBeNull();
  expect(await server.plenary.whyOut(gathering, cookie)).toBe('removed');

  server = await server.restart();
  const third = enters();
  await expect.poll(() => third.gone).toEqual({ refused: 'removed' });
  expect(third.docs).toEqual({});

  await asks('helper', 'comeBack', { for: bo.person });
  expect(await opens()).toMatchObject({ person: bo.person });
  expect(await server.plenary.whyOut(gathering, cookie)).toBeNull();
  const fourth = enters();
  await expect.poll(() => fourth.welcome).toMatchObject({ person: bo.person });
  expect(await fourth.say('gathering', 'rename', { name: 'Bohdan' })).toHaveProperty('version');
  for (const page of [one, other, third, fourth]) page.leave();
});

test('an entry that is a double of another is told so, and that other goes on', async () => {
  const [bo, twice] = [await joins(server.plenary, gathering, 'Bo'), await joins(server.plenary, gathering, 'Bo 2')];
  const [page, second] = [bo, twice].map(({ cookie }) => new Page(server.url, { gathering, surface: 'phone', cookie }));
  await expect.poll(() => page?.welcome && second?.welcome).toBeTruthy();
  await asks('organizer', 'markDouble', { person: twice.person, of: bo.person });
  await expect.poll(() => second?.gone).toEqual({ refused: 'marked-double' });
  expect(await page?.say('gathering', 'rename', { name: 'Bohdan' })).toHaveProperty('version');
  for (const one of [page, second]) one?.leave();
});
