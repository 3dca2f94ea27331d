import { expect, test, type Browser, type Page } from '@playwright/test';
import { words as area } from '#kit/words/working-area.ts';
import { console as words } from '#words/index.ts';
import { consoleWords as led } from '#methods/fishbowl/words/console.ts';
import { steps as fishbowlSteps } from '#methods/fishbowl/words/steps.ts';
import { words as bowl } from '#methods/fishbowl/words.ts';
import { addWalkIn, closePages, comeIn, PHONE, pressNext, setUp, showTab } from './cast.ts';
import { convened } from './fishbowl.ts';
import { createAxeChecks } from './axe.ts';
import { Plenary } from './server-process.ts';

const { board: wall, phone } = bowl;
const CARD = 'Who pays for it in the third year?';
const INVITED = ['Mei', 'Omar', 'Rosa', 'Noor'];

const plenary = new Plenary();
let ana: Page;

test.use({ trace: 'off' });

test.beforeAll(async ({ browser }) => {
  await plenary.start();
  ana = await setUp(browser, plenary);
  await ana.emulateMedia({ reducedMotion: 'reduce' });
});
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

test('an unpanel opens its chair, and the room comes in by it', async ({ browser }) => {
  const { checkPage, checkBoard, scan, expectNoViolations } = createAxeChecks();
  const { board, code } = await convened(ana, plenary, {
    title: 'Cooperation in the city',
    form: 'unpanel',
    invited: INVITED
  });
  const people = await phones(browser, code, ['Bo', 'Chidi', 'Dana', 'Esther']);
  const [bo, chidi, dana, esther] = people as [Page, Page, Page, Page];
  await addWalkIn(ana, 'Gus');

  await pressNext(ana, words.steps.turnTo);
  await expect(bo.getByRole('heading', { name: phone.ready })).toBeVisible();
  await pressNext(ana, fishbowlSteps.stages.starters);
  for (const name of INVITED) await expect(board.locator('.chair.taken', { hasText: name })).toBeVisible();
  await expect(board.getByText(wall.middle.starters)).toBeVisible();
  await expect(board.locator('.chair.empty')).toHaveCount(1);
  await checkPage(bo, 'phone: the invited begin');
  await scan(board, 'board: the invited begin');

  // A place in the line can be had before the chair opens; nobody is called to it yet.
  await bo.getByLabel(phone.why).fill('The old mill');
  await ask(bo);
  await expect(bo.getByText(phone.before(0)).first()).toBeVisible();
  await ask(chidi);
  await expect(chidi.getByText(phone.before(1)).first()).toBeVisible();
  await expect(board.getByText('The old mill')).toBeVisible();
  await checkPage(bo, 'phone: in line');

  await pressNext(ana, fishbowlSteps.stages.bowl);
  await expect(bo.getByRole('heading', { name: phone.called })).toBeFocused();
  await expect(board.locator('.chair.held', { hasText: 'Bo' })).toBeVisible();
  await checkPage(bo, 'phone: called');
  await checkBoard(board, 'board: held');
  for (const tab of [area.notes, led.cards.title, led.turns.tab, area.settings, area.run]) {
    await showTab(ana, tab);
    await checkPage(ana, `console: ${tab}`);
  }
  await silentCard(esther, board, checkPage);
  await helperSeats(browser, board);

  // Bo does not come. The chair goes to the next person in the queue, and Bo is told why.
  await expect(chidi.getByRole('heading', { name: phone.called })).toBeVisible({ timeout: 40_000 });
  await expect(bo.getByText(phone.missedOnce).first()).toBeVisible();
  await chidi.getByRole('button', { name: phone.sit, exact: true }).click();
  await expect(board.locator('.chair.taken', { hasText: 'Chidi' })).toBeVisible();
  await expect(board.getByText(wall.middle.full)).toBeVisible();
  await checkPage(chidi, 'phone: in the circle');
  await scan(board, 'board: full');

  await firstTimersFirst(people as [Page, Page, Page, Page], board);
  await changesTheForm(dana, board, checkPage);
  await showsFigures(board, scan);
  await scan(ana, 'console: Samoan circle');

  const twin = await ana.context().newPage();
  await twin.goto(`${board.url()}/text`);
  await expect(twin.getByRole('table')).toBeVisible();
  await checkPage(twin, 'board as text');
  await twin.close();

  await ana.bringToFront();
  await pressNext(ana, fishbowlSteps.stages['last-words']);
  await expect(board.getByText(wall.lastWords)).toBeVisible();
  await checkPage(esther, 'phone: last words');
  await scan(board, 'board: last words');
  await ana.bringToFront();
  await pressNext(ana, fishbowlSteps.stages.closed);
  await expect(bo.getByRole('heading', { name: phone.closed })).toBeVisible();
  await checkPage(bo, 'phone: closed');
  await scan(board, 'board: closed');
  expectNoViolations();
});

