import { expect, test, type Page } from '@playwright/test';
import { steps as cafeSteps } from '#methods/cafe/words/steps.ts';
import { chimes as bells } from '#words/index.ts';
import { travellers, type Traveller } from './cafe.ts';
import { BOARD, closePages, codeOn, convene, goToBoard, pressNext, setUp, turnTo } from './cast.ts';
import { Plenary } from './server-process.ts';

/** A round of a café on a wall whose chimes are on: what rings, and what does not. */
const NAMES = ['Farid', 'Gala', 'Hugo', 'Ines', 'Jun', 'Kofi'];
const MINUTE_MS = 60_000;
const plenary = new Plenary();
const { steps } = cafeSteps;
let guests: Traveller[] = [];

test.use({ trace: 'off' });
test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  for (const guest of guests) guest.leave();
  await plenary.stop();
});

test('WC36 a wall rings for the clock it shows, where somebody switched it on, and its thumbnail never does', async ({
  browser
}) => {
  const ana = await setUp(browser, plenary);
  const gathering = await convene(ana, 'An evening in the library', 'evening');
  const wall = await browser.newContext({ ...BOARD, storageState: await ana.context().storageState() });
  const board = await wall.newPage();
  for (const page of [ana, board]) await countsTones(page);
  await board.clock.install();
  await goToBoard(board, plenary, gathering);
  await ana.reload();
  const code = await codeOn(board);

  await board.bringToFront();
  await board.keyboard.press('m');
  await expect(board.getByText(bells.on)).toBeVisible();
  await expect.poll(() => tones(board)).toBeGreaterThan(0);
  const once = await tones(board);

  guests = await travellers(plenary.url, code, NAMES);
  await begins(ana);
  await expect(board.locator('.clock')).toContainText('12 min');
  // From here on without a network, as a wall must be able to: nobody tells it the time anew.
  await wall.setOffline(true);
  await passes(board, 6.6);
  await expect.poll(() => tones(board)).toBe(2 * once);
  await passes(board, 2.6);
  // Two strokes at two minutes.
  await expect.poll(() => tones(board)).toBe(4 * once);

  await board.keyboard.press('m');
  await expect(board.getByText(bells.off)).toBeVisible();
  await passes(board, 1.6);
  await expect(board.locator('.clock')).toContainText('over');
  expect(await tones(board)).toBe(4 * once);
  expect(await tones(ana)).toBe(0);
});

/** Six at their tables, and the first question asked. */
async function begins(ana: Page): Promise<void> {
  await ana.bringToFront();
  await turnTo(ana, 'World Café');
  await pressNext(ana, steps.plan);
  await expect(ana.locator('.quality')).toBeVisible();
  await pressNext(ana, steps.seat);
  for (const guest of guests) {
    await expect.poll(() => guest.number()).toBeGreaterThan(0);
    expect(await guest.here()).not.toHaveProperty('refused');
  }
  await pressNext(ana, steps.ask);
}

/** Skips so many minutes at once, and then runs half a minute tick by tick, as a visible page lives it. */
async function passes(board: Page, minutes: number): Promise<void> {
  await board.clock.fastForward(minutes * MINUTE_MS);
  await board.clock.runFor(MINUTE_MS / 2);
}

type Counting = typeof globalThis & { tones?: number };

const countsTones = (page: Page) =>
  page.addInitScript(() => {
    const start = Reflect.get(AudioScheduledSourceNode.prototype, 'start') as (when?: number) => void;
    AudioScheduledSourceNode.prototype.start = function (when) {
      (globalThis as Counting).tones = ((globalThis as Counting).tones ?? 0) + 1;
      start.call(this, when);
    };
  });
const tones = (page: Page) => page.evaluate(() => (globalThis as Counting).tones ?? 0);
