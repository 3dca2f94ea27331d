import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { steps as spectrogramSteps } from '#methods/spectrogram/words/steps.ts';
import { words as line } from '#methods/spectrogram/words.ts';
import { board as boardWords, console as words } from '#words/index.ts';
import { closePages, codeOn, convene, openBoard, pressNext, setUp } from './cast.ts';
import { Plenary } from './server-process.ts';

const ROOT = resolve(import.meta.dirname, '../..');

test.afterAll(({ browser }) => closePages(browser));

test('the client that the protocol shows comes in, waits for the line and places itself', async ({ browser }) => {
  const page = readFileSync(join(ROOT, 'docs/protocol.md'), 'utf8');
  const [, name = '', code = ''] = /```js file=(\S+)\n([\s\S]*?)```/.exec(page) ?? [];
  const folder = join(ROOT, 'test-results/protocol');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), code);

  const plenary = new Plenary();
  await plenary.start();
  const console = await setUp(browser, plenary);
  const gathering = await convene(console, 'A day of cooperation', 'cooperation-day');
  const board = await openBoard(console, plenary, gathering);
  const joins = (await codeOn(board)).replace(' ', '');
  const client = spawn(process.execPath, [join(folder, name), plenary.url, joins, 'Ana', '700'], { stdio: 'pipe' });
  const ended = once(client, 'close');
  let said = '';
  for (const stream of [client.stdout, client.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  try {
    await expect(board.getByText(boardWords.here(1))).toBeVisible();
    await pressNext(console, words.steps.turnTo);
    await pressNext(console, spectrogramSteps.steps.open);
    await expect(board.getByText(line.board.answered(1, 1))).toBeVisible();
    expect(await ended).toEqual([0, null]);
    expect(said).toMatch(/^Kept at version \d+\n$/);
  } finally {
    client.kill();
    await plenary.stop();
  }
});
