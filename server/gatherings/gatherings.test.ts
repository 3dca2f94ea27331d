import { afterEach, beforeEach, expect, test } from 'vitest';
import { join as words } from '#words/en/join.ts';
import type { GatheringOnBoard, GatheringOnConsole } from '#gathering/views.ts';
import type { Account, Pass } from '../page-api.ts';
import { cookieIn } from '../live/admission.ts';
import {
  deviceOf,
  granted,
  joins,
  openGathering,
  openTestServer,
  type TestServer
} from '../../tests/support/test-server.ts';

let server: TestServer;
let ana: Account;
let gathering: string;

beforeEach(async () => {
  server = await openTestServer();
  ({ ana, gathering } = await openGathering(server, 'first-meeting'));
});

afterEach(() => server.close());

const NO_SUCH = { refused: 'no-such-code' };
const starts = { at: Date.parse('2026-11-22T16:00Z'), timeZone: 'America/Chicago' };
const form = { title: 'Soup', place: '', starts, licence: 'CC-BY-SA-4.0', rehearsal: false, template: null } as const;
const onBoard = async (id = gathering) =>
  (await server.plenary.gatherings.view(id, 'board'))?.gathering as unknown as GatheringOnBoard;
const onConsole = async () =>
  (await server.plenary.gatherings.view(gathering, 'console'))?.gathering as unknown as GatheringOnConsole;
const organizer = (): Pass => ({ gathering, role: 'organizer', person: null });
const leads = (command: string, device: string) =>
  server.plenary.gatherings.say(organizer(), { device: deviceOf(device), activity: 'gathering', command, input: {} });

test('a template brings its blocks in their order, and the code opens the gathering', async () => {
  const { code, agenda } = await onConsole();
  expect(Object.values(agenda).sort((one, other) => one.order - other.order)).toMatchObject([
    { title: 'Warming up', method: 'spectrogram' },
    { title: 'Where we stand', method: 'spectrogram' }
  ]);
  expect(await server.plenary.gatherings.byCode(`${code?.slice(0, 3)} ${code?.slice(3)}`)).toBe(gathering);
});

test('a form posted twice convenes one gathering, a second form another', async () => {
  const { gatherings } = server.plenary;
  const twice = await Promise.all([1, 2].map(() => gatherings.convene(ana, { ...form, device: deviceOf('soup') })));
  const other = await gatherings.convene(ana, { ...form, device: deviceOf('bread') });
  const ids = [...twice, other].map((outcome) => granted(outcome).gathering);
  expect(new Set(ids).size).toBe(2);
  expect((await gatherings.of(ana)).map(({ id }) => id).sort()).toEqual([gathering, ...new Set(ids)].sort());
});

test('of many convened at once each has a code of its own', async () => {
  const made = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      server.plenary.gatherings.convene(ana, { ...form, device: deviceOf(`soup${index}`) })
    )
  );
  const codes = await Promise.all(made.map(async (outcome) => (await onBoard(granted(outcome).gathering)).code));
  expect(new Set(codes).size).toBe(20);
});

test.each([
  [{ device: 'short' }, 'not-understood'],
  [{ title: '  ' }, 'text-empty'],
  [{ title: 'x'.repeat(121) }, 'text-too-long'],
  [{ template: 'constructor' }, 'not-understood'],
  [{ starts: { at: 0, timeZone: 'Mars/Base' } }, 'not-understood'],
  [{ starts: { at: Number.NaN, timeZone: 'UTC' } }, 'not-understood']
])('a form with %j convenes nothing', async (wrong, refused) => {
  const outcome = await server.plenary.gatherings.convene(ana, { ...form, device: deviceOf('soup'), ...wrong });
  expect(outcome).toMatchObject({ refused });
  expect(await server.plenary.gatherings.of(ana)).toHaveLength(1);
});

test('joining twice with one form is joining once; with another it is another person', async () => {
  const [bo, again] = await Promise.all([1, 2].map(() => joins(server.plenary, gathering, 'Bo')));
  const chidi = await joins(server.plenary, gathering, 'Chidi');
  expect(again?.person).toBe(bo?.person);
  expect(chidi.person).not.toBe(bo?.person);
  expect((await onBoard()).present).toBe(2);
});

test('going back and joining under another name is the same person still', async () => {
  const { gatherings } = server.plenary;
  const device = deviceOf('bosphone');
  const bo = granted(await gatherings.join(gathering, { device, name: 'Bo', rehearsed: false }));
  const bohdan = granted(await gatherings.join(gathering, { device, name: 'Bohdan', rehearsed: false }));
  expect(bohdan.person).toBe(bo.person);
  expect((await onBoard()).present).toBe(1);
});

test('a token opens what it was made for, after a restart too', async () => {
  const bo = await joins(server.plenary, gathering, 'Bo');
  server = await server.restart();
  expect(await server.plenary.links.pass(bo.token)).toEqual({ gathering, role: 'participant', person: bo.person });
  expect(await server.plenary.links.pass('nonsense')).toBeNull();
});

