import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noteAddress } from '#contract/note-address.ts';
import type { GatheringOnConsole } from '#gathering/views.ts';
import { filesHolding, temporaryFolder } from '../../tests/support/folders.ts';
import { startRedis } from '../../tests/support/redis-server.ts';
import { blockOf } from '../../tests/support/samples.ts';
import {
  deviceOf,
  granted,
  joins,
  openGathering,
  openTestServer,
  Page,
  type TestServer
} from '../../tests/support/test-server.ts';
import { eventually } from '../../tests/support/until.ts';
import { cookieIn } from '../live/admission.ts';
import type { Account } from '../page-api.ts';

const NAME = 'Wilhelmine of the mill';
const KEPT = 'Plum jam for all';
const LEFT_OUT = 'The secret recipe';
const GONE = { refused: 'gathering-deleted' };

describe.each([
  ['one node over SQLite', false],
  ['two nodes over Redis', true]
])('CO9 a gathering that its organizer deletes: %s', (_title, overRedis) => {
  let close: (() => Promise<unknown>)[];
  let folders: string[];
  let nodes: TestServer[];
  let pages: Page[];
  let ana: Account;
  let gathering: string;
  let bo: Awaited<ReturnType<typeof joins>>;
  let activity: string;
  const [here, there] = [() => nodes[0]!, () => nodes.at(-1)!];

  beforeEach(async () => {
    const redis = overRedis ? await startRedis() : null;
    const data = await Promise.all((overRedis ? [1, 2] : [1]).map(temporaryFolder));
    folders = [...data.map(({ path }) => path), ...(redis ? [redis.folder] : [])];
    const redisUrl = redis?.url ?? null;
    nodes = await Promise.all(data.map(({ path }) => openTestServer({ redisUrl, data: path })));
    pages = [];
    close = [async () => redis?.stop(), ...data.map(({ remove }) => remove)];
    ({ ana, gathering } = await openGathering(here()));
    await leads('addBlock', blockOf('cards', { questions: ['What do we need?'] }));
    activity = Object.keys((await seen()).agenda)[0]!;
    await leads('turnTo', { activity, from: null });
    const [begins] = (await here().plenary.gatherings.view(gathering, 'console'))?.next ?? [];
    await leads(begins!.command, begins!.input, activity);
    bo = await joins(here().plenary, gathering, NAME);
    await writes('kept000000000000', KEPT);
    await writes('leftout000000000', LEFT_OUT);
  });
  afterEach(async () => {
    for (const page of pages) page.leave();
    await Promise.all(nodes.map((node) => node.close()));
    for (const one of close) await one();
  });

  let forms = 0;
  const says =
    (pass: { role: 'organizer' | 'participant'; person: string | null }, at: TestServer) =>
    async (command: string, input: object, on = 'gathering') =>
      at.plenary.gatherings.say(
        { gathering, ...pass },
        { device: deviceOf(`form${(forms += 1)}`), activity: on, command, input }
      );
  const leads = (command: string, input: object, on?: string) =>
    says({ role: 'organizer', person: null }, here())(command, input, on);
  const writes = (card: string, text: string) =>
    says({ role: 'participant', person: bo.person }, here())('writeCard', { card, question: 0, text }, activity);
  const seen = async () =>
    (await here().plenary.gatherings.view(gathering, 'console'))?.gathering as unknown as GatheringOnConsole;

  async function published(): Promise<string> {
    await leads('close', {});
    await leads('leaveOutNote', { note: noteAddress(activity, 'leftout000000000') });
    const form = { device: deviceOf('press'), title: 'What we need', summary: '', after: 0 };
    const pass = { gathering, role: 'organizer', person: null } as const;
    return granted(await here().plenary.gatherings.publish(pass, form)).slug;
  }

  function connects({ url }: TestServer): Page {
    const page = new Page(url, { gathering, surface: 'phone', cookie: bo.cookie });
    pages.push(page);
    return page;
  }

  const nothingHolds = (words: string) =>
    eventually(async () => {
      for (const folder of folders) expect(await filesHolding(folder, words)).toEqual([]);
    });

  test('everybody who is connected is told, no file holds a name or a word, and its code is free', async () => {
    await eventually(async () => expect(await there().plenary.gatherings.view(gathering, 'all')).not.toBeNull());
    const phones = [here(), there()].map(connects);
    await eventually(() => expect(phones.every(({ welcome }) => welcome)).toBe(true));
    const { token } = granted(await here().plenary.links.make(gathering, 'helper'));
    const { code } = await seen();

    expect(await here().plenary.gatherings.remove({ ...ana, id: 'another' }, gathering)).toEqual({
      refused: 'not-yours-to-do'
    });
    expect(await here().plenary.gatherings.remove(ana, gathering)).toBeNull();
    expect(await here().plenary.gatherings.remove(ana, gathering)).toBeNull();
    await eventually(() => expect(phones.map(({ gone }) => gone)).toEqual([GONE, GONE]));
    for (const words of [NAME, KEPT, LEFT_OUT]) await nothingHolds(words);

    for (const node of nodes) {
      const { gatherings } = node.plenary;
      await eventually(() => expect(gatherings.isDeleted(gathering)).toBe(true));
      expect(await says({ role: 'participant', person: bo.person }, node)('rename', { name: 'Bo' })).toEqual(GONE);
      expect(await gatherings.view(gathering, 'all')).toBeNull();
      expect(await gatherings.byCode(code ?? '')).toEqual({ refused: 'no-such-code' });
      expect(await gatherings.of(ana)).toEqual([]);
      const late = connects(node);
      await eventually(() => expect(late.gone).toEqual(GONE));
    }
    await eventually(async () => expect(await here().plenary.links.pass(token)).toBeNull());
    await eventually(async () => expect(await here().plenary.links.pass(bo.token)).toBeNull());
    expect(await there().plenary.pass('phone', gathering, (name) => cookieIn(bo.cookie, name))).toBeNull();
  });

  test('its edition, the search and the addresses of its notes stay, after a start too', async () => {
    const slug = await published();
    expect(await here().plenary.gatherings.remove(ana, gathering)).toBeNull();
    for (const words of [NAME, LEFT_OUT]) await nothingHolds(words);
    nodes = await Promise.all(nodes.map((node) => node.restart()));
    for (const { plenary } of nodes) {
      expect(plenary.gatherings.isDeleted(gathering)).toBe(true);
      expect(JSON.stringify(await plenary.commons.edition(slug))).toContain(KEPT);
      await eventually(() => expect(plenary.commons.search('plum', 1).total).toBe(1));
      expect(plenary.commons.holding(noteAddress(activity, 'kept000000000000'))).toEqual({ slug, gone: null });
      expect(plenary.commons.holding(noteAddress(activity, 'leftout000000000'))).toMatchObject({
        gone: { by: 'team' }
      });
    }
  });

  test('CO8 whoever is erased is in no file, view, search or edition of any node, after a start too, and all others stay', async () => {
    const dana = await joins(here().plenary, gathering, 'Dana');
    const hers = { card: 'stays00000000000', question: 0, text: 'Apples to share' };
    granted(await says({ role: 'participant', person: dana.person }, here())('writeCard', hers, activity));
    const slug = await published();
    for (const { plenary } of nodes) await eventually(() => expect(plenary.commons.search('plum', 1).total).toBe(1));

    granted(await says({ role: 'participant', person: bo.person }, there())('erase', {}));
    for (const words of [NAME, KEPT, LEFT_OUT]) await nothingHolds(words);
    for (const _start of [1, 2]) {
      for (const { plenary } of nodes) {
        const view = async () => JSON.stringify(await plenary.gatherings.view(gathering, 'console'));
        await eventually(async () => expect(await view()).toContain('Apples to share'));
        for (const words of [NAME, KEPT]) await eventually(async () => expect(await view()).not.toContain(words));
        await eventually(() => expect(plenary.commons.search('plum', 1).total).toBe(0));
        await eventually(() => expect(plenary.commons.search('apples', 1).total).toBe(1));
        for (const version of [1, 2])
          await eventually(async () => {
            const edition = JSON.stringify(await plenary.commons.edition(slug, version));
            expect([edition.includes(KEPT), edition.includes('Apples to share')]).toEqual([false, true]);
          });
      }
      nodes = await Promise.all(nodes.map((node) => node.restart()));
    }
  });

  test('an edition that was decided and not yet written is written first', async () => {
    await published();
    await leads('publish', { edition: 'x', title: 'Once more', summary: null, held: null, after: 1 });
    expect(await here().plenary.gatherings.remove(ana, gathering)).toBeNull();
    const [found] = here().plenary.commons.search('plum', 1).found;
    await eventually(async () => expect(await here().plenary.commons.versions(found!.slug)).toHaveLength(2));
  });

  test('the form that convened it, sent again, does not bring it back', async () => {
    await here().plenary.gatherings.remove(ana, gathering);
    const form = {
      ...{ device: deviceOf('convening'), title: 'Tea', place: '', rehearsal: false, template: null },
      starts: { at: 0, timeZone: 'UTC' },
      licence: 'CC0-1.0'
    } as const;
    expect(await here().plenary.gatherings.convene(ana, form)).toEqual(GONE);
  });
});
