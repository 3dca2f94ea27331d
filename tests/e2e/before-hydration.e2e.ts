import { expect, test, type Page } from '@playwright/test';
import { console as words, join } from '#words/index.ts';
import { templates } from '#words/templates.ts';
import { steps as spectrogramSteps } from '#methods/spectrogram/words/steps.ts';
import { words as line } from '#methods/spectrogram/words.ts';
import { arrivedAtConsole, closePages, codeOn, CONSOLE, convene, PHONE, pressNext, setUp, stand } from './cast.ts';
import { Plenary } from './server-process.ts';

/**
 * A page is seen before its scripts are there. What cannot act yet cannot be pressed, so that no press is lost in
 * silence.
 */
const plenary = new Plenary();
const POLE = 'On my own';
let ana: Page;

test.beforeAll(async ({ browser }) => {
  await plenary.start();
  ana = await setUp(browser, plenary);
});
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

/** From here on this page gets no script; answers with how to let them through. */
async function withoutScripts(page: Page): Promise<() => void> {
  let come = () => {};
  const coming = new Promise<void>((resolve) => (come = resolve));
  await page.route(/\/_app\/.*\.js$/, async (route) => {
    await coming;
    await route.continue();
  });
  return come;
}

test('before its scripts are there, a phone sends what it can and shows nothing it cannot do', async ({ browser }) => {
  await convene(ana, 'The slow line', 'cooperation-day');
  await ana.getByRole('button', { name: words.invite }).click();
  const code = await codeOn(ana);
  await ana.keyboard.press('Escape');
  await pressNext(ana, words.steps.turnTo);
  await pressNext(ana, spectrogramSteps.steps.open);

  const page = await (await browser.newContext(PHONE)).newPage();
  const scriptsCome = await withoutScripts(page);
  await page.goto(`${plenary.url}/${code.replace(' ', '')}`, { waitUntil: 'commit' });
  await page.getByLabel(join.yourName).fill('Bo');
  await page.getByRole('button', { name: join.button }).click({ noWaitAfter: true });
  await expect(page.getByRole('button', { name: line.phone.farTowards(POLE) })).toBeVisible();
  const why = page.locator('button', { hasText: line.phone.why });
  await expect(why).toBeHidden();

  await stand(page, POLE);
  await expect(page.getByRole('slider')).toHaveValue('1000');
  await expect(ana.getByText(words.health(1, 0, 0, { answered: 1, present: 1 }))).toBeVisible();
  await expect(why).toBeHidden();

  scriptsCome();
  await why.click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('what is chosen before the scripts are there stays chosen', async () => {
  const slow = await ana.context().newPage();
  const scriptsCome = await withoutScripts(slow);
  await slow.goto(`${plenary.url}/console`, { waitUntil: 'commit' });
  const choice = slow.getByLabel(words.list.template);
  await choice.selectOption('cooperation-day');
  const licence = slow.getByRole('radio', { name: words.list.licences['CC0-1.0'] });
  await licence.check();
  const zone = slow.getByLabel(words.list.zone);
  await zone.selectOption('Asia/Tokyo');
  scriptsCome();
  await expect(slow.getByText(templates['cooperation-day']?.about ?? '')).toBeVisible();
  await expect(choice).toHaveValue('cooperation-day');
  await expect(licence).toBeChecked();
  await expect(zone).toHaveValue('Asia/Tokyo');
  await slow.close();
});

test('before its scripts are there, nothing on a console can be pressed or reached, and one press is then one step', async () => {
  await ana.goto(`${plenary.url}/console`);
  const gathering = await convene(ana, 'The slow desk', 'cooperation-day');

  const slow = await ana.context().newPage();
  const scriptsCome = await withoutScripts(slow);
  await slow.goto(`${plenary.url}/console/${gathering}`, { waitUntil: 'commit' });
  const next = slow.locator('[aria-keyshortcuts="Space"]');
  await expect(next).toBeVisible();
  await next.dispatchEvent('click');
  for (let stop = 0; stop < 5; stop += 1) await slow.keyboard.press('Tab');
  expect(await slow.evaluate(() => document.activeElement?.closest('.desk'))).toBeNull();
  const early = await next.boundingBox();
  await slow.mouse.click((early?.x ?? 0) + 20, (early?.y ?? 0) + 20);

  scriptsCome();
  await pressNext(slow, words.steps.turnTo);
  await expect(next).toContainText(spectrogramSteps.steps.open);
});

test('two consoles press Next at the same moment: one thing happens, and the one that was late is told', async ({
  browser
}) => {
  await ana.goto(`${plenary.url}/console`);
  const gathering = await convene(ana, 'Two desks', 'cooperation-day');
  const other = await (
    await browser.newContext({ ...CONSOLE, storageState: await ana.context().storageState() })
  ).newPage();
  await other.goto(`${plenary.url}/console/${gathering}`);
  await arrivedAtConsole(other);
  const [desks, { steps }] = [[ana, other], spectrogramSteps];
  const next = (desk: Page) => desk.locator('[aria-keyshortcuts="Space"]');
  await pressNext(ana, words.steps.turnTo);

  // Both fingers go down on one label, and come up at the same moment.
  for (const [says, then, late] of [
    [steps.open, steps.reveal, line.refusals['already-open']],
    [steps.reveal, steps.lock, line.refusals['already-revealed']]
  ] as const) {
    for (const desk of desks) {
      await expect(next(desk)).toContainText(says);
      await next(desk).hover();
      await desk.mouse.down();
    }
    await Promise.all(desks.map((desk) => desk.mouse.up()));
    for (const desk of desks) await expect(next(desk)).toContainText(then);
    const told = async () => (await Promise.all(desks.map((desk) => desk.getByText(late).count()))).sort();
    await expect.poll(told).toEqual([0, 1]);
  }
  await next(ana).hover();
  await ana.mouse.down();
  await pressNext(other, steps.lock);
  await expect(next(ana)).not.toContainText(steps.lock);
  await ana.mouse.up();
  await expect(ana.getByText(line.refusals['already-locked'])).toBeVisible();
  await expect(ana.getByRole('button', { name: words.undo(spectrogramSteps.undone['lock'] ?? '') })).toBeVisible();
});
