import { expect, test, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';
import { groupingWords } from '#kit/words/grouping.ts';
import { steps } from '#methods/cards/words/steps.ts';
import { console as words, sorting } from '#words/index.ts';
import { createAxeChecks } from './axe.ts';
import { cardOn, convened, writers } from './cards.ts';
import { closePages, CONSOLE, pressNext, setUp } from './cast.ts';
import { press, seesTheFocus, STOPS_MOST, tabTo, type } from './keyboard.ts';
import { Plenary } from './server-process.ts';

/** One sorts 500 notes on a phone, one on a tablet, one with a mouse, and one by keys alone. Nothing is dragged. */
const plenary = new Plenary();
const { checkPage, expectNoViolations } = createAxeChecks();

test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

const desk = groupingWords(sorting.note, sorting.themeNoun);
const [WRITERS, EACH] = [25, 20];
const note = (nth: number) => `Idea ${nth} for the street`;
const theme = (page: Page, number: number) => page.getByRole('group', { name: new RegExp(`^${number} · `) });
const undone = (command: keyof typeof words.undone) => words.undo(words.undone[command] ?? '');

type Hands = { page: Page; press(what: Locator): Promise<void> };

test('HD4 500 notes are sorted by touch alone, on a phone and on a tablet, by mouse alone, and by keys alone', async ({
  browser
}) => {
  const ana = await setUp(browser, plenary);
  const { gathering, code } = await convened(ana, plenary, 'A day in the library');
  const people = await writers(
    plenary.url,
    code,
    Array.from({ length: WRITERS }, (_, nth) => `Guest ${nth}`),
    false
  );
  await pressNext(ana, 'Our street');
  await pressNext(ana, steps.stages.writing);
  await expect.poll(() => people.every((person) => person.all()?.stage === 'writing')).toBe(true);
  await Promise.all(
    people.map(async (person, nth) => {
      for (let each = 0; each < EACH; each += 1)
        expect(await person.write(note(nth * EACH + each))).toHaveProperty('version');
      person.leave();
    })
  );
  await ana.getByRole('button', { name: words.close, exact: true }).click();
  await ana.getByRole('button', { name: words.dialogs.closeYes }).click();
  await expect(ana.getByRole('link', { name: words.closed.sort })).toBeVisible();

  const address = `${plenary.url}/console/${gathering}/harvest/sort`;
  const cookies = await ana.context().cookies();
  for (const [nth, [device, how]] of Object.entries(DEVICES).entries()) {
    const hands = await opens(browser, how, cookies, address);
    await test.step(device, () => sorts(hands, 1 + 2 * nth, 100 * (1 + nth)));
    await checkPage(hands.page, `desk of 500 notes: ${device}`);
    await hands.page.context().close();
  }
  const { page } = await opens(browser, CONSOLE, cookies, address);
  await test.step('keys', () => sortsByKeys(page, 1 + 2 * Object.keys(DEVICES).length));
  await checkPage(page, 'desk of 500 notes: keys');
  expectNoViolations();
});

const DEVICES: Record<string, BrowserContextOptions> = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  tablet: { viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true },
  mouse: CONSOLE
};

async function opens(
  browser: Browser,
  how: BrowserContextOptions,
  cookies: Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>,
  address: string
): Promise<Hands> {
  const context = await browser.newContext(how);
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.locator('[data-card]').first()).toBeVisible();
  return {
    page,
    press: (what) => (how.hasTouch ? what.tap() : what.click())
  };
}