test('a closed gathering has no code until it is open again', async () => {
  const { code } = await onBoard();
  await leads('close', 'close');
  await expect.poll(() => server.plenary.gatherings.byCode(code ?? '')).toEqual(NO_SUCH);
  const late = { device: deviceOf('late'), name: 'Dee', rehearsed: false };
  expect(await server.plenary.gatherings.join(gathering, late)).toEqual({ refused: 'gathering-closed' });
  await leads('reopen', 'reopen');
  await expect.poll(() => server.plenary.gatherings.byCode(code ?? '')).toBe(gathering);
});

test('whoever guesses on is told nothing, right or wrong; a hall that was told comes in beside them', async () => {
  const { code } = await onBoard();
  const wrong = code === '000000' ? '111111' : '000000';
  const guesses = (address: string) =>
    void Promise.all(Array.from({ length: 300 }, () => server.at(address).gatherings.byCode(wrong)));
  const [hall, elsewhere] = [server.at('198.51.100.7'), server.at('192.0.2.9')];
  guesses('198.51.100.7');
  guesses('192.0.2.9');
  for (const { gatherings } of [hall, elsewhere])
    expect(await gatherings.byCode(code ?? '')).toEqual({ refused: 'too-many-codes' });

  // Bo has come in, so the code is no secret there.
  const bo = await joins(hall, gathering, 'Bo');
  await hall.pass('phone', gathering, (name) => cookieIn(bo.cookie, name));
  expect(await hall.gatherings.byCode(code ?? '')).toBe(gathering);
  expect(await elsewhere.gatherings.byCode(code ?? '')).toEqual({ refused: 'too-many-codes' });

  // The key in the address of the QR code shows that the address was not guessed.
  const key = elsewhere.gatherings.keyOf(gathering);
  expect(await elsewhere.gatherings.byCode(`${code}+${key.toUpperCase()}`)).toBe(gathering);
  expect(await elsewhere.gatherings.byCode(`${code}+00000`)).toEqual({ refused: 'too-many-codes' });
  expect(await server.plenary.gatherings.byCode(code ?? '')).toBe(gathering);
});

test('right codes never use up the patience of a hall', async () => {
  const { code } = await onBoard();
  for (let arrival = 0; arrival < 500; arrival += 1)
    expect(await server.plenary.gatherings.byCode(code ?? '')).toBe(gathering);
});

test('nobody leads what another account convened', async () => {
  const stranger: Account = { id: 'stranger', name: 'Mallory', email: 'mallory@example.org' };
  expect(await server.plenary.gatherings.owns(stranger, gathering)).toBe(false);
  expect(await server.plenary.gatherings.of(stranger)).toEqual([]);
  expect(await server.plenary.gatherings.owns(ana, gathering)).toBe(true);
});

test('what was never convened is not there', async () => {
  const { gatherings } = server.plenary;
  expect(await gatherings.view('0000000000000000', 'all')).toBeNull();
  expect(await gatherings.draft('0000000000000000')).toBeNull();
  expect(
    await gatherings.say(
      { ...organizer(), gathering: '0000000000000000' },
      { device: deviceOf('x'), activity: 'gathering', command: 'close', input: {} }
    )
  ).toEqual({ refused: 'no-such-gathering' });
});

test('an edition is published once by whoever presses, under the words and the licence that were chosen', async () => {
  const publish = { device: deviceOf('publish'), title: 'How we drink tea', summary: '', after: 0 };
  await joins(server.plenary, gathering, 'Bo');
  expect(await server.plenary.gatherings.publish(organizer(), publish)).toEqual({ refused: 'close-before-publishing' });
  await leads('close', 'close');
  const { slug } = granted(await server.plenary.gatherings.publish(organizer(), publish));
  expect(slug).toBe(`tea-${gathering.slice(0, 8)}`);
  expect(await server.plenary.gatherings.publish(organizer(), publish)).toEqual({ slug });
  expect(await server.plenary.gatherings.publish(organizer(), { ...publish, device: deviceOf('again') })).toEqual({
    refused: 'already-published'
  });
  expect(await server.plenary.commons.edition(slug)).toMatchObject({
    slug,
    title: 'How we drink tea',
    summary: null,
    licence: 'CC0-1.0',
    gathering: { name: 'Tea', place: 'Chicago', people: 1 }
  });
  await expect.poll(() => server.plenary.commons.search('', 1).total).toBe(1);

  const next = { device: deviceOf('next'), title: 'How we really drink tea', summary: '', after: 1 };
  expect(await server.plenary.gatherings.publish(organizer(), next)).toEqual({ slug });
  expect(await server.plenary.commons.edition(slug)).toMatchObject({ version: 2, title: 'How we really drink tea' });
  expect(await server.plenary.commons.edition(slug, 1)).toMatchObject({ version: 1, title: 'How we drink tea' });
  expect(await server.plenary.commons.edition(slug, 3)).toBeNull();
  await expect.poll(() => server.plenary.commons.search('really', 1).total).toBe(1);
  expect(await server.plenary.gatherings.of(ana)).toMatchObject([{ phase: 'closed', edition: slug }]);
});

