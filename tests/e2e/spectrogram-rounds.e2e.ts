import { readFile } from 'node:fs/promises';
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
import { arrive, type Guest } from './socket-guests.ts';
import { Plenary } from './server-process.ts';

const TOGETHER = 'With others, by arrangement';
const ALONE = 'On my own';
const NAMES = ['Chidi', 'Dana', 'Esther', 'Farid', 'Gala', 'Hugo', 'Ines', 'Jun', 'Kofi', 'Lea', 'Mina'];
const WHY = 'I moved in with six friends, and never looked back.';

const plenary = new Plenary();
const { checkPage, checkBoard, scan, expectNoViolations } = createAxeChecks();
let guests: Guest[] = [];

test.use({ trace: 'off' });
test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  for (const guest of guests) guest.leave();
  await plenary.stop();
});

test('a room hears people, moves, and looks at its movement', async ({ browser }) => {
  const ana = await setUp(browser, plenary);
  const gathering = await convene(ana, 'Cooperation in the city', 'cooperation-day');
  await chooseExposure(ana, 'L3');
  const board = await openBoard(ana, plenary, gathering);
  const code = await codeOn(board);
  const { page: bo } = await comeIn(browser, plenary, code, 'Bo');
  guests = await arrive(plenary.url, code, NAMES);

  await pressNext(ana, words.steps.turnTo);
  await pressNext(ana, spectrogramSteps.steps.open);
  await expect(bo.getByText(line.phone.exposure.L3).first()).toBeVisible();
  await checkPage(bo, 'phone: may the harvest name me');
  await stand(bo, TOGETHER);
  await everybody((nth) => (nth < 6 ? 40 * nth : 960));
  await bo.getByRole('button', { name: line.phone.why, exact: true }).click();
  await bo.getByLabel(line.phone.whyLabel).fill(WHY);
  await checkPage(bo, 'phone: why');
  await bo.getByRole('button', { name: line.phone.whySend, exact: true }).click();
  await bo.getByRole('button', { name: line.phone.say }).click();
  await expect(bo.getByRole('button', { name: line.phone.say })).toHaveAttribute('aria-pressed', 'true');
  await pressNext(ana, spectrogramSteps.steps.reveal);
  await expect(board.locator('circle.dot:not(.aside)')).toHaveCount(12);

  await hearsBo(ana, board, bo);
  await shownAndHidden(ana, board, bo);
  await movesAndCompares(ana, board, bo);
  await replays(ana, board, bo);
  await crosses(ana, board, bo);
  await keepsThePicture(ana);
  expectNoViolations();
});

async function hearsBo(ana: Page, board: Page, bo: Page): Promise<void> {
  await ana.bringToFront();
  const farEnd = line.board.reasons.from(TOGETHER, ALONE)[0] ?? '';
  await showTab(ana, area.run);
  await ana.getByRole('button', { name: line.console.callFrom(farEnd) }).click();
  await expect(bo.getByRole('heading', { name: line.phone.called })).toBeFocused();
  await expect(board.getByText(line.board.called)).toBeVisible();
  await checkPage(bo, 'phone: called');
  await checkBoard(board, 'board: hearing');
  await checkPage(ana, 'console: hearing');
  await bo.getByRole('button', { name: line.phone.calledSpeak }).click();
  await bo.getByRole('button', { name: line.phone.spoken }).click();
  await expect(ana.getByText(line.console.zonesHeard(1))).toBeVisible();
  await expect(board.getByText(line.board.called)).toHaveCount(0);
}

async function shownAndHidden(ana: Page, board: Page, bo: Page): Promise<void> {
  await ana.bringToFront();
  await showTab(ana, line.console.reasons);
  await ana.getByRole('button', { name: line.console.pin }).click();
  await expect(board.getByText(WHY)).toBeVisible();
  await scan(board, 'board: reasons');
  await ana.bringToFront();
  await ana.getByRole('button', { name: line.console.hide, exact: true }).click();
  await expect(board.getByText(WHY)).toHaveCount(0);
  await expect(bo.getByText(line.phone.whyHiddenShort).first()).toBeVisible();
}

