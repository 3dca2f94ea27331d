import { expect, test, type Page } from '@playwright/test';
import { account, board as boardWords, console as words, harvestDesk, join, phone, codeField } from '#words/index.ts';
import { steps as spectrogramSteps } from '#methods/spectrogram/words/steps.ts';
import { words as line } from '#methods/spectrogram/words.ts';
import { arrivedAtConsole, closePages, codeOn, CONSOLE, openBoard, PHONE } from './cast.ts';
import { press, seesTheFocus, STOPS_MOST, tabTo, type } from './keyboard.ts';
import { Plenary } from './server-process.ts';

/** Nobody here has a mouse: Tab, Enter, Space, the arrows and Escape, and letters where words are typed. */
const plenary = new Plenary();

test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

test('Ana leads an evening to its harvest, and Bo takes part, without a mouse', async ({ browser }) => {
  const ana = await (await browser.newContext(CONSOLE)).newPage();
  await ana.goto(plenary.setUpLink);
  await type(ana, ana.getByLabel(account.name), 'Ana');
  await type(ana, ana.getByLabel(account.email), 'ana@example.org');
  await type(ana, ana.getByLabel(account.newPassword), 'lantern and thread');
  await ana.keyboard.press('Enter');

  await type(ana, ana.getByLabel(words.list.what), 'Without a mouse');
  await press(ana, ana.getByRole('button', { name: words.list.button, exact: true }));
  const gathering = await arrivedAtConsole(ana);
  await plansOneStatement(ana);
  await walksThrough(ana);

  const board = await openBoard(ana, plenary, gathering);
  const bo = await (await browser.newContext(PHONE)).newPage();
  await comesIn(bo, await codeOn(board));

  const next = ana.locator('[aria-keyshortcuts="Space"]');
  await ana.bringToFront();
  await press(ana, next);
  await expect(next).toContainText(spectrogramSteps.steps.open);
  // The button keeps the focus, so that the next step is one key away.
  await expect(next).toBeFocused();
  await expect(next).toBeEnabled();
  await ana.keyboard.press('Space');
  await expect(next).toContainText(spectrogramSteps.steps.reveal);
  await bo.bringToFront();
  await placesThemselves(bo);

  await drivesTheBoard(ana, board);
  await switchesKeysOff(ana, board);
  await press(ana, next);
  await expect(board.locator('circle.dot')).toHaveCount(1);
  await expect(next).toContainText(spectrogramSteps.steps.lock);
  await expect(next).toBeEnabled();
  await ana.keyboard.press('Enter');
  await expect(bo.getByText(line.phone.locked).first()).toBeVisible();
  await expect(ana.getByText(words.steps.end)).toBeVisible();

  const close = ana.getByRole('button', { name: words.close, exact: true });
  await press(ana, close);
  await expect(ana.getByRole('dialog')).toBeVisible();
  await ana.keyboard.press('Escape');
  await expect(close).toBeFocused();
  await ana.keyboard.press('Enter');
  await press(ana, ana.getByRole('button', { name: words.dialogs.closeYes }));
  await expect(ana.getByRole('heading', { name: words.closed.title })).toBeFocused();
  const undo = ana.getByRole('button', { name: words.undo(words.undone['close'] ?? '') });
  await press(ana, undo);
  await expect(ana.getByRole('button', { name: /^Undo/ })).toBeFocused();
  const told = words.takenBack(words.undone['close'] ?? '');
  await expect(ana.getByRole('status').filter({ hasText: told })).toHaveCount(1);
  await press(ana, close);
  await press(ana, ana.getByRole('button', { name: words.dialogs.closeYes }));
  await press(ana, ana.getByRole('link', { name: words.closed.harvest }));
  await type(ana, ana.getByLabel(harvestDesk.summary), 'One line, and nobody had a mouse.');
  const publishes = ana.getByRole('button', { name: harvestDesk.publish });
  await press(ana, publishes);
  await expect(ana.getByRole('dialog')).toBeVisible();
  await ana.keyboard.press('Escape');
  await expect(publishes).toBeFocused();
  await expect(ana.getByText(harvestDesk.publishedAbout)).toHaveCount(0);
  await ana.keyboard.press('Enter');
  await press(ana, ana.getByRole('button', { name: harvestDesk.publishYes }));
  await expect(ana.getByText(harvestDesk.publishedAbout)).toBeVisible();
  await bo.bringToFront();
  await press(bo, bo.getByRole('link', { name: phone.readIt }));
  await expect(bo.getByRole('heading', { name: 'Without a mouse' })).toBeVisible();
});

async function plansOneStatement(ana: Page): Promise<void> {
  await press(ana, ana.getByRole('button', { name: words.show.add }));
  const method = ana.getByLabel(words.show.method);
  await tabTo(ana, method);
  await ana.keyboard.type(spectrogramSteps.method.slice(0, 4));
  await expect(method).toHaveValue('spectrogram');
  await type(ana, ana.getByLabel(words.show.blockTitle), 'Where we stand');
  await press(ana, ana.getByRole('button', { name: words.show.save, exact: true }));
  await press(ana, ana.getByRole('button', { name: line.console.add }));
  // The form has the focus: what is typed at once is typed into it, and the space in it turns no page.
  await expect(ana.getByLabel(line.console.text)).toBeFocused();
  await ana.keyboard.type('How far did you come?');
  await type(ana, ana.getByLabel(line.console.poleA), 'From next door');
  await type(ana, ana.getByLabel(line.console.poleB), 'From far away');
  // One stop for a group of choices, and arrows inside it.
  await tabTo(ana, ana.getByLabel(line.kinds.continuum));
  await ana.keyboard.press('ArrowUp');
  await expect(ana.getByLabel(line.kinds.opinion)).toBeChecked();
  await ana.keyboard.press('ArrowDown');
  await press(ana, ana.getByRole('button', { name: line.console.save, exact: true }));
  await expect(ana.getByRole('heading', { name: 'How far did you come?' })).toBeVisible();
  await expect(ana.getByRole('button', { name: line.console.add })).toBeFocused();
}

