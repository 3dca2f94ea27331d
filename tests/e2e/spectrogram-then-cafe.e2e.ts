import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { words as area } from '#kit/words/working-area.ts';
import { moreTime } from '#kit/words/time.ts';
import { consoleWords as desk } from '#methods/cafe/words/console.ts';
import { deskWords } from '#methods/cafe/words/desk.ts';
import { printWords } from '#methods/cafe/words/print.ts';
import { letterOf } from '#methods/cafe/views/tables.ts';
import { words as cafe } from '#methods/cafe/words.ts';
import { words as line } from '#methods/spectrogram/words.ts';
import { board as boardWords, console as words, harvestDesk } from '#words/index.ts';
import { steps as cafeSteps } from '#methods/cafe/words/steps.ts';
import { steps as spectrogramSteps } from '#methods/spectrogram/words/steps.ts';
import { templates } from '#words/templates.ts';
import { excessOf, hasLeft, makesScribe, overview, travellers, type Overview, type Traveller } from './cafe.ts';
import {
  addWalkIn,
  closePages,
  codeOn,
  comeIn,
  convene,
  openBoard,
  PHONE,
  pressNext,
  setUp,
  showTab,
  stand,
  turnTo,
  publish
} from './cast.ts';
import { Plenary } from './server-process.ts';

/**
 * A community evening of twenty-five in a library: Ana leads, Ben helps with his phone, five have none. A line to warm
 * up, then a café at five tables in which three come late, a host leaves, and two scribes lose the network. Half of
 * what a real room does happens at once.
 */
const FIRST = [
  'Chidi',
  'Dana',
  'Esther',
  'Farid',
  'Gala',
  'Hugo',
  'Ines',
  'Jun',
  'Kofi',
  'Lea',
  'Mina',
  'Nils',
  'Omar'
];
const MORE = ['Pia', 'Quinn'];
const LATE = ['Sol', 'Tess'];
const [WANDA, XIOMARA, YUSUF, ZORA, RAFI] = ['Wanda', 'Xiomara', 'Yusuf', 'Zora', 'Rafi'] as const;
const SCRIBED = ['The hall is free on Mondays', 'The choir has chairs', 'Keys are with the caretaker'];
const THEMES = ['Rooms', 'Food', 'People'];

const plenary = new Plenary();
const { steps } = cafeSteps;
const evening = templates['evening'];
const statement = (evening?.blocks[0]?.settings as { statements: { text: string; poleA: string; poleB: string }[] })
  .statements[0];
const questions = (evening?.blocks[1]?.settings as { questions: string[] }).questions;
const walkIns: string[] = [WANDA, XIOMARA, YUSUF, ZORA];
const seatings: Map<string, number>[] = [];
let guests: Traveller[] = [];
let consoleView: Overview;

test.use({ trace: 'off' });
test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  for (const guest of guests) guest.leave();
  consoleView?.leave();
  await plenary.stop();
});

test('an evening of twenty-five goes from a line to five tables to the commons', async ({ browser }) => {
  const ana = await setUp(browser, plenary);
  const gathering = await convene(ana, 'An evening in the library', 'evening');
  const board = await openBoard(ana, plenary, gathering);
  await expect(board.getByRole('heading', { name: 'An evening in the library' })).toBeVisible();
  const code = await codeOn(board);
  const ben = await helps(browser, ana);
  const { page: ada } = await comeIn(browser, plenary, code, 'Ada');
  const { page: bo } = await comeIn(browser, plenary, code, 'Bo');

  await gathers(code, ben, board);
  await standsOnALine(ana, ben, board, [ada, bo]);
  consoleView = await overview(ana, plenary.url, gathering);
  await isSeated(ana, code, ben, [ada, bo]);
  await talks(ana, ben, board, [ada, bo]);
  await writesWithoutNetwork(ana, board, [ada, bo]);
  await hostLeaves(ana, ben, board);
  await looksAtTheWall(ana, board);
  await keeps(ana, board);
});