/** All that is done at a desk, once. `first`: the number of the first theme that is made; `from`: the first note. */
async function sorts(hands: Hands, first: number, from: number): Promise<void> {
  const { page, press } = hands;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  // Undo stands in the bar, which stays in sight: nobody goes back to the top of 500 notes for it.
  const undo = (command: keyof typeof words.undone) => press(button(undone(command)));

  await picks(hands, from, 3);
  await press(button(desk.newGroup));
  await expect(theme(page, first).getByRole('checkbox')).toHaveCount(3);

  // A dozen more into a theme that is out of sight, without a jump of what is in sight.
  await picks(hands, from + 3, 9);
  await isLargeEnough(page);
  const steady = await inSight(page);
  const top = await topOf(steady);
  await press(button(desk.putWhere));
  await press(page.getByRole('dialog').getByRole('button', { name: new RegExp(`^Theme ${first}\\b`) }));
  await expect(theme(page, first).getByRole('checkbox')).toHaveCount(12);
  await expect(button(undone('putNotes'))).toBeInViewport();
  expect(Math.abs((await topOf(steady)) - top), 'what was in sight stays there').toBeLessThan(200);
  await undo('putNotes');
  await expect(theme(page, first).getByRole('checkbox')).toHaveCount(3);

  await picks(hands, from + 20, 2);
  await press(button(desk.fold));
  await expect(cardOn(page, note(from + 21))).toHaveCount(0);
  await undo('foldNotes');
  await expect(cardOn(page, note(from + 21))).toHaveCount(1);

  await press(button(desk.openOf(note(from + 30))));
  await page.getByLabel(sorting.says).fill('An idea that was mended');
  await press(button(sorting.save));
  await expect(page.getByText('An idea that was mended')).toBeVisible();
  await undo('mendNote');

  await press(button(desk.openOf(note(from + 31))));
  await press(button(sorting.split));
  await page.getByLabel(sorting.splitFirst).fill('One thought');
  await page.getByLabel(sorting.splitSecond).fill('And another one');
  await press(button(sorting.splitSave));
  await expect(cardOn(page, 'And another one')).toBeVisible();
  await undo('splitNote');
  await expect(cardOn(page, note(from + 31))).toBeVisible();

  await press(button(desk.openOf(note(from + 32))));
  await press(button(sorting.leaveOut));
  await expect(cardOn(page, note(from + 32))).toHaveCount(0);
  await undo('leaveOutNote');
  await expect(cardOn(page, note(from + 32))).toHaveCount(1);

  await page.getByRole('searchbox').fill(note(from + 40));
  await expect(page.getByText(desk.found(1, 500))).toBeVisible();
  await press(cardOn(page, note(from + 40)));
  await press(button(desk.newGroup));
  await page.getByRole('searchbox').fill('');
  await expect(theme(page, first + 1).getByRole('checkbox')).toHaveCount(1);
}

