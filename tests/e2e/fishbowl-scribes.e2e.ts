import { expect, test, type Page } from '@playwright/test';
import { words as area } from '#kit/words/working-area.ts';
import { console as words, harvest } from '#words/index.ts';
import { branchName } from '#methods/fishbowl/words/called.ts';
import { consoleWords as led } from '#methods/fishbowl/words/console.ts';
import { words as bowl } from '#methods/fishbowl/words.ts';
import { harvestWords as fishbowlHarvest } from '#methods/fishbowl/words/harvest.ts';
import { words as people } from '#kit/words/people.ts';
import { steps as fishbowlSteps } from '#methods/fishbowl/words/steps.ts';
import { words as desk } from '#kit/words/outline.ts';
import { addWalkIn, closePages, comeIn, CONSOLE, pressNext, setUp, showTab } from './cast.ts';
import { convened } from './fishbowl.ts';
import { createAxeChecks } from './axe.ts';
import { press } from './keyboard.ts';
import { Plenary } from './server-process.ts';

const { phone } = bowl;
const IN_THE_CIRCLE = branchName(null);

const plenary = new Plenary();
test.use({ trace: 'off' });
test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

test('two scribes write what a circle says, on line and off, and not a letter is lost', async ({ browser }) => {
  const { checkPage, scan, expectNoViolations } = createAxeChecks();
  const ana = await setUp(browser, plenary);
  await ana.emulateMedia({ reducedMotion: 'reduce' });
  const { board, code } = await convened(ana, plenary, { title: 'What was said', form: 'open' });
  const { page: sana } = await comeIn(browser, plenary, code, 'Sana', CONSOLE);
  const { page: teo } = await comeIn(browser, plenary, code, 'Teo');
  const { page: bo } = await comeIn(browser, plenary, code, 'Bo');
  await addWalkIn(ana, 'Mei');
  await pressNext(ana, words.steps.turnTo);
  await pressNext(ana, fishbowlSteps.stages.bowl);
  await seats(ana, 1, 'Mei');
  await showTab(ana, area.notes);
  // The editor is loaded when the tab is first shown, and moves what stands below it.
  await expect(ana.getByRole('region', { name: 'Mei' })).toBeVisible();
  await ana.locator('summary', { hasText: led.scribes.title }).click();
  for (const scribe of ['Sana', 'Teo']) await makesScribe(ana, scribe);

  await writesByKeyboard(sana);
  await checkPage(sana, 'scribe on a laptop');
  await teo.getByRole('button', { name: phone.write }).click();
  await expect(note(teo, 'Mei', '1')).toHaveValue('Gardens');
  await checkPage(teo, 'scribe on a phone');
  await bothAtOnce(sana, teo, ana);

  await bo.getByRole('button', { name: phone.comeIn, exact: true }).click();
  await bo.getByRole('button', { name: phone.sit, exact: true }).click();
  await withoutNetwork(teo, sana, ana);

  // It was Bo who sat there all the time, and the notes know it.
  await bo.getByRole('button', { name: phone.stepOut }).click();
  await showTab(ana, area.run);
  await ana.getByRole('button', { name: led.chair.correct('Mei') }).click();
  await ana
    .getByRole('group', { name: led.chair.correctAbout })
    .getByRole('button', { name: 'Bo', exact: true })
    .click();
  await expect(ana.getByText(led.chair.corrected('Bo'))).toBeVisible();
  await expect(sana.getByRole('region', { name: 'Mei' })).toHaveCount(0);
  await expect(sana.getByRole('region', { name: 'Bo' }).getByRole('textbox')).toHaveCount(6);

  await mendsOwnWords(bo, sana, checkPage);
  await staysOffTheBoard(ana, board);
  await scan(board, 'board: notes');
  await isHarvested(ana);
  await checkPage(ana, 'harvest');
  expectNoViolations();
});

