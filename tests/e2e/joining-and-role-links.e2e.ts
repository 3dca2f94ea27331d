import { chromium, expect, test, type Page } from '@playwright/test';
import { console as words, harvestDesk, join, phone, refusals, codeField } from '#words/index.ts';
import { words as cafe } from '#methods/cafe/words.ts';
import { words as line } from '#methods/spectrogram/words.ts';
import { steps as cafeSteps } from '#methods/cafe/words/steps.ts';
import { steps as spectrogramSteps } from '#methods/spectrogram/words/steps.ts';
import type { Surface } from '#wire/messages.ts';
import { launchOptions } from '../../scripts/browser.mjs';
import { connect, Speaker } from '../../scripts/rehearse/live-client.ts';
import {
  addWalkIn,
  BOARD,
  closePages,
  codeOn,
  comeIn,
  CONSOLE,
  convene,
  openPeople,
  PHONE,
  pressNext,
  pressNextInVain,
  setUp,
  stand,
  turnTo
} from './cast.ts';
import { Plenary } from './server-process.ts';

/** Who comes in, who does not, and who comes back. */
const plenary = new Plenary();
let ana: Page;

test.beforeAll(async ({ browser }) => {
  await plenary.start();
  ana = await setUp(browser, plenary);
});
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

/** A gathering of its own for each test; Ana's page shows its console. */
async function convened(title: string): Promise<{ gathering: string; code: string }> {
  await ana.goto(`${plenary.url}/console`);
  const gathering = await convene(ana, title, 'cooperation-day');
  await ana.getByRole('button', { name: words.invite }).click();
  const code = await codeOn(ana);
  await ana.keyboard.press('Escape');
  return { gathering, code };
}

test('who cannot come in is told why, and what they typed stays', async ({ browser }) => {
  const { gathering, code } = await convened('The door');
  const page = await (await browser.newContext(PHONE)).newPage();
  const field = page.getByLabel(codeField.label);
  const wrong = code === '123 456' ? '654 321' : '123 456';
  await page.goto(plenary.url);
  await field.fill(wrong);
  await field.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(refusals['no-such-code']);
  await expect(field).toHaveValue(wrong);

  // As a keyboard for Bengali or Arabic writes them, and with whatever stands between the halves.
  for (const zero of ['\u09e6', '\u0660']) {
    await page.goto(plenary.url);
    const digits = code.replace(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)));
    await field.fill(digits.replace(' ', ' - '));
    await field.press('Enter');
    await expect(page.getByRole('heading', { name: 'The door' })).toBeVisible();
  }

  // The field holds back what is too long; a browser that does not ask it sends all of it.
  const name = page.getByLabel(join.yourName);
  const long = 'Bo '.repeat(20).trim();
  await name.fill(long);
  await name.evaluate((element) => {
    if (element instanceof HTMLInputElement && element.form) element.form.noValidate = true;
  });
  await page.getByRole('button', { name: join.button }).click();
  await expect(page.getByRole('alert')).toHaveText(join.nameTooLong);
  await expect(name).toHaveValue(long);

  await ana.getByRole('button', { name: words.close, exact: true }).click();
  await ana.getByRole('button', { name: words.dialogs.closeYes }).click();
  await expect(ana.getByText(words.closed.title)).toBeVisible();
  await name.fill('Bo');
  await page.getByRole('button', { name: join.button }).click();
  await expect(page.getByText(refusals['no-such-code'])).toBeVisible();
  const reply = await page.goto(`${plenary.url}/g/${gathering}`);
  expect(reply?.status()).toBe(410);
  await expect(page.getByText(refusals['gathering-closed'])).toBeVisible();
});

test('a helper adds Rosa without a phone and places her, turns no page, and is shown out when the link ends', async ({
  browser
}) => {
  const { gathering } = await convened('With a helper');
  const page = await (await browser.newContext(CONSOLE)).newPage();
  await page.goto(await linkFor('helper'));
  await page.waitForURL(`**/console/${gathering}`);
  await expect(page.getByText(words.helper)).toBeVisible();

  await addWalkIn(page, 'Rosa');
  await pressNext(ana, words.steps.turnTo);
  await pressNext(ana, spectrogramSteps.steps.open);
  await page.getByLabel(line.console.who).selectOption({ label: line.console.notActed('Rosa') });
  await page.getByRole('button', { name: line.console.fifths('With others, by arrangement', '')[0] ?? '' }).click();
  await expect(page.getByText(line.console.placedThem('Rosa'))).toBeVisible();
  await expect(ana.getByText(line.console.byHelper(1))).toBeVisible();

  for (const button of [words.close, words.blank, words.invite, line.console.reveal])
    await expect(page.getByRole('button', { name: button, exact: true })).toHaveCount(0);
  const turning = { activity: null, from: await onNow(page, gathering) };
  expect(await saidBy(page, gathering, 'console', 'gathering', 'turnTo', turning)).toEqual({
    refused: 'not-yours-to-do'
  });

  await endLink();
  await expect(page.getByRole('alert')).toHaveText(refusals['link-ended']);
  await expect(page.getByText('Rosa')).toHaveCount(0);
  await page.reload();
  await expect(page).toHaveURL(/\/account\/sign-in/);
});