async function movesAndCompares(ana: Page, board: Page, bo: Page): Promise<void> {
  await ana.bringToFront();
  await pressNext(ana, spectrogramSteps.steps.lock);
  await showTab(ana, area.run);
  await ana.locator('summary', { hasText: line.console.rounds }).click();
  await ana.getByRole('button', { name: line.console.letThemMove }).click();
  await expect(bo.getByText(line.phone.mayMove).first()).toBeVisible();
  await stand(bo, ALONE);
  await guests[0]?.place({ x: 700 });
  await expect(board.locator('circle.dot:not(.aside)')).toHaveCount(12);
  await checkPage(bo, 'phone: moving');
  await scan(board, 'board: moving');
  await ana.bringToFront();
  await pressNext(ana, spectrogramSteps.steps.lock);
  const shows = ana.getByRole('button', { name: line.console.showOnBoard });
  await expect(shows).toHaveCount(2);
  await shows.first().click();
  await expect(bo.getByText(line.phone.looking.comparison).first()).toBeVisible();
  await expect(board.getByText(line.board.round(2))).toBeVisible();
  await checkPage(bo, 'phone: look up');
  await scan(board, 'board: compared');
  await ana.bringToFront();
  await ana.getByRole('button', { name: line.console.back }).click();
  await expect(bo.getByText(line.phone.looking.comparison)).toHaveCount(0);
}

async function replays(ana: Page, board: Page, bo: Page): Promise<void> {
  await ana.getByLabel(line.console.replayRound, { exact: true }).selectOption({ label: line.console.round(1) });
  await ana.getByRole('button', { name: line.console.showOnBoard }).last().click();
  await expect(bo.getByText(line.phone.looking.replay).first()).toBeVisible();
  const scrubber = ana.getByLabel(line.console.scrub);
  await scrubber.focus();
  await ana.keyboard.press('Home');
  await expect(scrubber).toHaveAttribute('aria-valuetext', /^0:00 of /);
  await ana.keyboard.press('End');
  await expect(scrubber).toHaveAttribute('aria-valuetext', /, 12 on the line$/);
  await scan(ana, 'console: replay');
  await board.bringToFront();
  await board.keyboard.press('Home');
  await expect(board.locator('.time')).toHaveText(/^0:00 of /);
  await board.keyboard.press('End');
  await scan(board, 'board: replay');
}

async function crosses(ana: Page, board: Page, bo: Page): Promise<void> {
  await ana.bringToFront();
  await pressNext(ana, spectrogramSteps.steps.open);
  await everybody((nth) => (nth < 6 ? 0 : 1000));
  await pressNext(ana, spectrogramSteps.steps.reveal);
  await expect(board.locator('circle.dot:not(.aside)')).toHaveCount(11);
  await ana.bringToFront();
  await pressNext(ana, spectrogramSteps.steps.lock);
  await ana.getByRole('button', { name: line.console.showOnBoard }).last().click();
  await expect(bo.getByText(line.phone.looking.cloud).first()).toBeVisible();
  await expect(board.getByText(line.board.cloud.about(11))).toBeVisible();
  await checkBoard(board, 'board: cloud');
  const twin = await ana.context().newPage();
  await twin.goto(`${board.url()}/text`);
  // Five, five, and one alone: a lonely one is kept back together with the smallest that hides it.
  await expect(twin.getByRole('cell', { name: line.text.few })).not.toHaveCount(0);
  for (const told of await twin.getByRole('cell').allInnerTexts()) expect(told).toMatch(/^(|0|a few|[5-9]|1\d)$/);
  await scan(twin, 'board as text: cloud');
  await twin.close();
}

async function keepsThePicture(ana: Page): Promise<void> {
  await ana.bringToFront();
  await showTab(ana, area.settings);
  const svg = await download(ana, line.board.keep.svg);
  expect(svg.toString('utf8')).toMatch(/^<svg [^]*<title[^]*<desc[^]*<\/svg>\s*$/);
  const png = await download(ana, line.board.keep.png);
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  await scan(ana, 'console: keep the picture');
}

async function download(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click()
  ]);
  return readFile(await download.path());
}

const everybody = (x: (nth: number) => number) => Promise.all(guests.map((guest, nth) => guest.place({ x: x(nth) })));
