import { afterEach, beforeEach, expect, test } from 'vitest';
import { ACCOUNT_COOKIE, linkCookie } from '#wire/cookies.ts';
import { INPUT_LONGEST, type Say } from '#wire/messages.ts';
import type { GatheringForPerson, GatheringOnBoard, GatheringOnConsole } from '#gathering/views.ts';
import { methods } from '#methods/index.ts';
import { gathering as gatheringMethod } from '#gathering/gathering.ts';
import {
  deviceOf,
  granted,
  joins,
  openGathering,
  openTestServer,
  Page,
  type TestServer
} from '../../tests/support/test-server.ts';
import { eventually, until } from '../../tests/support/until.ts';

let server: TestServer;
let gathering: string;
let signIn: string;
let pages: Page[];

const page = (
  surface: 'phone' | 'board' | 'console',
  cookie: string,
  more: { protocol?: number; origin?: string; device?: string } = {}
) => {
  const opened = new Page(server.url, { gathering, surface, cookie, ...more });
  pages.push(opened);
  return opened;
};
const anasConsole = () => page('console', `${ACCOUNT_COOKIE}=${signIn}`);
beforeEach(async () => {
  server = await openTestServer();
  ({ gathering, signIn } = await openGathering(server, 'first-meeting'));
  pages = [];
});

afterEach(async () => {
  for (const open of pages) open.leave();
  await server.close();
});

test('a phone is told who it is, and sees the gathering and itself', async () => {
  const bo = await joins(server.plenary, gathering, 'Bo');
  const phone = page('phone', bo.cookie);
  await until(() => phone.docs[`person:${bo.person}`]);
  expect(phone.welcome).toMatchObject({ person: bo.person, role: 'participant' });
  expect(phone.gathering('all')).toMatchObject({ title: 'Tea', phase: 'open' });
  expect(phone.gathering<GatheringForPerson>(`person:${bo.person}`)).toEqual({ name: 'Bo', present: true });
});

test('a device that joined by the form is told its next number, and another person’s device is told nothing', async () => {
  const bo = await joins(server.plenary, gathering, 'Bo');
  const chidi = await joins(server.plenary, gathering, 'Chidi');
  const device = deviceOf('joinBo');
  const phone = page('phone', bo.cookie, { device });
  await until(() => phone.welcome);
  expect(phone.welcome).toMatchObject({ next: 2 });
  const rename = { activity: 'gathering', command: 'rename', input: { name: 'Bohdan' } };
  expect(await phone.sends({ device, n: 2, settled: 1, ...rename })).toHaveProperty('version');

  const back = page('phone', bo.cookie, { device });
  const fresh = page('phone', bo.cookie, { device: deviceOf('another page') });
  const nosy = page('phone', chidi.cookie, { device });
  const silent = page('phone', bo.cookie);
  await until(() => [back, fresh, nosy, silent].every(({ welcome }) => welcome));
  expect([back, fresh, nosy, silent].map(({ welcome }) => welcome?.next)).toEqual([3, 1, null, null]);
});

test('what a phone says reaches board and console as patches, each from where the last one ended', async () => {
  const bo = await joins(server.plenary, gathering, 'Bo');
  const [phone, board, leading] = [
    page('phone', bo.cookie),
    page('board', `${ACCOUNT_COOKIE}=${signIn}`),
    anasConsole()
  ];
  await until(() => phone.welcome && board.docs.board && leading.docs.console);

  for (const name of ['Bohdan', 'Bojan', 'Bo again'])
    expect(await phone.say('gathering', 'rename', { name })).toEqual({ version: expect.any(Number) });
  expect(await phone.say('gathering', 'leave', {})).toEqual({ version: expect.any(Number) });

  await until(() => board.gathering<GatheringOnBoard>('board').present === 0);
  await until(() => leading.gathering<GatheringOnConsole>('console').people[bo.person]?.present === false);
  expect(leading.gathering<GatheringOnConsole>('console').people[bo.person]?.name).toBe('Bo again');
  expect(leading.patches.length).toBeGreaterThan(0);
  expect([phone.gaps, board.gaps, leading.gaps]).toEqual([0, 0, 0]);
});

