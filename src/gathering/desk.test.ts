import { beforeEach, expect, test } from 'vitest';
import { openCards } from '../../tests/support/closed-cards.ts';
import { ana, device, helper, open } from '../../tests/support/test-host.ts';
import type { Host } from './host.ts';
import { notesInTheme, sortedNotes } from './sorted-notes.ts';
import { readAs } from './split-notes.ts';

const [FOOD, PLAY] = ['themefood0000000', 'themeplay0000000'];

/** A meeting that goes on. Bo wrote: seeds, bread, swings. */
let meeting: Awaited<ReturnType<typeof openCards<readonly ['seeds', 'bread', 'swings']>>>;
let host: Host;
let leads: ReturnType<typeof device>;
let bo: ReturnType<typeof device>;
let notes: readonly [string, string, string];

beforeEach(async () => {
  meeting = await openCards(['seeds', 'bread', 'swings'], ['bo']);
  ({ host, leads, notes } = meeting);
  [bo] = meeting.phones as [typeof bo];
});

const state = () => host.ledger().gathering;
const inTheme = (theme: string) => notesInTheme(state(), theme);
const put = (theme: string | null, ...put: string[]) => leads('putNotes', { notes: put, theme });
const last = () => ({ console: host.view('console').undo, desk: host.view('console').deskUndo });
const DONE = { version: expect.any(Number) as number };

test('HD12 those who lead sort while the meeting goes on, and helpers and phones do not', async () => {
  const [seeds, bread, swings] = notes;
  for (const say of [bo, device(() => host, helper)]) {
    expect(await say('putNotes', { notes: [seeds], theme: FOOD })).toEqual({ refused: 'not-yours-to-do' });
    expect(await say('leaveOutNote', { note: seeds })).toEqual({ refused: 'correct-after-closing' });
    expect(await say('keepNote', { note: seeds })).toEqual({ refused: 'correct-after-closing' });
  }
  expect(await put(FOOD, seeds, bread)).toEqual(DONE);
  for (const [command, input] of [
    ['nameTheme', { theme: FOOD, name: 'Food' }],
    ['moveNote', { note: bread, by: -1 }],
    ['foldNotes', { notes: [swings], into: seeds }],
    ['unfoldNote', { note: swings }],
    ['splitNote', { note: swings, parts: ['a swing', 'a slide'] }],
    ['summarize', { place: `themes/${FOOD}`, text: 'We grow it.' }],
    ['leaveOutNote', { note: bread }],
    ['keepNote', { note: bread }]
  ] as const)
    expect(await leads(command, input), command).toEqual(DONE);
  expect(inTheme(FOOD)).toEqual([bread, seeds, ...readAs(state(), swings)]);
  await put(PLAY, ...readAs(state(), swings));
  await leads('moveTheme', { theme: PLAY, by: -1 });
  await leads('joinThemes', { from: PLAY, into: FOOD });
  expect(inTheme(FOOD)).toEqual([bread, seeds, ...readAs(state(), swings)]);
});

test('HD12 words are mended and struck out, and people answer, once the gathering has closed', async () => {
  const [seeds] = notes;
  for (const [command, more] of [
    ['mendNote', { text: 'Seeds' }],
    ['unmendNote', {}],
    ['strikeOut', { text: '▒▒▒▒' }]
  ] as const)
    expect(await leads(command, { note: seeds, ...more }), command).toEqual({ refused: 'correct-after-closing' });
  expect(await bo('endorseNote', { note: seeds, on: true })).toEqual({ refused: 'correct-after-closing' });
  expect(await bo('disputeNote', { note: seeds, why: 'No' })).toEqual({ refused: 'correct-after-closing' });
});

test('HD12 closing, its undo and opening again keep what was sorted', async () => {
  await put(FOOD, notes[0]);
  await leads('close', {});
  await put(FOOD, notes[1]);
  expect(last()).toMatchObject({ console: { command: 'close' }, desk: { command: 'putNotes' } });
  await leads('undo', { step: last().console?.step });
  expect(state().phase).toBe('open');
  expect(inTheme(FOOD)).toEqual([notes[0], notes[1]]);
  await leads('close', {});
  await leads('reopen', {});
  expect(inTheme(FOOD)).toEqual([notes[0], notes[1]]);
});

