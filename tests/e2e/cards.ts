import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { personal } from '#contract/method.ts';
import { groupingWords } from '#kit/words/grouping.ts';
import type { FormatName } from '#methods/cards/formats.ts';
import { consoleWords as desk } from '#methods/cards/words/console.ts';
import type { AllSeen, PersonSeen } from '#methods/cards/views.ts';
import { console as words } from '#words/index.ts';
import type { Answer } from '#wire/messages.ts';
import { comeIn, connect, Docs, Speaker, type Joined, type Live } from '../../scripts/rehearse/live-client.ts';
import { codeOn, CONSOLE, convene, openBoard } from './cast.ts';
import type { Plenary } from './server-process.ts';

export const QUESTION = 'What would make our street a better place to live?';
export const grouping = groupingWords({ one: 'card', many: 'cards' });

/** Everything a page of this cookie was ever told, in the words of the wire. */
export type Heard = { payloads: readonly string[]; leave(): void };

/** A participant over a plain socket, without a browser. */
export type Writer = Heard & {
  readonly name: string;
  readonly person: string;
  all(): AllSeen | null;
  mine(): PersonSeen | null;
  say(command: string, input: object): Promise<Answer>;
  write(text: string): Promise<Answer>;
};

/** A gathering with one block of cards, as Ana fills in its form. Her page shows the console, the other one the board. */
export async function convened(ana: Page, plenary: Plenary, title: string, format?: FormatName) {
  const gathering = await convene(ana, title, '');
  await ana.getByRole('button', { name: words.show.add }).click();
  await ana.getByLabel(words.show.method).selectOption('cards');
  if (format) await ana.getByRole('radio', { name: desk.setUp.formats[format].name }).check();
  else await ana.getByLabel(desk.setUp.questions).fill(QUESTION);
  await ana.getByLabel(words.show.blockTitle).fill('Our street');
  await ana.getByRole('button', { name: words.show.save, exact: true }).click();
  const board = await openBoard(ana, plenary, gathering);
  return { gathering, board, code: await codeOn(board) };
}

/** A console of its own for somebody with a link that Ana makes. */
export async function helperComes(
  browser: Browser,
  ana: Page,
  plenary: Plenary,
  gathering: string,
  role: 'helper' | 'facilitator' = 'helper'
): Promise<Page> {
  await ana.getByRole('button', { name: words.invite }).click();
  const made = ana.locator('#made-link');
  // The dialog still shows the last link until the next one is made.
  const before = (await made.count()) > 0 ? await made.inputValue() : '';
  await ana.getByRole('button', { name: words.dialogs.make(words.dialogs.roles[role].name) }).click();
  await expect(made).not.toHaveValue(before);
  const link = await made.inputValue();
  await ana.keyboard.press('Escape');
  const page = await (await browser.newContext({ ...CONSOLE, hasTouch: true })).newPage();
  // The link speaks of the address that others in the room reach; here only this machine is reachable.
  await page.goto(plenary.url + link.slice(new URL(link).origin.length));
  await page.waitForURL(`**/console/${gathering}`);
  return page;
}

/** Several at once, as through several doors. */
const AT_ONCE = 12;

/** Simulated people, unless they are to count beside real ones. */
export async function writers(
  url: string,
  code: string,
  names: readonly string[],
  rehearsed = true
): Promise<Writer[]> {
  const come: Writer[] = [];
  for (let nth = 0; nth < names.length; nth += AT_ONCE)
    come.push(
      ...(await Promise.all(names.slice(nth, nth + AT_ONCE).map((name) => comeAs(new URL(url), code, name, rehearsed))))
    );
  return come;
}

async function comeAs(url: URL, code: string, name: string, rehearsed: boolean): Promise<Writer> {
  const joined = await comeIn(url, code.replace(' ', ''), name, rehearsed);
  const { socket, docs, heard } = listening(url, joined, 'phone');
  const speaker = new Speaker(socket);
  let person = '';
  socket.on('welcome', (welcome) => (person = welcome.person ?? ''));
  await expect.poll(() => docs.of('all') !== null && person !== '').toBe(true);

  const activity = () => Object.keys(docs.of('all')?.activities ?? {})[0] ?? '';
  const seen = (channel: string) => docs.of(channel)?.activities[activity()]?.view ?? null;
  const say = (command: string, input: object) => speaker.say(activity(), command, input);
  return {
    ...heard,
    name,
    person,
    all: () => seen('all') as AllSeen | null,
    mine: () => seen(personal(person)) as PersonSeen | null,
    say,
    write: (text) => say('writeCard', { question: 0, text })
  };
}

/** What a board or a console is told, known by the cookies of a page. */
export async function listenAs(page: Page, url: string, gathering: string, surface: 'board' | 'console') {
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return listening(new URL(url), { gathering, cookie }, surface).heard;
}

function listening(url: URL, joined: Joined, surface: 'phone' | 'board' | 'console') {
  const socket: Live = connect(url, joined, surface);
  const docs = new Docs(socket, () => {});
  const payloads: string[] = [];
  socket.onAny((...heard) => payloads.push(JSON.stringify(heard).replaceAll('\\"', '"')));
  return { socket, docs, heard: { payloads, leave: () => void socket.disconnect() } };
}

export const cardOn = (page: Page, text: string): Locator =>
  page.locator('[data-card]').and(page.getByRole('checkbox', { name: text, exact: true }));

/** How often a person begins anew when the card under their focus is put elsewhere by somebody else, and takes them along. */
const WALKS = 5;

/** With the arrow alone, from the first card. */
export async function walksTo(page: Page, text: string): Promise<void> {
  const all = await page.locator('[data-card]').count();
  // Found once: to look for a card by its name takes the names of all of them.
  const target = await cardOn(page, text).elementHandle();
  for (let walk = 0; walk < WALKS; walk += 1) {
    await page.keyboard.press('Home');
    for (let nth = 0; nth < all; nth += 1) {
      if (await target?.evaluate((box) => box === document.activeElement)) return;
      await page.keyboard.press('ArrowDown');
    }
  }
  throw new Error(`The arrow does not lead to “${text}”`);
}
