import { beforeEach, expect, test } from 'vitest';
import { harvestOf } from '#server/gatherings/edition.ts';
import { closedCards } from '../../tests/support/closed-cards.ts';
import { ana, device, helper, rules } from '../../tests/support/test-host.ts';
import type { Host } from './host.ts';
import { inOrder, notesInTheme, sortedNotes } from './sorted-notes.ts';

const [FOOD, PLAY] = ['themefood0000000', 'themeplay0000000'];

let host: Host;
let leads: ReturnType<typeof device>;
let bo: ReturnType<typeof device>;
/** Addresses of what Bo wrote: seeds, bread, swings, a fountain. */
let notes: readonly [string, string, string, string];

beforeEach(async () => {
  const closed = await closedCards(['seeds', 'bread', 'swings', 'fountain'], ['bo']);
  ({ host, leads, notes } = closed);
  [bo] = closed.phones as [typeof bo];
});

const state = () => host.ledger().gathering;
const underNote = (note: string) => sortedNotes(state()).folded[note] ?? [];
const stepBack = () => leads('undo', { step: host.view('console').deskUndo?.step });
const inTheme = (theme: string) => notesInTheme(state(), theme);
const put = (theme: string | null, ...put: string[]) => leads('putNotes', { notes: put, theme });
const publish = () =>
  leads('publish', { edition: 'tea', title: 'Tea', summary: null, held: null, after: state().editions });

test('HD1 a note stands in one theme at most, and those who lead put it there', async () => {
  const [seeds, bread, swings] = notes;
  await put(FOOD, seeds, bread);
  await put(PLAY, swings, bread);
  expect(inTheme(FOOD)).toEqual([seeds]);
  expect(inTheme(PLAY)).toEqual([swings, bread]);
  await put(null, bread);
  expect(inTheme(PLAY)).toEqual([swings]);
  expect(await put(FOOD, '0000000000000')).toEqual({ refused: 'no-such-note' });
  // Every record has one before anything is put into it.
  expect(await put('constructor', seeds)).toMatchObject({ refused: 'not-understood' });
  for (const say of [bo, device(() => host, helper)])
    expect(await say('putNotes', { notes: [seeds], theme: PLAY })).toEqual({ refused: 'not-yours-to-do' });
});

test('HD2 themes are named, joined and put in order, and so are the notes in them', async () => {
  const [seeds, bread, swings, fountain] = notes;
  await put(FOOD, seeds, bread);
  await put(PLAY, swings, fountain);
  await leads('nameTheme', { theme: FOOD, name: 'Food from our own ground' });
  await leads('moveTheme', { theme: PLAY, by: -1 });
  expect(inOrder(state())).toEqual([PLAY, FOOD]);
  await leads('moveTheme', { theme: PLAY, by: -1 });
  expect(inOrder(state())).toEqual([PLAY, FOOD]);
  await leads('moveNote', { note: bread, by: -1 });
  expect(inTheme(FOOD)).toEqual([bread, seeds]);
  await leads('joinThemes', { from: FOOD, into: PLAY });
  expect(inTheme(PLAY)).toEqual([swings, fountain, bread, seeds]);
  expect(host.words(state().themes[PLAY]?.name)).toBe('Food from our own ground');
  expect(inOrder(state())).toEqual([PLAY]);
  await stepBack();
  expect(inTheme(FOOD)).toEqual([bread, seeds]);
  expect(host.words(state().themes[FOOD]?.name)).toBe('Food from our own ground');
  expect(state().themes[PLAY]?.name).toBeNull();
});

test('HD3 a folded note stays under the one that stands for it, and no fold makes a circle', async () => {
  const [seeds, bread, swings, fountain] = notes;
  await put(FOOD, seeds);
  await leads('foldNotes', { notes: [bread], into: seeds });
  await leads('foldNotes', { notes: [swings], into: bread });
  expect(underNote(seeds)).toEqual([bread, swings]);
  expect(await leads('foldNotes', { notes: [seeds], into: bread })).toEqual({ refused: 'same-note' });
  await leads('foldNotes', { notes: [seeds], into: fountain });
  expect(underNote(fountain).toSorted()).toEqual([bread, seeds, swings].toSorted());
  await stepBack();
  await leads('unfoldNote', { note: bread });
  expect(inTheme(FOOD)).toEqual([seeds, bread]);
  await put(PLAY, swings);
  expect(underNote(seeds)).toEqual([]);
});

