import { beforeEach, expect, test } from 'vitest';
import { noteAddress } from '#contract/note-address.ts';
import { openMemory } from '#server/log/memory/memory.ts';
import { blockOf } from '../../tests/support/samples.ts';
import {
  ana,
  CONVENING,
  countedPorts,
  device,
  firstBlock,
  helper,
  open,
  phone,
  rules
} from '../../tests/support/test-host.ts';
import type { Host } from './host.ts';
import { correctableUntil } from './periods.ts';
import type { Answer } from '#wire/messages.ts';

const DAY_MS = 86_400_000;
const DONE = expect.objectContaining({ version: expect.any(Number) as number }) as Answer;

let host: Host;
let now: number;
let leads: ReturnType<typeof device>;
let helps: ReturnType<typeof device>;
let bo: ReturnType<typeof device>;
let chidi: ReturnType<typeof device>;
/** Addresses of what Bo wrote, and of what a helper typed from an unsigned sheet. */
let bos: string;
let unsigned: string;

beforeEach(async () => {
  now = 1_700_000_000_000;
  const stores = openMemory();
  host = await open(stores, { ...countedPorts(stores), now: () => (now += 7) });
  leads = device(() => host, ana);
  helps = device(() => host, helper);
  [bo, chidi] = ['bo', 'chidi'].map((name) => device(() => host, phone(name))) as [typeof bo, typeof chidi];
  await leads('convene', CONVENING);
  await leads('addBlock', blockOf('cards', { questions: ['What do we need?'] }));
  const activity = firstBlock(host);
  await leads('turnTo', { activity, from: null });
  for (const say of [bo, chidi]) await say('join', { name: null, rehearsed: false });
  const [begins] = rules.methods['cards']!.next(host.ledger().activities[activity]?.state);
  await leads(begins!.command, begins!.input, activity);
  await bo('writeCard', { card: 'bosnote000000000', question: 0, text: 'Seads' }, activity);
  await helps('writeCard', { card: 'unsigned00000000', question: 0, text: 'Bread' }, activity);
  bos = noteAddress(activity, 'bosnote000000000');
  unsigned = noteAddress(activity, 'unsigned00000000');
});

const close = () => leads('close', {});
const stepBack = () => leads('undo', { step: host.view('console').deskUndo?.step });
const of = (note: string) => host.ledger().gathering.corrections[note];
const publish = () =>
  leads('publish', {
    edition: 'tea',
    title: 'Tea',
    summary: null,
    held: null,
    after: host.ledger().gathering.editions
  });

test('CO1 corrections begin when the gathering has closed, and end for everybody but those who lead', async () => {
  expect(await bo('mendNote', { note: bos, text: 'Seeds' })).toEqual({ refused: 'correct-after-closing' });
  await close();
  expect(await bo('mendNote', { note: bos, text: 'Seeds' })).toEqual(DONE);
  now += 7 * DAY_MS;
  expect(await bo('mendNote', { note: bos, text: 'Seed bank' })).toEqual({ refused: 'corrections-ended' });
  expect(await chidi('endorseNote', { note: bos, on: true })).toEqual({ refused: 'corrections-ended' });
  expect(await leads('mendNote', { note: bos, text: 'Seed bank' })).toEqual(DONE);
  // Whoever wrote it may take it back at any time.
  expect(await bo('leaveOutNote', { note: bos })).toEqual(DONE);
});

test('CO5 an objection is taken back at any time, too, by whoever made it', async () => {
  await close();
  expect(await chidi('disputeNote', { note: bos, why: 'We said beads' })).toEqual(DONE);
  now += 7 * DAY_MS;
  expect(await chidi('disputeNote', { note: bos, why: 'We said more' })).toEqual({ refused: 'corrections-ended' });
  expect(await chidi('disputeNote', { note: bos, why: null })).toEqual(DONE);
  expect(of(bos)?.disputes).toEqual({});
});

