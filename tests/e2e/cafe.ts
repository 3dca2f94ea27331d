import { expect, type Page } from '@playwright/test';
import { personal } from '#contract/method.ts';
import { words as area } from '#kit/words/working-area.ts';
import { words as peopleWords } from '#kit/words/people.ts';
import { tableChannel } from '#methods/cafe/channels.ts';
import { console as words } from '#words/index.ts';
import type { AllSeen } from '#methods/cafe/views/all.ts';
import type { ConsoleSeen } from '#methods/cafe/views/console.ts';
import type { PersonSeen } from '#methods/cafe/views/person.ts';
import type { TableSeen } from '#methods/cafe/views/table.ts';
import type { AllView as LineSeen } from '#methods/spectrogram/views/all.ts';
import type { Answer } from '#wire/messages.ts';
import { comeIn, connect, Docs, Speaker, type Joined } from '../../scripts/rehearse/live-client.ts';
import { openPeople, showTab } from './cast.ts';

/** A participant of a café over a plain socket, without a browser, who gets the views of a phone. */
export type Traveller = {
  readonly name: string;
  readonly joined: Joined;
  readonly person: string;
  /** The number of the table they sit at or go to; 0 while there is none. */
  number(): number;
  all(): AllSeen | null;
  mine(): PersonSeen | null;
  /** What their table knows. */
  table(): TableSeen | null;
  say(command: string, input: object): Promise<Answer>;
  /** The line that is on, before or after the café. */
  line(): LineSeen['now'];
  onLine(command: string, input: object): Promise<Answer>;
  here(): Promise<Answer>;
  write(text: string, rest?: object): Promise<Answer>;
  leave(): void;
};

const ID_LENGTH = 16;

/** One after the other, so that seats are handed out in this order. `rehearsed`: what they say is not kept. */
export async function travellers(
  url: string,
  code: string,
  names: readonly string[],
  rehearsed = true
): Promise<Traveller[]> {
  const come: Traveller[] = [];
  for (const name of names) come.push(await comeAs(new URL(url), code.replace(' ', ''), name, rehearsed));
  return come;
}

const AT_ONCE = 12;

/** In any order, as through several doors. */
export async function crowdOf(url: string, code: string, names: readonly string[]): Promise<Traveller[]> {
  const come: Traveller[] = [];
  for (let nth = 0; nth < names.length; nth += AT_ONCE)
    come.push(
      ...(await Promise.all(names.slice(nth, nth + AT_ONCE).map((name) => travellers(url, code, [name])))).flat()
    );
  return come;
}

/** What those who lead see, known by the cookies of their page. */
export async function overview(page: Page, url: string, gathering: string) {
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const socket = connect(new URL(url), { gathering, cookie }, 'console');
  const docs = new Docs(socket, () => {});
  const cafe = () =>
    Object.entries(docs.of('console')?.activities ?? {}).find(([, { method }]) => method === 'cafe') ?? ['', null];
  const view = () => cafe()[1]?.view as ConsoleSeen | undefined;
  const people = () => (docs.of('console')?.gathering as { people?: Record<string, { name: string | null }> }).people;
  return {
    view,
    activity: () => cafe()[0],
    person: (name: string) => Object.entries(people() ?? {}).find(([, one]) => one.name === name)?.[0] ?? '',
    /** Table number by person, of the round that is on. */
    seating: () =>
      new Map(
        Object.values(view()?.tables ?? {}).flatMap(({ number, people }) =>
          Object.keys(people).map((person) => [person, number] as const)
        )
      ),
    leave: () => void socket.disconnect()
  };
}
export type Overview = Awaited<ReturnType<typeof overview>>;

/** How often two people met again, over seatings of several rounds: the sum over pairs of m(m−1)/2. */
export function excessOf(rounds: readonly ReadonlyMap<string, number>[]): number {
  const met = new Map<string, number>();
  for (const round of rounds)
    for (const [one, table] of round)
      for (const [other, there] of round) {
        const pair = `${one} ${other}`;
        if (one < other && table === there) met.set(pair, (met.get(pair) ?? 0) + 1);
      }
  return [...met.values()].reduce((sum, times) => sum + (times * (times - 1)) / 2, 0);
}

async function comeAs(url: URL, code: string, name: string, rehearsed: boolean): Promise<Traveller> {
  const joined = await comeIn(url, code, name, rehearsed);
  const socket = connect(url, joined, 'phone');
  const speaker = new Speaker(socket);
  let told = () => {};
  const docs = new Docs(socket, () => told());
  let person = '';
  socket.on('welcome', (welcome) => (person = welcome.person ?? ''));
  await new Promise<void>((resolve) => {
    told = () => docs.of('all') && person !== '' && resolve();
  });

  const activity = () => Object.keys(docs.of('all')?.activities ?? {})[0] ?? '';
  const seen = (channel: string) => docs.of(channel)?.activities[activity()]?.view ?? null;
  const all = () => seen('all') as AllSeen | null;
  const line = () => (seen('all') as unknown as LineSeen | null)?.now ?? null;
  const mine = () => seen(personal(person)) as PersonSeen | null;
  const at = () => mine()?.table ?? null;
  const say = (command: string, input: object) => speaker.say(activity(), command, input);
  const number = () => all()?.tables[at() ?? '']?.number ?? 0;
  let written = 0;

  return {
    name,
    joined,
    person,
    number,
    all,
    mine,
    table: () => (at() === null ? null : (seen(tableChannel(at() ?? '')) as TableSeen | null)),
    say,
    line,
    onLine(command, input) {
      const { statement, version, round } = line() ?? {};
      return say(command, { statement, version, round, ...input });
    },
    here: () => say('here', { table: at(), round: mine()?.round }),
    write(text, rest = {}) {
      written += 1;
      const note =
        name
          .toLowerCase()
          .replaceAll(' ', '')
          .padEnd(ID_LENGTH - 3, 'x') + `${written}`.padStart(3, '0');
      const about = { card: note, table: at(), round: mine()?.round, kind: 'idea', text, parent: null, gem: false };
      return say('addNote', { ...about, ...rest });
    },
    leave: () => void socket.disconnect()
  };
}

export async function makesScribe(ana: Page, name: string): Promise<void> {
  const add = ana.getByRole('button', { name: peopleWords.scribes.add });
  await showTab(ana, area.settings);
  await add.click();
  await ana.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await expect(ana.getByRole('button', { name: peopleWords.scribes.removeOf(name) })).toBeVisible();
  await showTab(ana, area.plan);
}

/** Found among many, and shown out by hand. */
export async function hasLeft(lead: Page, name: string): Promise<void> {
  const people = await openPeople(lead);
  await people.getByLabel(words.people.find).fill(name);
  await people.getByRole('button', { name: `${words.people.leave}: ${name}` }).click();
  await expect(people.getByRole('button', { name: `${words.people.comeBack}: ${name}` })).toBeVisible();
  await people.getByLabel(words.people.find).fill('');
  await lead.keyboard.press('Escape');
}
