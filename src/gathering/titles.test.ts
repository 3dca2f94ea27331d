import { beforeEach, expect, test } from 'vitest';
import { closedCards } from '../../tests/support/closed-cards.ts';
import { device, helper } from '../../tests/support/test-host.ts';
import type { Host } from './host.ts';

let host: Host;
let leads: ReturnType<typeof device>;
let bo: ReturnType<typeof device>;

beforeEach(async () => {
  const closed = await closedCards(['seeds'], ['bo']);
  ({ host, leads } = closed);
  [bo] = closed.phones as [typeof bo];
});

const titles = () => host.words(host.ledger().gathering.titles);
const stepBack = () => leads('undo', { step: host.view('console').deskUndo?.step });
const retitle = (place: string, title: string | null) => leads('retitle', { place, title });

test('HD13 those who lead give a question a title, change it, and take it away; each step can be undone', async () => {
  await retitle('b1-q1', '  What our street needs ');
  await retitle('b1-q1/loose', 'And more');
  expect(titles()).toEqual({ 'b1-q1': 'What our street needs', 'b1-q1/loose': 'And more' });
  await retitle('b1-q1', 'Our street');
  await retitle('b1-q1/loose', null);
  expect(titles()).toEqual({ 'b1-q1': 'Our street' });
  await stepBack();
  await stepBack();
  expect(titles()).toEqual({ 'b1-q1': 'What our street needs', 'b1-q1/loose': 'And more' });
  await stepBack();
  await stepBack();
  expect(titles()).toEqual({});
});

test('HD13 nobody else gives a title, and no view but the console’s tells of it', async () => {
  for (const say of [bo, device(() => host, helper)])
    expect(await say('retitle', { place: 'b1-q1', title: 'Mine' })).toEqual({ refused: 'not-yours-to-do' });
  await retitle('b1-q1', 'Our street');
  for (const channel of ['all', 'board', 'person:bo'])
    expect(JSON.stringify(host.view(channel)), channel).not.toContain('Our street');
});

test('HD13 a title is as long as the name of a theme, and a theme keeps its name', async () => {
  for (const [place, title, refused] of [
    ['b1-q1', 'x'.repeat(121), 'text-too-long'],
    ['b1-q1', '  ', 'text-empty'],
    ['__proto__', 'Ours', 'not-understood'],
    ['themes', 'Ours', 'theme-has-a-name'],
    ['themes/themefood0000000', 'Ours', 'theme-has-a-name']
  ] as const)
    expect(await retitle(place, title), place).toMatchObject({ refused });
  expect(await retitle('b1-q1', 'x'.repeat(120))).toHaveProperty('version');
  expect(await retitle('constructor', 'Ours')).toHaveProperty('version');
});

test('HD13 a harvest holds 200 titles, and those it has can still be changed', async () => {
  for (let nth = 0; nth < 200; nth += 1) await retitle(`b1-q${nth}`, 'Ours');
  expect(await retitle('b2', 'Ours')).toMatchObject({ refused: 'too-many-titles' });
  expect(await retitle('b1-q1', 'Theirs')).toHaveProperty('version');
});
