import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { notesIn } from '#contract/outline-notes.ts';
import type { Edition } from '#harvest/document.ts';
import type { GatheringForAll } from '#gathering/views.ts';
import { picturesIn } from '#harvest/pictures.ts';
import { takeHome as words, when } from '#words/index.ts';
import { personalCookie } from '#wire/cookies.ts';
import { FEIGNED, playRoom, type Played } from './support/mixed-room.ts';
import {
  deviceOf,
  granted,
  joins,
  openGathering,
  openTestServerWithPages,
  type TestServer
} from './support/test-server.ts';
import { unpackedText } from './support/unpacked-text.ts';

/** A mixed room has closed: its real people take the draft home, after the team took out what must not go out. */
let server: TestServer;
let gathering: string;
let day: Played;
/** Of one of those who were there; of somebody who was at another gathering. */
let cookie: string;
let leftOut: string;

const MINUTE_MS = 60_000;
const FILES = ['', '.md', '.csv', '.json', '.docx', '.xlsx', '.zip'];

beforeAll(async () => {
  server = await openTestServerWithPages();
  ({ gathering } = await openGathering(server));
  ({ cookie } = await joins(server.plenary, gathering, 'Ida'));
  day = await playRoom(server.plenary, gathering);
  const notes = notesIn((await day.room.draft())?.blocks ?? []);
  const note = notes.find(({ text }) => text?.includes('need'))!;
  leftOut = note.text!;
  await day.room.leads('leaveOutNote', { note: note.id });
});
afterAll(async () => {
  vi.useRealTimers();
  await server.close();
});

const asks = (ending: string, as = cookie) =>
  fetch(`${server.url}/g/${gathering}/draft${ending}`, { headers: { cookie: as }, redirect: 'manual' });

const opens = async () =>
  ((await server.plenary.gatherings.view(gathering, 'all'))!.gathering as GatheringForAll).takeHome!;

/** The clock on the wall alone: nothing that waits is hurried. */
async function itIs(at: number): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: at });
  server = await server.restart();
}

test('CO12 before the ten minutes are over the draft is refused, and a sentence says from when on it is open', async () => {
  const { from, timeZone } = await opens();
  await itIs(from - MINUTE_MS);
  for (const ending of FILES) {
    const answer = await asks(ending);
    expect([ending, answer.status]).toEqual([ending, 403]);
    const text = await answer.text();
    expect(text).toContain(words.notYet(when.clock(from, timeZone)));
    // A page has it to be read, and not only among what its script is given.
    if (ending === '') expect(text).toMatch(/<p[^>]*>The draft can be read from/);
  }
});

test('CO12 after them those who were there read all of it, and nothing that an edition may not hold', async () => {
  await itIs((await opens()).from);
  const said = day.said.filter((word) => word !== leftOut);
  for (const ending of FILES) {
    const answer = await asks(ending);
    expect([ending, answer.status, answer.headers.get('cache-control')]).toEqual([
      ending,
      200,
      expect.stringContaining('no-store')
    ]);
    const text = unpackedText(new Uint8Array(await answer.arrayBuffer()));
    expect(
      said.filter((word) => !text.includes(word)),
      ending
    ).toEqual([]);
    for (const hidden of [FEIGNED, leftOut]) expect(text.includes(hidden), `${ending} ${hidden}`).toBe(false);
  }
});

test('CO12 photos of the draft are shown to those who were there, and to nobody else', async () => {
  const { draft } = (await server.plenary.gatherings.takeHome(day.guests[0]!.pass)) as { draft: Edition };
  const [name] = picturesIn(draft);
  expect(name).toBeTruthy();
  const shown = (as: string) => fetch(`${server.url}/g/${gathering}/photo/${name}`, { headers: { cookie: as } });
  expect((await shown(cookie)).status).toBe(200);
  expect((await shown('')).status).toBe(404);
});

test.each(FILES)('CO12 “%s” of it is refused to a stranger, and to somebody of another gathering', async (ending) => {
  const elsewhere = cookie.replace(personalCookie(gathering), personalCookie('0123456789abcdef'));
  const forged = `${personalCookie(gathering)}=${'x'.repeat(22)}`;
  for (const as of ['', elsewhere, forged]) {
    const answer = await asks(ending, as);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain(words.strangers);
  }
});

test('CO12 once an edition is published it takes the place of the draft', async () => {
  const form = { device: deviceOf('publishes'), title: 'What the room said', summary: '', after: 0 };
  const { slug } = granted(await server.plenary.gatherings.publish(day.room.organizer, form));
  for (const ending of ['', '.md']) {
    const answer = await asks(ending);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/commons/${slug}${ending}`]);
  }
});
