import { expect, test, type Browser, type Page } from '@playwright/test';
import { console as words, deletion, join, periods, phone, refusals } from '#words/index.ts';
import { createAxeChecks } from './axe.ts';
import { arrivedAtConsole, closePages, codeOn, comeIn, openBoard, PHONE, setUp } from './cast.ts';
import { Plenary } from './server-process.ts';

/** How long a gathering is kept is chosen, read at the door, shortened, and cut short: the organizer deletes it. */
const plenary = new Plenary();
const { checkPage, expectNoViolations } = createAxeChecks();

test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

const TITLE = 'An evening in the library';

test('CO9 CO10 how long it is kept is told at the door, and deleted it is gone from every page', async ({
  browser
}) => {
  const ana = await setUp(browser, plenary);
  await ana.getByLabel(words.list.what).fill(TITLE);
  await ana.getByText(periods.chosen('7', '90')).click();
  await ana.getByLabel(periods.correctionDays).fill('3');
  await ana.getByLabel(periods.keptDays).fill('30');
  await checkPage(ana, 'console: convene');
  await ana.getByRole('button', { name: words.list.button, exact: true }).click();
  const gathering = await arrivedAtConsole(ana);
  const board = await openBoard(ana, plenary, gathering);
  const code = await codeOn(board);
  await readsAtTheDoor(browser, code);
  const { page: bo } = await comeIn(browser, plenary, code, 'Bo');

  await ana.getByRole('button', { name: words.close, exact: true }).click();
  await ana.getByRole('button', { name: words.dialogs.closeYes }).click();
  await expect(ana.getByText(/go by themselves on/)).toBeVisible();
  await expect(bo.getByRole('link', { name: phone.putRight })).toBeVisible();

  await shortens(ana, gathering);
  await deletes(ana);
  await expect(bo.getByRole('heading', { name: refusals['gathering-deleted'] })).toBeVisible();
  await expect(board.getByRole('alert')).toHaveText(refusals['gathering-deleted']);
  for (const [page, path] of [
    [bo, `/g/${gathering}`],
    [bo, `/g/${gathering}/me`],
    [ana, `/console/${gathering}`],
    [ana, `/console/${gathering}/days`],
    [ana, `/board/${gathering}`]
  ] as const) {
    expect((await page.goto(plenary.url + path))?.status(), path).toBe(410);
    await expect(page.getByRole('heading', { name: refusals['gathering-deleted'] })).toBeVisible();
  }
  await checkPage(bo, 'phone: a gathering that was deleted');
  expectNoViolations();
});

async function readsAtTheDoor(browser: Browser, code: string): Promise<void> {
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(`${plenary.url}/${code.replace(' ', '')}`);
  await expect(page.getByRole('button', { name: join.button })).toBeVisible();
  await expect(page.getByText(join.keptFor(30))).toBeVisible();
  await checkPage(page, 'phone: join');
}

async function shortens(ana: Page, gathering: string): Promise<void> {
  await ana.goto(`${plenary.url}/console/${gathering}/days`);
  await expect(ana.getByText(periods.onlyShorter)).toBeVisible();
  await checkPage(ana, 'console: days');
  await ana.getByLabel(periods.keptDays).fill('10');
  await ana.getByRole('button', { name: periods.button }).click();
  await ana.waitForURL(/\/console$/);
}

async function deletes(ana: Page): Promise<void> {
  await ana.getByRole('link', { name: deletion.shortNamed(TITLE) }).click();
  await expect(ana.getByRole('heading', { name: deletion.title(TITLE) })).toBeVisible();
  await expect(ana.getByText(deletion.nothingStays)).toBeVisible();
  await checkPage(ana, 'console: delete');
  await ana.getByRole('button', { name: deletion.button }).click();
  await ana.waitForURL(/\/console$/);
  await expect(ana.getByText(words.list.none)).toBeVisible();
}