async function seats(ana: Page, chair: number, name: string): Promise<void> {
  await ana.getByRole('button', { name: new RegExp(`^Chair ${chair}:`) }).click();
  await ana.getByRole('group', { name: led.chair.seat }).getByRole('button', { name, exact: true }).click();
  await expect(ana.getByText(led.chair.seated(name, chair))).toBeVisible();
}

async function makesScribe(ana: Page, name: string): Promise<void> {
  const add = ana.getByRole('button', { name: people.scribes.add });
  if ((await add.getAttribute('aria-expanded')) === 'false') await add.click();
  await ana.getByRole('group', { name: people.scribes.add }).getByRole('button', { name, exact: true }).click();
  await expect(ana.getByText(led.scribes.made(name))).toBeVisible();
}

/** Three levels, a branch moved as a whole, and out again: nobody who listens has time for a mouse. */
async function writesByKeyboard(sana: Page): Promise<void> {
  await sana.bringToFront();
  await press(sana, sana.getByRole('button', { name: phone.write }));
  await press(sana, sana.getByRole('button', { name: desk.addTo('Mei') }));
  for (const key of [
    'Gardens',
    'Enter',
    'Tab',
    'on roofs',
    'Enter',
    'Tab',
    'twelve so far',
    'Enter',
    'Shift+Tab',
    'Shift+Tab',
    'Tools'
  ])
    await (/^(Enter|Tab|Shift)/.test(key) ? sana.keyboard.press(key) : sana.keyboard.type(key));
  await expect(note(sana, 'Mei', '2')).toHaveValue('Tools');
  await sana.keyboard.press('Alt+ArrowUp');
  await expect(note(sana, 'Mei', '2.1.1')).toHaveValue('twelve so far');
  await sana.keyboard.press('Alt+ArrowDown');
  await expect(note(sana, 'Mei', '1.1.1')).toHaveValue('twelve so far');
  await expect(note(sana, 'Mei', '2')).toBeFocused();
  // Out of the notes: Tab is a key of theirs until Escape was pressed.
  await sana.keyboard.press('Escape');
  await sana.keyboard.press('Tab');
  await expect(note(sana, 'Mei', '2')).not.toBeFocused();
  await press(sana, sana.getByRole('button', { name: desk.addTo(IN_THE_CIRCLE) }));
  await sana.keyboard.type('Who looks after them in winter?');
  await expect(sana.getByText(desk.sending, { exact: true })).toHaveCount(0);
}

/** Both hands at the same place of the same note. */
async function bothAtOnce(sana: Page, teo: Page, ana: Page): Promise<void> {
  const [hers, his] = [' on every roof of the school', ', in yards, and beside the railway'];
  await Promise.all(
    (
      [
        [sana, hers],
        [teo, his]
      ] as const
    ).map(async ([page, letters]) => {
      const field = note(page, 'Mei', '1');
      await field.focus();
      await field.press('End');
      await field.pressSequentially(letters, { delay: 30 });
    })
  );
  const all = 'Gardens'.length + hers.length + his.length;
  const text = await agreed('1', all, [sana, teo, ana]);
  for (const letters of [hers, his]) expect(text).toContain(letters);
}