/** Ben's phone becomes a helper's. */
async function helps(browser: Browser, ana: Page): Promise<Page> {
  await ana.bringToFront();
  await ana.getByRole('button', { name: words.invite }).click();
  await ana.getByRole('button', { name: words.dialogs.make(words.dialogs.roles.helper.name) }).click();
  const link = new URL(await ana.locator('#made-link').inputValue());
  await ana.keyboard.press('Escape');
  const ben = await (await browser.newContext(PHONE)).newPage();
  await ben.goto(plenary.url + link.pathname + link.search + link.hash);
  await expect(ben.getByText(words.helper)).toBeVisible();
  return ben;
}

/** Seventeen by the code and three without a phone; then one more of each. */
async function gathers(code: string, ben: Page, board: Page): Promise<void> {
  guests = await travellers(plenary.url, code, FIRST, false);
  for (const name of [WANDA, XIOMARA, YUSUF]) await addWalkIn(ben, name);
  guests.push(...(await travellers(plenary.url, code, MORE, false)));
  await expect(board.getByText(boardWords.here(20))).toBeVisible();
  await addWalkIn(ben, ZORA);
  guests.push(...(await travellers(plenary.url, code, ['Ruth'], false)));
  await expect(board.getByText(boardWords.here(22))).toBeVisible();
}

/** Blind, revealed, four parts heard, six move, and a wrong press is taken back. */
async function standsOnALine(ana: Page, ben: Page, board: Page, phones: Page[]): Promise<void> {
  await pressNext(ana, words.steps.turnTo);
  await pressNext(ana, spectrogramSteps.steps.open);
  await expect(board.getByRole('heading', { name: statement?.text ?? '' })).toBeVisible();
  await expect.poll(() => guests.every((guest) => guest.line()?.stage === 'open')).toBe(true);
  const spread = guests.map((_, nth) => [40, 480, 940][nth % 3] ?? 0);
  spread[1] = 700;
  for (const [nth, guest] of guests.entries())
    expect(await guest.onLine('place', { x: spread[nth] ?? 0 })).not.toHaveProperty('refused');
  for (const phone of phones) await stand(phone, statement?.poleA ?? '');
  const fifths = line.console.fifths(statement?.poleA ?? '', statement?.poleB ?? '');
  for (const [nth, name] of walkIns.entries()) {
    await ben.getByLabel(line.console.who).selectOption({ label: line.console.notActed(name) });
    await ben.getByRole('button', { name: fifths[nth] ?? '' }).click();
    await expect(ben.getByText(line.console.placedThem(name))).toBeVisible();
  }
  for (const nth of [0, 1, 2, 4]) await guests[nth]?.onLine('raiseHand', { on: true });
  await expect(board.locator('circle.dot')).toHaveCount(0);
  await pressNext(ana, spectrogramSteps.steps.reveal);
  await expect(board.locator('circle.dot:not(.aside)')).toHaveCount(22);
  const dot = await board.locator('circle.dot:not(.aside)').first().boundingBox();
  expect(dot?.width).toBeGreaterThanOrEqual(32);

  await ana.bringToFront();
  const parts = line.board.reasons.from(statement?.poleA ?? '', statement?.poleB ?? '');
  for (const [heard, nth] of [0, 4, 2, 3].entries()) {
    await ana.getByRole('button', { name: line.console.callFrom(parts[nth] ?? '') }).click();
    await expect(board.getByText(line.board.called)).toBeVisible();
    await ana.getByRole('button', { name: line.console.heard, exact: true }).click();
    await expect(ana.getByText(line.console.zonesHeard(heard + 1))).toBeVisible();
  }
  await pressNext(ana, spectrogramSteps.steps.lock);
  await ana.locator('summary', { hasText: line.console.rounds }).click();
  await ana.getByRole('button', { name: line.console.letThemMove }).click();
  // The line before was open once, too.
  await expect.poll(() => guests.every(({ line }) => line()?.round === 2 && line()?.stage === 'open')).toBe(true);
  for (const guest of guests.slice(0, 6)) expect(await guest.onLine('place', { x: 500 })).not.toHaveProperty('refused');
  await pressNext(ana, spectrogramSteps.steps.lock);
  await ana.getByRole('button', { name: line.console.anotherRound }).click();
  await expect(board.locator('circle.dot')).toHaveCount(0);
  await ana.getByRole('button', { name: words.undo(spectrogramSteps.undone.anotherRound) }).click();
  await expect(board.locator('circle.dot:not(.aside)')).toHaveCount(22);
}

