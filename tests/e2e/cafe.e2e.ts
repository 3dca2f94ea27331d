import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { words as area } from '#kit/words/working-area.ts';
import { isBareJpeg } from '#contract/jpeg.ts';
import { step } from '#methods/cafe/words/board.ts';
import { moreTime } from '#kit/words/time.ts';
import { consoleWords as desk } from '#methods/cafe/words/console.ts';
import { deskWords } from '#methods/cafe/words/desk.ts';
import { letterOf } from '#methods/cafe/views/tables.ts';
import { words as cafe } from '#methods/cafe/words.ts';
import { harvestWords as cafeHarvest } from '#methods/cafe/words/harvest.ts';
import { commons, console as words, harvest, harvestDesk, join } from '#words/index.ts';
import { steps as cafeSteps } from '#methods/cafe/words/steps.ts';
import { templates } from '#words/templates.ts';
import { makesScribe, travellers, type Traveller } from './cafe.ts';
import {
  closePages,
  codeOn,
  comeIn,
  convene,
  openBoard,
  openPeople,
  PHONE,
  pressNext,
  pressNextInVain,
  setUp,
  showTab,
  turnTo,
  publish
} from './cast.ts';
import { createAxeChecks } from './axe.ts';
import { sheetFromPhone } from './phone-photo.ts';
import { Plenary } from './server-process.ts';

/** A World Café of twelve and two who come late, from the plan to the commons: ten on phones, two without. */
const NAMES = ['Farid', 'Gala', 'Hugo', 'Ines', 'Jun', 'Kofi'];
const WALK_INS = ['Wanda', 'Xiomara'];
const TIME_BANK = 'A time bank on our street';
const AN_HOUR = 'An hour is an hour, whoever gives it';
const SOUP = 'Soup every Friday, and whoever comes eats';
const KEYS = 'Who holds the keys to the school kitchen?';
const THEME = 'What is shared already';
const CAFE = 'World Café';

const plenary = new Plenary();
const { checkPage, checkBoard, scan, expectNoViolations } = createAxeChecks();
const { steps } = cafeSteps;
const questions = (templates['evening']?.blocks[1]?.settings as { questions: string[] }).questions;
let guests: Traveller[] = [];

test.use({ trace: 'off' });
test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  for (const guest of guests) guest.leave();
  await plenary.stop();
});

test('a café seats, moves, remembers what its tables wrote, and leaves it to the commons', async ({ browser }) => {
  const ana = await setUp(browser, plenary);
  const gathering = await convene(ana, 'An evening in the library', 'evening');
  const board = await openBoard(ana, plenary, gathering);
  const code = await codeOn(board);
  guests = await travellers(plenary.url, code, NAMES);
  const { page: bo } = await comeIn(browser, plenary, code, 'Bo');
  const { page: chidi } = await comeIn(browser, plenary, code, 'Chidi');
  const { page: dana } = await comeIn(browser, plenary, code, 'Dana');
  const { page: esther } = await comeIn(browser, plenary, code, 'Esther');
  const phones = [bo, chidi, dana, esther];

  await plans(ana, board);
  await finds(ana, board, phones);
  await writes(ana, board, bo, chidi);
  await photographs(browser, esther);
  await movesWhileDanaIsAway(ana, board, phones);
  await comesLate(browser, ana, code);
  await hostLeaves(ana, bo);
  await joinsTables(ana);
  await looksAtTheWall(ana, board, bo);
  await keeps(ana, browser);
  expectNoViolations();
});

/** Ana reads what the plan says before anybody is told anything. */
async function plans(ana: Page, board: Page): Promise<void> {
  await ana.bringToFront();
  for (const name of WALK_INS) {
    const people = await openPeople(ana);
    await people.getByLabel(words.people.add).fill(name);
    await people.getByLabel(words.people.add).press('Enter');
    await expect(people.getByLabel(words.people.add)).toHaveValue('');
  }
  await ana.keyboard.press('Escape');
  await turnTo(ana, CAFE);
  await expect(board.getByRole('heading', { name: cafe.board.ready.title })).toBeVisible();
  await checkBoard(board, 'board: before the first round');
  await makesScribe(ana, 'Dana');
  await pressNext(ana, steps.plan);
  await expect(ana.locator('.quality')).toHaveText(/nobody meets anyone twice\. No plan can do better\.$/);
  for (const guest of guests) expect(guest.number()).toBe(0);
  await checkPage(ana, 'console: a plan');
  await pressNext(ana, steps.seat);
  await showTab(ana, area.run);
}

