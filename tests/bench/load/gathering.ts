import { motionTopic } from '#wire/motion-frames.ts';
import { ACCOUNT_COOKIE } from '#wire/cookies.ts';
import type { Answer } from '#wire/messages.ts';
import { ask, each, newDevice } from './forms.ts';
import { Page } from './page.ts';

/** A running Plenary with an empty gathering, and the cookie of its organizer. */
export type Place = { url: string; pid: number; gathering: string; code: string; cookie: string };
/** A line that is open: where people place themselves. */
export type Line = { activity: string; statement: string; version: number; round: number };

const AT_ONCE = 24;
const PATIENCE_MS = 120_000;

/** Sets a fresh Plenary up by its one-time link, and convenes: the forms a person fills in. */
export async function convene(setUpLink: string): Promise<Omit<Place, 'pid'>> {
  const { origin } = new URL(setUpLink);
  const account = { name: 'Ana', email: 'ana@example.org', password: 'lantern and thread' };
  const { cookie } = await ask(new URL(setUpLink), { form: account });
  if (!cookie.startsWith(ACCOUNT_COOKIE)) throw new Error('The set-up link did not sign anybody in.');
  const form = {
    device: newDevice(),
    title: 'A full hall',
    place: '',
    starts: '',
    zone: 'UTC',
    licence: 'CC0-1.0',
    template: ''
  };
  const { location } = await ask(new URL('/console?/convene', origin), { form, cookie });
  const gathering = location.split('/').at(-1) ?? '';
  const desk = await new Page({ url: origin, gathering, surface: 'console', cookie, keeps: true }).arrive();
  const { code } = desk.docs.get('console')?.gathering as { code: string };
  desk.leave();
  return { url: origin, gathering, code, cookie };
}

export const openConsole = ({ url, gathering, cookie }: Place): Promise<Page> =>
  new Page({ url, gathering, surface: 'console', cookie, keeps: true }).arrive();

/** A console's cookie also opens the board. */
export const openBoard = ({ url, gathering, cookie }: Place): Promise<Page> =>
  new Page({ url, gathering, surface: 'board', cookie, keeps: true }).arrive();

/** One person comes in by the join form; what they get is their cookie. */
export async function join({ url, code }: Place): Promise<string> {
  const { status, cookie } = await ask(new URL(`/${code}`, url), {
    form: { device: newDevice(), name: '', rehearsed: 'yes' }
  });
  if (status !== 303 || cookie === '') throw new Error(`The join form answered ${status}.`);
  return cookie;
}

export const phoneOf = ({ url, gathering }: Place, cookie: string): Page =>
  new Page({ url, gathering, surface: 'phone', cookie });

/** This many people come in and stay. */
export async function fill(place: Place, people: number): Promise<Page[]> {
  const phones: Page[] = [];
  await each(Array.from({ length: people }), AT_ONCE, async () => {
    phones.push(await phoneOf(place, await join(place)).arrive());
  });
  return phones;
}

/** Puts one statement on, open, with every dot in sight. */
export async function openLine(desk: Page): Promise<Line> {
  const statement = {
    text: 'We meet',
    poleA: 'Too often',
    poleB: 'Too rarely',
    middle: null,
    kind: 'continuum',
    way: 'live'
  };
  await accepted(desk, 'gathering', 'addBlock', {
    method: 'spectrogram',
    title: null,
    settings: { statements: [statement] }
  });
  const [activity = ''] = await until(() => Object.keys(desk.docs.get('console')?.activities ?? {}));
  await accepted(desk, 'gathering', 'turnTo', { activity, from: null });
  const view = desk.docs.get('console')?.activities[activity]?.view as { statements: object };
  const [id = ''] = Object.keys(view.statements);
  await accepted(desk, activity, 'open', { statement: id });
  return { activity, statement: id, version: 1, round: 1 };
}

export const tagOf = ({ activity, statement, version, round }: Line): number =>
  motionTopic(activity, `${statement}.${version}.${round}`);

export const place = (phone: Page, { activity, ...spot }: Line, x: number): Promise<Answer> =>
  accepted(phone, activity, 'place', { ...spot, x });

/** Says it until it is kept. */
export async function accepted(page: Page, activity: string, command: string, input: object): Promise<Answer> {
  for (;;) {
    const answer = await page.say(activity, command, input);
    if ('version' in answer) return answer;
    if ('refused' in answer) throw new Error(`${command} was refused: ${answer.refused}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Waits for what is there and not empty. */
export async function until<Found extends { length: number }>(look: () => Found): Promise<Found> {
  const before = performance.now();
  for (;;) {
    const found = look();
    if (found.length > 0) return found;
    if (performance.now() - before > PATIENCE_MS) throw new Error('Waited in vain.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
