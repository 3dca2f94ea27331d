import { expect, test, type Browser, type Page } from '@playwright/test';
import {
  aboutMe,
  aboutThem,
  commons,
  console as words,
  corrections,
  harvestDesk,
  phone,
  whyLeftOut
} from '#words/index.ts';
import { steps } from '#methods/cards/words/steps.ts';
import { createAxeChecks } from './axe.ts';
import { convened, helperComes } from './cards.ts';
import { mends, noteSaying, objects, takesBack } from './corrections.ts';
import { addWalkIn, closePages, comeIn, PHONE, pressNext, publish, setUp } from './cast.ts';
import { Plenary } from './server-process.ts';

/**
 * An evening is put right by those who were there, without an account: one mends, one objects, one takes words back
 * before it is published, and one when it is public already.
 */
const plenary = new Plenary();
const { checkPage, expectNoViolations } = createAxeChecks();

test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

const LIBRARY = 'A tool library in the old school';
const SEADS = 'Seads to swap';
const SEEDS = 'Seeds to swap';
const BREAD = 'Bread, baked together';
const WANDA = 'Wanda';
const OVEN = 'My own oven, which nobody may use';

test('CO1 to CO8 a harvest is put right from phones, and what is taken back is gone from every edition', async ({
  browser
}) => {
  const ana = await setUp(browser, plenary);
  const { gathering, code } = await convened(ana, plenary, 'An evening in the library');
  const [{ page: bo }, { page: chidi }] = [
    await comeIn(browser, plenary, code, 'Bo'),
    await comeIn(browser, plenary, code, 'Chidi')
  ];
  await pressNext(ana, 'Our street');
  await pressNext(ana, steps.stages.writing);
  await write(bo, [LIBRARY, SEADS]);
  await write(chidi, [BREAD, OVEN]);
  await addWalkIn(ana, WANDA);
  const helper = await helperComes(browser, ana, plenary, gathering);
  await ana.getByRole('button', { name: words.close, exact: true }).click();
  await ana.getByRole('button', { name: words.dialogs.closeYes }).click();

  await expect(bo.getByRole('link', { name: phone.draft })).toBeVisible();
  await checkPage(bo, 'phone: closed, with the draft');
  await bo.getByRole('link', { name: phone.draft }).click();
  await expect(bo.getByText(/can be read from \d\d:\d\d/)).toBeVisible();
  await bo.getByRole('link', { name: corrections.back }).click();
  await askedAHelper(helper);
  await bo.getByRole('link', { name: phone.putRight }).click();
  await chidi.getByRole('link', { name: phone.putRight }).click();
  await checkPage(bo, 'phone: put the harvest right');
  await mends(bo, SEADS, SEEDS);
  await takesBack(bo, LIBRARY, corrections.leaveOutAbout);
  await expect(noteSaying(bo, LIBRARY).getByRole('button', { name: corrections.keep })).toBeVisible();
  await objects(bo, BREAD, 'We said pizza');
  await noteSaying(bo, BREAD).getByRole('button', { name: corrections.endorse }).click();
  await expect(noteSaying(bo, BREAD).getByRole('button', { name: corrections.endorsedYes })).toBeVisible();

  await ana.getByRole('link', { name: words.closed.harvest }).click();
  await expect(ana.getByText('We said pizza').first()).toBeVisible();
  await expect(ana.getByText(LIBRARY)).toHaveCount(0);
  await ana.locator('summary', { hasText: harvestDesk.leaveOutObjection }).click();
  await checkPage(ana, 'console: corrections');
  await ana.getByRole('button', { name: whyLeftOut['names-somebody'] }).first().click();
  await expect(ana.getByText(harvestDesk.objectionLeftOut)).toBeVisible();
  await expect(ana.getByText('We said pizza')).toHaveCount(0);
  await publish(ana);
  await ana.getByRole('link', { name: harvestDesk.read }).click();
  await ana.waitForURL(/\/commons\//);
  await expect(ana.getByText(SEEDS)).toBeVisible();
  const edition = ana.url();

  await chidi.reload();
  const address = await noteSaying(chidi, OVEN).getAttribute('id');
  await takesBack(chidi, OVEN, corrections.goneForGood);
  await isGone(browser, edition, address ?? '');
  await isForgotten(bo, gathering, edition);
  expectNoViolations();
});

async function write(page: Page, texts: readonly string[]): Promise<void> {
  const field = page.getByRole('textbox').first();
  for (const text of texts) {
    await field.fill(text);
    await field.press('Enter');
    await expect(page.getByText(text, { exact: true })).toBeVisible();
  }
}

/** Somebody without a phone asks when the evening is over: what is stored, and to have it erased. */
async function askedAHelper(helper: Page): Promise<void> {
  await helper.getByRole('button', { name: words.closed.people }).click();
  await helper.getByRole('button', { name: words.people.more(WANDA) }).click();
  await helper.getByText(words.people.erase, { exact: true }).click();
  await checkPage(helper, 'console: somebody asks to be erased');
  await helper.getByRole('link', { name: words.people.stored }).click();
  await helper.waitForURL('**/stored/*');
  await expect(helper.getByText(WANDA)).toBeVisible();
  await checkPage(helper, 'console: what is stored about somebody without a phone');
  const file = await helper.request.get(`${helper.url()}.json`);
  expect(await file.json()).toMatchObject({ name: WANDA, came: 'walk-in' });
  await helper.locator('summary', { hasText: aboutThem.erase }).click();
  await helper.getByRole('button', { name: aboutThem.eraseYes }).click();
  await expect(helper.getByText(aboutThem.isErased)).toBeVisible();
  await expect(helper.getByText(WANDA)).toHaveCount(0);
}

/** A stranger finds the words in no edition and no file, and the address says what became of them. */
async function isGone(browser: Browser, edition: string, address: string): Promise<void> {
  const reader = await (await browser.newContext(PHONE)).newPage();
  await expect.poll(async () => (await reader.request.get(`${plenary.url}/n/${address}`)).status()).toBe(410);
  for (const ending of ['', '/1', '.md', '.csv', '.json']) {
    const text = await (await reader.request.get(`${edition}${ending}`)).text();
    expect(text, ending).not.toContain(OVEN);
    expect(text, ending).toContain(SEEDS);
  }
  await reader.goto(`${edition}/1`);
  await reader.getByText(commons.changes(1, 2)).click();
  await expect(reader.getByText(commons.changed.takenBack)).toBeVisible();
  await checkPage(reader, 'an earlier edition');
  await reader.goto(`${edition}#${address}`);
  await expect(reader.locator(`[id="${address}"]`)).toBeInViewport();
  await checkPage(reader, 'what was taken back');
}

/** Bo reads what is stored, keeps the file, and has all of it erased. */
async function isForgotten(bo: Page, gathering: string, edition: string): Promise<void> {
  await bo.reload();
  await bo.getByRole('link', { name: phone.aboutMe }).click();
  await expect(bo.getByText(SEEDS)).toBeVisible();
  await checkPage(bo, 'phone: what is stored about me');
  const file = await bo.request.get(`${plenary.url}/g/${gathering}/me.json`);
  expect(await file.json()).toMatchObject({ name: 'Bo', words: expect.arrayContaining([SEEDS]) as string[] });
  await bo.locator('summary', { hasText: aboutMe.erase }).click();
  await bo.getByRole('button', { name: aboutMe.eraseYes }).click();
  await expect(bo.getByText(aboutMe.isErased)).toBeVisible();
  for (const version of ['', '/1'])
    await expect.poll(async () => (await bo.request.get(`${edition}${version}`)).text()).not.toContain(SEEDS);
}
