import { expect, test, type Locator, type Page } from '@playwright/test';
import { words as pasting } from '#kit/words/pasting.ts';
import { reviewWords } from '#kit/words/review.ts';
import { voteConsole } from '#kit/words/vote-console.ts';
import { votePhone, voteTotals } from '#kit/words/votes.ts';
import { board as wall } from '#methods/cards/words/board.ts';
import { consoleWords as desk } from '#methods/cards/words/console.ts';
import { phone as own } from '#methods/cards/words/phone.ts';
import { steps as cardSteps } from '#methods/cards/words/steps.ts';
import { console as words, phone } from '#words/index.ts';
import {
  cardOn,
  convened,
  grouping,
  helperComes,
  listenAs,
  QUESTION,
  walksTo,
  writers,
  type Heard,
  type Writer
} from './cards.ts';
import { closePages, comeIn, openPeople, PHONE, pressNext, setUp, showTab } from './cast.ts';
import { press, tabTo } from './keyboard.ts';
import { Plenary } from './server-process.ts';

/**
 * Sixteen people write 48 cards, in `npm run prove` forty write 120: some over plain sockets, four on phones, three
 * without one.
 */
const SOCKETS = process.env['PLENARY_PROVE'] ? 33 : 9;
const WALK_INS = ['Wanda', 'Xiomara', 'Yusuf'];
const PEOPLE = SOCKETS + 4 + WALK_INS.length;
const CARDS = 3 * PEOPLE;
const NAMES = Array.from({ length: SOCKETS }, (_, index) => `Guest ${index + 1}`);
const bench = (house: number) => `A bench near house ${house}`;
const slower = (house: number) => `Slower cars before house ${house}`;
const soup = (house: number) => `Soup in the yard of house ${house}`;
const LIST = ['Borrow a ladder', 'Borrow a drill', 'Borrow a cargo bike'];
const ARABIC = 'مكان هادئ تحت الأشجار';
const OFFLINE = ['Lights on the path', 'Lights by the river', 'Lights in the park'];

const plenary = new Plenary();
const { steps, stages } = cardSteps;
const review = reviewWords({ one: 'card', many: 'cards' });
let guests: Writer[] = [];
let overheard: Awaited<ReturnType<typeof listenAs>>[] = [];

test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  for (const each of [...guests, ...overheard]) each.leave();
  await plenary.stop();
});

test('a room writes, two helpers put together what belongs together, and the room chooses', async ({ browser }) => {
  const ana = await setUp(browser, plenary);
  const { gathering, board, code } = await convened(ana, plenary, 'An evening on our street');
  const [bo, dana, esther] = await Promise.all(
    ['Bo', 'Dana', 'Esther'].map(async (name) => (await comeIn(browser, plenary, code, name)).page)
  );
  if (!bo || !dana || !esther) throw new Error('Three phones come in');
  const { page: chidi } = await comeIn(browser, plenary, code, 'Chidi', { ...PHONE, javaScriptEnabled: false });
  guests = await writers(plenary.url, code, NAMES);
  overheard = await Promise.all(
    (['board', 'console'] as const).map((surface) => listenAs(ana, plenary.url, gathering, surface))
  );
  const gus = await helperComes(browser, ana, plenary, gathering);
  const hana = await helperComes(browser, ana, plenary, gathering);
  for (const name of WALK_INS) {
    const people = await openPeople(gus);
    await people.getByLabel(words.people.add).fill(name);
    await people.getByLabel(words.people.add).press('Enter');
    await expect(people.getByLabel(words.people.add)).toHaveValue('');
  }
  await gus.keyboard.press('Escape');
  await pressNext(ana, words.steps.turnTo);
  await pressNext(ana, stages.writing);
  await expect(board.getByRole('heading', { name: QUESTION })).toBeVisible();

  await Promise.all([socketsWrite(), writesWithoutScripts(chidi), mends(esther), pasteLists(dana, gus)]);
  await expect(board.getByText(wall.written(CARDS - OFFLINE.length))).toBeVisible();
  nobodyReadsOthers();
  await isShownWhileBoIsAway(ana, board, bo);
  await expect(ana.getByText(desk.cards(CARDS))).toBeVisible();
  await isRemoved(ana, board);
  await groupAtOnce(ana, board, gus, hana);
  await choose(ana, board, gus, { bo, chidi, dana, esther });
});

async function socketsWrite(): Promise<void> {
  const answers = await Promise.all(
    guests.flatMap((guest, index) => [bench, slower, soup].map((text) => guest.write(text(index + 1))))
  );
  for (const answer of answers) expect(answer).not.toHaveProperty('refused');
}

/** The field for a new card comes before those for cards that were written. */
const cardField = (page: Page): Locator => page.getByLabel(own.card, { exact: true }).first();