test('the link for the projector shows the board and opens nothing else', async ({ browser }) => {
  const { gathering } = await convened('On the wall');
  const page = await (await browser.newContext(BOARD)).newPage();
  await page.goto(await linkFor('viewer'));
  await page.waitForURL(`**/board/${gathering}`);
  await expect(page.getByRole('heading', { name: 'On the wall' })).toBeVisible();
  // The token is nowhere to be read over a shoulder, or by a script.
  expect(page.url()).not.toContain('#');
  expect(await page.evaluate(() => document.cookie)).toBe('');

  const blank = await saidBy(page, gathering, 'board', 'gathering', 'blank', { blank: true });
  expect(blank).toEqual({ refused: 'not-yours-to-do' });
  expect(await saidBy(page, gathering, 'console', 'gathering', 'close', {})).toEqual({ refused: 'link-ended' });
  const console = await page.context().newPage();
  await console.goto(`${plenary.url}/console/${gathering}`);
  await expect(console).toHaveURL(/\/account\/sign-in/);

  await endLink();
  await expect(page.getByRole('alert')).toHaveText(refusals['link-ended']);
  await expect(page.getByText('On the wall')).toHaveCount(0);
});

test('the same phone is the same person: after a reload, a restart of the server, and having left', async ({
  browser
}) => {
  const { gathering, code } = await convened('Coming back');
  const people = await openPeople(ana);
  const { page } = await comeIn(browser, plenary, code, 'Bo');
  const isBo = async () => {
    await expect(page.locator('summary', { hasText: 'Bo' })).toBeVisible();
    await expect(people.getByText(words.people.here(1))).toBeVisible();
  };
  await isBo();
  await page.reload();
  await isBo();
  // The code once more, as after a lost tab: no second Bo.
  await page.goto(`${plenary.url}/${code.replace(' ', '')}`);
  await expect(page).toHaveURL(`${plenary.url}/g/${gathering}`);
  await isBo();

  await plenary.kill();
  await plenary.start();
  await expect(people.getByText(words.people.connected)).toBeVisible({ timeout: 30_000 });
  await isBo();

  await page.locator('summary').click();
  await page.getByRole('button', { name: phone.leave }).click();
  await expect(page.getByRole('heading', { name: phone.left })).toBeVisible();
  await expect(people.getByText(words.people.here(0))).toBeVisible();
  await page.getByRole('button', { name: phone.comeBack }).click();
  await expect(page.getByText(phone.lookUp, { exact: true }).first()).toBeVisible();
  await isBo();
});

test('what is half-written is there after a reload, on a phone and at the desk where the harvest is published', async ({
  browser
}) => {
  const { gathering, code } = await convened('Half said');
  const { page: bo } = await comeIn(browser, plenary, code, 'Bo');
  // Before he says who he is, and while he looks: where his name will be read is as the agenda has it now.
  await bo.locator('summary').click();
  await expect(bo.locator('#seen-by')).toContainText('“Unpanel”');
  await ana.locator('summary', { hasText: '⋯' }).nth(1).click();
  await ana.getByRole('button', { name: words.show.remove }).click();
  await expect(bo.locator('#seen-by')).not.toContainText('“Unpanel”');
  await bo.locator('summary').click();

  await turnTo(ana, 'World Café');
  const { plan, seat } = cafeSteps.steps;
  await pressNextInVain(ana, plan, cafe.refusals['too-few-people']);
  const { page: chidi } = await comeIn(browser, plenary, code, 'Chidi');
  await expect(ana.getByRole('alert')).toHaveCount(0);
  for (const step of [plan, seat]) await pressNext(ana, step);
  for (const page of [bo, chidi]) await page.getByRole('button', { name: cafe.phone.here, exact: true }).click();
  await pressNext(ana, cafeSteps.steps.ask);
  const note = bo.getByLabel(cafe.phone.note, { exact: true });
  await note.fill('Half a thought\nabout the garden');
  await bo.reload();
  await expect(note).toHaveValue('Half a thought\nabout the garden');

  await ana.getByRole('button', { name: words.close, exact: true }).click();
  await ana.getByRole('button', { name: words.dialogs.closeYes }).click();
  await ana.getByRole('link', { name: words.closed.harvest }).click();
  const written = {
    [harvestDesk.what]: 'Half said, and then written',
    [harvestDesk.summary]: 'We began to',
    [harvestDesk.began]: '2026-11-20T19:00',
    [harvestDesk.ended]: '2026-11-20T21:30'
  };
  const isThere = async () => {
    for (const [label, words] of Object.entries(written)) await expect(ana.getByLabel(label)).toHaveValue(words);
    await expect(ana.getByLabel(harvestDesk.zone)).toHaveValue('Pacific/Auckland');
  };
  for (const [label, words] of Object.entries(written)) await ana.getByLabel(label).fill(words);
  await ana.getByLabel(harvestDesk.zone).selectOption('Pacific/Auckland');
  await ana.reload();
  await isThere();
  await ana.getByRole('button', { name: harvestDesk.preview }).click();
  await expect(ana.getByRole('heading', { name: 'Half said, and then written' })).toBeVisible();
  await isThere();
  await ana.goto(`${plenary.url}/console/${gathering}/harvest`);
  await isThere();
});

