import { expect, test, type Browser, type Page } from '@playwright/test';
import {
  board as boardWords,
  commons,
  console as words,
  harvestDesk,
  join,
  phone,
  refusals,
  codeField
} from '#words/index.ts';
import { words as area } from '#kit/words/working-area.ts';
import { steps as spectrogramSteps } from '#methods/spectrogram/words/steps.ts';
import { words as line } from '#methods/spectrogram/words.ts';
import {
  addWalkIn,
  chooseExposure,
  closePages,
  codeOn,
  comeIn,
  convene,
  openBoard,
  openPeople,
  PHONE,
  pressNext,
  setUp,
  showTab,
  stand,
  publish
} from './cast.ts';
import { createAxeChecks } from './axe.ts';
import { arrive, type Guest } from './socket-guests.ts';
import { Plenary } from './server-process.ts';

/** One evening, looked at through axe wherever it changes what is on a screen. */
const NAMES = ['Chidi', 'Dana', 'Esther', 'Farid', 'Gala', 'Hugo', 'Ida', 'Jon', 'Kim', 'Lea', 'Mia', 'Noor'];

const plenary = new Plenary();
const { checkPage, checkBoard, scan, expectNoViolations } = createAxeChecks({ oneIn: 1 });
let guests: Guest[] = [];

// A trace takes a picture of every page at every step; what failed where is in the message.
test.use({ trace: 'off' });

test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  for (const guest of guests) guest.leave();
  await plenary.stop();
});

test('nobody is shut out of any page, in light or dark', async ({ browser }) => {
  const bo = await (await browser.newContext(PHONE)).newPage();
  await bo.goto(plenary.url);
  await checkPage(bo, 'home');

  const ana = await setUp(browser, plenary);
  await checkPage(ana, 'console: no gathering');
  await ana.getByLabel(words.list.rehearsal).check();
  const gathering = await convene(ana, 'Cooperation in the city', 'cooperation-day');
  await expect(ana.getByRole('heading', { name: line.console.statements })).toBeVisible();
  await checkPage(ana, 'console: welcome');
  await chooseExposure(ana, 'L3');
  const board = await openBoard(ana, plenary, gathering);
  await checkBoard(board, 'board: welcome');
  const code = await codeOn(board);

  await bo.getByLabel(codeField.label).fill('111 111');
  await bo.getByRole('button', { name: codeField.button, exact: true }).click();
  await expect(bo.getByRole('alert')).toBeVisible();
  await checkPage(bo, 'home: wrong code');
  await bo.goto(`${plenary.url}/${code.replace(' ', '')}`);
  await checkPage(bo, 'join');
  await bo.getByLabel(join.yourName).fill('Bo');
  await bo.getByRole('button', { name: join.button }).click();
  await expect(bo.getByText(phone.lookUpAbout).first()).toBeVisible();
  await checkPage(bo, 'phone: welcome');
  await bo.locator('summary').click();
  await checkPage(bo, 'phone: name and leaving');
  await bo.locator('summary').click();
  guests = await arrive(plenary.url, code, NAMES);
  await lookAtTheDoor(browser, ana, code);

  await pressNext(ana, words.steps.turnTo);
  await pressNext(ana, spectrogramSteps.steps.open);
  await expect(bo.getByText(line.phone.howTo).first()).toBeVisible();
  await checkPage(bo, 'phone: open, not placed');
  await showTab(ana, area.run);
  await expect(ana.getByRole('heading', { name: line.console.placeFor }).first()).toBeVisible();
  await checkPage(ana, 'console: open');
  await placesRosa(ana);
  await checkBoard(board, 'board: placing');
  await lookAtForms(ana);

  await stand(bo, 'With others, by arrangement');
  await bo.getByRole('switch', { name: line.phone.consent }).click();
  await Promise.all(
    guests.map((guest, index) =>
      guest.place(index === 5 ? { answer: 'unsure' } : { x: (index % 2) * 700 + index * 10 })
    )
  );
  await expect(bo.getByText(line.phone.saved).first()).toBeVisible();
  await checkPage(bo, 'phone: placed');
  await expect(board.getByText(line.board.answered(14, 14))).toBeVisible();
  await pressNext(ana, spectrogramSteps.steps.reveal);
  await expect(board.locator('circle.dot:not(.aside)')).toHaveCount(13);
  await checkBoard(board, 'board: revealed');
  await board.keyboard.press('q');
  await expect(board.locator('.invitation')).toBeVisible();
  await scan(board, 'board: Q');
  await board.keyboard.press('q');
  await board.keyboard.press('?');
  await expect(board.getByRole('dialog')).toBeVisible();
  await scan(board, 'board: keys');
  await board.keyboard.press('Escape');
  await expect(bo.getByText(line.phone.theRoom).first()).toBeVisible();
  await checkPage(bo, 'phone: revealed');
  await checkPage(ana, 'console: revealed');
  const twin = await ana.context().newPage();
  await twin.goto(`${plenary.url}/board/${gathering}/text`);
  await expect(twin.getByRole('table')).toBeVisible();
  await checkPage(twin, 'board as text');
  await twin.close();

  await pressNext(ana, spectrogramSteps.steps.lock);
  await expect(bo.getByText(line.phone.locked).first()).toBeVisible();
  await checkPage(bo, 'phone: locked');
  await ana.getByRole('button', { name: words.close, exact: true }).click();
  await checkPage(ana, 'console: close?');
  await ana.getByRole('button', { name: words.dialogs.closeYes }).click();
  await expect(bo.getByText(phone.closed).first()).toBeVisible();
  await checkPage(bo, 'phone: closed');
  await scan(board, 'board: closed');
  await checkPage(ana, 'console: closed');

  await bo.goto(`${plenary.url}/commons`);
  await expect(bo.getByText(commons.empty)).toBeVisible();
  await checkPage(bo, 'commons: empty');
  await ana.getByRole('link', { name: words.closed.harvest }).click();
  await asksWhoIsNamed(ana);
  await publish(ana);
  await checkPage(ana, 'harvest: published');
  await expect(board.getByText(boardWords.keep)).toBeVisible();
  await scan(board, 'board: published');
  await bo.goto(`${plenary.url}/commons?q=live`);
  await checkPage(bo, 'commons: found');
  await bo.getByRole('link', { name: 'Cooperation in the city' }).click();
  await expect(bo.getByRole('heading', { name: 'How do you live?' })).toBeVisible();
  await expect(bo.getByRole('rowheader', { name: 'Rosa' })).toBeVisible();
  await expect(bo.getByText('Bo', { exact: true })).toHaveCount(0);
  await checkPage(bo, 'edition');

  expectNoViolations();
});

