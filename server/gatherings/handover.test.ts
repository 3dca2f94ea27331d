import { afterEach, beforeEach, expect, test } from 'vitest';
import { ACCOUNT_COOKIE } from '#wire/cookies.ts';
import { granted, openGathering, openTestServer, Page, type TestServer } from '../../tests/support/test-server.ts';
import type { Account } from '../page-api.ts';
import { eventually } from '../../tests/support/until.ts';

let server: TestServer;
let gathering: string;
let ana: Account;
let bo: Account;
let anasSignIn: string;
let bosSignIn: string;

beforeEach(async () => {
  server = await openTestServer();
  ({ gathering, ana, signIn: anasSignIn } = await openGathering(server));
  bosSignIn = await joinsThem('Bo');
  bo = (await server.plenary.accounts.whose(bosSignIn))?.account as Account;
});
afterEach(() => server.close());

async function joinsThem(name: string): Promise<string> {
  const email = `${name.toLowerCase()}@example.org`;
  const { accounts } = server.plenary;
  const { token } = granted(await accounts.invite(ana, email));
  return granted(await accounts.setUp(token, { name, email, password: 'kettle over the harbour' })).token;
}

const mine = async (account: Account) => (await server.plenary.gatherings.of(account)).map(({ id }) => id);

test('a gathering stays whose it is until the other accepts, and then is theirs alone, after a restart too', async () => {
  const { gatherings } = server.plenary;
  expect(await gatherings.offer(ana, gathering, bo.id)).toBeNull();
  expect(await gatherings.offeredTo(bo)).toEqual([{ id: gathering, title: 'Tea', from: 'Anouk' }]);
  expect(await gatherings.of(ana)).toMatchObject([{ id: gathering, offeredTo: 'Bo' }]);
  expect(await mine(bo)).toEqual([]);

  const console = (signIn: string) => {
    const cookie = `${ACCOUNT_COOKIE}=${signIn}`;
    return new Page(server.url, { gathering, surface: 'console', cookie });
  };
  const anas = console(anasSignIn);
  await eventually(() => expect(anas.welcome?.role).toBe('organizer'));
  expect(await gatherings.acceptOffer(bo, gathering)).toBeNull();
  expect(await gatherings.acceptOffer(bo, gathering)).toBeNull();
  await eventually(() => expect(anas.gone).not.toBeNull());
  const bos = console(bosSignIn);
  await eventually(() => expect(bos.welcome?.role).toBe('organizer'));
  for (const page of [anas, bos]) page.leave();

  server = await server.restart();
  expect([await mine(ana), await mine(bo)]).toEqual([[], [gathering]]);
  expect(await server.plenary.gatherings.offeredTo(bo)).toEqual([]);
});

test('what was handed over is handed back in the same way', async () => {
  const { gatherings } = server.plenary;
  await gatherings.offer(ana, gathering, bo.id);
  await gatherings.acceptOffer(bo, gathering);
  await gatherings.offer(bo, gathering, ana.id);
  expect(await gatherings.acceptOffer(ana, gathering)).toBeNull();
  expect([await mine(ana), await mine(bo)]).toEqual([[gathering], []]);
});

test('an offer can be taken back, declined, and made to somebody else; only its last form counts', async () => {
  const { gatherings } = server.plenary;
  const chidi = (await server.plenary.accounts.whose(await joinsThem('Chidi')))?.account as Account;
  for (const whoever of [ana, bo]) {
    await gatherings.offer(ana, gathering, bo.id);
    await gatherings.withdrawOffer(chidi, gathering);
    expect(await gatherings.offeredTo(bo)).toHaveLength(1);
    await gatherings.withdrawOffer(whoever, gathering);
    expect(await gatherings.acceptOffer(bo, gathering)).toEqual({ refused: 'offer-ended' });
  }
  await gatherings.offer(ana, gathering, bo.id);
  await gatherings.offer(ana, gathering, chidi.id);
  expect(await gatherings.acceptOffer(bo, gathering)).toEqual({ refused: 'offer-ended' });
  expect(await gatherings.acceptOffer(chidi, gathering)).toBeNull();
});

test('nobody offers what is not theirs, to nobody or to themselves', async () => {
  const { gatherings } = server.plenary;
  expect(await gatherings.offer(bo, gathering, bo.id)).toEqual({ refused: 'not-yours-to-do' });
  expect(await gatherings.offer(ana, gathering, ana.id)).toEqual({ refused: 'organizer-unknown' });
  expect(await gatherings.offer(ana, gathering, 'nobody')).toEqual({ refused: 'organizer-unknown' });
});