test('CO5 those who lead change why they left a note out, also of what is public, and undo brings the former reason back', async () => {
  await close();
  await leads('leaveOutNote', { note: bos });
  const at = of(bos)?.leftOut?.at;
  expect(await leads('leaveOutNote', { note: bos, why: 'said-twice' })).toEqual(DONE);
  expect(of(bos)?.leftOut).toEqual({ by: 'team', at, why: 'said-twice' });
  await leads('undo', { step: host.view('console').deskUndo?.step });
  expect(of(bos)?.leftOut).toEqual({ by: 'team', at, why: null });
  await publish();
  const { editions } = host.ledger().gathering;
  await leads('leaveOutNote', { note: bos, why: 'names-somebody' });
  expect(of(bos)?.leftOut?.why).toBe('names-somebody');
  expect(host.ledger().gathering.editions).toBe(editions);
  expect(await leads('leaveOutNote', { note: bos, why: 'names-somebody' })).toEqual(DONE);
  await bo('leaveOutNote', { note: bos });
  expect(await leads('leaveOutNote', { note: bos, why: 'said-twice' })).toEqual(DONE);
  expect(of(bos)?.leftOut).toMatchObject({ by: 'author', why: null });
});

test('CO2 the console is not told to what a note was mended that its writer takes back', async () => {
  await close();
  await bo('mendNote', { note: bos, text: 'Seeds' });
  await bo('leaveOutNote', { note: bos });
  expect(JSON.stringify(host.view('console'))).not.toContain('Seeds');
  await bo('keepNote', { note: bos });
  expect(JSON.stringify(host.view('console'))).toContain('Seeds');
});

test('CO1 the organizer chooses how long, longer or shorter later on, and takes that back', async () => {
  await close();
  const { closedAt } = host.ledger().gathering;
  const until = () => correctableUntil(host.ledger().gathering);
  expect(until()).toBe((closedAt ?? 0) + 7 * DAY_MS);
  expect(await leads('setPeriods', { correctionDays: 31, keptDays: 90 })).toMatchObject({ refused: 'not-understood' });
  expect(await helps('setPeriods', { correctionDays: 30, keptDays: 90 })).toEqual({ refused: 'not-yours-to-do' });
  await leads('setPeriods', { correctionDays: 30, keptDays: 90 });
  now += 29 * DAY_MS;
  expect(await bo('mendNote', { note: bos, text: 'Seeds' })).toEqual(DONE);
  await leads('undo', { step: host.ledger().taken });
  expect(until()).toBe((closedAt ?? 0) + 7 * DAY_MS);
  expect(await bo('mendNote', { note: bos, text: 'Seed bank' })).toEqual({ refused: 'corrections-ended' });
});

test('CO1 where no time is given, people leave out what they wrote, and nothing more', async () => {
  await leads('setPeriods', { correctionDays: 0, keptDays: 90 });
  await close();
  for (const [say, command, more] of [
    [bo, 'mendNote', { text: 'Seeds' }],
    [chidi, 'disputeNote', { why: 'No' }],
    [chidi, 'endorseNote', { on: true }]
  ] as const)
    expect(await say(command, { note: bos, ...more }), command).toEqual({ refused: 'corrections-ended' });
  expect(await leads('mendNote', { note: bos, text: 'Seeds' })).toEqual(DONE);
  expect(await bo('leaveOutNote', { note: bos })).toEqual(DONE);
});

test('CO2 only whoever wrote a note, a helper for an unsigned one, and those who lead may change it', async () => {
  await close();
  for (const [command, more] of [
    ['mendNote', { text: 'Mine' }],
    ['leaveOutNote', {}],
    ['keepNote', {}]
  ] as const) {
    expect(await chidi(command, { note: bos, ...more }), command).toEqual({ refused: 'not-your-note' });
    expect(await bo(command, { note: unsigned, ...more }), command).toEqual({ refused: 'not-your-note' });
    expect(await helps(command, { note: bos, ...more }), command).toEqual({ refused: 'not-your-note' });
    expect(await bo(command, { note: '0000000000000', ...more }), command).toEqual({ refused: 'no-such-note' });
  }
  expect(await helps('mendNote', { note: unsigned, text: 'Fresh bread' })).toEqual(DONE);
  expect(await leads('mendNote', { note: bos, text: 'Seeds' })).toEqual(DONE);
  expect(host.words(of(bos)?.text)).toBe('Seeds');
  expect(await bo('unmendNote', { note: bos })).toEqual(DONE);
  expect(of(bos)?.text).toBeNull();
});