/** A plan nobody repeats in; three come after it, and nobody else goes anywhere. */
async function isSeated(ana: Page, code: string, ben: Page, phones: Page[]): Promise<void> {
  await turnTo(ana, 'World Café');
  // Until then the tabs are those of the line, and have the same names.
  await expect(ana.getByRole('heading', { name: 'World Café', level: 2 })).toBeVisible();
  for (const name of ['Ada', 'Bo']) await makesScribe(ana, name);
  await pressNext(ana, steps.plan);
  await expect(ana.locator('.quality')).toHaveText(/nobody meets anyone twice\. No plan can do better\.$/);
  expect(consoleView.view()?.draft?.quality).toMatchObject({ excess: 0, isOptimal: true });
  await pressNext(ana, steps.seat);
  await showTab(ana, area.run);
  await expect.poll(() => consoleView.seating().size).toBe(22);
  const before = consoleView.seating();
  const late = await travellers(plenary.url, code, LATE, false);
  // What a phone asks by itself.
  for (const guest of late) expect(await guest.say('comeIn', {})).not.toHaveProperty('refused');
  guests.push(...late);
  await addWalkIn(ben, RAFI);
  walkIns.push(RAFI);
  await ben.getByRole('button', { name: desk.seating.giveOf(RAFI) }).click();
  await expect.poll(() => consoleView.seating().size).toBe(25);
  for (const [person, table] of before) expect(consoleView.seating().get(person)).toBe(table);
  expect(sizes()).toEqual([5, 5, 5, 5, 5]);
  for (const page of phones) await expect(page.getByText(cafe.phone.go.first).first()).toBeVisible();
  await readsTheCards(ana);
}

/** What those without a phone carry: where they begin, their letter, and a table for each round. */
async function readsTheCards(ana: Page): Promise<void> {
  const paper = await ana.context().newPage();
  await paper.goto(`${ana.url()}/print/${consoleView.activity()}?sheet=seats`);
  for (const [person, { letter, path }] of Object.entries(consoleView.view()?.cards ?? {})) {
    const start = consoleView.seating().get(person) ?? 0;
    const card = paper.getByRole('listitem').filter({ hasText: `${printWords.start} ${start}` });
    await expect(card.filter({ hasText: `${printWords.letter} ${letterOf(letter ?? -1)}` })).not.toHaveCount(0);
    expect(path).toHaveLength(questions.length);
    expect(path).not.toContain(null);
  }
  expect(Object.keys(consoleView.view()?.cards ?? {})).toHaveLength(walkIns.length);
  await paper.close();
}

/** Every guest is at a table and writes, a walk-in too; then all move on and write again. */
async function talks(ana: Page, ben: Page, board: Page, phones: Page[]): Promise<void> {
  await allSit(ana, ben, board, phones);
  await expect(board.getByRole('heading', { name: questions[0] ?? '' })).toBeVisible();
  await everybodyWrites('What is good');
  await ben.getByRole('button', { name: new RegExp(`^${desk.table(tableOfWalkIn(RAFI))}\\b`) }).click();
  await ben.getByRole('button', { name: desk.panel.write }).click();
  await ben.getByLabel(desk.panel.from).selectOption({ label: RAFI });
  await ben.getByLabel(desk.panel.note).fill('The bench by the door');
  await ben.getByRole('button', { name: desk.panel.put }).click();
  await expect.poll(() => texts()).toContain('The bench by the door');
  await pressNext(ana, steps.move);
  await expect(board.getByText(cafe.board.finding.move)).toBeVisible();
  await allSit(ana, ben, board, phones);
  await expect(board.getByRole('heading', { name: questions[1] ?? '' })).toBeVisible();
  await everybodyWrites('In a year');
}