test('a second start on the same data is refused in one line, and the first goes on', async () => {
  const { code, said } = await plenary.startAgain();
  expect(code).toBe(1);
  expect(said).toMatch(/^Plenary stopped: [^\n]* is in use by another Plenary\.[^\n]*\n$/);
  await ana.goto(`${plenary.url}/console`);
  await expect(ana.getByRole('heading', { name: words.list.title, level: 1 })).toBeVisible();
});

test('in a hall without certificates everything works over plain HTTP', async () => {
  const { code } = await convened('No padlock');
  const hall = 'plenary.hall';
  const { args, ...options } = await launchOptions();
  const browser = await chromium.launch({ ...options, args: [...args, `--host-resolver-rules=MAP ${hall} 127.0.0.1`] });
  try {
    const page = await (await browser.newContext(PHONE)).newPage();
    await page.goto(plenary.url.replace('localhost', hall));
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await page.getByLabel(codeField.label).fill(code);
    await page.getByRole('button', { name: codeField.button, exact: true }).click();
    await page.getByLabel(join.yourName).fill('Bo');
    await page.getByRole('button', { name: join.button }).click();
    await expect(page).toHaveURL(new RegExp(`//${hall}:\\d+/g/`));
    await expect(page.getByText(phone.status.ready).first()).toBeVisible();
    await pressNext(ana, words.steps.turnTo);
    await pressNext(ana, spectrogramSteps.steps.open);
    await stand(page, 'On my own');
    await expect(page.getByText(line.phone.saved).first()).toBeVisible();
    await expect(ana.getByText(words.health(1, 1, 0, { answered: 1, present: 1 }))).toBeVisible();
    await page.reload();
    await expect(page.getByRole('slider')).toHaveValue('1000');
  } finally {
    await browser.close();
  }
});

/** Ana makes a link and copies it from the dialog. */
async function linkFor(role: 'helper' | 'viewer'): Promise<string> {
  await ana.getByRole('button', { name: words.invite }).click();
  await ana.getByRole('button', { name: words.dialogs.make(words.dialogs.roles[role].name) }).click();
  const link = await ana.locator('#made-link').inputValue();
  await ana.keyboard.press('Escape');
  // The link speaks of the address that others in the room reach; here only this machine is reachable.
  return plenary.url + link.slice(new URL(link).origin.length);
}

async function endLink(): Promise<void> {
  await ana.getByRole('button', { name: words.invite }).click();
  await ana.getByRole('button', { name: words.dialogs.end }).click();
  await expect(ana.getByText(words.dialogs.none)).toBeVisible();
  await ana.keyboard.press('Escape');
}

/**
 * Says a command over a plain socket with the cookies of this page, as an attacker could: the answer, or the reason why
 * the socket was closed.
 */
async function saidBy(
  page: Page,
  gathering: string,
  surface: Surface,
  activity: string,
  command: string,
  input: object
) {
  const socket = byHand(await cookiesOf(page), gathering, surface);
  try {
    return await Promise.race([
      new Promise((resolve) => socket.once('goodbye', resolve)),
      new Promise((resolve) => socket.once('welcome', resolve)).then(() =>
        new Speaker(socket).say(activity, command, input)
      )
    ]);
  } finally {
    socket.disconnect();
  }
}

async function onNow(page: Page, gathering: string): Promise<string | null> {
  const socket = byHand(await cookiesOf(page), gathering, 'console');
  const json = await new Promise<string>((resolve) => socket.once('view', (view) => resolve(view.json)));
  socket.disconnect();
  return (JSON.parse(json) as { gathering: { now: string | null } }).gathering.now;
}

const byHand = (cookie: string, gathering: string, surface: Surface) =>
  connect(new URL(plenary.url), { gathering, cookie }, surface);

async function cookiesOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
