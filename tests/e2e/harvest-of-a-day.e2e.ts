import { expect, test, type Browser, type Page } from '@playwright/test';
import type { Edition } from '#harvest/document.ts';
import { addressesIn } from '#harvest/note-addresses.ts';
import { groupingWords } from '#kit/words/grouping.ts';
import { words as outline } from '#kit/words/outline.ts';
import { words as area } from '#kit/words/working-area.ts';
import { steps as cafeSteps } from '#methods/cafe/words/steps.ts';
import { words as cafe } from '#methods/cafe/words.ts';
import { steps as fishbowlSteps } from '#methods/fishbowl/words/steps.ts';
import { aboutMe, console as words, corrections, phone, sorting } from '#words/index.ts';
import { travellers, type Traveller } from './cafe.ts';
import { closePages, codeOn, comeIn, convene, openBoard, pressNext, setUp, showTab, turnTo } from './cast.ts';
import { mends, objects, takesBack } from './corrections.ts';
import { coverage, json, publishes, textOf } from './edition.ts';
import { lettersOf, pdfText, readsPdf } from '../support/pdf-text.ts';
import { Plenary } from './server-process.ts';

/**
 * A day of sixty-three: a fishbowl with notes and a café, sixty of them over plain sockets and three on phones. It is
 * sorted, corrected, published twice, and one person is erased: then every address and every format is asked.
 */
const GUESTS = Array.from({ length: 60 }, (_, nth) => `Guest no ${nth + 1}`);
const [BO, CHIDI, DANA] = ['Bo', 'Chidi', 'Dana'] as const;
const SPOKEN = ['Gardens need water', 'A key for everybody', 'Who sweeps the hall?'];
const thought = (nth: number) => `Thought number ${nth + 1} of the tables`;
const wrote = (name: string, nth: number) => `${name} wrote line ${'abcdefg'[nth]}`;
const mended = (name: string, nth: number) => `${name} meant line ${'abcdefg'[nth]}`;
/** How many lines each phone writes, mends and takes back: ten corrections and five that go. */
const LINES = 6;
const MENDS: Record<string, number> = { [BO]: 4, [CHIDI]: 3, [DANA]: 3 };
const GOES: Record<string, number> = { [BO]: 1, [CHIDI]: 2, [DANA]: 2 };
const FOLDS = [5, 5, 5, 5];

const desk = groupingWords(sorting.note, sorting.themeNoun);
const plenary = new Plenary();
let guests: Traveller[] = [];

test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  for (const guest of guests) guest.leave();
  await plenary.stop();
});

test('a day of sixty-three is sorted, put right and published twice, and no address leads nowhere', async ({
  browser
}) => {
  const ana = await setUp(browser, plenary);
  const gathering = await convene(ana, 'Cooperation in the city', 'cooperation-day');
  const board = await openBoard(ana, plenary, gathering);
  const code = await codeOn(board);
  guests = await travellers(plenary.url, code, GUESTS, false);
  const phones = new Map<string, Page>();
  for (const name of [BO, CHIDI, DANA]) phones.set(name, (await comeIn(browser, plenary, code, name)).page);

  await talksInACircle(ana, board);
  await writesAtTables(ana, board, phones);
  await ana.getByRole('button', { name: words.close, exact: true }).click();
  await ana.getByRole('button', { name: words.dialogs.closeYes }).click();
  for (const [name, page] of phones) await putsRight(name, page);
  await objects(phones.get(BO)!, wrote(CHIDI, 5), 'It was the other table');

  await sorts(ana, gathering);
  const address = await publishes(ana, 1);
  const first = await json(ana, address);
  expect(first.gone).toHaveLength(5);
  await isErased(phones.get(DANA)!);
  await expect.poll(async () => (await json(ana, address)).version).toBe(2);
  await ana.goto(`${plenary.url}/console/${gathering}/harvest`);
  await publishes(ana, 3);

  await holds(browser, address, first);
});

/** When its name stands there, the tabs are its own: other blocks have some of the same name. */
async function isOn(ana: Page, block: string): Promise<void> {
  await ana.bringToFront();
  await turnTo(ana, block);
  await expect(ana.getByRole('heading', { name: block, level: 2 })).toBeVisible();
}

async function talksInACircle(ana: Page, board: Page): Promise<void> {
  await isOn(ana, 'Unpanel');
  await pressNext(ana, fishbowlSteps.stages['starters']);
  await expect(board.getByText('Guest 1').first()).toBeVisible();
  await showTab(ana, area.notes);
  await ana.getByRole('button', { name: outline.addTo('Guest 1') }).click();
  for (const [nth, text] of SPOKEN.entries()) {
    if (nth > 0) await ana.keyboard.press('Enter');
    await ana.keyboard.type(text);
  }
  await expect(ana.getByRole('region', { name: 'Guest 1' }).getByRole('textbox').last()).toHaveValue(
    SPOKEN.at(-1) ?? ''
  );
  await ana.keyboard.press('Escape');
}

async function writesAtTables(ana: Page, board: Page, phones: ReadonlyMap<string, Page>): Promise<void> {
  await isOn(ana, 'World Café');
  await pressNext(ana, cafeSteps.steps.plan);
  await pressNext(ana, cafeSteps.steps.seat);
  for (const page of phones.values()) await page.getByRole('button', { name: cafe.phone.here, exact: true }).click();
  for (const guest of guests) {
    await expect.poll(() => guest.number()).toBeGreaterThan(0);
    expect(await guest.here()).not.toHaveProperty('refused');
  }
  await pressNext(ana, cafeSteps.steps.ask);
  await expect(board.getByText(cafe.board.finding.first)).toHaveCount(0);
  for (const [nth, guest] of guests.entries()) expect(await guest.write(thought(nth))).not.toHaveProperty('refused');
  for (const [name, page] of phones)
    for (let nth = 0; nth < LINES; nth += 1) {
      await page.getByLabel(cafe.phone.note, { exact: true }).fill(wrote(name, nth));
      await page.getByRole('button', { name: cafe.phone.put }).click();
      await expect(page.getByLabel(cafe.phone.note, { exact: true })).toHaveValue('');
    }
}

