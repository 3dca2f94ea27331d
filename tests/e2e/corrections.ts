import { expect, type Locator, type Page } from '@playwright/test';
import { corrections } from '#words/index.ts';

/** With “Put it right”, which leads here, three taps: what folds, and what sends. Nobody taps the field. */
async function opensTo(field: Locator, fold: Locator): Promise<Locator> {
  await fold.click();
  await expect(field).toBeFocused();
  return field;
}

/** A note on the page where those who were there put the harvest right. */
export const noteSaying = (page: Page, text: string): Locator => page.getByRole('listitem').filter({ hasText: text });

export async function mends(page: Page, from: string, to: string): Promise<void> {
  const note = noteSaying(page, from);
  const fold = note.locator('summary', { hasText: corrections.mend });
  await (await opensTo(note.getByLabel(corrections.newWords), fold)).fill(to);
  await note.getByRole('button', { name: corrections.mendButton }).click();
  await expect(noteSaying(page, to).getByText(corrections.mended)).toBeVisible();
}

/** Two taps, and the page says what the second one does. */
export async function takesBack(page: Page, text: string, about: string): Promise<void> {
  const note = noteSaying(page, text);
  await note.locator('summary', { hasText: corrections.leaveOut }).click();
  await expect(note.getByText(about)).toBeVisible();
  await note.getByRole('button', { name: corrections.leaveOutYes }).click();
  await expect(page.getByText(corrections.leftOutBy.author).first()).toBeVisible();
  await expect(noteSaying(page, text).locator('summary', { hasText: corrections.leaveOut })).toHaveCount(0);
}

export async function objects(page: Page, text: string, why: string): Promise<void> {
  const note = noteSaying(page, text);
  const fold = note.locator('summary', { hasText: corrections.dispute });
  await (await opensTo(note.getByLabel(corrections.why), fold)).fill(why);
  await note.getByRole('button', { name: corrections.disputeButton }).click();
  await expect(noteSaying(page, text).getByRole('button', { name: corrections.undispute })).toBeVisible();
}
