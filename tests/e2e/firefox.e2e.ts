import { expect, test } from '@playwright/test';
import { console as words, join, phone as phoneWords, codeField } from '#words/index.ts';
import { steps as spectrogramSteps } from '#methods/spectrogram/words/steps.ts';
import { words as line } from '#methods/spectrogram/words.ts';
import { closePages, codeOn, convene, openBoard, pressNext, setUp } from './cast.ts';
import { FirefoxPhone } from './firefox-phone.ts';
import { Plenary } from './server-process.ts';

test.afterAll(({ browser }) => closePages(browser));

test('in Firefox somebody comes in, finds their place by keys and by touch, and loses nothing while the server is away', async ({
  browser
}) => {
  const bo = await FirefoxPhone.open();
  test.skip(bo === null, 'There is NO FIREFOX here: install it (Debian: firefox-esr), or set PLENARY_FIREFOX.');
  if (!bo) return;
  const plenary = new Plenary();
  try {
    await plenary.start();
    const console = await setUp(browser, plenary);
    const gathering = await convene(console, 'In another browser', 'cooperation-day');
    const board = await openBoard(console, plenary, gathering);

    await bo.page.goto(plenary.url);
    await bo.type(codeField.label, await codeOn(board));
    await bo.press(codeField.button);
    await bo.type(join.yourName, 'Bo');
    await bo.press(join.button);
    await bo.sees(phoneWords.status.ready);
    await pressNext(console, words.steps.turnTo);
    await pressNext(console, spectrogramSteps.steps.open);
    await bo.sees(line.phone.howTo);
    expect(await bo.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

    await bo.focus('input[type=range]');
    await bo.page.keyboard.press('ArrowRight');
    await bo.sees(phoneWords.status.saved);
    await expect(board.getByText(line.board.answered(1, 1))).toBeVisible();
    const slider = () => bo.page.$eval('input[type=range]', (input) => (input as HTMLInputElement).valueAsNumber);
    const byKeys = await slider();
    expect(byKeys).toBeGreaterThan(500);

    await plenary.kill();
    await bo.press(line.phone.farTowards('With others, by arrangement'));
    await bo.sees(phoneWords.status.reconnecting);
    const byTouch = await slider();
    expect(byTouch).not.toBe(byKeys);
    await plenary.start();
    await bo.sees(phoneWords.status.back);
    await bo.page.reload();
    await bo.sees(phoneWords.status.ready);
    expect(await slider()).toBe(byTouch);
  } finally {
    await bo.close();
    await plenary.stop();
  }
});