async function finds(ana: Page, board: Page, phones: Page[]): Promise<void> {
  await expect(board.getByText(cafe.board.finding.first)).toBeVisible();
  await expect(board.getByText(cafe.board.finding.seated(0, 12))).toBeVisible();
  const [bo, chidi, dana, esther] = phones as [Page, Page, Page, Page];
  await expect(bo.getByText(cafe.phone.go.first).first()).toBeVisible();
  await checkPage(bo, 'phone: find your table');
  await checkBoard(board, 'board: find your table');

  await bo.getByRole('button', { name: cafe.phone.here, exact: true }).click();
  await expect(board.getByText(cafe.board.finding.seated(1, 12))).toBeVisible();
  await pressNextInVain(ana, steps.ask, cafe.refusals['not-seated-yet']);
  await expect(board.getByText(questions[0] ?? '')).toHaveCount(0);

  for (const page of [chidi, dana]) await page.getByRole('button', { name: cafe.phone.here, exact: true }).click();
  for (const guest of guests) expect(await guest.here()).not.toHaveProperty('refused');
  await checkPage(ana, 'console: who is not at a table yet');
  for (const name of WALK_INS)
    await ana.getByRole('button', { name: new RegExp(`^${desk.seating.here}: ${name}`) }).click();
  await expect(board.getByText(cafe.board.finding.seated(11, 12))).toBeVisible();
  await pressNext(ana, steps.ask);
  await expect(board.getByRole('heading', { name: questions[0] ?? '' })).toBeVisible();
  for (const page of phones) await expect(page.getByRole('heading', { name: questions[0] ?? '' })).toBeVisible();
  expect(await tableOf(esther)).toBeGreaterThan(0);
}

/** Two tables write: one thought with another under it, and a gem. */
async function writes(ana: Page, board: Page, bo: Page, chidi: Page): Promise<void> {
  expect(await tableOf(bo)).not.toBe(await tableOf(chidi));
  await puts(bo, TIME_BANK);
  await bo.getByLabel(cafe.phone.under).selectOption({ label: cafe.phone.moreAbout(TIME_BANK) });
  await puts(bo, AN_HOUR);
  await chidi.getByLabel(cafe.phone.gem).check();
  await puts(chidi, SOUP);
  await bo.locator('summary', { hasText: cafe.phone.notes }).click();
  await expect(bo.locator('ul.under').getByText(AN_HOUR)).toBeVisible();
  await checkPage(bo, 'phone: the tables talk');
  await checkBoard(board, 'board: the tables talk');
  await expect(board.getByText(TIME_BANK)).toHaveCount(0);
  await ana.bringToFront();
  await ana.getByRole('button', { name: moreTime.plusFull(2) }).click();
  await expect(ana.getByText(moreTime.added(2))).toBeVisible();
}

async function puts(page: Page, text: string): Promise<void> {
  await page.getByLabel(cafe.phone.note, { exact: true }).fill(text);
  await page.getByRole('button', { name: cafe.phone.put }).click();
  const own = page.locator('details', { has: page.locator('summary', { hasText: cafe.phone.own }) }).last();
  await expect(own.getByText(text)).toHaveCount(1);
}

/** The sheet reaches the table without what a camera adds, and nobody else gets it. */
async function photographs(browser: Browser, esther: Page): Promise<void> {
  const sheet = await sheetFromPhone(esther);
  expect(isBareJpeg(sheet)).toBe(false);
  await esther
    .getByLabel(cafe.phone.photoTake)
    .setInputFiles({ name: 'sheet.jpg', mimeType: 'image/jpeg', buffer: sheet });
  await expect(esther.getByText(cafe.phone.photoDone)).not.toHaveCount(0);
  await esther.locator('summary', { hasText: cafe.phone.notes }).click();
  const shown = esther.getByAltText(cafe.phone.photo).first();
  await expect(shown).toHaveJSProperty('complete', true);
  const address = new URL((await shown.getAttribute('src')) ?? '', plenary.url).href;
  const reply = await esther.request.get(address);
  expect(reply.status()).toBe(200);
  const bytes = await reply.body();
  expect(isBareJpeg(bytes)).toBe(true);
  expect(bytes.includes('N 48.2082')).toBe(false);

  const stranger = await browser.newContext(PHONE);
  expect((await stranger.request.get(address)).status()).toBe(404);
  await stranger.close();
  for (const { number, joined } of guests) {
    const reply = await fetch(address, { headers: { cookie: joined.cookie } });
    expect(reply.status).toBe(number() === (await tableOf(esther)) ? 200 : 404);
  }
}

