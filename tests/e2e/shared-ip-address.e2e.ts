import { expect, test, type Page } from '@playwright/test';
import { console as words, join, phone, refusals } from '#words/index.ts';
import { each } from '../bench/load/forms.ts';
import { closePages, codeOn, comeIn, convene, openPeople, setUp } from './cast.ts';
import { Plenary } from './server-process.ts';

/** A hall, a school, a proxy is one address: what one phone does there must not shut the door for the others. */
/** More than the wrong codes that one address may try at once. */
const HALL = process.env['PLENARY_PROVE'] ? 500 : 150;

const plenary = new Plenary({ TRUST_PROXY: '1' });
let ana: Page;
let gathering: string;
let code: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  await plenary.start();
  ana = await setUp(browser, plenary);
  gathering = await convene(ana, 'One address', 'cooperation-day');
  await ana.getByRole('button', { name: words.invite }).click();
  code = (await codeOn(ana)).replace(' ', '');
  await ana.keyboard.press('Escape');
});
test.afterAll(async ({ browser }) => {
  await closePages(browser);
  await plenary.stop();
});

/** A request as the proxy of a hall passes it on: all phones have the same address. */
const ask = (path: string, { form, cookie = '' }: { form?: Record<string, string>; cookie?: string } = {}) =>
  fetch(new URL(path, plenary.url), {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { origin: plenary.url, accept: 'text/html', cookie, 'x-forwarded-for': '203.0.113.77' },
    ...(form ? { body: new URLSearchParams(form) } : {})
  });

const cookiesOf = (reply: Response) =>
  reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

/** The join form as a phone meets it: loaded, then sent. */
async function joinsBy(path: string): Promise<{ status: number; location: string }> {
  const page = await ask(path);
  const html = await page.text();
  const field = (name: RegExp) => name.exec(html)?.[1] ?? '';
  const form = { device: field(/name="device" value="([0-9a-z]{26})"/), name: '' };
  const joined = await ask(field(/<form\b[^>]* action="([^"]+)"/), { form, cookie: cookiesOf(page) });
  return { status: joined.status, location: joined.headers.get('location') ?? '' };
}

const guesses = (times: number) =>
  Array.from({ length: times }, async (_, at) => {
    const wrong = String((Number(code) + at + 1) % 1_000_000).padStart(6, '0');
    return (await ask(`/${wrong}`)).status;
  });

const isRefused = async (guess: Promise<number>): Promise<void> => {
  if ((await guess) !== 429) throw new Error('This guess was answered.');
};

test('a hall of phones behind one address comes in, and none of them is made to wait or turned away', async () => {
  const told = new Map<string, number>();
  await each(Array.from({ length: HALL }), 40, async () => {
    const { status, location } = await joinsBy(`/${code}`);
    const outcome = `${status} ${location}`;
    told.set(outcome, (told.get(outcome) ?? 0) + 1);
  });
  expect(Object.fromEntries(told)).toEqual({ [`303 /g/${gathering}`]: HALL });
  const people = await openPeople(ana);
  await expect(people.getByText(words.people.here(HALL))).toBeVisible();
});

test('while one phone there tries wrong codes, the right one opens, by the code and by the form', async () => {
  const wrong = guesses(150);
  const right = await Promise.all([1, 2, 3].map(() => joinsBy(`/${code}`)));
  for (const { status, location } of right) expect([status, location]).toEqual([303, `/g/${gathering}`]);
  // By now nobody who guesses there is answered any more, by whatever form.
  await Promise.any(wrong.map(isRefused));
  const refused = await ask('/', { form: { code: code === '111111' ? '222222' : '111111' } });
  expect(refused.status).toBe(429);
  expect(await refused.text()).toContain(refusals['too-many-codes']);
  expect([...new Set(await Promise.all(wrong))].sort()).toEqual([404, 429]);
});

test('Ana locks the door, removes Bo, and lets him in again', async ({ browser }) => {
  const bo = await comeIn(browser, plenary, code, 'Bo');
  const people = await openPeople(ana);
  await people.getByLabel(words.people.find).fill('Bo');
  await expect(people.getByText('Bo', { exact: true })).toBeVisible();

  await people.getByRole('button', { name: words.people.lock }).click();
  await expect(people.getByText(words.people.locked)).toBeVisible();
  const late = await (await browser.newContext()).newPage();
  await late.goto(`${plenary.url}/${code}`);
  await expect(late.getByText(refusals['door-locked'])).toBeVisible();
  await expect(late.getByLabel(join.yourName)).toHaveCount(0);

  await people.getByRole('button', { name: words.people.more('Bo') }).click();
  await people.getByRole('button', { name: words.people.remove, exact: true }).click();
  await expect(bo.page.getByRole('heading', { name: refusals.removed })).toBeVisible();
  await bo.page.getByRole('link', { name: phone.joinAgain }).click();
  await bo.page.goto(`${plenary.url}/${code}`);
  await expect(bo.page.getByText(refusals.removed)).toBeVisible();

  const letIn = people.getByRole('button', { name: `${words.people.letIn}: Bo` });
  await letIn.click();
  await expect(letIn).toHaveCount(0);
  await bo.page.goto(`${plenary.url}/${code}`);
  await expect(bo.page).toHaveURL(`${plenary.url}/g/${gathering}`);
  await expect(bo.page.getByText(phone.lookUp, { exact: true }).first()).toBeVisible();

  await people.getByRole('button', { name: words.people.unlock }).click();
  await late.getByRole('link', { name: join.again }).click();
  await expect(late.getByLabel(join.yourName)).toBeVisible();
});
