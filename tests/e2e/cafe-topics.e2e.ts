import { expect, test, type Page } from '@playwright/test';
import { consoleWords as desk } from '#methods/cafe/words/console.ts';
import { setUpWords as form } from '#methods/cafe/words/set-up.ts';
import { words as cafe } from '#methods/cafe/words.ts';
import { steps as cafeSteps } from '#methods/cafe/words/steps.ts';
import { console as words } from '#words/index.ts';
import { travellers, type Traveller } from './cafe.ts';
import { addWalkIn, closePages, codeOn, comeIn, convene, openBoard, pressNext, setUp } from './cast.ts';
import { createAxeChecks } from './axe.ts';
import { Plenary } from './server-process.ts';

const TOPICS = [
  'A tool library',
  'Food from here',
  'Who looks after whom',
  'Rooms that stand empty',
  'Money that stays'
];
const [TOOLS, FOOD, , ROOMS] = TOPICS as [string, string, string, string];
const TITLE = 'Tables with topics';
const GUS = 'Gus without a phone';
const GUESTS = Array.from({ length: 10 }, (_, nth) => `Guest ${nth + 1}`);

const plenary = new Plenary();
const { checkPage, checkBoard, expectNoViolations } = createAxeChecks();
let guests: Traveller[] = [];

test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  for (const guest of guests) guest.leave();
  await plenary.stop();
});

test('WC42 people choose among five topics, and two rounds lead them to what they chose', async ({ browser }) => {
  const ana = await setUp(browser, plenary);
  const gathering = await convene(ana, 'What we could share', '');
  const board = await openBoard(ana, plenary, gathering);
  const code = await codeOn(board);
  await addsTopics(ana);
  guests = await travellers(plenary.url, code, GUESTS);
  const { page: bo } = await comeIn(browser, plenary, code, 'Bo');
  await addWalkIn(ana, GUS);
  await pressNext(ana, words.steps.turnTo);

  await expect(board.getByText(cafe.board.ready.choose(2))).toBeVisible();
  await checkBoard(board, 'board: topics to choose from');
  for (const topic of [TOOLS, ROOMS]) await chooses(bo, topic);
  await expect(bo.getByText(cafe.phone.choose.chosen(2, 2)).first()).toBeVisible();
  await expect(bo.getByRole('checkbox', { name: FOOD })).toBeDisabled();
  await checkPage(bo, 'phone: topics are chosen');
  // More people choose food than its table has chairs. All others get the topic that they chose.
  for (const guest of guests) {
    const tables = Object.entries(guest.all()?.tables ?? {});
    const at = (number: number) => tables.find(([, table]) => table.number === number)?.[0];
    expect(await guest.say('chooseTopic', { table: at(2), on: true })).not.toHaveProperty('refused');
  }
  await ana.locator('summary', { hasText: desk.choosing.forSomebody }).click();
  await ana
    .getByRole('group', { name: desk.choosing.topics(2) })
    .getByRole('button', { name: FOOD })
    .click();
  await expect(ana.getByText(desk.choosing.saved)).toBeVisible();
  await expect(ana.getByText(desk.choosing.wanted(11, 6))).toBeVisible();
  await expect(ana.getByText(desk.choosing.short)).toHaveCount(1);
  await checkPage(ana, 'console: what people chose');

  await pressNext(ana, cafeSteps.steps.plan);
  await expect(
    ana.getByText('8 of 13 topics that people chose are visited. There are chairs for no more.')
  ).toBeVisible();
  await pressNext(ana, cafeSteps.steps.seat);
  const visited = new Set<string>();
  for (const round of [1, 2]) {
    await expect.poll(() => guests.every((guest) => guest.mine()?.round === round)).toBe(true);
    for (const guest of guests) expect(await guest.here()).not.toHaveProperty('refused');
    await bo.getByRole('button', { name: cafe.phone.here, exact: true }).click();
    await ana.getByRole('button', { name: new RegExp(`^${desk.seating.here}: ${GUS},`) }).click();
    await pressNext(ana, cafeSteps.steps.ask);
    await expect(board.locator('.clock')).toBeVisible();
    const heading = bo.getByRole('heading', { level: 2 }).first();
    await expect(heading).toHaveText(new RegExp(`^(${TOPICS.join('|')})$`));
    visited.add(await heading.innerText());
    if (round === 1) await pressNext(ana, cafeSteps.steps.move);
  }
  expect([...visited].sort()).toEqual([ROOMS, TOOLS].sort());
  expectNoViolations();
});

async function addsTopics(ana: Page): Promise<void> {
  await ana.bringToFront();
  await ana.getByText(words.show.add).first().click();
  await ana.getByLabel(words.show.blockTitle).fill(TITLE);
  await ana.getByLabel(words.show.method).selectOption({ label: cafeSteps.method });
  await ana.getByRole('radio', { name: desk.layouts.topics.name }).check();
  await ana.getByLabel(form.topics).fill(TOPICS.join('\n'));
  await ana.getByLabel(form.visits).fill('2');
  await ana.getByLabel(form.seats).fill('3');
  await ana.getByRole('radio', { name: desk.hosts.none.name }).check();
  await ana.getByRole('button', { name: words.show.save, exact: true }).click();
  await expect(ana.getByText(TITLE).first()).toBeVisible();
}

async function chooses(phone: Page, topic: string): Promise<void> {
  await phone.getByRole('checkbox', { name: topic }).click();
  await expect(phone.getByRole('checkbox', { name: topic, checked: true })).toBeVisible();
}