/** From the top of the page, with the focus in sight at each stop. `made`: the number of the theme that is made. */
async function sortsByKeys(page: Page, made: number): Promise<void> {
  const key = async (name: string) => {
    await page.keyboard.press(name);
    await seesTheFocus(page);
  };
  const search = page.getByRole('searchbox');
  await type(page, search, 'idea 41');
  // 41 to 441, and 410 to 419, in the order in which they were written.
  await expect(page.getByText(desk.found(15, 500))).toBeVisible();
  const found = page.getByRole('group', { name: desk.loose }).getByRole('checkbox');
  await expect(found).toHaveCount(15);
  const names = await found.evaluateAll((boxes) => boxes.map((box) => box.closest('label')?.textContent.trim() ?? ''));
  const [one, two, three, other] = names;

  // Only what is found is walked through.
  await tabTo(page, cardOn(page, one!));
  await key('Space');
  for (const text of [two!, three!]) {
    await key('ArrowDown');
    await expect(cardOn(page, text)).toBeFocused();
    await key('Space');
  }
  await expect(page.getByText(desk.picked(3), { exact: true }).first()).toBeVisible();
  await key('n');
  const own = theme(page, made);
  await expect(own.getByRole('checkbox')).toHaveCount(3);
  await expect(cardOn(page, other!)).toBeFocused();

  // The pile beside it, and back from its first note to its name.
  await key('End');
  await expect(own.getByRole('checkbox').last()).toBeFocused();
  const name = page.getByRole('button', { name: desk.nameOf(`Theme ${made}`) });
  await goesBackTo(page, name);
  await key('Enter');
  await expect(page.getByLabel(desk.theName)).toBeFocused();
  await page.keyboard.type('Ideas of the forties');
  await key('Enter');
  await expect(own).toHaveAccessibleName(`${made} · Ideas of the forties`);
  await expect(page.getByRole('button', { name: desk.nameOf('Ideas of the forties') })).toBeFocused();

  // One note up in its theme, and the theme up among the others.
  await tabTo(page, own.getByRole('checkbox').last());
  await key('Alt+ArrowUp');
  await expect(own.getByRole('checkbox').nth(1)).toHaveAccessibleName(three!);
  await expect(cardOn(page, three!)).toBeFocused();
  await goesBackTo(page, page.getByRole('button', { name: desk.nameOf('Ideas of the forties') }));
  await key('Enter');
  await press(page, page.getByRole('button', { name: desk.upOf('Ideas of the forties') }));
  await expect(theme(page, made - 1)).toHaveAccessibleName(`${made - 1} · Ideas of the forties`);
  await goesBackTo(page, page.getByRole('button', { name: desk.cancel, exact: true }));
  await key('Enter');
  await expect(page.getByRole('button', { name: desk.nameOf('Ideas of the forties') })).toBeFocused();

  // Taken back one by one, without a walk to the button.
  for (const [step, says] of [
    ['moveTheme', `${made} · Ideas of the forties`],
    ['moveNote', null],
    ['nameTheme', `${made} · no name yet`]
  ] as const) {
    await expect(page.getByRole('button', { name: undone(step), exact: true })).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    if (says) await expect(theme(page, made)).toHaveAccessibleName(says);
    else await expect(own.getByRole('checkbox').last()).toHaveAccessibleName(three!);
    await seesTheFocus(page);
  }
  await page.keyboard.press('ControlOrMeta+z');
  await expect(own).toHaveCount(0);

  await goesBackTo(page, search);
  await key('Escape');
  await expect(search).toHaveValue('');
  await expect(page.getByText(desk.found(15, 500))).toBeHidden();
  await goesBackTo(page, page.getByLabel(sorting.ofTheme, { exact: true }));
  await page.keyboard.type('Not');
  await expect(page.getByText(/^\d+ of 500 notes$/)).toBeVisible();
}

async function goesBackTo(page: Page, what: Locator): Promise<void> {
  await expect(what).toBeVisible();
  for (let stops = 0; stops < STOPS_MOST; stops += 1) {
    if (await what.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Shift+Tab');
    await seesTheFocus(page);
  }
  throw new Error(`Shift and Tab never came to ${what}`);
}

async function picks({ page, press }: Hands, from: number, count: number): Promise<void> {
  for (let nth = from; nth < from + count; nth += 1) await press(cardOn(page, note(nth)));
  await expect(page.getByText(desk.picked(count), { exact: true }).first()).toBeVisible();
}

/** A card in the middle of the screen that is not picked. */
async function inSight(page: Page): Promise<Locator> {
  const name = await page.evaluate(() => {
    const middle = (box: Element) => Math.abs(box.getBoundingClientRect().top - innerHeight / 2);
    return [...document.querySelectorAll<HTMLInputElement>('[data-card]:not(:checked)')]
      .sort((one, other) => middle(one) - middle(other))[0]
      ?.closest('label')
      ?.textContent.trim();
  });
  return cardOn(page, name ?? '');
}

const topOf = async (card: Locator): Promise<number> => (await card.boundingBox())?.y ?? NaN;

/** What a finger presses is at least 44 px high and wide; a box is pressed by its whole card. */
async function isLargeEnough(page: Page): Promise<void> {
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'main :is(button, a, select, summary, label:has(input), input[type="search"])'
      )
    ]
      .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 0)
      .map((each) => ({ each, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
      .map(({ each, box }) => `${each.tagName} ${each.textContent?.trim().slice(0, 30)} ${box.width}×${box.height}`)
  );
  expect([...new Set(small)]).toEqual([]);
}
