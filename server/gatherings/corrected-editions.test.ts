import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteAddress } from '#contract/note-address.ts';
import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import { openHost, type Host } from '#gathering/host.ts';
import { filesHolding, temporaryFolder } from '../../tests/support/folders.ts';
import { blockOf } from '../../tests/support/samples.ts';
import { ana, CONVENING, countedPorts, device, firstBlock, phone, rules } from '../../tests/support/test-host.ts';
import { deviceOf, granted } from '../../tests/support/test-server.ts';
import { eventually } from '../../tests/support/until.ts';
import { openCatalogue, type Catalogue } from '../commons/catalogue.ts';
import { openCommons } from '../commons/commons.ts';
import { openSqlite } from '../log/sqlite/sqlite.ts';
import type { Stores } from '../log/stores.ts';
import { streamOf } from '../hosting/hosted-gatherings.ts';
import { materializeEdition, publish } from './publish.ts';

const PEOPLE = ['bo', 'chidi', 'dana', 'eli', 'fay', 'gus'];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let stores: Stores;
let catalogue: Catalogue;
let commons: ReturnType<typeof openCommons>;
let host: Host;
let activity: string;
let slug: string;
const phones = new Map<string, ReturnType<typeof device>>();

beforeEach(async () => {
  folder = await temporaryFolder();
  stores = await openSqlite({ data: folder.path });
  catalogue = await openCatalogue(stores.log);
  commons = openCommons({ ...stores, merged: mergedText, data: folder.path });
  await catalogue.open('tea', 'ana');
  host = await openHost(streamOf('tea'), countedPorts(stores), rules);
  const leads = device(() => host, ana);
  await leads('convene', CONVENING);
  await leads('addBlock', blockOf('cards', { questions: ['What do we need?'] }));
  activity = firstBlock(host);
  await leads('turnTo', { activity, from: null });
  const [begins] = rules.methods['cards']!.next(host.ledger().activities[activity]?.state);
  await leads(begins!.command, begins!.input, activity);
  for (const name of PEOPLE) {
    const say = device(() => host, phone(name));
    phones.set(name, say);
    await say('join', { name: null, rehearsed: false });
    await say('writeCard', { card: `note0000${name}`.padEnd(16, '0'), question: 0, text: `Need of ${name}` }, activity);
  }
  await leads('close', {});
  slug = granted(await published(0)).slug;
});

afterEach(async () => {
  await host.close();
  commons.close();
  catalogue.close();
  await stores.close();
  await folder.remove();
});

const at = () => ({ ...stores, catalogue, rules, merged: mergedText, now: () => 1_700_000_000_000 });
const published = (after: number) =>
  publish(at(), 'tea', host, ana, { device: deviceOf(`press${after}`), title: 'What we need', summary: '', after });
const addressOf = (name: string) => noteAddress(activity, `note0000${name}`.padEnd(16, '0'));
const says = async (name: string, command: string, input: object) => granted(await phones.get(name)!(command, input));
const text = async (version?: number) => JSON.stringify(await commons.edition(slug, version));

test('CO4 the next edition says what was mended, disputed and stood by, and tells no figure of fewer than five', async () => {
  await says('bo', 'mendNote', { note: addressOf('bo'), text: 'A tool library' });
  await says('chidi', 'disputeNote', { note: addressOf('dana'), why: 'We said time' });
  for (const name of PEOPLE.slice(0, 5)) await says(name, 'endorseNote', { note: addressOf('eli'), on: true });
  for (const name of PEOPLE.slice(0, 4)) await says(name, 'endorseNote', { note: addressOf('fay'), on: true });
  expect(await text()).not.toMatch(/tool library|We said time|endorsed/);
  granted(await published(1));
  const edition = await commons.edition(slug);
  expect(edition?.version).toBe(2);
  const notes = edition?.blocks
    .flatMap((block) => (block.kind === 'outline' ? block.branches : []))
    .flatMap(({ notes }) => notes);
  const of = (name: string) => notes?.find(({ id }) => id === addressOf(name));
  expect(of('bo')).toMatchObject({ text: 'A tool library', mended: true });
  expect(of('dana')).toMatchObject({ text: 'Need of dana', disputes: ['We said time'] });
  expect(of('eli')).toMatchObject({ endorsed: 5 });
  expect(of('fay')).not.toHaveProperty('endorsed');
  expect(await text(1)).toContain('Need of bo');
  expect(await text()).not.toContain('"chidi"');
});

test('CO5 CO6 what its writer took back is gone from every edition, the search, the files, and its address says so', async () => {
  granted(await published(1));
  await eventually(async () => expect(commons.search('chidi', 1).total).toBe(1));
  expect(commons.holding(addressOf('chidi'))).toEqual({ slug, gone: null });
  expect(await filesHolding(folder.path, 'Need of chidi')).not.toEqual([]);

  await says('chidi', 'leaveOutNote', { note: addressOf('chidi') });
  await materializeEdition(at(), 'tea', host);
  expect((await commons.versions(slug)).map(({ version }) => version)).toEqual([1, 2, 3]);
  for (const version of [1, 2, 3]) {
    expect(await text(version), `${version}`).not.toContain('Need of chidi');
    expect(await text(version), `${version}`).toContain('Need of dana');
  }
  await eventually(async () => expect(commons.search('chidi', 1).total).toBe(0));
  expect(commons.holding(addressOf('chidi'))).toMatchObject({ slug, gone: { by: 'author' } });
  expect(commons.holding(addressOf('dana'))).toEqual({ slug, gone: null });
  expect(JSON.stringify(host.view('console'))).not.toContain('Need of chidi');
  await host.close();
  await eventually(async () => expect(await filesHolding(folder.path, 'Need of chidi')).toEqual([]));
});

test('CO5 cut short before the words were gone, whoever looks next finishes it', async () => {
  const { forgetTexts } = stores.vault;
  stores.vault.forgetTexts = () => Promise.reject(new Error('the power went out'));
  await says('chidi', 'leaveOutNote', { note: addressOf('chidi') });
  await materializeEdition(at(), 'tea', host).catch(() => {});
  expect(await text(1)).toContain('Need of chidi');
  stores.vault.forgetTexts = forgetTexts;
  await materializeEdition(at(), 'tea', host);
  expect(await text(1)).not.toContain('Need of chidi');
});
