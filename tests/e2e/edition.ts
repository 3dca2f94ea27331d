import { expect, type APIResponse, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { Edition } from '#harvest/document.ts';
import { harvestDesk } from '#words/index.ts';

/** Publishes what the page of the harvest shows as edition `number`, and answers with its address. */
export async function publishes(lead: Page, number: number): Promise<string> {
  await lead
    .getByRole('button', { name: number === 1 ? harvestDesk.publish : harvestDesk.publishNext(number) })
    .click();
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
export async function textOf(answer: APIResponse): Promise<string> {
  const file = new Uint8Array(await answer.body());
  const isPacked = file[0] === 0x50 && file[1] === 0x4b;
  return isPacked ? Object.values(unzipSync(file)).map(textIn).join('\n') : textIn(file);
}

const textIn = (file: Uint8Array): string =>
  file[0] === 0x50 && file[1] === 0x4b
    ? Object.values(unzipSync(file)).map(textIn).join('\n')
    : new TextDecoder().decode(file);