test('HD4 the console takes back no step of the desk, and the desk none of the meeting', async () => {
  const sorter = device(() => host, ana, 'the-desk');
  const { activity } = meeting;
  const atConsole = last().console;
  await sorter('putNotes', { notes: [notes[0]], theme: FOOD });
  expect(last()).toMatchObject({ console: atConsole, desk: { command: 'putNotes' } });
  await leads('turnTo', { stage: 'showing', from: 'writing' }, activity);
  await sorter('nameTheme', { theme: FOOD, name: 'Food' });
  expect(last()).toMatchObject({ console: { activity, command: 'turnTo' }, desk: { command: 'nameTheme' } });

  expect(await leads('undo', { step: last().console?.step })).toEqual(DONE);
  expect(host.words(state().themes[FOOD]?.name)).toBe('Food');
  expect(last()).toMatchObject({ console: atConsole, desk: { command: 'nameTheme' } });
  expect(await sorter('undo', { step: last().desk?.step })).toEqual(DONE);
  expect(await sorter('undo', { step: last().desk?.step })).toEqual(DONE);
  expect(inTheme(FOOD)).toEqual([]);
  expect(last()).toMatchObject({ console: atConsole, desk: null });
});

test('HD4 the steps of the desk outlive a restart', async () => {
  await put(FOOD, notes[0]);
  const before = last();
  await host.close();
  host = await open(meeting.stores);
  expect(last()).toEqual(before);
});

test('HD4 of two who take back the same step of the desk, the second is told', async () => {
  await put(FOOD, notes[0]);
  await put(FOOD, notes[1]);
  const { desk } = last();
  const other = device(() => host, ana, 'another-desk');
  expect(await other('undo', { step: desk?.step })).toEqual(DONE);
  expect(await leads('undo', { step: desk?.step })).toEqual({ refused: 'already-moved-on' });
  expect(inTheme(FOOD)).toEqual([notes[0]]);
});

test('HD12 a note that is taken away in the meeting leaves its theme, cannot be sorted, and stands for no other', async () => {
  const [seeds, bread, swings] = notes;
  const { activity, cards } = meeting;
  await put(FOOD, seeds, bread, swings);
  await leads('foldNotes', { notes: [swings], into: seeds });
  await bo('removeCard', { card: cards[0] }, activity);
  for (const [command, input] of [
    ['putNotes', { notes: [bread, seeds], theme: PLAY }],
    ['moveNote', { note: seeds, by: 1 }],
    ['unfoldNote', { note: seeds }],
    ['foldNotes', { notes: [bread], into: seeds }],
    ['splitNote', { note: seeds, parts: ['a', 'b'] }],
    ['leaveOutNote', { note: seeds }]
  ] as const)
    expect(await leads(command, input), command).toEqual({ refused: 'no-such-note' });
  await leads('foldNotes', { notes: [bread], into: swings });
  expect(sortedNotes(state()).folded).toEqual({ [swings]: [bread] });
  expect(inTheme(FOOD)).toContain(swings);
});

test('HD12 a note moves past what is not read at the moment', async () => {
  const [seeds, bread, swings] = notes;
  const { activity, cards } = meeting;
  await put(FOOD, seeds, bread, swings);
  await bo('removeCard', { card: cards[1] }, activity);
  await leads('moveNote', { note: swings, by: -1 });
  expect(inTheme(FOOD).filter((note) => note !== bread)).toEqual([swings, seeds]);
});

test('HD12 a step of the desk is told on no phone and no board', async () => {
  const told: ReadonlySet<string>[] = [];
  const unwatch = host.watch(({ channels }) => void told.push(new Set(channels)));
  await put(FOOD, notes[0]);
  await leads('nameTheme', { theme: FOOD, name: 'Food' });
  await leads('splitNote', { note: notes[0], parts: ['one', 'other'] });
  await leads('leaveOutNote', { note: notes[1] });
  await leads('undo', { step: last().desk?.step });
  unwatch();
  expect(told.map((channels) => [...channels])).toEqual(Array.from({ length: 5 }, () => ['console']));
});
