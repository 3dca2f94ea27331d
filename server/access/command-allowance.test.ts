import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Pass } from '../api.ts';
import { deviceOf, joins, openGathering, openHouse, Page, type TestHouse } from '../../tests/support/test-server.ts';

let house: TestHouse;
let gathering: string;

beforeEach(async () => {
  house = await openHouse();
  ({ gathering } = await openGathering(house, 'first-meeting'));
});
afterEach(() => house.close());

let forms = 0;
const renames = ({ plenary }: TestHouse, pass: Pass) =>
  plenary.gatherings.say(pass, {
    device: deviceOf(`form${(forms += 1)}`),
    activity: 'gathering',
    command: 'rename',
    input: { name: `Bo ${forms}` }
  });

test('one person is as fast by forms as by the live line, and by both together', async () => {
  const bo = await joins(house.plenary, gathering, 'Bo');
  const chidi = await joins(house.plenary, gathering, 'Chidi');
  const own = ({ person }: { person: string }): Pass => ({ gathering, role: 'participant', person });
  const phone = new Page(house.url, { gathering, surface: 'phone', cookie: bo.cookie });
  await expect.poll(() => phone.welcome).not.toBeNull();
  const begun = performance.now();
  const said = await Promise.all([
    ...Array.from({ length: 12 }, (_, turn) => phone.say('gathering', 'rename', { name: `Bohdan ${turn}` })),
    ...Array.from({ length: 60 }, () => renames(house, own(bo)))
  ]);
  phone.leave();
  const earned = Math.ceil(((performance.now() - begun) / 1000) * 4);
  const kept = said.filter((answer) => 'version' in answer).length;
  expect(kept).toBeGreaterThanOrEqual(20);
  expect(kept).toBeLessThanOrEqual(20 + earned);
  expect(said.filter((answer) => 'later' in answer)).toContainEqual({ later: 'too-fast' });

  // A ticket is no way around it, and nobody else waits.
  const drawn = await house.plenary.ballots.sign(own(bo), { activity: 'none', blinded: '0' });
  if (earned === 0) expect(drawn).toEqual({ refused: 'too-fast' });
  expect(await renames(house, own(chidi))).toHaveProperty('version');
});
