import { expect, test, type Page } from '@playwright/test';
import { AT_MOST_EVERY_MS } from '../../src/routes/console/[id]/harvest/follow-meeting.ts';
import { steps } from '#methods/cards/words/steps.ts';
import { groupingWords } from '#kit/words/grouping.ts';
import { console as words, harvest, harvestDesk, sorting } from '#words/index.ts';
import { createAxeChecks } from './axe.ts';
import { cardOn, convened, helperComes, writers, type Writer } from './cards.ts';
import { closePages, pressNext, setUp } from './cast.ts';
import { Plenary } from './server-process.ts';

/** A facilitator beside Ana reads and sorts the harvest while people write, until Ana closes the gathering. */
const plenary = new Plenary();
const { checkPage, expectNoViolations } = createAxeChecks();

test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

/** Longer than a page that follows a meeting waits before it asks again. */
const ON_ITS_WAY_MS = AT_MOST_EVERY_MS + 2000;
const desk = groupingWords(sorting.note, sorting.themeNoun);

test('HD10 HD12 the harvest is read and sorted while the meeting goes on, and published when it has closed', async ({
  browser
}) => {
  const ana = await setUp(browser, plenary);
  const { gathering, code } = await convened(ana, plenary, 'An evening in the library');
  const [bo] = await writers(plenary.url, code, ['Bo'], false);
  await pressNext(ana, 'Our street');
  await pressNext(ana, steps.stages.writing);
  await expect.poll(() => bo?.all()?.stage).toBe('writing');
  expect(await bo?.write('A garden on the roof')).toHaveProperty('version');

  const eli = await helperComes(browser, ana, plenary, gathering, 'facilitator');
  await eli.getByRole('link', { name: words.soFar }).click();
  const title = harvest.draftOf('An evening in the library');
  await expect(eli.getByRole('heading', { name: title })).toBeVisible();
  await expect(eli.getByText('A garden on the roof')).toBeVisible();
  await checkPage(eli, 'console: the harvest so far');
  expect(await bo?.write('Seeds to swap')).toHaveProperty('version');
  await expect(eli.getByText('Seeds to swap')).toBeVisible({ timeout: 60_000 });
  if (bo) await sorts(eli, ana, bo);

  await ana.getByRole('button', { name: words.close }).click();
  await ana.getByRole('button', { name: words.dialogs.closeYes }).click();
  await expect(eli.getByRole('button', { name: harvestDesk.publish })).toBeVisible({ timeout: 60_000 });
  await expect(eli.getByRole('heading', { name: title })).toBeHidden();

  await eli.getByRole('button', { name: harvestDesk.addAppendix }).press('Enter');
  await expect(eli.getByRole('button', { name: harvestDesk.withoutAppendix })).toBeVisible();
  await checkPage(eli, 'console: the harvest with its appendix');
  bo?.leave();
  expectNoViolations();
});

/** Bo goes on writing while Eli sorts, and Ana leads the meeting at her console. */
async function sorts(eli: Page, ana: Page, bo: Writer): Promise<void> {
  // On a slow network: Bo writes while Eli is on her way, and the page that she leaves asks for its data again.
  await eli.route('**/sort/__data.json*', (route) => setTimeout(() => void route.continue(), ON_ITS_WAY_MS));
  await eli.getByRole('link', { name: sorting.title }).click();
  expect(await bo.write('A pond')).toHaveProperty('version');
  await expect(eli.getByText(sorting.whileOn)).toBeVisible();
  await eli.unroute('**/sort/__data.json*');
  const undoOfAna = ana.getByRole('button', { name: words.undo('') });
  const before = await undoOfAna.textContent();
  await cardOn(eli, 'A garden on the roof').focus();
  await eli.keyboard.press('n');
  const theme = eli.getByRole('group', { name: /^1 · / });
  await expect(cardOn(eli, 'A garden on the roof').and(theme.getByRole('checkbox'))).toBeVisible();
  await checkPage(eli, 'desk: while the meeting goes on');

  // What comes in meanwhile moves nothing under her hand.
  await eli.getByRole('button', { name: desk.nameOf('Theme 1') }).click();
  const name = eli.getByLabel(desk.theName);
  await name.pressSequentially('We grow');
  const box = await name.boundingBox();
  expect(await bo.write('A bench in the shade')).toHaveProperty('version');
  await expect(cardOn(eli, 'A bench in the shade')).toBeVisible();
  await expect(eli.getByRole('group', { name: desk.loose }).getByRole('checkbox').last()).toHaveAccessibleName(
    'A bench in the shade'
  );
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('We grow');
  expect(await name.boundingBox()).toEqual(box);
  await eli.keyboard.type(' our food');
  await eli.keyboard.press('Enter');
  await expect(theme).toHaveAccessibleName('1 · We grow our food');

  // A note is split, and mended where it was written.
  await cardOn(eli, 'Seeds to swap').focus();
  await eli.keyboard.press('o');
  await expect(eli.getByText(sorting.mendLater)).toBeVisible();
  await eli.getByRole('button', { name: sorting.split }).press('Enter');
  await eli.getByLabel(sorting.splitFirst).fill('Seeds');
  await eli.getByLabel(sorting.splitSecond).fill('A day to swap');
  await checkPage(eli, 'desk: one note while the meeting goes on');
  await eli.getByRole('button', { name: sorting.splitSave }).press('Enter');
  await expect(cardOn(eli, 'A day to swap')).toBeVisible();
  const cards = bo.mine()?.cards ?? {};
  const card = Object.keys(cards).find((each) => cards[each]?.text === 'Seeds to swap');
  expect(await bo.say('rewriteCard', { card, text: 'Seeds, tools', rev: 0 })).toHaveProperty('version');
  await expect(eli.getByText(sorting.wholeChanged)).toHaveCount(2);
  expect(await bo.say('removeCard', { card })).toHaveProperty('version');
  await expect(cardOn(eli, 'A day to swap')).toHaveCount(0);

  // What is left out is found again.
  await eli.getByRole('button', { name: desk.openOf('A bench in the shade') }).click();
  await eli.getByRole('button', { name: sorting.leaveOut }).click();
  await expect(cardOn(eli, 'A bench in the shade')).toHaveCount(0);
  await eli.getByText(sorting.leftOutNotes(1)).click();
  await checkPage(eli, 'desk: with a note that is left out');
  await eli.getByRole('button', { name: sorting.openOf('A bench in the shade') }).click();
  await eli.getByRole('button', { name: sorting.bringBack }).click();
  await expect(cardOn(eli, 'A bench in the shade')).toBeVisible();

  // Each place has an undo of its own.
  expect(await undoOfAna.textContent()).toBe(before);
  for (const step of ['keepNote', 'leaveOutNote', 'splitNote'])
    await eli.getByRole('button', { name: words.undo(words.undone[step] ?? '') }).click();
  await eli.getByRole('button', { name: words.undo(words.undone['nameTheme'] ?? '') }).click();
  await expect(theme).toHaveAccessibleName(desk.group(1, null));
  await eli.keyboard.press('ControlOrMeta+z');
  await expect(theme).toHaveCount(0);
  expect(await undoOfAna.textContent()).toBe(before);
  await eli.getByRole('link', { name: words.soFar }).click();
}