/** A plain form, and a page that has to be loaded again. */
async function writesWithoutScripts(chidi: Page): Promise<void> {
  await chidi.getByRole('link', { name: phone.reload }).click();
  for (const text of ['A swing', 'A swing for two', ARABIC]) {
    await cardField(chidi).fill(text);
    await chidi.getByRole('button', { name: own.send }).click();
    await expect(chidi.getByRole('listitem').filter({ hasText: text }).first()).toBeVisible();
  }
  await expect(chidi.getByText(own.own(3))).toBeVisible();
}

/** Enter sends. One card is mended, another is taken away and written anew. */
async function mends(esther: Page): Promise<void> {
  const field = cardField(esther);
  for (const text of ['Fewer lorrys', 'Nothing', 'A bus at night', 'A bus on Sundays']) {
    await field.fill(text);
    await field.press('Enter');
    await expect(field).toHaveValue('');
  }
  const lorries = esther.getByRole('listitem').filter({ hasText: 'Fewer lorrys' });
  await lorries.locator('summary').click();
  await lorries.getByLabel(own.card).fill('Fewer lorries');
  await lorries.getByRole('button', { name: own.save }).click();
  await expect(esther.getByRole('listitem').filter({ hasText: 'Fewer lorries' })).toBeVisible();
  await esther.getByRole('listitem').filter({ hasText: 'Nothing' }).locator('summary').click();
  await esther.getByRole('button', { name: own.removeOf('Nothing') }).click();
  await expect(esther.getByText(own.own(3))).toBeVisible();
}

/** Dana has a list in her notes; Gus has three sheets of people without a phone. There is one clipboard for both. */
async function pasteLists(dana: Page, gus: Page): Promise<void> {
  await paste(dana, cardField(dana), LIST);
  await dana.getByRole('button', { name: pasting.many(3), exact: true }).click();
  await expect(dana.getByText(own.own(3))).toBeVisible();

  await gus.locator('summary', { hasText: desk.write.title }).click();
  for (const name of WALK_INS) {
    await gus.getByLabel(desk.write.from).selectOption({ label: name });
    await paste(
      gus,
      gus.getByLabel(desk.write.card, { exact: true }),
      ['shade', 'water', 'seats'].map((what) => `${name} wants ${what}`)
    );
    await gus.getByRole('button', { name: pasting.many(3), exact: true }).click();
    await expect(gus.getByLabel(desk.write.card, { exact: true })).toHaveValue('');
  }
}

async function paste(page: Page, into: Locator, lines: readonly string[]): Promise<void> {
  await into.fill(lines.join('\n'));
  for (const key of ['a', 'x', 'v']) await into.press(`ControlOrMeta+${key}`);
  await expect(into).toHaveValue(lines.join('\n'));
}

/** What phones are told while people write, to the last frame: nobody's card but their own. */
function nobodyReadsOthers(): void {
  guests.forEach(({ payloads }, index) => {
    const told = payloads.join('\n');
    expect(told).toContain(bench(index + 1));
    expect(told).not.toContain(bench(((index + 1) % SOCKETS) + 1));
    for (const text of [ARABIC, ...LIST]) expect(told).not.toContain(text);
  });
  for (const { payloads } of overheard.slice(0, 1)) expect(payloads.join('\n')).not.toContain(bench(1));
}

/** Three cards wait on a phone without a network; meanwhile the others are shown. */
async function isShownWhileBoIsAway(ana: Page, board: Page, bo: Page): Promise<void> {
  await bo.context().setOffline(true);
  for (const text of OFFLINE) {
    await cardField(bo).fill(text);
    await bo.getByRole('button', { name: own.send }).click();
  }
  await expect(bo.getByText(phone.status.offline(OFFLINE.length)).first()).toBeVisible({ timeout: 30_000 });
  await pressNext(ana, stages.showing);
  await expect(board.getByText(bench(1), { exact: true })).toBeAttached();
  await expect(board.getByText(ARABIC)).toBeAttached();
  await bo.context().setOffline(false);
  for (const text of OFFLINE) await expect(board.getByText(text)).toBeAttached();
  await expect(bo.getByText(own.own(OFFLINE.length))).toBeVisible();
}

/** The last guest is shown out while the room reads what they wrote: their page ends, their cards stay. */
async function isRemoved(ana: Page, board: Page): Promise<void> {
  const people = await openPeople(ana);
  await people.getByLabel(words.people.find).fill(NAMES.at(-1) ?? '');
  await people.getByRole('button', { name: words.people.more(NAMES.at(-1) ?? '') }).click();
  await people.getByRole('button', { name: words.people.remove, exact: true }).click();
  await expect(people.getByRole('button', { name: `${words.people.letIn}: ${NAMES.at(-1)}` })).toBeFocused();
  await people.getByLabel(words.people.find).fill('');
  await ana.keyboard.press('Escape');
  await expect(board.getByText(bench(SOCKETS), { exact: true })).toBeAttached();

  await showTab(ana, desk.tab);
  await ana.locator('summary', { hasText: desk.find }).click();
  await ana.getByLabel(review.find).fill(`near ${SOCKETS}`);
  await ana.getByRole('button', { name: review.hideOf(bench(SOCKETS)) }).click();
  await expect(board.getByText(bench(SOCKETS), { exact: true })).toHaveCount(0);
  await expect(board.getByText(soup(SOCKETS), { exact: true })).toBeAttached();
}

