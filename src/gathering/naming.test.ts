import { beforeEach, expect, test } from 'vitest';
import { openMemory } from '#server/log/memory/memory.ts';
import { ana, CONVENING, countedPorts, device, helper, open, phone } from '../../tests/support/test-host.ts';
import type { Host } from './host.ts';

let host: Host;
let leads: ReturnType<typeof device>;
let helps: ReturnType<typeof device>;
let bo: ReturnType<typeof device>;
let walter: string;

beforeEach(async () => {
  const stores = openMemory();
  host = await open(stores, countedPorts(stores));
  leads = device(() => host, ana);
  helps = device(() => host, helper);
  await leads('convene', CONVENING);
  bo = device(() => host, phone('bo'));
  await bo('join', { name: 'Bo', rehearsed: false });
  await helps('addWalkIn', { name: 'Walter' });
  walter = Object.keys(people()).find((person) => people()[person]?.via === 'walk-in') ?? '';
  await leads('close', {});
});

const people = () => host.ledger().gathering.people;
const stepBack = () => leads('undo', { step: host.view('console').undo?.step });

test('CO11 somebody of the team says that a person without a phone agreed, and who was told is kept', async () => {
  await helps('sayNamed', { for: walter, named: true });
  expect(people()[walter]).toMatchObject({ named: true, namedBy: 'helper' });
  expect(await leads('sayNamed', { for: 'bo', named: true })).toEqual({ refused: 'theirs-to-agree' });
  expect(await leads('sayNamed', { for: 'nobody', named: true })).toEqual({ refused: 'person-unknown' });
  expect(await bo('sayNamed', { for: walter, named: true })).toEqual({ refused: 'not-yours-to-do' });
});

test('CO11 anybody’s yes is taken back, and that is undone', async () => {
  await leads('sayNamed', { for: 'bo', named: false });
  expect(people()['bo']?.named).toBe(false);
  await stepBack();
  expect(people()['bo']).not.toHaveProperty('named');
  await leads('sayNamed', { for: 'bo', named: false });
  await leads('sayNamed', { for: 'bo', named: true });
  expect(people()['bo']?.named).toBe(true);
});

test('CO11 where the meeting goes on, it is asked anew', async () => {
  await leads('sayNamed', { for: walter, named: true });
  await leads('reopen', {});
  expect(people()[walter]).not.toHaveProperty('named');
  expect(await leads('sayNamed', { for: walter, named: true })).toEqual({ refused: 'correct-after-closing' });
});

test('CO11 the undo of a spoken yes takes it back, and changes nothing where the meeting goes on', async () => {
  await leads('sayNamed', { for: walter, named: true });
  await stepBack();
  expect(people()[walter]).toMatchObject({ named: false, namedBy: 'organizer' });
  await leads('sayNamed', { for: walter, named: true });
  await leads('reopen', {});
  expect(await stepBack()).toEqual({ refused: 'cannot-be-undone' });
  expect(people()[walter]).not.toHaveProperty('named');
});

test('CO11 a yes that is taken back of a public harvest makes the next edition at once', async () => {
  await leads('publish', { edition: 'tea', title: 'Tea', summary: null, held: null, after: 0 });
  await leads('sayNamed', { for: 'bo', named: false });
  expect(host.ledger().gathering.editions).toBe(2);
});
