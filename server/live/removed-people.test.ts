import { afterEach, beforeEach, expect, test } from 'vitest';
import { deviceOf, joins, openGathering, openHouse, Page, type TestHouse } from '../../tests/support/test-server.ts';
import { cookieIn } from './admission.ts';

let house: TestHouse;
let gathering: string;

beforeEach(async () => {
  house = await openHouse();
  ({ gathering } = await openGathering(house, 'first-meeting'));
});
afterEach(() => house.close());

let forms = 0;
const asks = (role: 'organizer' | 'helper', command: string, input: object) =>
  house.plenary.gatherings.say(
    { gathering, role, person: null },
    { device: deviceOf(`form${(forms += 1)}`), activity: 'gathering', command, input }
  );

test('whoever is removed is told on every page and opens nothing any more, after a restart too, until a helper lets them in', async () => {
  const bo = await joins(house.plenary, gathering, 'Bo');
  const cookie = (name: string) => cookieIn(bo.cookie, name);
  const opens = () => house.plenary.pass('phone', gathering, cookie);
  const enters = () => new Page(house.url, { gathering, surface: 'phone', cookie: bo.cookie });
  const [one, other] = [enters(), enters()];
  await expect.poll(() => one.welcome && other.welcome).toBeTruthy();

  await asks('organizer', 'remove', { people: [bo.person] });
  for (const page of [one, other]) {
    await expect.poll(() => page.gone).toEqual({ refused: 'removed' });
    await expect.poll(() => page.socket.connected).toBe(false);
  }
  expect(await opens()).toBeNull();
  expect(await house.plenary.whyOut(gathering, cookie)).toBe('removed');

  house = await house.restart();
  const third = enters();
  await expect.poll(() => third.gone).toEqual({ refused: 'removed' });
  expect(third.docs).toEqual({});

  await asks('helper', 'comeBack', { for: bo.person });
  expect(await opens()).toMatchObject({ person: bo.person });
  expect(await house.plenary.whyOut(gathering, cookie)).toBeNull();
  const fourth = enters();
  await expect.poll(() => fourth.welcome).toMatchObject({ person: bo.person });
  expect(await fourth.say('gathering', 'rename', { name: 'Bohdan' })).toHaveProperty('version');
  for (const page of [one, other, third, fourth]) page.leave();
});

test('an entry that is a double of another is told so, and that other goes on', async () => {
  const [bo, twice] = [await joins(house.plenary, gathering, 'Bo'), await joins(house.plenary, gathering, 'Bo 2')];
  const [page, second] = [bo, twice].map(({ cookie }) => new Page(house.url, { gathering, surface: 'phone', cookie }));
  await expect.poll(() => page?.welcome && second?.welcome).toBeTruthy();
  await asks('organizer', 'markDouble', { person: twice.person, of: bo.person });
  await expect.poll(() => second?.gone).toEqual({ refused: 'marked-double' });
  expect(await page?.say('gathering', 'rename', { name: 'Bohdan' })).toHaveProperty('version');
  for (const one of [page, second]) one?.leave();
});
