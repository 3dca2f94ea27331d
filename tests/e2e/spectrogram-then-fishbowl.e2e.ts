import { expect, test, type Page } from '@playwright/test';
import {
  board as boardWords,
  commons,
  console as words,
  harvest,
  harvestDesk,
  phone as phoneWords,
  sorting
} from '#words/index.ts';
import { steps as cafeSteps } from '#methods/cafe/words/steps.ts';
import { words as bowl } from '#methods/fishbowl/words.ts';
import { words as line } from '#methods/spectrogram/words.ts';
import { steps as fishbowlSteps } from '#methods/fishbowl/words/steps.ts';
import { steps as spectrogramSteps } from '#methods/spectrogram/words/steps.ts';
import { templates } from '#words/templates.ts';
import { closePages, codeOn, comeIn, convene, openBoard, PHONE, pressNext, setUp, stand, publish } from './cast.ts';
import { Plenary } from './server-process.ts';

/**
 * The day of 2015, from an empty server to the commons: three continua, a phone that loses the network, a server that
 * dies, and the unpanel.
 */
const plenary = new Plenary();
const day = templates['cooperation-day'];
const statements = (day?.blocks[0]?.settings as { statements: { text: string; poleA: string; poleB: string }[] })
  .statements;
const unpanel = day?.blocks[1]?.settings as { question: string; invited: string[] };

test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

const [TITLE, SHORT] = ['What we are busy with', 'Two of three stood with others.'];
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

test('a day of cooperation goes from three phones to the commons, and loses nothing on the way', async ({
  browser
}) => {
  const console = await setUp(browser, plenary);
  const gathering = await convene(console, 'Cooperation in the city', 'cooperation-day');
  const board = await openBoard(console, plenary, gathering);
  await expect(board.getByRole('heading', { name: 'Cooperation in the city' })).toBeVisible();
  const code = await codeOn(board);

  const bo = await comeIn(browser, plenary, code, 'Bo');
  const chidi = await comeIn(browser, plenary, code.replace(' ', '-'), 'Chidi');
  const dana = await comeIn(browser, plenary, code, '');
  for (const { page } of [bo, chidi, dana]) await expect(page.getByText(phoneWords.lookUp).first()).toBeVisible();
  await expect(board.getByText(boardWords.here(3))).toBeVisible();

  await pressNext(console, words.steps.turnTo);
  for (const [index, { text, poleA, poleB }] of statements.entries()) {
    await pressNext(console, spectrogramSteps.steps.open);
    await expect(board.getByRole('heading', { name: text })).toBeVisible();
    for (const { page } of [bo, chidi, dana]) await expect(page.getByRole('heading', { name: text })).toBeVisible();

    await stand(bo.page, poleA);
    if (index === 1) await withoutNetwork(dana.page, async () => stand(dana.page, poleB));
    else await stand(dana.page, poleB);
    if (index === 2) await diesWhile(async () => stand(chidi.page, poleB));
    else await stand(chidi.page, poleB);
    for (const { page } of [bo, chidi, dana]) await saved(page);

    // Blind: how many, and not where.
    await expect(board.getByText(line.board.answered(3, 3))).toBeVisible();
    await expect(board.locator('circle.dot')).toHaveCount(0);
    await pressNext(console, spectrogramSteps.steps.reveal);
    await expect(board.locator('circle.dot')).toHaveCount(3);

    if (index === 0) {
      await stand(bo.page, poleB);
      await saved(bo.page);
    }
    await pressNext(console, spectrogramSteps.steps.lock);
    await expect(bo.page.getByText(line.phone.locked).first()).toBeVisible();
  }

  await pressNext(console, words.steps.turnTo);
  await expect(board.getByRole('heading', { name: unpanel.question })).toBeVisible();
  await pressNext(console, fishbowlSteps.stages['starters']);
  for (const guest of unpanel.invited) await expect(board.getByText(guest).first()).toBeVisible();
  // Asked for while the invited talk, held when the chair opens; and Chidi is next when Bo steps out.
  for (const { page } of [bo, chidi]) {
    await page.getByRole('button', { name: bowl.phone.comeIn }).click();
    await expect(page.getByText(bowl.phone.inLine).first()).toBeVisible();
  }
  await pressNext(console, fishbowlSteps.stages['bowl']);
  await bo.page.getByRole('button', { name: bowl.phone.sit }).click();
  await expect(board.getByText('Bo').first()).toBeVisible();
  await bo.page.getByRole('button', { name: bowl.phone.stepOut }).click();
  await chidi.page.getByRole('button', { name: bowl.phone.sit }).click();
  await expect(chidi.page.getByText(bowl.phone.sitting).first()).toBeVisible();
  await pressNext(console, fishbowlSteps.stages['last-words']);
  await expect(dana.page.getByText(bowl.phone.lastWords).first()).toBeVisible();

  await console.getByRole('button', { name: words.close, exact: true }).click();
  await console.getByRole('button', { name: words.dialogs.closeYes }).click();
  await expect(bo.page.getByText(phoneWords.closed).first()).toBeVisible();
  await console.getByRole('link', { name: words.closed.harvest }).click();
  const leftOut = console.getByRole('region', { name: harvestDesk.leftOutTitle });
  await expect(leftOut.getByRole('heading', { level: 3 })).toHaveText(
    [spectrogramSteps, fishbowlSteps, cafeSteps].map(({ method }) => method)
  );
  await saysInShort(console);
  await console.getByLabel(harvestDesk.summary).fill('Where we stood on three lines, one evening.');
  await publish(console);

  await holdsEverything(await (await browser.newContext(PHONE)).newPage());
  await expect(bo.page.getByRole('link', { name: phoneWords.readIt })).toBeVisible();
});