test('the edition says when it was held, in the zone of the gathering, or as whoever publishes corrects it', async () => {
  await leads('close', 'close');
  const draft = (await server.plenary.gatherings.draft(gathering))?.gathering.held;
  expect(draft?.timeZone).toBe('America/Chicago');
  expect(draft?.from).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d-0[56]:00$/);
  const from = Date.parse('2026-11-22T16:00Z');
  const publish = (device: string, held: { from: number; to: number; timeZone: string }) =>
    server.plenary.gatherings.publish(organizer(), {
      device: deviceOf(device),
      title: 'Tea',
      summary: '',
      held,
      after: 0
    });
  expect(await publish('back', { from, to: from - 1, timeZone: 'UTC' })).toEqual({ refused: 'ends-before-it-begins' });
  expect(await publish('zone', { from, to: from, timeZone: 'Mars/Base' })).toMatchObject({ refused: 'not-understood' });
  const held = { from, to: from + 3_600_000, timeZone: 'Asia/Kathmandu' };
  const { slug } = granted(await publish('held', held));
  expect((await server.plenary.commons.edition(slug))?.gathering.held).toEqual({
    from: '2026-11-22T21:45+05:45',
    to: '2026-11-22T22:45+05:45',
    timeZone: 'Asia/Kathmandu'
  });
});

test('whoever joins is told where names will be shown, by the agenda as it is', async () => {
  const { gatherings } = server.plenary;
  expect(await gatherings.names(gathering)).toEqual({ board: [], phones: [], edition: false });
  const day = { ...form, template: 'cooperation-day', device: deviceOf('day') };
  const { gathering: other } = granted(await gatherings.convene(ana, day));
  expect(await gatherings.names(other)).toEqual({
    board: ['Unpanel'],
    phones: ['Unpanel', 'World Café'],
    edition: false
  });
});

test('participants publish nothing', async () => {
  const bo = await joins(server.plenary, gathering, 'Bo');
  await leads('close', 'close');
  const pass: Pass = { gathering, role: 'participant', person: bo.person };
  const form = { device: deviceOf('publish'), title: 'Mine', summary: '', after: 0 };
  expect(await server.plenary.gatherings.publish(pass, form)).toEqual({ refused: 'not-yours-to-do' });
  expect(await server.plenary.commons.edition(`tea-${gathering.slice(0, 8)}`)).toBeNull();
});

test('nobody takes the name of somebody who leads without a mark beside it, at the door or inside', async () => {
  const { gatherings } = server.plenary;
  const comes = async (name: string, device: string) =>
    granted(await gatherings.join(gathering, { device: deviceOf(device), name, rehearsed: false })).person;
  const [twin, bo] = [await comes('ANOU\u200DK', 'twin'), await comes('Bo', 'bo')];
  const rename = { device: deviceOf('rename'), activity: 'gathering', command: 'rename', input: { name: ' Anouk' } };
  await gatherings.say({ gathering, role: 'participant', person: bo }, rename);
  const { people } = await onConsole();
  expect([people[twin]?.name, people[bo]?.name]).toEqual(['ANOU\u200DK', 'Anouk'].map(words.notTheLead));
});

test('a name that looks like that of whoever leads, in letters of another alphabet and however long, is marked, too', async () => {
  const { accounts, gatherings } = server.plenary;
  let forms = 0;
  const comes = async (to: string, name: string) => {
    const asked = { device: deviceOf(`twin${(forms += 1)}`), name, rehearsed: false };
    const { person } = granted(await gatherings.join(to, asked));
    const { people } = (await gatherings.view(to, 'console'))?.gathering as unknown as GatheringOnConsole;
    return people[person]?.name;
  };
  for (const name of ['Аnouk', 'ΑΝΟUΚ', 'Ano\u057Dk'])
    expect(await comes(gathering, name)).toBe(words.notTheLead(name));

  const name = 'Maximiliana Wolkenstein-Hohenlohe-Baader';
  const email = 'max@example.org';
  const { token } = granted(await accounts.invite(ana, email));
  const signIn = granted(await accounts.setUp(token, { name, email, password: 'kettle over the harbour' })).token;
  const max = (await accounts.whose(signIn))?.account as Account;
  const hers = granted(await gatherings.convene(max, { ...form, device: deviceOf('hers') })).gathering;
  expect(await comes(hers, name)).toBe(words.notTheLead('Maximiliana Wolkenstein-Hohenlo…'));
  expect(await comes(gathering, name)).toBe(name);
});

test('what cannot be seen is no name', async () => {
  const asked = { device: deviceOf('unseen'), name: '\u3164', rehearsed: false };
  expect(await server.plenary.gatherings.join(gathering, asked)).toMatchObject({ refused: 'text-empty' });
});
