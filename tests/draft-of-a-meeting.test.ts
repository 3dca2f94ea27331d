import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GatheringOnConsole } from '#gathering/views.ts';
import { harvestWords } from '#methods/spectrogram/words/harvest.ts';
import type { ConsoleSeen } from '#methods/spectrogram/views/console.ts';
import { sorting } from '#words/index.ts';
import { ACCOUNT_COOKIE, linkCookie } from '#wire/cookies.ts';
import { blockOf } from './support/samples.ts';
import { STATEMENT } from './support/test-host.ts';
import { unpackedText } from './support/unpacked-text.ts';
import {
  deviceOf,
  granted,
  joins,
  openGathering,
  openTestServerWithPages,
  type TestServer
} from './support/test-server.ts';

/** Six people stand on a line that is still open, and those who lead look at the harvest. */
let server: TestServer;
let gathering: string;
let leads: string;
let activity: string;
let said = 0;
let bo: string;

beforeAll(async () => {
  server = await openTestServerWithPages();
  const opened = await openGathering(server);
  gathering = opened.gathering;
  leads = `${ACCOUNT_COOKIE}=${opened.signIn}`;
  await say('addBlock', blockOf('spectrogram', { statements: [STATEMENT], exposure: 'L1' }));
  const { agenda } = (await console()).gathering as GatheringOnConsole;
  activity = Object.keys(agenda)[0]!;
  await say('turnTo', { activity, from: null });
  const spot = { statement: statement(await line()), version: 1, round: 1 };
  await say('open', spot, activity);
  for (const [nth, name] of ['Bo', 'Cy', 'Dana', 'Eli', 'Fay', 'Gus'].entries()) {
    const { person } = await joins(server.plenary, gathering, name);
    await say('place', { ...spot, x: 100 + nth * 150 }, activity, person);
    if (name === 'Bo') bo = person;
  }
});
afterAll(() => server.close());

async function say(command: string, input: object, to = 'gathering', person: string | null = null): Promise<void> {
  const pass = { gathering, role: person === null ? 'organizer' : 'participant', person } as const;
  const form = { device: deviceOf(`says${(said += 1)}by`), activity: to, command, input };
  granted((await server.plenary.gatherings.say(pass, form)) as object);
}

const console = async () => (await server.plenary.gatherings.view(gathering, 'console'))!;
const line = async () => (await console()).activities[activity]!.view as ConsoleSeen;
const statement = ({ statements }: ConsoleSeen): string => Object.keys(statements)[0]!;

const asks = (path: string, cookie = leads) =>
  fetch(`${server.url}/console/${gathering}/harvest${path}`, { headers: { cookie }, redirect: 'manual' });

const WAITS = harvestWords.figures['still-open'](1);
const RANGES = /"ranges"|From \d+ up to|\b6 (?:people )?placed/;
const READ = ['', '/draft.md', '/draft.csv', '/draft.json', '/draft.docx', '/draft.xlsx', '/draft.zip'];

describe('HD10 while the meeting goes on', () => {
  test.each(READ)('“%s” says what waits in its place, that it is a draft, and nothing of the places', async (path) => {
    const answer = await asks(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toMatch(/no-store/);
    const text = unpackedText(new Uint8Array(await answer.arrayBuffer()));
    expect(text).toContain(WAITS);
    expect(text).toContain(STATEMENT.text);
    // A table says only in its name what it is, and no name holds a comma.
    const named = answer.headers.get('content-disposition') ?? '';
    expect(text + named).toMatch(/Draft, meeting still on: Tea|"Draft meeting still on Tea\.csv"/);
    expect(text).not.toMatch(RANGES);
  });

  test.each(READ)('“%s” is for those who lead alone', async (path) => {
    const { token } = granted(await server.plenary.links.make(gathering, 'helper'));
    const { cookie } = await joins(server.plenary, gathering, `Ida ${path}`);
    expect((await asks(path, `${linkCookie(gathering)}=${token}`)).status).toBe(403);
    expect((await asks(path, cookie)).status).toBe(303);
    expect((await asks(path, '')).status).toBe(303);
  });
});

test('HD7 HD13 a line without a note can be given a title and a text in short at the desk', async () => {
  const page = await (await asks('/sort')).text();
  expect(page).toContain(sorting.inShort);
  expect(page).not.toContain(sorting.nothingYet);
});

test('HD10 it is told once the line is closed, and the title is the gathering’s own once that has closed', async () => {
  const { gatherings } = server.plenary;
  await say('reveal', { statement: statement(await line()) }, activity);
  await say('lock', { statement: statement(await line()) }, activity);
  await expect
    .poll(async () => (await gatherings.draft(gathering))?.blocks)
    .toMatchObject([{ rounds: [{ placed: 6 }] }]);
  await say('close', {});
  expect(await gatherings.draft(gathering)).toMatchObject({ title: 'Tea', blocks: [{ rounds: [{ placed: 6 }] }] });
});

describe('HD12 a note that waits in the room', () => {
  const WHY = 'Because Bo mends bicycles';
  const theme = 'themewhy00000000';
  const atDesk = async () =>
    (await server.plenary.gatherings.desk({ gathering, role: 'organizer', person: null }))?.notes ?? [];
  const page = async () => (await asks('/sort')).text();
  const stepBack = async () => say('undo', { step: (await console()).undo?.step });
  const lock = async () => say('lock', { statement: statement(await line()) }, activity);
  let note = '';

  test('is not at the desk before it is told', async () => {
    // The gathering and the line are open again.
    await stepBack();
    await stepBack();
    await say('giveReason', { statement: statement(await line()), version: 1, round: 1, why: WHY }, activity, bo);
    const [reason] = Object.keys((await line()).reasons);
    await say('pin', { reason }, activity);
    expect(await atDesk()).toEqual([]);
    expect(await page()).not.toContain(WHY);
  });

  test('is sorted once it is told', async () => {
    await lock();
    expect(await atDesk()).toMatchObject([{ words: WHY, isReason: true }]);
    expect(await page()).toContain(WHY);
    note = (await atDesk())[0]?.note ?? '';
    await say('putNotes', { notes: [note], theme });
    await say('splitNote', { note, parts: ['Because Bo', 'mends all bicycles'] });
    await say('undo', { step: (await console()).deskUndo?.step });
  });

  test('is at the desk no more, and in no command, while it waits again', async () => {
    await stepBack();
    expect(await atDesk()).toEqual([]);
    expect(await page()).not.toMatch(/bicycles/);
    for (const [command, input] of [
      ['putNotes', { notes: [note], theme: null }],
      ['foldNotes', { notes: [note], into: note }],
      ['unfoldNote', { note }],
      ['splitNote', { note, parts: ['a', 'b'] }],
      ['moveNote', { note, by: 1 }],
      ['leaveOutNote', { note }],
      ['keepNote', { note }]
    ] as const)
      await expect(say(command, input), command).rejects.toThrow('no-such-note');
  });

  test('stands in its theme again when it is told again', async () => {
    await lock();
    expect(await atDesk()).toMatchObject([{ note }]);
    expect((await console()).gathering).toMatchObject({ sorted: { [note]: { theme } } });
  });
});
