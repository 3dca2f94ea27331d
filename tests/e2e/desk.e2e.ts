import { expect, test, type Page } from '@playwright/test';
import { addressesIn } from '#harvest/note-addresses.ts';
import { groupingWords } from '#kit/words/grouping.ts';
import { consoleWords } from '#methods/cards/words/console.ts';
import { steps } from '#methods/cards/words/steps.ts';
import { console as words, harvest, sorting, whyLeftOut } from '#words/index.ts';
import { createAxeChecks } from './axe.ts';
import { cardOn, convened, helperComes, QUESTION, walksTo, writers } from './cards.ts';
import { closePages, pressNext, setUp } from './cast.ts';
import { coverage, json, publishes } from './edition.ts';
import { Plenary } from './server-process.ts';

/**
 * Two sort what thirty notes of an evening say, one by keys alone and one by touch, and publish it twice: every note is
 * counted, and every address of the first edition still leads somewhere.
 */
const plenary = new Plenary();
const { checkPage, expectNoViolations } = createAxeChecks();

test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

const card = consoleWords.write;
const desk = groupingWords(sorting.note, sorting.themeNoun);
const FOOD = 'We grow our own food';
const [GARDEN, SEEDS, SAME, MARIA, BUSES, PATHS, RUDE] = [
  'A garden on the roof',
  'Seeds to swap',
  'Swap seeds',
  'Ask Maria Kowalska about compost',
  'Buses at night',
  'Paths for bicycles',
  'The mayor is a fool'
];
const TITLE = 'What our street wishes for';
const BREAD = 'Bread, from a sheet nobody signed';
const NOTES = [
  GARDEN,
  SEEDS,
  SAME,
  MARIA,
  BUSES,
  PATHS,
  RUDE,
  ...Array.from({ length: 23 }, (_, nth) => `Idea ${nth}`)
];

test('HD1 to HD9 two sort an evening at once, by keys and by touch, and the edition counts every note', async ({
  browser
}) => {
  const ana = await setUp(browser, plenary);
  const { gathering, code } = await convened(ana, plenary, 'An evening in the library');
  const people = await writers(plenary.url, code, ['Bo', 'Chidi', 'Dana'], false);
  await pressNext(ana, 'Our street');
  await pressNext(ana, steps.stages.writing);
  await expect.poll(() => people.map((person) => person.all()?.stage)).toEqual(['writing', 'writing', 'writing']);
  for (const [nth, text] of NOTES.entries()) expect(await people[nth % 3]?.write(text)).toHaveProperty('version');
  for (const { leave } of people) leave();
  const gus = await helperComes(browser, ana, plenary, gathering);
  await typesFromPaper(gus);
  const ben = await helperComes(browser, ana, plenary, gathering, 'facilitator');
  await ana.getByRole('button', { name: words.close, exact: true }).click();
  await ana.getByRole('button', { name: words.dialogs.closeYes }).click();
  // A page that leaves before its press is answered may take the press with it.
  await expect(ana.getByRole('link', { name: words.closed.sort })).toBeVisible();
  for (const page of [ana, ben]) {
    await page.goto(`${plenary.url}/console/${gathering}/harvest/sort`);
    await expect(cardOn(page, GARDEN)).toBeVisible();
  }
  await checkPage(ana, 'desk: nothing sorted yet');

  await sortsByKeys(ana);
  await sortsByTouch(ben);
  await expect(cardOn(ana, BUSES)).toBeVisible();
  await expect(theme(ana, 2).getByRole('checkbox')).toHaveCount(2);
  await namesAndFolds(ana);
  await checkPage(ana, 'desk: two themes');
  await strikesOut(ana);
  await helps(gus, gathering);
  await leavesOut(ben);
  await saysInShort(ana);

  const first = await publishesSorted(ana, 1);
  const edition = await json(ana, first);
  expect(addressesIn(edition.blocks)).toHaveLength(NOTES.length);
  await expect(ana.getByRole('heading', { name: TITLE, level: 2 })).toBeVisible();
  await expect(ana.getByText(harvest.outline.asked(QUESTION))).toBeVisible();
  expect(coverage(edition)).toEqual({ notes: 31, 'in-themes': 6, elsewhere: 24, 'taken-back': 1, unshown: 0 });
  await countedInEveryFormat(ana, first, NOTES.length);
  await checkPage(ana, 'edition: in themes');

  await ana.goto(`${plenary.url}/console/${gathering}/harvest/sort`);
  await expect(cardOn(ana, 'Idea 5')).toBeVisible();
  await cardOn(ana, 'Idea 5').focus();
  await ana.keyboard.press('2');
  await expect(theme(ana, 2).getByRole('checkbox')).toHaveCount(3);
  await splits(ana);
  const second = await publishesSorted(ana, 2);
  expect(coverage(await json(ana, second))).toMatchObject({ notes: 32, 'in-themes': 7, elsewhere: 24 });
  for (const address of [...addressesIn(edition.blocks), ...edition.gone.map(({ id }) => id)]) {
    const answer = await ana.request.get(`${plenary.url}/n/${address}`, { maxRedirects: 0 });
    expect([address, answer.status()]).toEqual([address, edition.gone.some(({ id }) => id === address) ? 410 : 302]);
  }
  expectNoViolations();
});