test('CO3 everybody who was there objects with why, or stands by a note, and takes either back', async () => {
  await close();
  expect(await chidi('disputeNote', { note: bos, why: 'We said beads' })).toEqual(DONE);
  expect(await bo('endorseNote', { note: unsigned, on: true })).toEqual(DONE);
  expect(host.words(Object.values(of(bos)?.disputes ?? {}))).toMatchObject([{ why: 'We said beads' }]);
  expect(Object.keys(of(unsigned)?.endorsed ?? {})).toEqual(['bo']);
  await chidi('disputeNote', { note: bos, why: null });
  await bo('endorseNote', { note: unsigned, on: false });
  expect(of(bos)?.disputes).toEqual({});
  expect(of(unsigned)?.endorsed).toEqual({});
});

test('CO4 no view but the console’s tells of corrections, and the console’s tells no person', async () => {
  await close();
  await chidi('disputeNote', { note: bos, why: 'We said beads' });
  for (const channel of ['all', 'board', 'person:bo', 'person:chidi'])
    expect(JSON.stringify(host.view(channel)), channel).not.toMatch(/beads|corrections/);
  const { corrections } = host.view('console').gathering as unknown as { corrections: unknown };
  expect(corrections).toEqual({
    [bos]: {
      text: null,
      struckOut: false,
      leftOut: null,
      endorsed: 0,
      disputes: [{ mark: expect.any(String) as string, why: 'We said beads', leftOut: null }]
    }
  });
});

test('CO5 what was left out comes back before the first edition, and those who lead overrule nobody', async () => {
  await close();
  await bo('leaveOutNote', { note: bos });
  expect(await leads('keepNote', { note: bos })).toEqual({ refused: 'taken-back-by-author' });
  expect(await bo('keepNote', { note: bos })).toEqual(DONE);
  await leads('leaveOutNote', { note: unsigned });
  expect(await leads('keepNote', { note: unsigned })).toEqual(DONE);
  await leads('leaveOutNote', { note: unsigned });
  await publish();
  expect(await leads('keepNote', { note: unsigned })).toEqual({ refused: 'gone-for-good' });
});

test('CO5 what the team left out its writer takes back, and then nobody else brings it back', async () => {
  await close();
  await leads('leaveOutNote', { note: bos });
  expect(await bo('leaveOutNote', { note: bos })).toEqual(DONE);
  expect(of(bos)?.leftOut?.by).toBe('author');
  expect(await stepBack()).toEqual({ refused: 'cannot-be-undone' });
  expect(await leads('keepNote', { note: bos })).toEqual({ refused: 'taken-back-by-author' });
});

test('CO5 those who lead may say why a note is left out, from a list and in no words of their own', async () => {
  await close();
  expect(await leads('leaveOutNote', { note: bos, why: 'It says Seads' })).toMatchObject({ refused: 'not-understood' });
  expect(await bo('leaveOutNote', { note: bos, why: 'said-twice' })).toEqual({ refused: 'not-yours-to-do' });
  expect(await helps('leaveOutNote', { note: unsigned, why: 'said-twice' })).toEqual({ refused: 'not-yours-to-do' });
  await leads('leaveOutNote', { note: bos, why: 'names-somebody' });
  await leads('leaveOutNote', { note: unsigned });
  expect(of(bos)?.leftOut).toMatchObject({ by: 'team', why: 'names-somebody' });
  expect(of(unsigned)?.leftOut).toMatchObject({ by: 'team', why: null });
});

test('CO5 an undo of bringing it back leaves it out for the same reason, and its writer leaves it out for none', async () => {
  await close();
  await leads('leaveOutNote', { note: bos, why: 'names-somebody' });
  await leads('keepNote', { note: bos });
  await stepBack();
  expect(of(bos)?.leftOut).toMatchObject({ by: 'team', why: 'names-somebody' });
  await bo('leaveOutNote', { note: bos });
  expect(of(bos)?.leftOut).toMatchObject({ by: 'author', why: null });
});

test('HD4 those who lead undo leaving out, bringing back, and going back to the first words', async () => {
  await close();
  await leads('mendNote', { note: bos, text: 'Seeds' });
  await leads('leaveOutNote', { note: bos });
  await leads('keepNote', { note: bos });
  await leads('unmendNote', { note: bos });
  expect(of(bos)).toMatchObject({ text: null, leftOut: null });
  await stepBack();
  expect(of(bos)?.text).not.toBeNull();
  await stepBack();
  expect(of(bos)?.leftOut?.by).toBe('team');
  await stepBack();
  expect(of(bos)?.leftOut).toBeNull();
  await leads('strikeOut', { note: bos, text: '▒▒▒▒ seeds' });
  await leads('unmendNote', { note: bos });
  await stepBack();
  expect(of(bos)).toMatchObject({ struckOut: true, leftOut: null });
});