/** The first lines are mended, the next ones taken back. */
async function putsRight(name: string, page: Page): Promise<void> {
  await page.bringToFront();
  await page.getByRole('link', { name: phone.putRight }).click();
  const [mending, going] = [MENDS[name] ?? 0, GOES[name] ?? 0];
  for (let nth = 0; nth < mending; nth += 1) await mends(page, wrote(name, nth), mended(name, nth));
  for (let nth = mending; nth < mending + going; nth += 1)
    await takesBack(page, wrote(name, nth), corrections.leaveOutAbout);
}

/** Its name goes on with where it was written. */
const noteOn = (ana: Page, text: string) =>
  ana.locator('[data-card]').and(ana.getByRole('checkbox', { name: new RegExp(`^${text}`) }));

/** Twenty notes are folded into four, which make a theme. */
async function sorts(ana: Page, gathering: string): Promise<void> {
  await ana.bringToFront();
  await ana.goto(`${plenary.url}/console/${gathering}/harvest/sort`);
  let nth = 0;
  for (const folds of FOLDS) {
    const [top, ...others] = Array.from({ length: folds + 1 }, () => thought(nth++));
    for (const text of [top ?? '', ...others]) await noteOn(ana, text).check();
    await ana.getByRole('button', { name: desk.fold }).click();
    for (const text of others) await expect(noteOn(ana, text)).toHaveCount(0);
  }
  await ana.keyboard.press('Escape');
  await noteOn(ana, thought(40)).focus();
  await ana.keyboard.press('n');
  await expect(ana.getByRole('group', { name: /^1 · / }).getByRole('checkbox')).toHaveCount(1);
  await ana.getByRole('link', { name: sorting.toEdition }).click();
}

async function isErased(dana: Page): Promise<void> {
  await dana.bringToFront();
  await dana.goto(dana.url().replace(/\/harvest.*$/, '/me'));
  await dana.locator('summary', { hasText: aboutMe.erase }).click();
  await dana.getByRole('button', { name: aboutMe.eraseYes }).click();
  await expect(dana.getByText(aboutMe.isErased)).toBeVisible();
}

/** A stranger asks for every address of the first edition, and for every format of the newest. */
async function holds(browser: Browser, address: string, first: Edition): Promise<void> {
  const reader = await (await browser.newContext()).newPage();
  const newest = await json(reader, address);
  expect(newest.version).toBe(3);
  const [there, gone] = [new Set(addressesIn(newest.blocks)), new Set(newest.gone.map(({ id }) => id))];
  // Sixty and what was spoken, and of Bo and Chidi what they did not take back.
  expect(there.size).toBe(GUESTS.length + SPOKEN.length + 2 * LINES - (GOES[BO] ?? 0) - (GOES[CHIDI] ?? 0));
  for (const note of [...addressesIn(first.blocks), ...first.gone.map(({ id }) => id)]) {
    expect(there.has(note) || gone.has(note), note).toBe(true);
    const answer = await reader.request.get(`${plenary.url}/n/${note}`, { maxRedirects: 0 });
    expect([note, answer.status()]).toEqual([note, gone.has(note) ? 410 : 302]);
  }
  const figures = coverage(newest) as Record<string, number>;
  expect(figures['in-themes']! + figures['elsewhere']! + figures['taken-back']!).toBe(figures['notes']);
  const written = [...GUESTS.keys()].map(thought).concat(SPOKEN, mended(BO, 0), mended(CHIDI, 0));
  const withdrawn = [wrote(BO, 4), wrote(CHIDI, 3), wrote(DANA, 0), mended(DANA, 0), mended(DANA, 1)];
  for (const ending of ['', '.md', '.csv', '.json', '.jsonld', '.docx', '.xlsx', '.zip']) {
    const text = await textOf(await reader.request.get(`${address}${ending}`));
    expect([ending, [...there].filter((note) => !text.includes(note))]).toEqual([ending, []]);
    expect([ending, written.filter((words) => !text.includes(words))]).toEqual([ending, []]);
    expect([ending, withdrawn.filter((words) => text.includes(words))]).toEqual([ending, []]);
    expect(text, ending).toContain('It was the other table');
  }
  for (const ending of ['.pdf', '.letter.pdf']) {
    const pdf = new Uint8Array(await (await reader.request.get(`${address}${ending}`)).body());
    expect(new TextDecoder().decode(pdf.slice(0, 5)), ending).toBe('%PDF-');
    if (!readsPdf) continue;
    const text = lettersOf(pdfText(pdf));
    expect([ending, written.filter((words) => !text.includes(lettersOf(words)))]).toEqual([ending, []]);
    expect([ending, withdrawn.filter((words) => text.includes(lettersOf(words)))]).toEqual([ending, []]);
  }
  const calendar = await textOf(await reader.request.get(`${address}.ics`));
  expect(calendar).toMatch(/^BEGIN:VCALENDAR/);
  expect(withdrawn.filter((words) => calendar.includes(words))).toEqual([]);
  for (const version of [1, 2]) {
    const text = await textOf(await reader.request.get(`${address}/${version}`));
    expect(withdrawn.filter((words) => text.includes(words))).toEqual([]);
  }
}