test('a page that comes while others act has no gap either', async () => {
  const bo = await joins(server.plenary, gathering, 'Bo');
  const phone = page('phone', bo.cookie);
  const first = anasConsole();
  await until(() => phone.welcome && first.docs.console);
  const late: Page[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    late.push(anasConsole());
    await phone.say('gathering', 'rename', { name: `Bo ${turn}` });
  }
  const named = (seen: Page) => seen.gathering<GatheringOnConsole>('console')?.people[bo.person]?.name;
  for (const seen of late) await until(() => named(seen) === 'Bo 11');
  expect(late.map(({ gaps }) => gaps)).toEqual(late.map(() => 0));
});

test('a page elsewhere cannot use the cookie of whoever visits it', async () => {
  const bo = await joins(server.plenary, gathering, 'Bo');
  const phone = page('phone', bo.cookie, { origin: 'http://evil.example' });
  const why = await new Promise<Error & { context?: { statusCode?: number } }>((resolve) =>
    phone.socket.once('connect_error', (error) => resolve(error as Error))
  );
  expect(why.message).toBe('websocket error');
  expect(phone.welcome).toBeNull();
  // The same host without encryption is another origin: an attacker in the network can write its pages.
  for (const origin of ['http://evil.example', server.url.replace('http:', 'https:'), 'null']) {
    const answer = await fetch(`${server.url}/live/?EIO=4&transport=polling`, { headers: { origin } });
    expect(answer.status).toBe(403);
  }
  const near = page('phone', bo.cookie, { origin: server.url });
  await until(() => near.welcome);
});

test('a page that speaks an older protocol is asked to load anew', async () => {
  const bo = await joins(server.plenary, gathering, 'Bo');
  const phone = page('phone', bo.cookie, { protocol: 0 });
  await until(() => phone.gone);
  expect(phone.gone).toEqual({ refused: 'page-too-old' });
});

test('without a token, and with the token of another gathering, nobody comes in', async () => {
  const bo = await joins(server.plenary, gathering, 'Bo');
  const nobody = page('phone', '');
  const phoneAtConsole = page('console', bo.cookie);
  const strangersLink = granted(await server.plenary.links.make('another0gatherin', 'facilitator'));
  const stranger = page('console', `${linkCookie(gathering)}=${strangersLink.token}`);
  await until(() => nobody.gone && phoneAtConsole.gone && stranger.gone);
  expect(nobody.gone).toEqual({ refused: 'person-unknown' });
  expect(phoneAtConsole.gone).toEqual({ refused: 'link-ended' });
  expect(stranger.gone).toEqual({ refused: 'link-ended' });
  expect([nobody.docs, phoneAtConsole.docs, stranger.docs]).toEqual([{}, {}, {}]);
});

test('a board may do nothing, whatever command it tries', async () => {
  const link = granted(await server.plenary.links.make(gathering, 'viewer'));
  const commands = Object.keys(gatheringMethod(methods).commands);
  const before = await server.plenary.gatherings.view(gathering, 'console');
  const answers: unknown[] = [];
  // One page is told to wait after twenty commands, so each tries ten.
  for (let at = 0; at <= commands.length; at += 10) {
    const board = page('board', `${linkCookie(gathering)}=${link.token}`);
    await until(() => board.welcome);
    for (const command of [...commands, 'undo'].slice(at, at + 10))
      answers.push(await board.say('gathering', command, {}));
  }
  expect(answers).toHaveLength(commands.length + 1);
  expect(answers).toEqual(answers.map(() => ({ refused: 'not-yours-to-do' })));
  expect(await server.plenary.gatherings.view(gathering, 'console')).toEqual(before);
});

test('when a link ends, whoever came by it is shown out at once', async () => {
  const link = granted(await server.plenary.links.make(gathering, 'facilitator'));
  const helper = page('console', `${linkCookie(gathering)}=${link.token}`);
  const ana = anasConsole();
  await until(() => helper.welcome && ana.welcome);
  await server.plenary.links.end(gathering, link.id);
  await until(() => helper.gone);
  expect(helper.gone).toEqual({ refused: 'link-ended' });
  expect(ana.gone).toBeNull();
});

test('signing out closes the console', async () => {
  const ana = anasConsole();
  await until(() => ana.welcome);
  await server.plenary.accounts.signOut(signIn);
  await until(() => ana.gone);
  expect(ana.gone).toEqual({ refused: 'link-ended' });
});