/** Nobody wrote a note, and the talk has a title for readers all the same, and what a line comes to. */
async function saysInShort(console: Page): Promise<void> {
  await console.getByRole('link', { name: sorting.title }).click();
  const asked = new RegExp(`^${sorting.giveTitleOf('')}.*› ${escaped(unpanel.question)}$`);
  await console.getByRole('button', { name: asked }).press('Enter');
  await console.getByLabel(sorting.titleField).fill(TITLE);
  await console.keyboard.press('Enter');
  await expect(console.getByText(harvest.outline.asked(unpanel.question))).toBeVisible();
  const { text } = statements[0]!;
  await console.getByRole('textbox', { name: new RegExp(`› ${escaped(text)}$`) }).fill(SHORT);
  await console.getByRole('button', { name: new RegExp(`^${sorting.saveOf('')}.*› ${escaped(text)}$`) }).press('Enter');
  await expect(console.getByRole('status').getByText(sorting.saved)).toBeAttached();
  await console.getByRole('link', { name: sorting.toEdition }).click();
}

/** A stranger looks for a word of the day, reads the edition, and takes it home in three formats. */
async function holdsEverything(page: Page): Promise<void> {
  await page.goto(`${plenary.url}/commons`);
  await page.getByLabel(commons.search).fill('peer');
  await page.getByRole('button', { name: commons.searchButton }).click();
  await page.getByRole('link', { name: 'Cooperation in the city' }).click();
  for (const { text } of statements) await expect(page.getByRole('heading', { name: text })).toBeVisible();
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
  for (const told of [harvest.outline.asked(unpanel.question), SHORT]) await expect(page.getByText(told)).toBeVisible();
  await expect(page.getByText('Bo', { exact: true })).toHaveCount(0);
  for (const format of ['md', 'csv', 'json']) {
    const reply = await page.request.get(`${page.url()}.${format}`);
    expect(reply.status()).toBe(200);
    const body = await reply.text();
    for (const { text } of statements) expect(body).toContain(text);
    expect(body).not.toContain('Chidi');
  }
}

async function saved(page: Page): Promise<void> {
  await expect(page.getByText(phoneWords.status.saved).first()).toBeVisible({ timeout: 20_000 });
}

async function withoutNetwork(page: Page, act: () => Promise<void>): Promise<void> {
  await page.context().setOffline(true);
  await act();
  await expect(page.getByText(phoneWords.status.offline(1)).first()).toBeVisible({ timeout: 30_000 });
  await page.context().setOffline(false);
}

/** The server is killed while the command is on its way, and comes back at the same address. */
async function diesWhile(act: () => Promise<void>): Promise<void> {
  const killed = plenary.kill();
  await act();
  await killed;
  await plenary.start();
}