/** From the outer ring, without a word: what those who lead show is on the board, without a name. */
async function silentCard(esther: Page, board: Page, checkPage: CheckPage): Promise<void> {
  await esther.locator('summary', { hasText: phone.card }).click();
  await esther.getByLabel(phone.cardLabel).fill(CARD);
  await checkPage(esther, 'phone: silent card');
  await esther.getByRole('button', { name: phone.cardSend }).click();
  await ana.bringToFront();
  await showTab(ana, led.cards.title);
  await ana.getByRole('button', { name: `${led.cards.show}: ${CARD}` }).click();
  await expect(board.getByText(CARD)).toBeVisible();
  await expect(board.getByText('Esther')).toHaveCount(0);
  await expect(esther.getByText(phone.cardStates.shown).first()).toBeVisible();
  await ana.getByRole('button', { name: `${led.cards.takeOff}: ${CARD}` }).click();
  await expect(board.getByText(CARD)).toHaveCount(0);
  await esther.locator('summary', { hasText: phone.card }).click();
}

/** Chidi, who sat before, asks first; Dana, who did not, is called first, and lets Chidi go before her. */
async function firstTimersFirst([bo, chidi, dana]: [Page, Page, Page, Page], board: Page): Promise<void> {
  await chidi.getByRole('button', { name: phone.stepOut }).click();
  await bo.getByRole('button', { name: phone.sit, exact: true }).click();
  await expect(board.locator('.chair.taken', { hasText: 'Bo' })).toBeVisible();
  await chidi.getByRole('button', { name: phone.comeInAgain }).click();
  await expect(chidi.getByText(phone.before(0)).first()).toBeVisible();
  await ask(dana);
  await expect(dana.getByText(phone.before(0)).first()).toBeVisible();
  await expect(chidi.getByText(phone.before(1)).first()).toBeVisible();
  await expect(chidi.getByText(phone.thenFirst).first()).toBeVisible();
  await expect(board.getByText(wall.rule(bowl.policies['first-timers']))).toBeVisible();

  await bo.getByRole('button', { name: phone.stepOut }).click();
  await expect(bo.getByRole('heading', { name: phone.steppedOut })).toBeVisible();
  await dana.getByRole('button', { name: phone.letPass }).click();
  await expect(dana.getByText(phone.before(0)).first()).toBeVisible();
  // A phone that was reloaded is the same person, and its chair is still held.
  await expect(chidi.getByRole('heading', { name: phone.called })).toBeVisible();
  await chidi.reload();
  await chidi.getByRole('button', { name: phone.sit, exact: true }).click();
  await expect(board.locator('.chair.taken', { hasText: 'Chidi' })).toBeVisible();
}

/** A helper with a phone in hand seats Gus, who has none, in the place of a person who makes room. */
async function helperSeats(browser: Browser, board: Page): Promise<void> {
  await ana.bringToFront();
  await ana.getByRole('button', { name: words.invite }).click();
  await ana.getByRole('button', { name: words.dialogs.make(words.dialogs.roles.helper.name) }).click();
  const link = await ana.locator('#made-link').inputValue();
  await ana.keyboard.press('Escape');
  const helper = await (await browser.newContext(PHONE)).newPage();
  await helper.goto(plenary.url + link.slice(new URL(link).origin.length));
  await helper.getByRole('button', { name: /^Chair 2: Omar/ }).click();
  await helper.getByRole('button', { name: led.chair.instead }).click();
  await helper.getByRole('group', { name: led.chair.instead }).getByRole('button', { name: 'Gus' }).click();
  await expect(board.locator('.chair.taken', { hasText: 'Gus' })).toBeVisible();
  await expect(board.locator('.chair', { hasText: 'Omar' })).toHaveCount(0);
  await expect(helper.getByText(led.airtime.title)).toHaveCount(0);
  await helper.context().close();
}

/** The form changes during the talk: sitters and queue stay, and Dana replaces the sitter she stands behind. */
async function changesTheForm(dana: Page, board: Page, checkPage: CheckPage): Promise<void> {
  await ana.bringToFront();
  await showTab(ana, area.settings);
  await ana.getByRole('radio', { name: led.forms.samoan.name }).check();
  await ana.getByRole('button', { name: led.course.change('samoan') }).click();
  await expect(board.locator('.chair.taken')).toHaveCount(5);
  await expect(dana.getByText(phone.before(0)).first()).toBeVisible();
  await dana.getByRole('button', { name: phone.withdraw }).click();
  await checkPage(dana, 'phone: behind whom?');
  await dana.getByRole('button', { name: 'Gus', exact: true }).click();
  await expect(dana.getByText(phone.standBehind('Gus'))).toBeVisible();
  await dana.getByRole('button', { name: phone.tapIn }).click();
  await expect(dana.getByRole('heading', { name: phone.sitting })).toBeVisible();
  await expect(board.locator('.chair', { hasText: 'Gus' })).toHaveCount(0);
}

/** The figures of the whole are the facilitator's, until the facilitator shares them. */
async function showsFigures(board: Page, scan: CheckPage): Promise<void> {
  await expect(board.getByText(wall.airtime.title)).toHaveCount(0);
  await ana.bringToFront();
  await showTab(ana, led.turns.tab);
  await expect(ana.getByRole('row', { name: /^Gus 1/ })).toBeVisible();
  await ana.getByRole('switch', { name: led.airtime.show }).check();
  await expect(board.getByText(wall.airtime.title)).toBeVisible();
  await scan(board, 'board: figures');
}

type CheckPage = ReturnType<typeof createAxeChecks>['checkPage'];

const phones = (browser: Browser, code: string, names: string[]) =>
  Promise.all(names.map(async (name) => (await comeIn(browser, plenary, code, name)).page));

const ask = (page: Page) => page.getByRole('button', { name: phone.comeIn, exact: true }).click();