/** A person joins who should not; the console removes them and locks the gathering. */
async function lookAtTheDoor(browser: Browser, ana: Page, code: string): Promise<void> {
  const { page: zed } = await comeIn(browser, plenary, code, 'Zed');
  const people = await openPeople(ana);
  await people.getByLabel(words.people.find).fill('Zed');
  await people.getByRole('button', { name: words.people.more('Zed') }).click();
  await expect(people.getByRole('combobox')).toBeVisible();
  await checkPage(ana, 'console: what to do about somebody');
  await people.getByRole('button', { name: words.people.remove, exact: true }).click();
  await expect(people.getByRole('button', { name: `${words.people.letIn}: Zed` })).toBeFocused();
  await people.getByRole('button', { name: words.people.lock }).click();
  await expect(people.getByText(words.people.locked)).toBeVisible();
  await checkPage(ana, 'console: somebody was removed, the door is locked');
  await expect(zed.getByRole('heading', { name: refusals.removed })).toBeVisible();
  await checkPage(zed, 'phone: removed');
  await zed.goto(`${plenary.url}/${code.replace(' ', '')}`);
  await expect(zed.getByRole('heading', { name: refusals.removed })).toBeVisible();
  await checkPage(zed, 'join: removed');
  await zed.context().clearCookies();
  await zed.goto(`${plenary.url}/${code.replace(' ', '')}`);
  await expect(zed.getByText(refusals['door-locked'])).toBeVisible();
  await checkPage(zed, 'join: locked');
  await zed.context().close();
  await people.getByRole('button', { name: words.people.unlock }).click();
  await people.getByLabel(words.people.find).fill('');
  await ana.keyboard.press('Escape');
}

/** Rosa has no phone. */
async function placesRosa(ana: Page): Promise<void> {
  await addWalkIn(ana, 'Rosa');
  await ana.getByLabel(line.console.who).selectOption({ label: line.console.notActed('Rosa') });
  await ana.getByRole('button', { name: line.console.exactPlace }).click();
  await expect(ana.getByText(line.console.placedThem('Rosa'))).toBeVisible();
}

/** CO11: before it is public, Rosa's yes is recorded and Bo's taken back, by keys. */
async function asksWhoIsNamed(ana: Page): Promise<void> {
  const names = ana.getByRole('region', { name: harvestDesk.names });
  const bo = names.getByRole('button', { name: harvestDesk.unnameOf('Bo') });
  await expect(bo).toBeVisible();
  await names.getByText(harvestDesk.withoutPhone).press('Enter');
  await expect(names.getByLabel(harvestDesk.whoSaidYes)).toBeVisible();
  await checkPage(ana, 'harvest');
  // Enter in a field presses the first button of its form: nobody may be named by it, or be named no more.
  await ana.getByLabel(harvestDesk.what).press('Enter');
  await expect(ana).toHaveURL(/\?\/look$/);
  await names.getByText(harvestDesk.withoutPhone).press('Enter');
  await names.getByRole('button', { name: harvestDesk.saidYesButton }).press('Enter');
  await expect(names.getByRole('button', { name: harvestDesk.unnameOf('Rosa') })).toBeInViewport();
  await bo.press('Enter');
  await expect(names.getByText(harvestDesk.saidNo('Bo'))).toBeVisible();
}

async function lookAtForms(ana: Page): Promise<void> {
  await showTab(ana, line.console.statements);
  await ana.getByRole('button', { name: line.console.add }).click();
  await expect(ana.getByLabel(line.console.text)).toBeVisible();
  await checkPage(ana, 'console: statement form');
  await ana.getByRole('button', { name: line.console.cancel }).click();
  await ana.getByRole('button', { name: words.invite }).click();
  await ana.getByRole('button', { name: words.dialogs.make(words.dialogs.roles.helper.name) }).click();
  await expect(ana.locator('#made-link')).toBeVisible();
  await checkPage(ana, 'console: code and links');
  await ana.keyboard.press('Escape');
  await ana.getByRole('button', { name: words.keys, exact: true }).click();
  await checkPage(ana, 'console: keys');
  await ana.keyboard.press('Escape');
}