test('HD4 two sort at once and each moves only what they named; every step can be taken back', async () => {
  const [seeds, bread, swings, fountain] = notes;
  const other = device(() => host, ana, 'another-console');
  await Promise.all([
    put(FOOD, seeds),
    other('putNotes', { notes: [swings], theme: PLAY }),
    put(FOOD, bread),
    other('putNotes', { notes: [fountain], theme: PLAY })
  ]);
  expect([inTheme(FOOD), inTheme(PLAY)]).toEqual([
    [seeds, bread],
    [swings, fountain]
  ]);
  for (let steps = 0; steps < 4; steps += 1) await stepBack();
  expect(inOrder(state())).toEqual([]);
  expect([FOOD, PLAY].flatMap(inTheme)).toEqual([]);
});

test('HD7 a summary is written for a place, and taken away again', async () => {
  await put(FOOD, notes[0]);
  await leads('summarize', { place: 'themes/themefood0000000', text: 'We grow it.' });
  expect(host.words(state().summaries)).toEqual({ 'themes/themefood0000000': 'We grow it.' });
  await leads('summarize', { place: 'themes/themefood0000000', text: null });
  expect(state().summaries).toEqual({});
  await stepBack();
  expect(host.words(state().summaries)).toEqual({ 'themes/themefood0000000': 'We grow it.' });
});

test('HD7 a text about a theme that is not there, or about what every record has, is refused', async () => {
  for (const [place, refused] of [
    ['__proto__', 'not-understood'],
    ['themes/__proto__', 'no-such-theme'],
    [`themes/${PLAY}`, 'no-such-theme']
  ])
    expect(await leads('summarize', { place, text: 'We grow it.' }), place).toMatchObject({ refused });
  expect(state().summaries).toEqual({});
});

test('HD7 a text about a question of a block, which its method names, is kept', async () => {
  const place = harvestOf(host, rules)[0]?.id ?? '';
  expect(place).toMatch(/-q1$/);
  await leads('summarize', { place, text: 'We grow it.' });
  expect(host.words(state().summaries)).toEqual({ [place]: 'We grow it.' });
});

test('HD8 what was struck out is brought back before the first edition only, and by nobody who wrote it', async () => {
  const [seeds, bread] = notes;
  const said = (note: string) => host.words(state().corrections[note]?.text);
  expect(await bo('strikeOut', { note: seeds, text: '…' })).toEqual({ refused: 'not-yours-to-do' });
  await leads('strikeOut', { note: seeds, text: 'seeds of ▒▒▒▒' });
  expect(said(seeds)).toBe('seeds of ▒▒▒▒');
  for (const [command, more] of [
    ['mendNote', { text: 'seeds of Mei' }],
    ['unmendNote', {}]
  ] as const)
    expect(await bo(command, { note: seeds, ...more }), command).toEqual({ refused: 'struck-out' });
  await stepBack();
  expect(said(seeds)).toBeNull();
  await leads('mendNote', { note: bread, text: 'bread of Mei' });
  for (const note of [seeds, bread]) await leads('strikeOut', { note, text: 'of ▒▒▒▒' });
  await publish();
  expect(await leads('unmendNote', { note: seeds })).toEqual({ refused: 'gone-for-good' });
  // Nothing before an edition is taken back: neither what it forgot, nor the closing.
  expect(host.view('console').deskUndo).toBeNull();
  expect([said(seeds), said(bread)]).toEqual(['of ▒▒▒▒', 'of ▒▒▒▒']);
  await leads('mendNote', { note: bread, text: 'of ▒▒▒▒ and flour' });
  await leads('strikeOut', { note: bread, text: 'of ▒▒▒▒ and ▒▒▒▒' });
  // The step before was a mending: its undo would bring back a text that is forgotten.
  await stepBack();
  expect(said(bread)).toBe('of ▒▒▒▒ and ▒▒▒▒');
});

test('HD8 striking out what is public makes the next edition at once', async () => {
  await publish();
  await leads('strikeOut', { note: notes[0], text: '▒▒▒▒' });
  expect(state().editions).toBe(2);
  expect(host.view('console').deskUndo?.command).not.toBe('strikeOut');
});
