import { expect, type APIResponse, type Page } from '@playwright/test';
import type { Edition } from '#harvest/document.ts';
import { harvestDesk } from '#words/index.ts';
import { publish } from './cast.ts';
import { unpackedText } from '../support/unpacked-text.ts';

/** Publishes what the page of the harvest shows as edition `number`, and answers with its address. */
export async function publishes(lead: Page, number: number): Promise<string> {
  await publish(lead, number);
  await lead.getByRole('link', { name: harvestDesk.read }).click();
  await lead.waitForURL(/\/commons\//);
  await expect(lead.getByRole('article').getByText(`${number}, published`)).toBeVisible();
  return lead.url();
}

export const json = async (page: Page, edition: string): Promise<Edition> =>
  (await (await page.request.get(`${edition}.json`)).json()) as Edition;

/** How many notes are in themes, elsewhere and taken back. */
export const coverage = ({ blocks }: Edition): unknown => {
  const block = blocks.find(({ id }) => id === 'coverage');
  return block?.kind === 'table' ? block.figures[0]?.value : null;
};

/** All that a file says, also where it is packed. */
export const textOf = async (answer: APIResponse): Promise<string> => unpackedText(new Uint8Array(await answer.body()));
