import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { console as words, later, phone as phoneWords } from '#words/index.ts';
import { steps as spectrogramSteps } from '#methods/spectrogram/words/steps.ts';
import { words as line } from '#methods/spectrogram/words.ts';
import { smallDisk } from '../support/folders.ts';
import { closePages, codeOn, comeIn, convene, openBoard, pressNext, setUp, stand } from './cast.ts';
import { Plenary } from './server-process.ts';

test.afterAll(({ browser }) => closePages(browser));

test('a full disk says so, loses nothing, and goes on when there is space again', async ({ browser }) => {
  test.skip(process.getuid?.() !== 0, 'It fills a disk of its own, and only root may mount one.');
  const disk = await smallDisk('16m');
  const plenary = new Plenary({ PLENARY_DATA: disk.path });
  try {
    await plenary.start();
    const console = await setUp(browser, plenary);
    const gathering = await convene(console, 'A small disk', 'cooperation-day');
    const board = await openBoard(console, plenary, gathering);
    const bo = await comeIn(browser, plenary, await codeOn(board), 'Bo');
    await pressNext(console, words.steps.turnTo);
    await pressNext(console, spectrogramSteps.steps.open);

    // The step that opened the line must be on the disk before there is none left.
    await expect(bo.page.getByText(line.phone.howTo).first()).toBeVisible();
    await expect(board.getByText(line.board.findYourPlace)).toBeVisible();
    fill(disk.path);
    await stand(bo.page, 'With others, by arrangement');
    await expect(bo.page.getByText(later['storage-full']).first()).toBeVisible({ timeout: 20_000 });
    await expect(board.getByText(line.board.answered(0, 1))).toBeVisible();

    rmSync(join(disk.path, 'filler'));
    await expect(bo.page.getByText(phoneWords.status.saved).first()).toBeVisible({ timeout: 20_000 });
    await expect(board.getByText(line.board.answered(1, 1))).toBeVisible();
  } finally {
    await plenary.stop();
    await disk.remove();
  }
});

/** Leaves not a page of it free. */
function fill(path: string): void {
  const filler = openSync(join(path, 'filler'), 'w');
  const page = Buffer.alloc(statfsSync(path).bsize);
  try {
    for (;;) writeSync(filler, page);
  } catch {
    closeSync(filler);
  }
}