async function comesIn(bo: Page, code: string): Promise<void> {
  await bo.goto(plenary.url);
  await type(bo, bo.getByLabel(codeField.label), code);
  await bo.keyboard.press('Enter');
  await type(bo, bo.getByLabel(join.yourName), 'Bo');
  await press(bo, bo.getByRole('button', { name: join.button }));
  await expect(bo.getByText(phone.lookUpAbout).first()).toBeVisible();
}

async function placesThemselves(bo: Page): Promise<void> {
  const saved = bo.getByText(line.phone.saved).first();
  const slider = bo.getByRole('slider');
  await expect(slider).toBeVisible();
  await tabTo(bo, slider);
  await bo.keyboard.press('ArrowRight');
  await expect(saved).toBeVisible();
  await expect(slider).not.toHaveValue('500');
  await bo.keyboard.press('Home');
  await expect(slider).toHaveValue('0');
  await press(bo, bo.getByRole('button', { name: line.phone.farTowards('From far away') }), 'Space');
  await expect(slider).toHaveValue('1000');
  await expect(saved).toBeVisible();
  await walksThrough(bo);
}

/** From the console: larger letters, and a picture that stays while the room goes on. */
async function drivesTheBoard(ana: Page, board: Page): Promise<void> {
  const frozen = board.getByText(boardWords.frozen, { exact: true });
  await ana.bringToFront();
  await ana.keyboard.press('+');
  await expect(board.locator('[data-text-size="XL"]')).toBeVisible();
  await ana.keyboard.press('f');
  await expect(frozen).toBeVisible();
  await ana.keyboard.press('p');
  await type(ana, ana.getByLabel(words.people.add), 'Walid');
  await ana.keyboard.press('Enter');
  await expect(ana.getByRole('dialog').getByText('Walid', { exact: true })).toBeVisible();
  await ana.keyboard.press('Escape');
  await expect(board.getByText(boardWords.here(1))).toBeVisible();
  await ana.locator('body').evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await ana.keyboard.press('f');
  await expect(frozen).toBeHidden();
  await expect(board.getByText(boardWords.here(2))).toBeVisible();
}

/** Off means off: for every single key, on this page and after a reload. Buttons work as before. */
async function switchesKeysOff(ana: Page, board: Page): Promise<void> {
  await ana.bringToFront();
  const keys = ana.getByRole('button', { name: words.keys, exact: true });
  const works = ana.getByLabel(words.dialogs.keysOn);
  await press(ana, keys);
  await tabTo(ana, works);
  await ana.keyboard.press('Space');
  await expect(works).not.toBeChecked();
  await ana.keyboard.press('Escape');
  await expect(keys).toBeFocused();
  for (const again of [false, true]) {
    if (again) await ana.reload();
    for (const key of ['b', 'f', 'h', '>', '+', 'p', 'q', '?', 'u', 'PageDown', 'Space']) {
      await ana.locator('body').evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await ana.keyboard.press(key);
    }
    await comesToRest(ana);
    // A command of those keys would take a round trip; this command is sent after them, so it is answered last.
    await expect(ana.getByRole('dialog')).toHaveCount(0);
    await press(ana, ana.getByRole('button', { name: /^People \d/ }));
    await type(ana, ana.getByLabel(words.people.add), again ? 'Rosa' : 'Sami');
    await ana.keyboard.press('Enter');
    await expect(board.getByText(boardWords.here(again ? 4 : 3))).toBeVisible();
    await ana.keyboard.press('Escape');
    await expect(board.getByRole('status', { name: boardWords.blank })).toHaveCount(0);
    await expect(board.getByText(boardWords.frozen, { exact: true })).toBeHidden();
    await expect(ana.locator('[aria-keyshortcuts="Space"]')).toContainText(spectrogramSteps.steps.reveal);
  }
}

/** Page Down and Space scroll now, smoothly: a Tab in the middle of that would be scrolled away again. */
async function comesToRest(page: Page): Promise<void> {
  let before = -1;
  await expect
    .poll(
      async () => {
        const last = before;
        before = await page.evaluate(() => scrollY);
        return before - last;
      },
      { intervals: [200] }
    )
    .toBe(0);
}

/** Tabs once around the page: the focus stops at every button, link and field, and no element traps it. */
async function walksThrough(page: Page): Promise<void> {
  const missed = await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary');
    for (const element of all) {
      // Arrows lead on inside a group of choices, and from one tab to the next.
      const byArrows =
        (element instanceof HTMLInputElement && element.type === 'radio') ||
        element.matches('[role="tab"][aria-selected="false"]');
      const there = element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]');
      if (there && !byArrows && !element.matches(':disabled')) element.dataset.unvisited = '';
    }
    return document.querySelectorAll('[data-unvisited]').length;
  });
  expect(missed).toBeGreaterThan(0);
  for (let stops = 0; stops < STOPS_MOST; stops += 1) {
    await page.keyboard.press('Tab');
    await seesTheFocus(page);
    const left = await page.evaluate(() => {
      delete (document.activeElement as HTMLElement | null)?.dataset.unvisited;
      return document.querySelectorAll('[data-unvisited]').length;
    });
    if (left === 0) return;
  }
  const left = await page
    .locator('[data-unvisited]')
    .evaluateAll((them) => them.map((one) => one.outerHTML.slice(0, 120)));
  expect(left, 'Tab never came here').toEqual([]);
}
