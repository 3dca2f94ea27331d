import { expect, test } from '@playwright/test';
import { steps } from '#methods/cards/words/steps.ts';
import { console as words, harvest, harvestDesk } from '#words/index.ts';
import { createAxeChecks } from './axe.ts';
import { convened, helperComes, writers } from './cards.ts';
import { closePages, pressNext, setUp } from './cast.ts';
import { Plenary } from './server-process.ts';

/** A facilitator beside Ana reads the harvest while people write, and it follows them until Ana closes the gathering. */
const plenary = new Plenary();
const { checkPage, expectNoViolations } = createAxeChecks();

test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

test('HD10 the harvest is read while the meeting goes on, and becomes the desk when it has closed', async ({
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
