import { expect, test, type Page } from '@playwright/test';
import { account, console as words, handOver } from '#words/index.ts';
import { closePages, CONSOLE, convene, PHONE, setUp } from './cast.ts';
import { createAxeChecks } from './axe.ts';
import { Plenary } from './server-process.ts';

/** Those who organize: how the first, the second and the forgetful one get in, and how a gathering changes hands. */
const plenary = new Plenary();
const { checkPage, expectNoViolations } = createAxeChecks();

test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

const fill = async (page: Page, password: string, name?: string) => {
  if (name !== undefined) await page.getByLabel(account.name).fill(name);
  await page.getByLabel(account.newPassword).fill(password);
};

test('an organizer invites another, and hands a gathering over to them', async ({ browser }) => {
  const stranger = await (await browser.newContext(PHONE)).newPage();
  await stranger.goto(`${plenary.url}/account/sign-in`);
  await expect(stranger.getByRole('heading', { name: account.notSetUp })).toBeVisible();
  await expect(stranger.getByLabel(account.password)).toHaveCount(0);
  await stranger.goto(`${plenary.url}/setup/not-a-link`);
  await expect(stranger.getByRole('heading', { name: account.linkEnded })).toBeVisible();
  await expect(stranger.getByLabel(account.name)).toHaveCount(0);

  const ana = await setUp(browser, plenary);
  await stranger.goto(plenary.setUpLink);
  await expect(stranger.getByRole('heading', { name: account.linkEnded })).toBeVisible();
  await expect(stranger.getByLabel(account.name)).toHaveCount(0);

  await convene(ana, 'Tea', 'first-meeting');
  await ana.goto(`${plenary.url}/console`);
  await ana.getByRole('link', { name: words.list.account('Anouk') }).click();
  await ana.getByLabel(account.inviteEmail).fill('bo@example.org');
  await ana.getByRole('button', { name: account.inviteButton, exact: true }).click();
  const link = await ana.getByLabel(account.inviteLink('bo@example.org')).inputValue();
  await checkPage(ana, 'account');

  const bo = await (await browser.newContext(CONSOLE)).newPage();
  await bo.goto(plenary.url + new URL(link).pathname);
  await expect(bo.getByLabel(account.email)).toHaveValue('bo@example.org');
  await fill(bo, 'Plenary2026!', 'Bo');
  await bo.getByRole('button', { name: account.setUpButton }).click();
  await expect(bo.getByText(account.weak['password-personal'])).toBeVisible();
  await expect(bo.getByLabel(account.name)).toHaveValue('Bo');
  await checkPage(bo, 'invitation: weak password');
  await fill(bo, 'kettle over the harbour');
  await bo.getByRole('button', { name: account.setUpButton }).click();
  await expect(bo.getByText(words.list.none)).toBeVisible();

  await ana.goto(`${plenary.url}/console`);
  await ana.getByRole('link', { name: handOver.title('Tea') }).click();
  await ana.getByRole('radio', { name: 'Bo' }).check();
  await ana.getByRole('button', { name: handOver.button }).click();
  await expect(ana.getByText(handOver.offered('Bo'))).toBeVisible();
  await checkPage(ana, 'handing over: offered');
  await bo.reload();
  await checkPage(bo, 'console: offered a gathering');
  await bo.getByRole('button', { name: handOver.acceptNamed('Tea') }).click();
  await bo.getByRole('link', { name: 'Tea', exact: true }).click();
  await expect(bo.locator('.health')).toContainText('connected');
  await ana.goto(`${plenary.url}/console`);
  await expect(ana.getByText(words.list.none)).toBeVisible();

  await bo.goto(`${plenary.url}/account`);
  await bo.getByLabel(account.present).fill('a wrong one');
  await fill(bo, 'lantern and thread');
  await bo.getByRole('button', { name: account.changeButton }).click();
  await expect(bo.getByText(account.refusals['wrong-password'] ?? '')).toBeVisible();
  await bo.getByLabel(account.present).fill('kettle over the harbour');
  await fill(bo, 'lantern and thread');
  await bo.getByRole('button', { name: account.changeButton }).click();
  await expect(bo.getByText(account.changed)).toBeVisible();
  await bo.getByRole('button', { name: account.endAll }).click();
  await expect(bo.getByRole('heading', { name: account.signIn })).toBeVisible();
  expectNoViolations();
});
