import { expect, test, type Page } from '@playwright/test';
import { account, console as words, harvestDesk, join, phone } from '#words/index.ts';
import { steps as spectrogramSteps } from '#methods/spectrogram/words/steps.ts';
import { words as line } from '#methods/spectrogram/words.ts';
import { findOverflow } from '../support/overflow.ts';
import { LONGEST_TEXTS } from '../support/longest-texts.ts';
import { arrivedAtConsole, closePages, codeOn, openBoard, PHONE, pressNext, setUp, showTab, publish } from './cast.ts';
import { arrive, type Guest } from './socket-guests.ts';
import { Plenary } from './server-process.ts';

/** One evening in words as long as they may be, measured on every page it comes by. */
const { word, address } = LONGEST_TEXTS;
const WIDTHS = [320, 360, 1024, 1280, 1920];
const TWICE = [360, 1280];

const plenary = new Plenary();
const found: string[] = [];
let guests: Guest[] = [];

test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  for (const guest of guests) guest.leave();
  await plenary.stop();
});

async function measure(page: Page, state: string, widths: readonly number[] = WIDTHS): Promise<void> {
  const before = page.viewportSize();
  const sizes = [...widths.map((width) => [width, 100] as const), ...TWICE.map((width) => [width, 200] as const)];
  for (const [width, text] of sizes) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate((text) => (document.documentElement.style.fontSize = `${text}%`), text);
    const overflows = await page.evaluate(findOverflow);
    // At twice the size a column may be narrower than a word.
    const told = overflows.filter((overflow) => text === 100 || !overflow.startsWith('broken'));
    found.push(...told.map((overflow) => `${state}, ${width}, ${text} %: ${overflow}`));
  }
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  if (before) await page.setViewportSize(before);
}

test('no page scrolls sideways or hides anything, whatever people type', async ({ browser }) => {
  const ana = await setUp(browser, plenary);
  await ana.getByLabel(words.list.rehearsal).check();
  await ana.getByLabel(words.list.what).fill(word(120));
  await ana.getByLabel(words.list.where).fill(word(80));
  await ana.getByLabel(words.list.template).selectOption('cooperation-day');
  await measure(ana, 'convening');
  await ana.getByRole('button', { name: words.list.button, exact: true }).click();
  const gathering = await arrivedAtConsole(ana);
  await ana.getByRole('button', { name: line.console.add, exact: true }).click();
  await ana.getByLabel(line.console.text).fill(address(100));
  await ana.getByLabel(line.console.poleA).fill(word(60));
  await ana.getByLabel(line.console.poleB).fill(word(60));
  await measure(ana, 'a statement is written');
  await ana.getByRole('button', { name: line.console.save, exact: true }).click();
  await expect(ana.getByRole('heading', { name: address(100) })).toBeVisible();

  const board = await openBoard(ana, plenary, gathering);
  const code = await codeOn(board);
  const bo = await (await browser.newContext(PHONE)).newPage();
  await bo.goto(plenary.url);
  await measure(bo, 'home');
  await bo.goto(`${plenary.url}/${code.replace(' ', '')}`);
  await measure(bo, 'join');
  await bo.getByLabel(join.yourName).fill(word(40));
  await bo.getByRole('button', { name: join.button }).click();
  await expect(bo.getByText(phone.lookUpAbout).first()).toBeVisible();
  await bo.locator('summary').click();
  await measure(bo, 'phone: welcome', [320, 360]);
  await bo.locator('summary').click();

  guests = await arrive(
    plenary.url,
    code,
    ['Chidi', 'Dana', 'Esther', 'Farid', 'Gala'].map((name) => `${name}${word(30)}`)
  );
  await pressNext(ana, words.steps.turnTo);
  await showTab(ana, line.console.statements);
  await ana
    .getByRole('listitem')
    .filter({ hasText: address(100) })
    .getByRole('button', { name: line.console.open })
    .click();
  await expect(bo.getByRole('heading', { name: address(100) })).toBeVisible();
  await measure(bo, 'phone: open', [320, 360]);
  await bo.getByRole('button', { name: line.phone.farRight }).click();
  await Promise.all(guests.map((guest, index) => guest.place({ x: index * 200 })));
  await pressNext(ana, spectrogramSteps.steps.reveal);
  await expect(bo.locator('#exposure').getByText(line.phone.revealed)).toBeVisible();
  await measure(bo, 'phone: revealed', [320, 360]);
  await measure(ana, 'console: revealed');
  await board.goto(`${plenary.url}/board/${gathering}/text`);
  await measure(board, 'text twin');

  await ana.getByRole('button', { name: words.close, exact: true }).click();
  await ana.getByRole('button', { name: words.dialogs.closeYes }).click();
  await ana.getByRole('link', { name: words.closed.harvest }).click();
  await expect(ana.getByRole('button', { name: harvestDesk.publish })).toBeVisible();
  await measure(ana, 'harvest');
  await publish(ana);
  await ana.goto(`${plenary.url}/console`);
  await measure(ana, 'list of gatherings');
  await bo.goto(`${plenary.url}/commons`);
  await measure(bo, 'commons');
  await bo.getByRole('link', { name: word(120) }).click();
  await expect(bo.getByRole('heading', { name: address(100) }).first()).toBeVisible();
  await measure(bo, 'edition');
  await bo.goto(`${plenary.url}/account/sign-in`);
  await expect(bo.getByLabel(account.email)).toBeVisible();
  await measure(bo, 'sign-in');
  await bo.goto(`${plenary.url}/nowhere/${word(140)}`);
  await measure(bo, 'a page that is not there');

  expect(found).toEqual([]);
});