/** Dana writes and takes a photo while the room moves, and her phone has no network: both belong where she sat. */
async function movesWhileDanaIsAway(ana: Page, board: Page, phones: Page[]): Promise<void> {
  const [, , dana] = phones as [Page, Page, Page];
  const before = new Map(guests.map((guest) => [guest.person, guest.number()]));
  const sat = await Promise.all(phones.map(tableOf));
  const danaSat = await tableOf(dana);
  await dana.context().setOffline(true);
  await pressNext(ana, steps.move);
  await expect(board.getByText(cafe.board.finding.move)).toBeVisible();
  const field = dana.getByLabel(cafe.phone.note, { exact: true });
  await field.fill(KEYS);
  await dana.getByRole('button', { name: cafe.phone.put }).click();
  await expect(dana.getByText(cafe.phone.waits).first()).toBeVisible({ timeout: 30_000 });
  const sheet = await sheetFromPhone(dana);
  await dana
    .getByLabel(cafe.phone.photoTake)
    .setInputFiles({ name: 'sheet.jpg', mimeType: 'image/jpeg', buffer: sheet });
  await expect(dana.getByText(cafe.phone.photoWaits).first()).toBeVisible();
  await checkBoard(board, 'board: time to move');
  await dana.context().setOffline(false);
  const stayed = guests.find((guest) => guest.number() === danaSat);
  const arrived = () => Object.values(stayed?.table()?.notes ?? {}).filter(({ text }) => text === KEYS);
  await expect.poll(() => arrived().map(({ round }) => round)).toEqual([1]);
  const sheets = () => Object.values(stayed?.table()?.notes ?? {}).filter(({ photo }) => photo !== null);
  await expect.poll(() => sheets().map(({ round }) => round)).toEqual([1]);

  // Each guest goes where the rule on the board sends their letter.
  const rule = guests[0]?.all()?.rule?.letters ?? [];
  const by = new Map(rule.map(({ letter, step }) => [letter, step]));
  expect(by.get(0)).toBe(0);
  for (const { letter, step: on } of rule)
    await expect(board.getByRole('listitem').filter({ hasText: letterOf(letter) })).toContainText(step(on));
  for (const guest of guests) {
    const on = by.get(guest.mine()?.letter ?? -1) ?? Number.NaN;
    expect(guest.number()).toBe((((((before.get(guest.person) ?? 0) - 1 + on) % 5) + 5) % 5) + 1);
  }
  for (const [index, page] of phones.entries()) {
    await expect(page.getByText(cafe.phone.here, { exact: true })).toBeVisible();
    const letter = /letter (.)\./.exec(await page.locator('.letter').innerText())?.[1] ?? '';
    const on = by.get(letter.charCodeAt(0) - 'A'.charCodeAt(0)) ?? Number.NaN;
    expect(await tableOf(page)).toBe((((((sat[index] ?? 0) - 1 + on) % 5) + 5) % 5) + 1);
  }
  await ana.bringToFront();
  await ana.getByRole('button', { name: desk.round.askAnyway }).click();
  await expect(board.getByRole('heading', { name: questions[1] ?? '' })).toBeVisible();
  await dana.locator('summary', { hasText: cafe.phone.own }).click();
  const own = dana.locator('li', { hasText: KEYS });
  await expect(own).toHaveCount(1);
  await expect(own).toContainText(`${cafe.phone.table} ${danaSat}, ${cafe.phone.notesEarlier(1)}`);
  expect(arrived()).toHaveLength(1);
}

/** One comes by the code and is given a chair, another scans the card of a table: nobody else goes anywhere. */
async function comesLate(browser: Browser, ana: Page, code: string): Promise<void> {
  const before = guests.map((guest) => guest.number());
  const { page: lea, context } = await comeIn(browser, plenary, code, 'Lea');
  await expect(lea.locator('.number')).toHaveText(/[1-5]$/);
  const mina = await (await browser.newContext(PHONE)).newPage();
  await mina.goto(`${plenary.url}/${code.replace(' ', '')}?table=2`);
  await mina.getByLabel(join.yourName).fill('Mina');
  await mina.getByRole('button', { name: join.button }).click();
  await expect(mina.locator('.number')).toHaveText(`${cafe.phone.table} 2`);
  await mina.locator('summary', { hasText: cafe.phone.people }).click();
  await expect(mina.getByRole('listitem').filter({ hasText: 'Mina' })).toContainText(cafe.phone.isHere);
  expect(guests.map((guest) => guest.number())).toEqual(before);
  await checkPage(ana, 'console: the tables talk');
  await mina.context().close();
  await context.close();
}

