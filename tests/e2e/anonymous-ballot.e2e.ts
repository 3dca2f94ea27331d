import { expect, test, type Page } from '@playwright/test';
import { words as area } from '#kit/words/working-area.ts';
import { console as words } from '#words/index.ts';
import { steps as spectrogramSteps } from '#methods/spectrogram/words/steps.ts';
import { words as line } from '#methods/spectrogram/words.ts';
import {
  chooseExposure,
  closePages,
  codeOn,
  comeIn,
  convene,
  openBoard,
  pressNext,
  setUp,
  showTab,
  stand
} from './cast.ts';
import { createAxeChecks } from './axe.ts';
import { Plenary } from './server-process.ts';

const NAMES = ['Bo', 'Chidi', 'Dana', 'Esther', 'Farid', 'Gala'];
const plenary = new Plenary();
const { checkPage, checkBoard, expectNoViolations } = createAxeChecks();

test.use({ trace: 'off' });
test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

test('places without names wait for each other, and four of them show nothing', async ({ browser }) => {
  const ana = await setUp(browser, plenary);
  const gathering = await convene(ana, 'What we do not say aloud', 'cooperation-day');
  await chooseExposure(ana, 'L0');
  const board = await openBoard(ana, plenary, gathering);
  const code = await codeOn(board);
  const phones: Page[] = [];
  for (const name of NAMES) phones.push((await comeIn(browser, plenary, code, name)).page);
  const [bo, ...others] = phones as [Page, ...Page[]];

  await pressNext(ana, words.steps.turnTo);
  await pressNext(ana, spectrogramSteps.steps.open);
  for (const phone of phones) await expect(phone.getByText(line.phone.howTo).first()).toBeVisible();
  await expect(bo.getByText(line.phone.exposure.L0).first()).toBeVisible();
  await checkPage(bo, 'phone: without names, not placed');
  for (const phone of others.slice(0, 3)) await stand(phone, 'With others, by arrangement');
  await stand(bo, 'On my own');
  await expect(bo.getByText(line.phone.together).first()).toBeVisible();
  await checkPage(bo, 'phone: without names, waiting');
  await expect(board.getByText(line.board.answered(0, 6))).toBeVisible();
  await pressNext(ana, spectrogramSteps.steps.reveal);
  await expect(ana.locator('[aria-keyshortcuts="Space"]')).toContainText(spectrogramSteps.steps.lock);
  await expect(board.locator('circle.dot')).toHaveCount(0);
  await checkBoard(board, 'board: without names, too few');

  for (const phone of others.slice(3)) await stand(phone, 'On my own');
  await expect(bo.getByText(line.phone.onlyHere).first()).toBeVisible();
  await expect(board.getByText(line.board.answered(6, 6))).toBeVisible();
  await expect(board.locator('rect.bar')).toHaveCount(1);
  await expect(board.locator('circle.dot')).toHaveCount(0);
  await checkBoard(board, 'board: without names');
  await ana.bringToFront();
  await showTab(ana, area.run);
  await ana.getByText(line.console.whoActed).click();
  await expect(ana.getByText(line.console.drawn(6))).toBeVisible();
  await checkPage(ana, 'console: without names');
  await bo.reload();
  await expect(bo.getByText(line.phone.onlyHere).first()).toBeVisible();
  expectNoViolations();
});
