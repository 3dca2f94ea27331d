import { expect, test, type Locator, type Page } from '@playwright/test';
import { consoleWords as desk } from '#methods/cards/words/console.ts';
import { steps } from '#methods/cards/words/steps.ts';
import { console as words } from '#words/index.ts';
import { createAxeChecks } from './axe.ts';
import { convened, helperComes } from './cards.ts';
import { addWalkIn, closePages, openPeople, pressNext, setUp } from './cast.ts';
import { Plenary } from './server-process.ts';

const plenary = new Plenary();
let ana: Page;

test.beforeAll(async ({ browser }) => {
  await plenary.start();
  ana = await setUp(browser, plenary);
});
test.beforeEach(() => ana.goto(`${plenary.url}/console`));
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

const [WANDA, WILL] = ['Wanda', 'Will'];

test('a helper writes the card of somebody without a phone under their name, and takes it back', async ({
  browser
}) => {
  const { gathering } = await convened(ana, plenary, 'An evening with two helpers');
  const gus = await helperComes(browser, ana, plenary, gathering);
  const hana = await helperComes(browser, ana, plenary, gathering);
  const people = await openPeople(gus);
  await people.getByLabel(words.people.add).fill(WANDA);
  await people.getByLabel(words.people.add).press('Enter');
  await pressNext(ana, words.steps.turnTo);
  await pressNext(ana, steps.stages.writing);

  const written = (count: number) => ana.getByText(`${desk.stages.writing} · ${desk.cards(count)}`);
  await writes(people, 'A bench in the sun');
  await writes(people, 'A bench in the shade');
  await gus.keyboard.press('Escape');
  await gus.keyboard.press('Escape');
  await expect(written(2)).toBeVisible();

  await expect(hana.getByRole('button', { name: words.nothingToUndo })).toBeVisible();
  await undo(gus).click();
  await expect(written(1)).toBeVisible();
  await pressNext(ana, steps.stages.showing);
  await undo(gus).click();
  await expect(gus.getByRole('alert')).toBeVisible();
});

test('CA13 two people without a phone who both say yes learn of each other', async ({ browser }) => {
  const { checkPage, expectNoViolations } = createAxeChecks();
  const { gathering } = await convened(ana, plenary, 'A market of offers', 'offers-and-needs');
  const gus = await helperComes(browser, ana, plenary, gathering);
  for (const name of [WANDA, WILL]) await addWalkIn(gus, name);
  await pressNext(ana, words.steps.turnTo);
  await pressNext(ana, steps.stages.writing);
  await gus.keyboard.press('Escape');
  await gus.locator('summary', { hasText: desk.write.title }).click();
  for (const [question, name, text] of [
    [0, WANDA, 'A ladder for apples'],
    [1, WILL, 'Somebody with a ladder']
  ] as const) {
    await gus.getByLabel(desk.write.from).selectOption({ label: name });
    await gus.getByLabel(desk.write.question).selectOption({ index: question });
    await gus.getByRole('textbox', { name: desk.write.card }).fill(text);
    await gus.getByRole('button', { name: desk.write.put }).click();
    await expect(gus.getByRole('textbox', { name: desk.write.card })).toHaveValue('');
  }
  await pressNext(ana, steps.stages.showing);

  await gus.getByRole('tab', { name: desk.matches.title }).click();
  await gus.getByRole('button', { name: desk.matches.askOf('A ladder for apples', 'Somebody with a ladder') }).click();
  await gus.locator('summary', { hasText: desk.matches.answer.title }).click();
  await checkPage(gus, 'console: an answer for somebody without a phone');
  const answer = desk.matches.answer;
  for (const [name, contact] of [
    [WANDA, 'At the table by the door'],
    [WILL, 'In the second row']
  ] as const) {
    await gus.getByLabel(answer.who).selectOption({ label: name });
    await gus.getByLabel(answer.contact).fill(contact);
    await gus.getByRole('button', { name: answer.yes }).click();
    await expect(gus.getByLabel(answer.contact)).toHaveValue('');
  }

  const list = await openPeople(gus);
  await list.getByRole('button', { name: words.people.more(WANDA) }).click();
  await list.getByRole('link', { name: words.people.stored }).click();
  await gus.waitForURL('**/stored/**');
  await expect(gus.getByText('In the second row')).toBeVisible();
  await expect(gus.getByText('At the table by the door')).toHaveCount(1);
  await checkPage(gus, 'what is stored: whom they meet');
  expectNoViolations();
});

async function writes(people: Locator, text: string): Promise<void> {
  const field = people.getByLabel(desk.write.cardOf(WANDA));
  const more = people.getByRole('button', { name: words.people.more(WANDA) });
  if ((await more.getAttribute('aria-expanded')) !== 'true') await more.click();
  await people.getByRole('button', { name: `${desk.write.one}: ${WANDA}` }).click();
  await field.fill(text);
  await field.press('Enter');
  await expect(field).toBeHidden();
}

const undo = (console: Page): Locator => console.getByRole('button', { name: words.undo(steps.undone.writeCard) });
