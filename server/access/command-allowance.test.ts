import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Pass } from '../page-api.ts';
import {
  deviceOf,
  joins,
  openGathering,
  openTestServer,
  Page,
  type TestServer
} from '../../tests/support/test-server.ts';

let server: TestServer;
let gathering: string;

beforeEach(async () => {
  server = await openTestServer();
  ({ gathering } = await openGathering(server, 'first-meeting'));
});
afterEach(() => server.close());

let forms = 0;
const renames = ({ plenary }: TestServer, pass: Pass) =>
  plenary.gatherings.say(pass, {
    device: deviceOf(`form${(forms += 1)}`),
    activity: 'gathering',
    command: 'rename',
    input: { name: `Bo ${forms}` }
  });

test('one person is as fast by forms as by the live line, and by both together', async () => {
  const bo = await joins(server.plenary, gathering, 'Bo');
  const chidi = await joins(server.plenary, gathering, 'Chidi');
  const own = ({ person }: { person: string }): Pass => ({ gathering, role: 'participant', person });
  const phone = new Page(server.url, { gathering, surface: 'phone', cookie: bo.cookie });
  await expect.poll(() => phone.welcome).not.toBeNull();
  const begun = performance.now();
  const said = await Promise.all([
    ...Array.from({ length: 12 }, (_, turn) => phone.say('gathering', 'rename', { name: `Bohdan ${turn}` })),
    ...Array.from({ length: 60 }, () => renames(server, own(bo)))
  ]);
  phone.leave();
  const earned = Math.ceil(((performance.now() - begun) / 1000) * 4);
  const accepted = said.filter((answer) => 'version' in answer).length;
  expect(accepted).toBeGreaterThanOrEqual(20);
  expect(accepted).toBeLessThanOrEqual(20 + earned);
  expect(said.filter((answer) => 'later' in answer)).toContainEqual({ later: 'too-fast' });

  // A ticket is no way around it, and nobody else waits.
  const drawn = await server.plenary.ballots.sign(own(bo), { activity: 'none', blinded: '0' });
  if (earned === 0) expect(drawn).toEqual({ refused: 'too-fast' });
  expect(await renames(server, own(chidi))).toHaveProperty('version');
});