test('after a restart a phone comes back by itself as the same person, and its command counts once', async () => {
  const bo = await joins(server.plenary, gathering, 'Bo');
  const phone = page('phone', bo.cookie);
  await until(() => phone.welcome);
  const say: Say = {
    device: deviceOf('bosphone'),
    n: 1,
    settled: 0,
    activity: 'gathering',
    command: 'rename',
    input: { name: 'Bohdan' }
  };
  const first = await phone.sends(say);
  server = await server.restart();

  await until(() => phone.socket.connected && phone.welcome);
  expect(await phone.sends(say)).toEqual(first);
  expect(phone.welcome?.person).toBe(bo.person);
  expect(await phone.sends({ ...say, n: 2, settled: 1, input: { name: 'Bo' } })).toEqual({
    version: expect.any(Number)
  });
  await until(() => phone.gathering<GatheringForPerson>(`person:${bo.person}`).name === 'Bo');
});

test('whoever hurries is put off, nothing is lost, and the order stays', async () => {
  const bo = await joins(server.plenary, gathering, 'Bo');
  const phone = page('phone', bo.cookie);
  await until(() => phone.welcome);
  const device = deviceOf('hasty');
  const says = Array.from({ length: 40 }, (_, index): Say => {
    const n = index + 1;
    return { device, n, settled: index, activity: 'gathering', command: 'rename', input: { name: `Bo ${n}` } };
  });
  const answers = await Promise.all(says.map((say) => phone.sends(say)));
  const accepted = answers.filter((answer) => 'version' in answer).length;
  expect(accepted).toBeGreaterThanOrEqual(20);
  expect(answers.slice(accepted)).toEqual(answers.slice(accepted).map(() => ({ later: 'too-fast' })));
  const next = says[accepted];
  if (!next) throw new Error('nobody was put off');
  await eventually(async () => expect(await phone.sends(next)).toHaveProperty('version'));
});

test('what is too long for one go is answered, and nobody is cut off', async () => {
  const bo = await joins(server.plenary, gathering, 'Bo');
  const phone = page('phone', bo.cookie);
  await until(() => phone.welcome);
  const cuts: string[] = [];
  phone.socket.on('disconnect', (why) => cuts.push(why));
  const refused = { refused: 'input-too-long', figures: { most: INPUT_LONGEST } };
  // One letter of Devanagari is three bytes: the limit must be the same in every script.
  for (const letter of ['x', 'क'])
    expect(await phone.say('gathering', 'rename', { name: letter.repeat(INPUT_LONGEST) })).toEqual(refused);
  const most = 'क'.repeat(INPUT_LONGEST - '{"name":""}'.length);
  expect(await phone.say('gathering', 'rename', { name: most })).toMatchObject({ refused: 'text-too-long' });
  expect(await phone.say('gathering', 'rename', { name: 'Bohdan' })).toHaveProperty('version');
  expect(cuts).toEqual([]);
});

test('what is so already is told apart from what took effect, and a number behind another is no success', async () => {
  const bo = await joins(server.plenary, gathering, 'Bo');
  const phone = page('phone', bo.cookie);
  await until(() => phone.welcome);
  const said = (n: number, command: string, input: object) =>
    phone.sends({ device: deviceOf('bos page'), n, settled: n - 1, activity: 'gathering', command, input });
  const done = { version: expect.any(Number) };
  expect(await said(1, 'rename', { name: 'Bohdan' })).toEqual(done);
  expect(await said(2, 'leave', {})).toEqual(done);
  expect(await said(3, 'leave', {})).toEqual({ ...done, already: true });
  expect(await said(4, 'comeBack', {})).toEqual(done);
  expect(await said(4, 'comeBack', {})).toEqual(done);
  expect(await said(1, 'rename', { name: 'Bohdan' })).toEqual({ refused: 'answered-before' });
  expect(await said(3, 'rename', { name: 'Bert' })).toEqual({ refused: 'answered-before' });
});

test('the console hears which people have a live connection', async () => {
  const [bo, chidi] = [await joins(server.plenary, gathering, 'Bo'), await joins(server.plenary, gathering, 'Chidi')];
  const ana = anasConsole();
  const phones = [page('phone', bo.cookie), page('phone', bo.cookie), page('phone', chidi.cookie)];
  await until(() => ana.connected?.phones === 2);
  expect(new Set(ana.connected?.people)).toEqual(new Set([bo.person, chidi.person]));
  phones[2]?.leave();
  await until(() => ana.connected?.phones === 1);
});