async function hostLeaves(ana: Page, bo: Page): Promise<void> {
  const at = await tableOf(bo);
  const host = guests.find((guest) => guest.mine()?.hosts && guest.number() === at);
  if (!host) throw new Error(`Nobody among ${NAMES.join(', ')} hosts table ${at}`);
  await ana.bringToFront();
  await openPeople(ana);
  await ana.getByRole('button', { name: `${words.people.leave}: ${host.name}` }).click();
  await ana.keyboard.press('Escape');
  await expect(bo.getByText(cafe.phone.noHost).first()).toBeVisible();
  await bo.getByRole('button', { name: cafe.phone.takeHost }).click();
  await expect(bo.getByText(cafe.phone.hostTasks).first()).toBeVisible();
  await expect(ana.getByText(desk.grid.host('Bo'))).toBeVisible();
  await bo.locator('summary', { hasText: cafe.phone.hostTasks }).click();
  await bo.getByLabel(cafe.phone.line(1)).fill('We began with what is there.');
  await bo.getByRole('button', { name: cafe.phone.keepLines }).click();
  await checkPage(bo, 'phone: a host');
}

/** Two tables become one, and the one that stays reads what both wrote. */
async function joinsTables(ana: Page): Promise<void> {
  const size = (guest: Traveller) => Object.keys(guest.table()?.people ?? {}).length;
  const hosts = guests.filter((guest) => guest.mine()?.hosts).sort((one, other) => size(one) - size(other));
  const [stays, goes] = hosts;
  if (!stays || !goes) throw new Error('No two tables have a host');
  const [into, from] = [stays.number(), goes.number()];
  expect(into).not.toBe(from);
  expect(await stays.write('The library lends tools')).not.toHaveProperty('refused');
  expect(await goes.write('The church has chairs')).not.toHaveProperty('refused');
  const wrote = (guest: Traveller) => Object.values(guest.table()?.notes ?? {}).map(({ text }) => text);
  const both = [...wrote(stays), ...wrote(goes)].sort();
  await ana.bringToFront();
  await ana.getByRole('button', { name: new RegExp(`^${desk.table(from)}\\b`) }).click();
  await ana.getByRole('button', { name: desk.panel.merge }).click();
  await checkPage(ana, 'console: a table');
  const table = await ana.getByLabel(desk.panel.mergeInto).locator('option', { hasText: `${desk.table(into)}:` });
  await ana.getByLabel(desk.panel.mergeInto).selectOption((await table.getAttribute('value')) ?? '');
  await ana.getByRole('button', { name: desk.panel.mergeButton, exact: true }).click();
  await expect(ana.getByText(desk.panel.merged(from, into))).toBeVisible();
  await expect.poll(() => goes.number()).toBe(into);
  await expect.poll(() => wrote(stays).sort()).toEqual(both);
}

/** Notes are picked, put beside each other and named, with keys alone. */
async function looksAtTheWall(ana: Page, board: Page, bo: Page): Promise<void> {
  await pressNext(ana, steps.move);
  await ana.getByRole('button', { name: desk.round.askAnyway }).click();
  await pressNext(ana, steps.harvest);
  await expect(bo.getByText(cafe.phone.harvest).first()).toBeVisible();
  await checkPage(bo, 'phone: the harvest');
  await expect(board.getByText(TIME_BANK)).toBeVisible();

  await ana.bringToFront();
  const note = (text: string) => ana.getByRole('checkbox', { name: new RegExp(`^${escaped(text)}`) });
  await note(SOUP).focus();
  await ana.keyboard.press('Home');
  await walksTo(ana, TIME_BANK);
  await ana.keyboard.press('Space');
  await expect(note(TIME_BANK)).toBeChecked();
  await ana.keyboard.press('Home');
  await walksTo(ana, SOUP);
  await ana.keyboard.press('Enter');
  await expect(board.getByText(cafe.board.harvest.unnamed).first()).toBeVisible();
  const name = ana.getByRole('button', { name: deskWords.desk.nameOf(deskWords.desk.groupShort(1, null)) }).first();
  await name.focus();
  await ana.keyboard.press('Enter');
  await expect(ana.getByLabel(deskWords.desk.theName)).toBeFocused();
  await ana.keyboard.type(THEME);
  await ana.keyboard.press('Enter');
  await expect(board.getByRole('heading', { name: THEME }).first()).toBeVisible();
  await expect(board.getByRole('heading', { name: cafe.board.harvest.loose }).first()).toBeVisible();
  await checkPage(ana, 'console: the harvest');
  await checkBoard(board, 'board: the harvest');
}