test('CO6 leaving out makes a new edition of what is public, and nothing else does', async () => {
  await close();
  await bo('leaveOutNote', { note: bos });
  expect(host.ledger().gathering.editions).toBe(0);
  await bo('keepNote', { note: bos });
  await publish();
  for (const say of [
    () => bo('mendNote', { note: bos, text: 'Seeds' }),
    () => chidi('disputeNote', { note: bos, why: 'No' }),
    () => chidi('endorseNote', { note: bos, on: true })
  ])
    expect(await say()).toEqual(DONE);
  expect(host.ledger().gathering.editions).toBe(1);
  await bo('leaveOutNote', { note: bos });
  expect(host.ledger().gathering.editions).toBe(2);
  expect(await bo('leaveOutNote', { note: bos })).toEqual(DONE);
  expect(host.ledger().gathering.editions).toBe(2);
});

test('CO3 in a rehearsal people object to what simulated people wrote, as its edition shows it', async () => {
  const stores = openMemory();
  host = await open(stores);
  leads = device(() => host, ana);
  await leads('convene', { ...CONVENING, rehearsal: true });
  await leads('addBlock', blockOf('cards', { questions: ['What do we need?'] }));
  const activity = firstBlock(host);
  await leads('turnTo', { activity, from: null });
  const [begins] = rules.methods['cards']!.next(host.ledger().activities[activity]?.state);
  await leads(begins!.command, begins!.input, activity);
  const [real, simulated] = ['bo', 'chidi'].map((name) => device(() => host, phone(name), `rehearses-${name}`));
  await real!('join', { name: null, rehearsed: false });
  await simulated!('join', { name: null, rehearsed: true });
  for (const [say, card] of [
    [real!, 'bosnote000000000'],
    [simulated!, 'simulated0000000']
  ] as const)
    await say('writeCard', { card, question: 0, text: 'Seeds' }, activity);
  await close();
  const note = noteAddress(activity, 'simulated0000000');
  expect(await real!('disputeNote', { note, why: 'We said beads' })).toEqual(DONE);
});

const objections = () => {
  const { corrections } = host.view('console').gathering as unknown as {
    corrections: Record<string, { disputes: { mark: string; why: string | null; leftOut: string | null }[] }>;
  };
  return corrections[bos]?.disputes ?? [];
};

test('CO16 those who lead leave out the words of an objection for a listed reason, and it stays counted', async () => {
  await close();
  await chidi('disputeNote', { note: bos, why: 'Bo always lies' });
  const [{ mark } = { mark: '' }] = objections();
  const out = { note: bos, objection: mark, why: 'names-somebody' };
  for (const say of [chidi, helps]) expect(await say('leaveOutObjection', out)).toEqual({ refused: 'not-yours-to-do' });
  expect(await leads('leaveOutObjection', { ...out, why: 'I say so' })).toMatchObject({ refused: 'not-understood' });
  expect(await leads('leaveOutObjection', { ...out, objection: 'said anew meanwhile' })).toEqual(DONE);
  expect(objections()).toMatchObject([{ why: 'Bo always lies', leftOut: null }]);
  expect(await leads('leaveOutObjection', out)).toEqual(DONE);
  expect(objections()).toEqual([{ mark, why: null, leftOut: 'names-somebody' }]);
  await stepBack();
  expect(objections()).toEqual([{ mark, why: 'Bo always lies', leftOut: null }]);
});

test('CO16 of a public harvest they are gone for good, and whoever objected says it anew in other words', async () => {
  await close();
  await chidi('disputeNote', { note: bos, why: 'Bo always lies' });
  await publish();
  const [{ mark } = { mark: '' }] = objections();
  await leads('leaveOutObjection', { note: bos, objection: mark, why: 'names-somebody' });
  expect(host.ledger().gathering.editions).toBe(2);
  expect(await leads('leaveOutObjection', { note: bos, objection: mark, why: 'said-twice' })).toEqual(DONE);
  expect(host.ledger().gathering.editions).toBe(2);
  expect(host.view('console').deskUndo).toBeFalsy();
  await chidi('disputeNote', { note: bos, why: 'We said beads' });
  expect(objections()).toMatchObject([{ why: 'We said beads', leftOut: null }]);
});