/** Two scribes type on while the network is away. The room does not wait for them. */
async function writesWithoutNetwork(ana: Page, board: Page, phones: Page[]): Promise<void> {
  for (const phone of phones) await phone.context().setOffline(true);
  for (const [nth, phone] of phones.entries())
    for (const text of SCRIBED) {
      await phone.getByLabel(cafe.phone.note, { exact: true }).fill(`${text} (${nth + 1})`);
      await phone.getByRole('button', { name: cafe.phone.put }).click();
    }
  for (const phone of phones) await expect(phone.getByText(cafe.phone.waits).first()).toBeVisible({ timeout: 30_000 });
  await ana.bringToFront();
  await ana.getByRole('button', { name: moreTime.plusFull(2) }).click();
  await expect(board.locator('.clock')).toContainText(/\d+/);
  expect(texts().filter((text) => text.startsWith('The hall is free'))).toEqual([]);
  for (const phone of phones) await phone.context().setOffline(false);
  const written = phones.flatMap((_, nth) => SCRIBED.map((text) => `${text} (${nth + 1})`)).sort();
  await expect
    .poll(
      () =>
        texts()
          .filter((text) => written.includes(text))
          .sort(),
      { timeout: 30_000 }
    )
    .toEqual(written);
}

/** A host leaves, and a guest who travelled takes over: no other seat changes, and at most one pair meets again. */
async function hostLeaves(ana: Page, ben: Page, board: Page): Promise<void> {
  const hosts = guests.filter((guest) => guest.mine()?.hosts);
  const beside = (host: Traveller) => guests.find((guest) => guest !== host && guest.number() === host.number());
  const leaving = hosts.find(beside);
  const promoted = leaving && beside(leaving);
  if (!leaving || !promoted) throw new Error('No host on a phone sits beside somebody on a phone');
  await ana.bringToFront();
  await hasLeft(ana, leaving.name);
  await expect.poll(() => promoted.table()?.people[leaving.person]?.present).toBe(false);
  const before = consoleView.seating();
  expect(await promoted.say('takeHost', { table: promoted.mine()?.table })).not.toHaveProperty('refused');
  await expect.poll(() => promoted.mine()?.hosts).toBe(true);
  expect([...consoleView.seating()].filter(([person, table]) => before.get(person) !== table)).toEqual([]);
  leaving.leave();
  guests = guests.filter((guest) => guest !== leaving);

  await pressNext(ana, steps.move);
  await expect(board.getByText(cafe.board.finding.move)).toBeVisible();
  await expect.poll(() => promoted.mine()?.round).toBe(3);
  expect(promoted.number()).toBe(before.get(promoted.person));
  await allSit(ana, ben, board, []);
  await everybodyWrites('We begin with');
  const stayed = seatings.map((round) => new Map([...round].filter(([person]) => person !== leaving.person)));
  expect(excessOf(stayed)).toBeLessThanOrEqual(1);
}

/** One card from each table; three themes, named while the room looks on. */
async function looksAtTheWall(ana: Page, board: Page): Promise<void> {
  const hosts = guests.filter((one) => one.mine()?.hosts);
  for (const guest of hosts) {
    const [note] = Object.entries(guest.table()?.notes ?? {}).find(([, { round }]) => round === 3) ?? [];
    expect(await guest.say('chooseCard', { table: guest.mine()?.table, note })).not.toHaveProperty('refused');
  }
  await pressNext(ana, steps.harvest);
  await ana.bringToFront();
  const notes = Object.values(consoleView.view()?.wall.notes ?? {});
  expect(hosts).not.toEqual([]);
  await expect.poll(() => Object.keys(consoleView.view()?.wall.cards ?? {})).toHaveLength(hosts.length);
  for (const [nth, theme] of THEMES.entries()) {
    const [one, other] = notes.slice(3 * nth, 3 * nth + 2).map(({ text }) => text ?? '');
    for (const text of [one, other])
      await ana.getByRole('checkbox', { name: new RegExp(`^${escaped(text ?? '')}`) }).check();
    await ana.getByRole('button', { name: deskWords.desk.newGroup }).click();
    const unnamed = deskWords.desk.nameOf(deskWords.desk.groupShort(nth + 1, null));
    await ana.getByRole('button', { name: unnamed }).first().click();
    await ana.getByLabel(deskWords.desk.theName).fill(theme);
    await ana.getByRole('button', { name: deskWords.desk.save }).click();
    await expect(board.getByRole('heading', { name: theme }).first()).toBeVisible();
  }
  const named = () => Object.values(consoleView.view()?.wall.clusters ?? {}).map(({ name }) => name);
  await expect.poll(() => named().toSorted()).toEqual(THEMES.toSorted());
  const wall = consoleView.view()?.wall;
  const placed = Object.values(wall?.notes ?? {}).map(({ cluster }) => cluster);
  expect(placed.filter((cluster) => cluster === null)).toHaveLength(notes.length - 2 * THEMES.length);
  expect(new Set(placed.filter((cluster) => cluster !== null))).toEqual(new Set(Object.keys(wall?.clusters ?? {})));
}

