import { beforeEach, expect, test } from 'vitest';
import { closedCards } from '../../tests/support/closed-cards.ts';
import { device, helper } from '../../tests/support/test-host.ts';
import { correctionsNow } from './corrections-now.ts';
import type { Host } from './host.ts';
import { notesInTheme, sortedNotes } from './sorted-notes.ts';
import { isThere, readAs } from './split-notes.ts';

const FOOD = 'themefood0000000';

let host: Host;
let leads: ReturnType<typeof device>;
let bo: ReturnType<typeof device>;
let mei: ReturnType<typeof device>;
/** Addresses of what Bo wrote. */
let notes: readonly [string, string, string];

beforeEach(async () => {
  const closed = await closedCards(['seeds', 'bread', 'swings'], ['bo', 'mei']);
  ({ host, leads, notes } = closed);
  [bo, mei] = closed.phones as [typeof bo, typeof mei];
});

const state = () => host.ledger().gathering;
const stepBack = () => leads('undo', { step: host.view('console').deskUndo?.step });
const split = (note: string, parts = ['seeds', 'buses']) => leads('splitNote', { note, parts });
const partsOf = (note: string) => readAs(state(), note) as [string, string];
const put = (...put: string[]) => leads('putNotes', { notes: put, theme: FOOD });
const publish = () =>
  leads('publish', { edition: 'tea', title: 'Tea', summary: null, held: null, after: state().editions });

test('HD9 the parts stand where the note stood, and are sorted and split as other notes are', async () => {
  const [seeds, bread, swings] = notes;
  await put(seeds, bread);
  await split(seeds);
  const [one, other] = partsOf(seeds);
  expect(notesInTheme(state(), FOOD)).toEqual([one, other, bread]);
  expect(host.words([one, other].map((part) => state().parts[part]?.text))).toEqual(['seeds', 'buses']);
  await leads('foldNotes', { notes: [swings], into: other });
  expect(sortedNotes(state()).folded).toEqual({ [other]: [swings] });
  await split(one, ['seed', 's']);
  expect(notesInTheme(state(), FOOD)).toEqual([...partsOf(one), other, bread]);
  expect(partsOf(seeds)).toEqual([...partsOf(one), other]);
  await split(swings);
  expect(notesInTheme(state(), FOOD).slice(-2)).toEqual(partsOf(swings));
});

test('HD9 only those who lead split a note that is read and stands for no others', async () => {
  const [seeds, bread, swings] = notes;
  for (const say of [bo, device(() => host, helper)])
    expect(await say('splitNote', { note: seeds, parts: ['a', 'b'] })).toEqual({ refused: 'not-yours-to-do' });
  await leads('foldNotes', { notes: [bread], into: seeds });
  expect(await split(seeds)).toEqual({ refused: 'stands-for-others' });
  await bo('leaveOutNote', { note: swings });
  expect(await split(swings)).toEqual({ refused: 'no-such-note' });
  expect(await split('0000000000000')).toEqual({ refused: 'no-such-note' });
  expect(await split(bread, ['', 'b'])).toMatchObject({ refused: 'text-empty' });
  await split(bread);
  expect(await split(bread)).toEqual({ refused: 'note-split' });
  expect(await put(bread)).toEqual({ refused: 'note-split' });
  for (const command of ['mendNote', 'strikeOut'])
    expect(await leads(command, { note: bread, text: 'x' }), command).toEqual({ refused: 'note-split' });
});

test('HD9 undo makes it one note again, in its place, and no address is used twice', async () => {
  const [seeds, bread] = notes;
  await put(seeds, bread);
  await split(seeds);
  const before = partsOf(seeds);
  await stepBack();
  expect(notesInTheme(state(), FOOD)).toEqual([seeds, bread]);
  expect(before.some((part) => isThere(state(), part))).toBe(false);
  expect(await put(before[0])).toEqual({ refused: 'no-such-note' });
  await split(seeds);
  expect(partsOf(seeds).filter((part) => before.includes(part))).toEqual([]);
});

test('HD9 no undo brings back what was taken back since, or loses an address that is public', async () => {
  const [seeds, bread, swings] = notes;
  await split(seeds);
  await bo('leaveOutNote', { note: partsOf(seeds)[0] });
  expect(await stepBack()).toEqual({ refused: 'cannot-be-undone' });
  expect(partsOf(seeds)).toHaveLength(2);
  await publish();
  await split(bread);
  await bo('leaveOutNote', { note: swings });
  expect(await stepBack()).toEqual({ refused: 'cannot-be-undone' });
  expect(partsOf(bread)).toHaveLength(2);
});

test('HD4 HD8 an undo that would bring back what is gone for good is refused, and nothing changes', async () => {
  const [seeds, , swings] = notes;
  await publish();
  await leads('mendNote', { note: seeds, text: 'good seeds' });
  await leads('mendNote', { note: seeds, text: 'good plain seeds' });
  await leads('strikeOut', { note: seeds, text: 'good ▒▒▒▒ seeds' });
  await bo('leaveOutNote', { note: swings });
  const before = host.ledger().gathering;
  expect(await stepBack()).toEqual({ refused: 'cannot-be-undone' });
  expect(host.ledger().gathering).toEqual(before);
});

test('HD4 what can no longer be undone is passed over, and the step before it is offered', async () => {
  const [seeds, bread, swings] = notes;
  await put(seeds, bread);
  await leads('putNotes', { notes: [seeds, bread], theme: null });
  await split(seeds);
  await split(swings);
  for (const note of [seeds, swings]) await bo('leaveOutNote', { note: partsOf(note)[0] });
  expect(await stepBack()).toEqual({ refused: 'cannot-be-undone' });
  expect(host.view('console').deskUndo).toMatchObject({ command: 'putNotes' });
  expect(await stepBack()).toHaveProperty('version');
  // A note that is split is read nowhere, so that it is not put back either.
  expect(notesInTheme(state(), FOOD)).toEqual([bread]);
  expect(partsOf(seeds)).toHaveLength(2);
});

test('HD9 its writer corrects each part, and takes all of it back at once', async () => {
  const [seeds] = notes;
  await split(seeds);
  const [one, other] = partsOf(seeds);
  await bo('mendNote', { note: one, text: 'good seeds' });
  expect(await mei('mendNote', { note: one, text: 'bad seeds' })).toEqual({ refused: 'not-your-note' });
  await bo('leaveOutNote', { note: seeds });
  expect([one, other].map((part) => state().corrections[part]?.leftOut?.by)).toEqual(['author', 'author']);
  await bo('keepNote', { note: other });
  expect(state().corrections[other]?.leftOut).toBeNull();
});

test('HD9 what people said of a note holds for its parts, and is taken back there', async () => {
  const [seeds] = notes;
  await mei('disputeNote', { note: seeds, why: 'We said trees' });
  await mei('endorseNote', { note: seeds, on: true });
  await bo('endorseNote', { note: seeds, on: true });
  await split(seeds);
  const [one, other] = partsOf(seeds);
  await bo('endorseNote', { note: one, on: true });
  const now = () => host.words(correctionsNow(state())) as Record<string, { disputes: object; endorsed: object }>;
  for (const part of [one, other])
    expect(now()[part]).toMatchObject({
      disputes: { mei: { why: 'We said trees' } },
      endorsed: { bo: true, mei: true }
    });
  expect(now()).not.toHaveProperty(seeds);
  await mei('disputeNote', { note: other, why: null });
  await mei('endorseNote', { note: one, on: false });
  expect(now()[one]).toMatchObject({ disputes: {}, endorsed: { bo: true } });
});