const theme = (page: Page, number: number) => page.getByRole('group', { name: new RegExp(`^${number} · `) });

/** Ana has no mouse: three notes into a theme, one of them a place higher. */
async function sortsByKeys(ana: Page): Promise<void> {
  await ana.bringToFront();
  await cardOn(ana, GARDEN).focus();
  for (const text of [GARDEN, SEEDS, MARIA]) {
    await walksTo(ana, text);
    await ana.keyboard.press('Space');
  }
  await ana.keyboard.press('n');
  await expect(theme(ana, 1).getByRole('checkbox')).toHaveCount(3);
  await walksTo(ana, SEEDS);
  await ana.keyboard.press('Alt+ArrowUp');
  await expect(theme(ana, 1).getByRole('checkbox').first()).toHaveAccessibleName(SEEDS);
  await ana.keyboard.press('ControlOrMeta+z');
  await expect(theme(ana, 1).getByRole('checkbox').first()).toHaveAccessibleName(GARDEN);
}

async function sortsByTouch(ben: Page): Promise<void> {
  await ben.bringToFront();
  await expect(theme(ben, 1).getByRole('checkbox')).toHaveCount(3);
  for (const text of [BUSES, PATHS]) await cardOn(ben, text).tap();
  await ben.getByRole('button', { name: desk.newGroup }).tap();
  await expect(theme(ben, 2).getByRole('checkbox')).toHaveCount(2);
}

async function namesAndFolds(ana: Page): Promise<void> {
  await ana.bringToFront();
  await ana.getByRole('button', { name: desk.nameOf('Theme 1') }).click();
  await ana.getByLabel(desk.theName).fill(FOOD);
  await ana.keyboard.press('Enter');
  await expect(theme(ana, 1)).toHaveAccessibleName(`1 · ${FOOD}`);
  for (const text of [SEEDS, SAME]) await cardOn(ana, text).check();
  await ana.getByRole('button', { name: desk.fold }).click();
  await expect(cardOn(ana, SAME)).toHaveCount(0);
  await expect(theme(ana, 1).getByText(desk.foldedIn(1))).toBeVisible();
}

async function typesFromPaper(gus: Page): Promise<void> {
  await gus.locator('summary', { hasText: card.title }).click();
  await gus.getByRole('textbox', { name: card.card }).fill('Bred, from a sheet nobody signed');
  await gus.getByRole('button', { name: card.put }).click();
  await expect(gus.getByRole('textbox', { name: card.card })).toHaveValue('');
}

/** A helper is shown what nobody wrote on a phone, and mends it. */
async function helps(gus: Page, gathering: string): Promise<void> {
  await gus.bringToFront();
  await gus.getByRole('link', { name: words.closed.helps }).click();
  await gus.waitForURL(`**/console/${gathering}/harvest/sort`);
  await expect(gus.getByText('Bred, from a sheet')).toBeVisible();
  await expect(gus.getByText(GARDEN)).toHaveCount(0);
  await checkPage(gus, 'desk: for a helper');
  await gus.getByRole('button', { name: sorting.openOf('Bred') }).click();
  await gus.getByLabel(sorting.says).fill(BREAD);
  await gus.getByRole('button', { name: sorting.save, exact: true }).click();
  await expect(gus.getByText(BREAD)).toBeVisible();
}