/** The board leads to what is left: the line with its sentence, the notes by question, and nobody's name. */
async function keeps(ana: Page, board: Page): Promise<void> {
  const written = texts();
  await pressNext(ana, steps.close);
  await ana.getByRole('button', { name: words.close, exact: true }).click();
  await ana.getByRole('button', { name: words.dialogs.closeYes }).click();
  await ana.getByRole('link', { name: words.closed.harvest }).click();
  await ana.getByLabel(harvestDesk.summary).fill('What five tables found in one evening.');
  await publish(ana);
  await expect(board.getByRole('img', { name: boardWords.editionQr })).toBeVisible();
  const address = /\/commons\/[a-z0-9-]+/.exec(await board.locator('.address').innerText())?.[0] ?? '';
  const markdown = await (await board.request.get(`${plenary.url}${address}.md`)).text();
  expect(markdown).toContain(statement?.text ?? '');
  const at = questions.map((question) => markdown.indexOf(question));
  expect(at).toEqual(at.toSorted((one, other) => one - other));
  for (const text of written) expect(markdown).toContain(text);
  for (const name of [...FIRST, ...MORE, ...LATE, ...walkIns, 'Ada', 'Ruth']) expect(markdown).not.toContain(name);
}

/** By their own word, or by Ben's for those without a phone. */
async function allSit(ana: Page, ben: Page, board: Page, phones: Page[]): Promise<void> {
  const now = seatings.length + 1;
  await expect
    .poll(() => guests.every(({ mine }) => mine()?.round === now) && consoleView.view()?.round === now)
    .toBe(true);
  for (const phone of phones) {
    const here = phone.getByRole('button', { name: cafe.phone.here, exact: true });
    await expect(here.or(phone.getByText(cafe.phone.go.host))).toBeVisible();
    await sits(phone, here);
  }
  for (const guest of guests) expect(await guest.here()).not.toHaveProperty('refused');
  for (const name of walkIns)
    await sits(ben, ben.getByRole('button', { name: new RegExp(`^${desk.seating.here}: ${name},`) }));
  seatings.push(consoleView.seating());
  await pressNext(ana, steps.ask);
  await expect(board.locator('.clock')).toBeVisible();
}

/** A host who stays is there already. */
async function sits(page: Page, there: Locator): Promise<void> {
  await page.bringToFront();
  if ((await there.count()) > 0) await there.click();
}

async function everybodyWrites(what: string): Promise<void> {
  for (const guest of guests)
    expect(await guest.write(`${what}: ${guest.number()}, ${guest.person}`)).not.toHaveProperty('refused');
  const written = () => Object.values(consoleView.view()?.tables ?? {}).map(({ written }) => written);
  await expect.poll(() => written().reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(guests.length);
  expect(written()).not.toContain(0);
}

const texts = (): string[] =>
  Object.values(consoleView.view()?.wall.notes ?? {}).flatMap(({ text }) => (text === null ? [] : [text]));

const sizes = (): number[] => {
  const tables = [...consoleView.seating().values()];
  return [...new Set(tables)].map((table) => tables.filter((other) => other === table).length).sort();
};

const tableOfWalkIn = (name: string): number => consoleView.seating().get(consoleView.person(name)) ?? 0;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