/** Teo writes on in a tunnel while Sana writes in the same note; then he comes out of it. */
async function withoutNetwork(teo: Page, sana: Page, ana: Page): Promise<void> {
  await expect(teo.getByRole('button', { name: desk.addTo('Bo') })).toBeVisible();
  const before = await note(sana, 'Mei', '1.1').inputValue();
  const [his, hers] = ['no light, but ', ', since last spring'];
  await teo.context().setOffline(true);
  const field = note(teo, 'Mei', '1.1');
  await field.focus();
  await field.press('Home');
  await field.pressSequentially(his);
  await teo.getByRole('button', { name: desk.addTo('Bo') }).click();
  await teo.keyboard.type('Water');
  await teo.keyboard.press('Enter');
  await teo.keyboard.press('Tab');
  await teo.keyboard.type('in summer');
  await sana.bringToFront();
  await note(sana, 'Mei', '1.1').focus();
  await sana.keyboard.press('End');
  await sana.keyboard.type(hers);
  await expect(sana.getByText(desk.sending, { exact: true })).toHaveCount(0);
  await expect(teo.getByText(desk.sendingAll(3))).toBeVisible();
  await expect(note(teo, 'Bo', '1.1')).toHaveValue('in summer');
  await expect(note(sana, 'Mei', '1.1')).toHaveValue(before + hers);

  await teo.context().setOffline(false);
  for (const page of [sana, teo, ana]) {
    await expect(note(page, 'Mei', '1.1')).toHaveValue(his + before + hers, { timeout: 20_000 });
    await expect(note(page, 'Bo', '1')).toHaveValue('Water');
    await expect(note(page, 'Bo', '1.1')).toHaveValue('in summer');
  }
  await expect(teo.getByText(desk.sending, { exact: true })).toHaveCount(0);
}

/** The speaker may correct the notes of their turn, later and on their own phone. */
async function mendsOwnWords(bo: Page, sana: Page, checkPage: CheckPage): Promise<void> {
  await bo.locator('summary', { hasText: phone.said }).click();
  const own = bo.getByRole('textbox');
  await expect(own.filter({ visible: true })).toHaveCount(6);
  const tools = own.nth(3);
  await expect(tools).toHaveValue('Tools');
  await tools.focus();
  await tools.press('End');
  await bo.keyboard.type(' to borrow');
  await expect(note(sana, 'Bo', '3')).toHaveValue('Tools to borrow');
  await checkPage(bo, 'phone: what was noted of me');
}

/** Notes are for those who write, until they are shown. */
async function staysOffTheBoard(ana: Page, board: Page): Promise<void> {
  await expect(board.getByText('Tools to borrow')).toHaveCount(0);
  await ana.bringToFront();
  await showTab(ana, area.notes);
  await ana.getByRole('switch', { name: led.notes.show }).check();
  await expect(board.getByText('Tools to borrow')).toBeVisible();
}

/** As it was written: who spoke, by number, and under them the points with theirs. */
async function isHarvested(ana: Page): Promise<void> {
  await ana.bringToFront();
  await ana.getByRole('button', { name: words.close, exact: true }).click();
  await ana.getByRole('button', { name: words.dialogs.closeYes }).click();
  await ana.getByRole('link', { name: words.closed.harvest }).click();
  const speaker = ana.getByRole('region', { name: harvest.outline.speaker(2) });
  await expect(speaker).toBeVisible();
  const told = (await speaker.innerText()).replaceAll(/\s+/g, ' ');
  expect(told).toMatch(
    / 1 Water 1\.1 in summer 2 Gardens\b.* 2\.1 no light, but on roofs, since last spring 2\.1\.1 twelve so far 3 Tools to borrow$/
  );
  const circle = ana.getByRole('region', { name: fishbowlHarvest.headings.discussion });
  await expect(circle.getByText('Who looks after them in winter?')).toBeVisible();
  // Who spoke is for the room: readers see a number.
  await expect(ana.locator('main')).not.toContainText(/\b(Bo|Mei)\b/);
}

type CheckPage = ReturnType<typeof createAxeChecks>['checkPage'];

const note = (page: Page, branch: string, number: string) =>
  page.getByRole('textbox', { name: desk.label(branch, number), exact: true });

/** The text on which all these pages come to rest, when it has so many letters. */
async function agreed(number: string, letters: number, pages: Page[]): Promise<string> {
  const texts = () => Promise.all(pages.map((page) => note(page, 'Mei', number).inputValue()));
  await expect.poll(async () => (await texts()).map(({ length }) => length)).toEqual(pages.map(() => letters));
  const [text = '', ...others] = await texts();
  for (const other of others) expect(other).toBe(text);
  return text;
}
