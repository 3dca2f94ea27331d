import { truncate, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { expect, test } from '@playwright/test';
import { json } from '#harvest/json.ts';
import { addressesIn } from '#harvest/note-addresses.ts';
import { bringIn, commons } from '#words/index.ts';
import { FORM_BYTES_AT_MOST } from '#wire/body-limits.ts';
import { edition, unpanel, working } from '../support/editions.ts';
import { createAxeChecks } from './axe.ts';
import { closePages, CONSOLE, setUp } from './cast.ts';
import { Plenary } from './server-process.ts';

/** An organizer brings in what another house published, with a browser that runs no script. */
const plenary = new Plenary();
const { checkPage, expectNoViolations } = createAxeChecks();

test.beforeAll(() => plenary.start());
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

const file = (name: string, buffer: string | Buffer) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(buffer)
});

test('an edition is brought in and read, without any script, and no other form takes as much', async ({ browser }) => {
  const ana = await setUp(browser, plenary);
  const storageState = await ana.context().storageState();
  const plain = await (await browser.newContext({ ...CONSOLE, storageState, javaScriptEnabled: false })).newPage();
  await plain.goto(`${plenary.url}/account`);
  const field = plain.getByLabel(bringIn.file);
  const send = plain.getByRole('button', { name: bringIn.button });
  await field.setInputFiles(file('notes.json', '{"notes":[]}'));
  await send.click();
  await expect(plain.getByText(bringIn.refusals({})['not-an-edition']!)).toBeVisible();
  const film = test.info().outputPath('film.zip');
  await writeFile(film, '');
  await truncate(film, 70_000_000);
  await field.setInputFiles(film);
  await send.click();
  await expect(plain.getByText(bringIn.refusals({})['file-too-large']!)).toBeVisible();

  const brought = edition({ title: 'حديقة وŁódź', slug: 'hdyqh-w-lodz-k3x9m1p0', blocks: [working, unpanel] });
  await field.setInputFiles(file('edition.json', json(brought)));
  await send.click();
  await plain.getByRole('link', { name: bringIn.read }).click();
  await expect(plain.getByRole('heading', { level: 1, name: brought.title })).toBeVisible();
  await expect(plain.getByText(commons.broughtIn('').split(',')[0]!)).toBeVisible();
  const download = plain.waitForEvent('download');
  await plain.goto(`${plenary.url}/commons/${brought.slug}.json`).catch(() => {});
  expect((await download).suggestedFilename()).toBe('حديقة وŁódź.json');
  const pdf = await ana.request.get(`${plenary.url}/commons/${brought.slug}.pdf`);
  expect([pdf.headers()['content-type'], (await pdf.body()).subarray(0, 5).toString()]).toEqual([
    'application/pdf',
    '%PDF-'
  ]);
  await plain.goto(`${plenary.url}/commons/${brought.slug}`);
  await expect(plain.getByRole('link', { name: commons.pdf })).toBeVisible();
  await ana.goto(`${plenary.url}/commons/${brought.slug}`);
  const png = await ana.getByRole('link', { name: commons.picture.png }).getAttribute('href');
  const picture = await ana.request.get(`${plenary.url}${png}`);
  expect((await picture.body()).subarray(1, 4).toString()).toBe('PNG');
  await checkPage(ana, 'an edition that was brought in');

  await ana.goto(`${plenary.url}/account`);
  await ana.locator('summary', { hasText: bringIn.takeOut }).click();
  await checkPage(ana, 'what was brought in');
  const [note] = addressesIn(brought.blocks);
  await plain.goto(`${plenary.url}/account`);
  await plain.locator('summary', { hasText: bringIn.takeOut }).click();
  await plain.getByRole('button', { name: bringIn.takeOutYesOf(brought.title) }).click();
  await expect(plain.getByText(bringIn.takenOut)).toBeVisible();
  const addresses = ['', '/1', '.json', '.zip'].map((path) => `/commons/${brought.slug}${path}`);
  for (const path of [...addresses, `/n/${note}`])
    expect((await fetch(`${plenary.url}${path}`)).status, path).toBe(410);

  await ana.goto(`${plenary.url}/account`);
  await ana.getByLabel(bringIn.file).setInputFiles(file('notes.json', '[]'));
  await ana.getByRole('button', { name: bringIn.button }).click();
  await expect(ana.getByText(bringIn.refusals({})['not-an-edition']!)).toBeVisible();
  await checkPage(ana, 'an edition that was refused');
  expectNoViolations();
  const form = { file: { name: 'x', mimeType: 'text/plain', buffer: Buffer.alloc(FORM_BYTES_AT_MOST + 1) } };
  const headers = { origin: plenary.url };
  const answers = ['account?/password', 'console', 'account/sign-in'].map((path) =>
    ana.request.post(`${plenary.url}/${path}`, { multipart: form, headers })
  );
  for (const answer of await Promise.all(answers)) expect(answer.status()).toBe(413);
});

test('a form that is refused unread leaves its connection open for the next', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = () =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-type': 'multipart/form-data; boundary=x', origin: plenary.url };
      request(`${plenary.url}/account/sign-in`, { method: 'POST', agent, headers }, (answer) =>
        answer.resume().once('end', () => resolve(answer.statusCode))
      )
        .once('error', reject)
        .end(Buffer.alloc(FORM_BYTES_AT_MOST + 1));
    });
  for (let times = 0; times < 3; times++) expect(await send()).toBe(413);
  agent.destroy();
});
