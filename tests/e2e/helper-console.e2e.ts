import { expect, test, type Locator, type Page } from '@playwright/test';
import { consoleWords as desk } from '#methods/cards/words/console.ts';
import { steps } from '#methods/cards/words/steps.ts';
import { console as words } from '#words/index.ts';
import { convened, helperComes } from './cards.ts';
import { closePages, openPeople, pressNext, setUp } from './cast.ts';
import { Plenary } from './server-process.ts';

const plenary = new Plenary();
test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

const WANDA = 'Wanda';

test('a helper writes the card of somebody without a phone under their name, and takes it back', async ({
  browser
}) => {
  const ana = await setUp(browser, plenary);
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