const HOUSES = [1, 2, 3, 4, 5];

/** Gus has a mouse, Hana has keys alone. Both press at the same moment, and each press moves what was picked there. */
async function groupAtOnce(ana: Page, board: Page, gus: Page, hana: Page): Promise<void> {
  await pressNext(ana, stages.grouping);
  await Promise.all([picksByMouse(gus, HOUSES.map(bench)), picksByKeys(hana, HOUSES.map(slower))]);
  await Promise.all([gus.getByRole('button', { name: grouping.newGroup }).click(), hana.keyboard.press('n')]);
  await expect(pileOf(gus, bench(1))).toContainText(grouping.inIt(5));
  await expect(pileOf(hana, slower(1))).toContainText(grouping.inIt(5));

  const [benches, cars] = [await numberOf(gus, bench(1)), await numberOf(hana, slower(1))];
  expect([benches, cars].sort()).toEqual([1, 2]);
  await Promise.all([
    (async () => {
      await gus.getByRole('button', { name: grouping.nameOf(grouping.groupShort(benches, null)) }).click();
      await gus.getByLabel(grouping.theName).fill('Places to sit');
      await gus.getByRole('button', { name: grouping.save, exact: true }).click();
    })(),
    (async () => {
      await press(hana, hana.getByRole('button', { name: grouping.nameOf(grouping.groupShort(cars, null)) }));
      await expect(hana.getByLabel(grouping.theName)).toBeFocused();
      await hana.keyboard.type('Slower traffic');
      await hana.keyboard.press('Enter');
    })()
  ]);
  for (const name of ['Places to sit', 'Slower traffic'])
    await expect(board.getByRole('heading', { name })).toBeAttached();

  // One card, two places, at one moment: it ends in one of them, and neither console is told a no.
  const torn = soup(1);
  await Promise.all([picksByMouse(gus, [torn]), picksByKeys(hana, [torn])]);
  await Promise.all([
    gus.getByRole('button', { name: grouping.putInto(1, 'Places to sit') }).click(),
    hana.keyboard.press(`${cars}`)
  ]);
  await expect(gus.getByText(desk.looseLeft(CARDS - 1 - 11))).toBeVisible();
  for (const page of [gus, hana]) await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(board.getByText(torn, { exact: true })).toHaveCount(1);
  await Promise.all([putsTogether(gus, [soup(2), soup(3)], 'Eating together'), foldsByKeys(hana)]);
  await expect(board.getByText(wall.folded(1))).toBeAttached();
  await putsTogether(gus, LIST, 'Things to borrow');
  await settlesSuggestions(gus, hana);
}

async function picksByMouse(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) await cardOn(page, text).check();
  await expect(page.getByRole('group', { name: grouping.picked(texts.length) })).toBeVisible();
}

async function picksByKeys(page: Page, texts: readonly string[]): Promise<void> {
  await tabTo(page, page.locator('[data-card][tabindex="0"]'));
  for (const text of texts) {
    await walksTo(page, text);
    await page.keyboard.press('Space');
    await expect(cardOn(page, text)).toBeChecked();
  }
}

async function putsTogether(page: Page, texts: readonly string[], name: string): Promise<void> {
  await picksByMouse(page, texts);
  await page.getByRole('button', { name: grouping.newGroup }).click();
  await expect(page.getByText(grouping.made(texts.length))).toBeVisible();
  const number = await numberOf(page, texts[0] ?? '');
  await page.getByRole('button', { name: grouping.nameOf(grouping.groupShort(number, null)) }).click();
  await page.getByLabel(grouping.theName).fill(name);
  await page.getByLabel(grouping.theName).press('Enter');
  await expect(page.getByText(grouping.named(name))).toBeVisible();
}

