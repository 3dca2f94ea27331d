import { beforeEach, expect, test } from 'vitest';
import { openMemory } from '#server/log/memory/memory.ts';
import { ana, CONVENING, device, helper, open, phone } from '../../tests/support/test-host.ts';
import type { Host } from './host.ts';
import type { GatheringOnBoard } from './views.ts';

let host: Host;
let leads: ReturnType<typeof device>;

beforeEach(async () => {
  host = await open(openMemory());
  leads = device(() => host, ana);
  await leads('convene', CONVENING);
});

const board = () => host.view('board').gathering as unknown as GatheringOnBoard;

test('boards are as each was set, and turn their pages, until those who lead say otherwise', async () => {
  const asEachIs = { blank: false, frozen: false, textSize: null, theme: null, pages: { held: false, turn: 0 } };
  expect(board()).toMatchObject(asEachIs);
  await leads('freeze', { frozen: true });
  await leads('setTextSize', { size: 'XL' });
  await leads('setTheme', { theme: 'lantern' });
  await leads('holdPages', { held: true });
  expect(board()).toMatchObject({ frozen: true, textSize: 'XL', theme: 'lantern', pages: { held: true } });
  await leads('freeze', { frozen: false });
  await leads('setTextSize', { size: null });
  await leads('setTheme', { theme: null });
  await leads('holdPages', { held: false });
  expect(board()).toMatchObject(asEachIs);
});

test('what is so already is no event; a turn always is one', async () => {
  const before = host.ledger().version;
  await leads('freeze', { frozen: false });
  await leads('setTextSize', { size: null });
  await leads('setTheme', { theme: null });
  await leads('holdPages', { held: false });
  expect(host.ledger().version).toBe(before);
  for (const by of [1, 1, 1, -1]) expect(await leads('turnPage', { by })).toHaveProperty('version');
  expect(board().pages).toEqual({ held: false, turn: 2 });
});

test('pages that are held, of a board that is frozen, are turned by hand, back past the first page too', async () => {
  await leads('freeze', { frozen: true });
  await leads('holdPages', { held: true });
  await leads('turnPage', { by: -1 });
  expect(board()).toMatchObject({ frozen: true, pages: { held: true, turn: -1 } });
});

test('a size, a theme and a turn that no board knows are refused', async () => {
  for (const [command, input] of [
    ['setTextSize', { size: 'XXL' }],
    ['setTheme', { theme: 'neon' }],
    ['turnPage', { by: 2 }],
    ['turnPage', { by: 0 }]
  ] as const)
    expect(await leads(command, input)).toMatchObject({ refused: 'not-understood' });
});

test('once it is closed nothing is frozen, held or turned, and what was set is so again when it reopens', async () => {
  await leads('freeze', { frozen: true });
  await leads('close', {});
  for (const [command, input] of [
    ['freeze', { frozen: false }],
    ['holdPages', { held: true }],
    ['turnPage', { by: 1 }]
  ] as const)
    expect(await leads(command, input)).toEqual({ refused: 'gathering-closed' });
  await leads('reopen', {});
  expect(board()).toMatchObject({ frozen: true, pages: { held: false, turn: 0 } });
});

test('a step of the boards stands in the way of no undo', async () => {
  await leads('describe', { title: 'Another evening', place: null });
  const before = host.view('console').undo;
  expect(before).toMatchObject({ command: 'describe' });
  for (const [command, input] of [
    ['freeze', { frozen: true }],
    ['setTextSize', { size: 'S' }],
    ['setTheme', { theme: 'sunlit' }],
    ['holdPages', { held: true }],
    ['turnPage', { by: 1 }]
  ] as const)
    await leads(command, input);
  expect(host.view('console').undo).toEqual(before);
});

test('helpers and people leave the boards alone, and phones are told nothing of them', async () => {
  for (const [nth, by] of [helper, phone('bo')].entries())
    for (const [command, input] of [
      ['freeze', { frozen: true }],
      ['setTextSize', { size: 'S' }],
      ['setTheme', { theme: 'sunlit' }],
      ['holdPages', { held: true }],
      ['turnPage', { by: 1 }]
    ] as const)
      expect(await device(() => host, by, `${nth}-${command}`)(command, input)).toEqual({ refused: 'not-yours-to-do' });
  for (const told of ['frozen', 'textSize', 'theme', 'pages'])
    expect(host.view('all').gathering).not.toHaveProperty(told);
});