/** A name leaves a note with the key that opens it, and a selection made by keys. */
async function strikesOut(ana: Page): Promise<void> {
  await cardOn(ana, MARIA).focus();
  await ana.keyboard.press('o');
  const says = ana.getByLabel(sorting.says);
  await expect(says).toBeFocused();
  await ana.keyboard.press('Home');
  for (let letters = 0; letters < 'Ask '.length; letters += 1) await ana.keyboard.press('ArrowRight');
  for (let letters = 0; letters < 'Maria Kow'.length; letters += 1) await ana.keyboard.press('Shift+ArrowRight');
  await ana.getByRole('button', { name: sorting.strike }).press('Enter');
  await expect(says).toHaveValue('Ask ▒▒▒▒ about compost');
  await checkPage(ana, 'desk: one note');
  await ana.getByRole('button', { name: sorting.save, exact: true }).press('Enter');
  await expect(theme(ana, 1).getByText(sorting.struck)).toBeVisible();
}

/** One note holds two thoughts: it is opened by a key, and cut where the cursor stands. */
async function splits(ana: Page): Promise<void> {
  await cardOn(ana, 'Idea 6').focus();
  await ana.keyboard.press('o');
  await expect(ana.getByLabel(sorting.says)).toBeFocused();
  await ana.keyboard.press('Home');
  for (let letters = 0; letters < 'Idea '.length; letters += 1) await ana.keyboard.press('ArrowRight');
  await ana.getByRole('button', { name: sorting.split }).press('Enter');
  const [first, second] = [ana.getByLabel(sorting.splitFirst), ana.getByLabel(sorting.splitSecond)];
  await expect(first).toBeFocused();
  await expect(first).toHaveValue('Idea');
  await expect(second).toHaveValue('6');
  await second.fill('A sixth one');
  await checkPage(ana, 'desk: a note split in two');
  await ana.getByRole('button', { name: sorting.splitSave }).press('Enter');
  await expect(cardOn(ana, 'A sixth one')).toBeVisible();
  await expect(cardOn(ana, 'Idea 6')).toHaveCount(0);
}

async function leavesOut(ben: Page): Promise<void> {
  await ben.bringToFront();
  await ben.getByRole('button', { name: desk.openOf(RUDE) }).tap();
  await ben.getByText(whyLeftOut['names-somebody']).tap();
  await checkPage(ben, 'desk: a note left out, and why');
  await ben.getByRole('button', { name: sorting.leaveOut }).tap();
  await expect(cardOn(ben, RUDE)).toHaveCount(0);
}

/** By keys alone: the focus goes into the field, and back to the button. */
async function retitles(ana: Page): Promise<void> {
  const before = ana.getByRole('button', { name: /^Give a title: / }).first();
  await before.press('Enter');
  const field = ana.getByLabel(sorting.titleField);
  await expect(field).toBeFocused();
  await field.fill(TITLE);
  await field.press('Enter');
  await expect(ana.getByRole('button', { name: sorting.changeTitleOf(TITLE) })).toBeFocused();
  await expect(ana.getByText(harvest.outline.asked(QUESTION))).toBeVisible();
}

async function saysInShort(ana: Page): Promise<void> {
  await ana.bringToFront();
  await ana.getByRole('tab', { name: sorting.inShort }).click();
  await ana.getByRole('textbox', { name: FOOD }).fill('Gardens, seeds and compost.');
  const save = ana.getByRole('button', { name: sorting.saveOf(`${harvest.outline.themes} › ${FOOD}`) });
  await save.click();
  await expect(save).toHaveCount(0);
  await retitles(ana);
  await checkPage(ana, 'desk: in short');
}

async function publishesSorted(ana: Page, number: number): Promise<string> {
  await ana.getByRole('link', { name: sorting.toEdition }).click();
  const address = await publishes(ana, number);
  await expect(ana.getByText(harvest.inShort)).toBeVisible();
  return address;
}

/** Each address once in each format that is text. */
async function countedInEveryFormat(ana: Page, edition: string, count: number): Promise<void> {
  const addresses = addressesIn((await json(ana, edition)).blocks);
  const marks: Record<string, (address: string) => string> = {
    '': (address) => `id="${address}"`,
    '.md': (address) => `<a id="${address}"></a>`,
    '.csv': (address) => `"${address}"`,
    '.json': (address) => `"id": "${address}"`
  };
  for (const [ending, mark] of Object.entries(marks)) {
    const text = await (await ana.request.get(`${edition}${ending}`)).text();
    const found = addresses.map((address) => text.split(mark(address)).length - 1);
    expect([ending, found.reduce((sum, each) => sum + each, 0)]).toEqual([ending, count]);
    expect(
      found.every((each) => each === 1),
      ending
    ).toBe(true);
    for (const gone of ['Maria', RUDE]) expect(text, ending).not.toContain(gone);
  }
}