/** With the arrow alone. */
async function walksTo(ana: Page, text: string): Promise<void> {
  const focused = ana.locator('input[data-card]:focus');
  const all = await ana.locator('input[data-card]').count();
  for (let nth = 0; nth < all; nth += 1) {
    const label = await focused.locator('xpath=ancestor::label').innerText();
    if (label.startsWith(text)) return;
    await ana.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrow does not lead to “${text}”`);
}

/** What the tables wrote stands under the question it was written to, with what hangs under it, and no name. */
async function keeps(ana: Page, browser: Browser): Promise<void> {
  await pressNext(ana, steps.close);
  await ana.getByRole('button', { name: words.close, exact: true }).click();
  await ana.getByRole('button', { name: words.dialogs.closeYes }).click();
  await ana.getByRole('link', { name: words.closed.harvest }).click();
  await ana.getByLabel(harvestDesk.summary).fill('What five tables found in one evening.');
  await scan(ana, 'console: the edition to be');
  await publish(ana);

  const reader = await (await browser.newContext(PHONE)).newPage();
  await reader.goto(`${plenary.url}/commons`);
  await reader.getByRole('link', { name: 'An evening in the library' }).click();
  await expect(reader.getByRole('heading', { name: questions[0] ?? '', level: 2 })).toBeVisible();
  await expect(reader.getByRole('heading', { name: THEME })).toBeVisible();
  const byTable = reader.getByRole('region', { name: cafeHarvest.headings.tables });
  await pointsTo(reader, byTable);
  await showsTheSheet(reader);
  await checkPage(reader, 'the edition');
  const markdown = await (await reader.request.get(`${reader.url()}.md`)).text();
  const first = markdown.slice(markdown.indexOf(questions[0] ?? ''));
  expect(first).toMatch(new RegExp(`\\n- .*${escaped(TIME_BANK)}.*\\n +- .*${escaped(AN_HOUR)}`));
  expect(first).toContain(`**${harvest.outline.marks([harvest.outline.gem])}** ${SOUP}`);
  expect(markdown.split(KEYS)).toHaveLength(2);
  for (const name of ['Bo', 'Chidi', 'Dana', ...NAMES]) expect(markdown).not.toContain(name);
}

/** A note stands once; its table leads to it, and so does its permanent address. */
async function pointsTo(reader: Page, byTable: Locator): Promise<void> {
  const note = reader.getByRole('listitem').filter({ has: reader.getByText(KEYS) });
  await expect(note).toHaveCount(1);
  const number = await note.getByRole('link').first().innerText();
  await byTable.getByRole('link', { name: harvest.outline.note(number), exact: true }).click();
  await expect(reader.locator(':target')).toContainText(KEYS);
  const address = reader.url();
  await note.getByRole('link', { name: commons.permanent }).click();
  await expect(reader).toHaveURL(address);
  expect((await reader.request.get(`${plenary.url}/n/0000000000000`)).status()).toBe(404);
  await reader.goto(address.slice(0, address.indexOf('#')));
}

/** Esther's photo, as a file that anybody may keep. */
async function showsTheSheet(reader: Page): Promise<void> {
  const photo = reader.getByAltText(harvest.outline.photo([])).first();
  await photo.scrollIntoViewIfNeeded();
  await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1600);
  const address = new URL((await photo.getAttribute('src')) ?? '', plenary.url).href;
  const reply = await reader.request.get(address);
  expect(reply.headers()).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff'
  });
  expect(isBareJpeg(await reply.body())).toBe(true);
  const other = await reader.request.get(address.replace(/[^/]*\.jpg$/, '0000000000000000.jpg'));
  expect(other.status()).toBe(404);
}

/** As the phone shows it, in whichever part. */
const tableOf = async (page: Page): Promise<number> =>
  Number(/\d+/.exec(await page.locator('.number').first().innerText())?.[0]);

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