/** One is taken; another is turned down by Gus, and Hana is not asked any more. */
async function settlesSuggestions(gus: Page, hana: Page): Promise<void> {
  const { title, together, refuse, refused } = grouping.suggestions;
  const of = (page: Page, what: string) => page.getByRole('button', { name: `${what}: ` });
  const nameOf = async (page: Page, what: string) => (await of(page, what).first().getAttribute('aria-label')) ?? '';
  for (const page of [gus, hana]) {
    await page.locator('summary', { hasText: title }).click();
    await expect(of(page, together)).not.toHaveCount(0);
  }
  const [one, other] = (await nameOf(gus, together)).slice(`${together}: `.length).split(' + ');
  await of(gus, together).first().click();
  await expect(pileOf(hana, one ?? '').filter({ has: cardOn(hana, other ?? '') })).toHaveCount(1);

  await of(gus, refuse).first().focus();
  const turnedDown = await nameOf(gus, refuse);
  await expect(hana.getByRole('button', { name: turnedDown, exact: true })).toHaveCount(1);
  await gus.getByRole('button', { name: turnedDown, exact: true }).click();
  await expect(gus.getByText(refused)).toBeVisible();
  await expect(hana.getByRole('button', { name: turnedDown, exact: true })).toHaveCount(0);
  for (const page of [gus, hana]) await page.locator('summary', { hasText: title }).click();
}

/** A card says the same as another. */
async function foldsByKeys(hana: Page): Promise<void> {
  await picksByKeys(hana, ['A swing', 'A swing for two']);
  await press(hana, hana.getByRole('button', { name: grouping.fold }));
  await expect(hana.getByText(grouping.folded)).toBeVisible();
  await expect(hana.locator('summary', { hasText: grouping.foldedIn(1) })).toBeVisible();
}

const pileOf = (page: Page, text: string): Locator =>
  page.getByRole('group', { name: /^\d+ · / }).filter({ has: cardOn(page, text) });

const numberOf = async (page: Page, text: string): Promise<number> =>
  Number.parseInt((await pileOf(page, text).getAttribute('aria-label')) ?? '', 10);

type Phones = { bo: Page; chidi: Page; dana: Page; esther: Page };
const TOPICS = ['Places to sit', 'Slower traffic', 'Eating together', 'Things to borrow'];

/** Two topics get the same: no figure of it leaves the server before the vote is closed, and the tie has names. */
async function choose(ana: Page, board: Page, gus: Page, { bo, chidi, dana, esther }: Phones): Promise<void> {
  await pressNext(ana, stages.choosing);
  await pressNext(ana, steps.openVote);
  await expect(dana.getByRole('heading', { name: votePhone.title.dots })).toBeVisible();
  const voters = guests.slice(0, -1);
  const each = Math.ceil(voters.length / 3);
  expect(await voters[0]?.write('Too late')).toEqual({ refused: 'people-are-choosing' });
  await expect.poll(() => voters.every((guest) => guest.all()?.vote?.open)).toBe(true);
  const option = (guest: Writer, name: string) =>
    Object.entries(guest.all()?.options ?? {}).find(([, { text }]) => text === name)?.[0] ?? '';
  const gives = (guest: Writer, index: number) => {
    const name = TOPICS[Math.min(2, Math.floor(index / each))] ?? '';
    return guest.say('vote', { vote: guest.all()?.vote?.id, votes: { [option(guest, name)]: 1 } });
  };
  for (const answer of await Promise.all(voters.map(gives))) expect(answer).not.toHaveProperty('refused');

  const ticks = (page: Page, name: string) => page.getByRole('checkbox', { name });
  for (const [page, name] of [
    [bo, 'Things to borrow'],
    [dana, 'Places to sit'],
    [esther, 'Slower traffic']
  ] as const) {
    await ticks(page, name).click();
    await expect(page.getByText(votePhone.saved)).toBeVisible();
  }
  await chidi.getByRole('link', { name: phone.reload }).click();
  await ticks(chidi, 'Things to borrow').click();
  await expect(ticks(chidi, 'Things to borrow')).toBeChecked();
  await gus.locator('summary', { hasText: voteConsole.forWhom }).click();
  await ticks(gus, 'Eating together').click();
  await gus.getByRole('button', { name: voteConsole.send }).click();
  await expect(board.getByText(voteTotals.voted(PEOPLE - 3, PEOPLE - 1))).toBeVisible();
  expect([...guests, ...overheard].filter(tellsFigures)).toEqual([]);

  await pressNext(ana, steps.closeVote);
  // Groups stand in the order in which they were made, and the first two were made at once.
  const level = Object.values(voters[0]?.all()?.options ?? {})
    .flatMap(({ text }) => text ?? [])
    .slice(0, 2);
  expect(level.toSorted()).toEqual(TOPICS.slice(0, 2));
  await expect(
    board.getByText(voteTotals.level('dots', level, { sum: each + 1, voters: each + 1, median: 1, place: 1 }))
  ).toBeVisible();
  await expect.poll(() => overheard.every(tellsFigures)).toBe(true);
  await expect(dana.getByText(votePhone.closed).first()).toBeVisible();
  await pressNext(ana, stages.closed);
}

/** What a total is made of, as the wire spells it. */
const tellsFigures = ({ payloads }: Heard): boolean => payloads.some((told) => /"(sum|voters|median)":/.test(told));
