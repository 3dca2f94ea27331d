import { expect, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { account, console as words, harvestDesk, join, codeField } from '#words/index.ts';
import { words as shared } from '#kit/words/exposure.ts';
import { words as area } from '#kit/words/working-area.ts';
import { words as line } from '#methods/spectrogram/words.ts';
import type { Exposure } from '#methods/spectrogram/settings.ts';
import type { Plenary } from './server-process.ts';

export const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
export const BOARD = { viewport: { width: 1920, height: 1080 } };
export const CONSOLE = { viewport: { width: 1280, height: 800 } };

/** Ana sets up a fresh Plenary and is signed in afterwards. */
export async function setUp(browser: Browser, plenary: Plenary): Promise<Page> {
  const page = await (await browser.newContext(CONSOLE)).newPage();
  await page.goto(plenary.setUpLink);
  await page.getByLabel(account.name).fill('Anouk');
  await page.getByLabel(account.email).fill('ana@example.org');
  await page.getByLabel(account.newPassword).fill('lantern and thread');
  await page.getByRole('button', { name: account.setUpButton }).click();
  await expect(page.getByRole('heading', { name: words.list.title, level: 1 })).toBeVisible();
  return page;
}

/** Convenes from a template and answers with the gathering's id; the page shows its console. */
export async function convene(page: Page, title: string, template: string): Promise<string> {
  await page.getByLabel(words.list.what).fill(title);
  await page.getByLabel(words.list.template).selectOption(template);
  await page.getByRole('button', { name: words.list.button, exact: true }).click();
  return arrivedAtConsole(page);
}

/** Keys are heard once a page has begun, and it has when it tells who is connected. Answers with the gathering's id. */
export async function arrivedAtConsole(page: Page): Promise<string> {
  await page.waitForURL(/\/console\/[0-9a-z]{16}$/);
  await expect(page.locator('.health')).toContainText(/\d+ connected/);
  return page.url().split('/').at(-1) ?? '';
}

/**
 * The board of a gathering, as large as a projector draws it, in a window of its own with the lead's cookies. Two tabs
 * of one window would hide each other, and a hidden page draws once a second.
 */
export async function openBoard(lead: Page, plenary: Plenary, gathering: string): Promise<Page> {
  const storageState = await lead.context().storageState();
  const window = await lead
    .context()
    .browser()
    ?.newContext({ ...BOARD, storageState });
  if (!window) throw new Error('The console runs in no browser that can open a second window');
  const board = await window.newPage();
  await goToBoard(board, plenary, gathering);
  return board;
}

/** A board hears its keys when it has begun, and then it connects. */
export async function goToBoard(page: Page, plenary: Plenary, gathering: string): Promise<void> {
  const connected = page.waitForEvent('websocket');
  await page.goto(`${plenary.url}/board/${gathering}`);
  await connected;
}

/** The code as the board shows it. */
export async function codeOn(board: Page): Promise<string> {
  const shown = (await board.locator('body').innerText()).replaceAll('\u00a0', ' ');
  const code = /\b(\d{3}) (\d{3})\b/.exec(shown);
  if (!code) throw new Error(`The board shows no code:\n${shown}`);
  return `${code[1]} ${code[2]}`;
}

/** A new participant types the code and joins: two taps. */
export async function comeIn(browser: Browser, plenary: Plenary, code: string, name: string, device: object = PHONE) {
  const context = await browser.newContext(device);
  const page = await context.newPage();
  await page.goto(plenary.url);
  await page.getByLabel(codeField.label).fill(code);
  await page.getByRole('button', { name: codeField.button, exact: true }).click();
  await page.getByLabel(join.yourName).fill(name);
  await page.getByRole('button', { name: join.button }).click();
  await page.waitForURL(/\/g\//);
  return { context, page };
}

/** A page left open looks for its server on and on, and takes the time of the journeys after it. */
export async function closePages(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

export type Phone = { context: BrowserContext; page: Page };

/** All the way towards one of the poles, by the labelled button. */
export const stand = (page: Page, pole: string) =>
  page.getByRole('button', { name: line.phone.farTowards(pole) }).click();

/** The console's one big button, when it says what is expected. */
const nextButton = (page: Page, says: string) => page.locator('[aria-keyshortcuts="Space"]', { hasText: says });

/**
 * Takes the next step. Then the button says something else, and what stands below it has moved: a press on that before
 * would go beside it.
 */
export async function pressNext(page: Page, says: string): Promise<void> {
  const before = await nextButton(page, says).textContent();
  await nextButton(page, says).click();
  await expect(nextButton(page, before ?? says)).toHaveCount(0);
}

/** Presses for the next step where it is refused. */
export async function pressNextInVain(page: Page, says: string, sentence: string): Promise<void> {
  await nextButton(page, says).click();
  await expect(page.getByRole('alert')).toHaveText(sentence);
}

/** Puts a block of the run of show on, by its menu. */
export async function turnTo(lead: Page, block: string): Promise<void> {
  await lead.getByLabel(words.show.more(block), { exact: true }).click();
  await lead.getByRole('button', { name: words.show.turn(block) }).click();
}

/** The drawer with the people, opened. While it is, nothing else on the page can be pressed: Escape closes it. */
export async function openPeople(console: Page): Promise<Locator> {
  const people = console.getByRole('dialog', { name: words.people.title });
  if (!(await people.isVisible())) await console.getByRole('button', { name: /^People \d/ }).click();
  await expect(people).toBeVisible();
  return people;
}

/** Somebody without a phone comes in. */
export async function addWalkIn(console: Page, name: string): Promise<void> {
  const people = await openPeople(console);
  await people.getByLabel(words.people.add).fill(name);
  await people.getByRole('button', { name: words.people.addButton, exact: true }).click();
  await expect(people.getByText(name, { exact: true })).toBeVisible();
  await console.keyboard.press('Escape');
  await expect(people).toBeHidden();
}

/** A tab of the working area, by how its name begins: a count may follow. */
export const showTab = (console: Page, title: string): Promise<void> =>
  console.getByRole('tab', { name: new RegExp(`^${title}`) }).click();

/** Who may know what, of the block that is prepared or on. */
export async function chooseExposure(page: Page, exposure: Exposure): Promise<void> {
  await showTab(page, area.settings);
  await page.getByLabel(line.console.levels[exposure]).check();
  await page.getByRole('button', { name: shared.choose }).click();
  await expect(page.locator('summary', { hasText: line.console.levels[exposure] })).toBeVisible();
}

/** Publishes what the page of the harvest shows as edition `number`: it asks once. */
export async function publish(lead: Page, number = 1): Promise<void> {
  const label = number === 1 ? harvestDesk.publish : harvestDesk.publishNext(number);
  await lead.getByRole('button', { name: label }).click();
  await lead.getByRole('button', { name: harvestDesk.publishYes }).click();
  await expect(lead.getByRole('dialog')).toBeHidden();
  await expect(lead.getByText(harvestDesk.publishedAbout)).toBeVisible();
}
