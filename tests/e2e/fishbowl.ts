import { expect, type Page } from '@playwright/test';
import { console as words } from '#words/index.ts';
import { consoleWords as led } from '#methods/fishbowl/words/console.ts';
import type { Form } from '#methods/fishbowl/settings.ts';
import { codeOn, convene, openBoard } from './cast.ts';
import type { Plenary } from './server-process.ts';

export const QUESTION = 'What are you excited about, working on and thinking about right now?';

/** A gathering with one fishbowl, as Ana fills in its form. Her page shows the console, the other one the board. */
export async function convened(
  ana: Page,
  plenary: Plenary,
  circle: { title: string; form: Form; invited?: string[] }
): Promise<{ board: Page; code: string }> {
  await ana.goto(`${plenary.url}/console`);
  const gathering = await convene(ana, circle.title, '');
  await ana.getByRole('button', { name: words.show.add }).click();
  await ana.getByLabel(words.show.method).selectOption('fishbowl');
  await ana.getByLabel(led.setUp.question).fill(QUESTION);
  await ana.getByRole('radio', { name: `${led.forms[circle.form].name} ${led.forms[circle.form].about}` }).check();
  if (circle.invited) await ana.getByLabel(led.setUp.invited).fill(circle.invited.join('\n'));
  await ana.getByLabel(words.show.blockTitle).fill('In the middle');
  await ana.getByRole('button', { name: words.show.save, exact: true }).click();
  await expect(ana.getByText(QUESTION).first()).toBeVisible();
  const board = await openBoard(ana, plenary, gathering);
  return { board, code: await codeOn(board) };
}
