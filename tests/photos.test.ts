import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHost, type Host } from '#gathering/host.ts';
import { jobsOf } from '#gathering/due-and-jobs.ts';
import type { Edition } from '#harvest/document.ts';
import { picturesIn } from '#harvest/pictures.ts';
import type { AllView } from '#methods/cafe/views/all.ts';
import type { ConsoleView } from '#methods/cafe/views/console.ts';
import type { PersonView } from '#methods/cafe/views/person.ts';
import type { Actor } from '#contract/method.ts';
import { openCatalogue, type Catalogue } from '#server/commons/catalogue.ts';
import { openCommons } from '#server/commons/commons.ts';
import { openFiles } from '#server/formats/files.ts';
import { nextEdition } from '#server/gatherings/edition.ts';
import { photoSeen } from '#server/gatherings/photo-access.ts';
import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import { editionStream } from '#server/commons/kept-edition.ts';
import { publish } from '#server/gatherings/publish.ts';
import { streamOf } from '#server/hosting/hosted-gatherings.ts';
import { openSqlite } from '#server/log/sqlite/sqlite.ts';
import type { Stores } from '#server/log/stores.ts';
import { temporaryFolder } from './support/folders.ts';
import { picture } from './support/jpeg.ts';
import { deviceOf, granted } from './support/test-server.ts';
import { ana, cafeBlock, CONVENING, countedPorts, device, firstBlock, phone, rules } from './support/test-host.ts';

const PEOPLE = ['bo', 'chidi', 'dana', 'emre', 'fatou'];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let stores: Stores;
let catalogue: Catalogue;
let commons: ReturnType<typeof openCommons>;
let hosts: Host[];

beforeEach(async () => {
  folder = await temporaryFolder();
  stores = await openSqlite({ data: folder.path });
  catalogue = await openCatalogue(stores.log);
  commons = openCommons({ ...stores, merged: mergedText, data: folder.path });
  hosts = [];
});

afterEach(async () => {
  for (const host of hosts) await host.close();
  commons.close();
  catalogue.close();
  await stores.close();
  await folder.remove();
});

/**
 * A café at one table, at which `takes` says whose sheets were photographed: Bo's is the first of a picture that is
 * numbered 1.
 */
async function cafe(gathering: string, takes: readonly string[], settings: object = {}) {
  await catalogue.open(gathering, 'ana');
  const counted = countedPorts(stores);
  const ports = { ...counted, id: () => `${gathering.slice(0, 1)}${counted.id().slice(1)}` };
  const host = await openHost(streamOf(gathering), ports, rules);
  hosts.push(host);
  const console = device(() => host, ana);
  await console('convene', CONVENING);
  await console('addBlock', cafeBlock({ tables: [{}], seats: 5, ...settings }));
  const activity = firstBlock(host);
  await console('turnTo', { activity, from: null });
  const phones = new Map(PEOPLE.map((name) => [name, device(() => host, phone(name))]));
  for (const say of phones.values()) granted(await say('join', { name: null, rehearsed: false }));
  await console('plan', {}, activity);
  const [asked] = jobsOf(host.ledger(), rules);
  const answer = rules.methods['cafe']?.work?.answer(asked?.question() ?? {});
  await device(() => host, { role: 'worker', person: null })('planned', { asking: asked?.asking, answer }, activity);
  await console('seat', {}, activity);
  const view = <View>(channel: string) => host.view(channel).activities[activity]?.view as unknown as View;
  const [table] = Object.keys(view<AllView>('all').tables);
  for (const [index, name] of takes.entries()) {
    const photo = picture(index + 1).toString('base64');
    const note = `note0000sheet000${index}`;
    granted(
      (await phones.get(name)?.('addPhoto', { card: note, table, round: 1, photo }, activity)) ?? { refused: 'nobody' }
    );
  }
  return {
    host,
    say: async (command: string, input: object) => granted(await console(command, input, activity)),
    /** The name of a photo in the log. */
    nameOf: (sheet: number) =>
      view<ConsoleView>('console').wall.notes[`note0000sheet000${sheet - 1}`]?.photo?.photo ?? '',
    own: (name: string) => view<PersonView>(`person:${name}`),
    write: async (name: string, text: string) => {
      const rest = { table, round: 1, kind: 'idea', text, parent: null, gem: false };
      granted(
        (await phones.get(name)?.('addNote', { card: `note0000${name}`.padEnd(16, '0'), ...rest }, activity)) ?? {
          refused: 'nobody'
        }
      );
    },
    close: () => console('close', {})
  };
}

const at = () => ({ ...stores, catalogue, rules, merged: mergedText, now: () => 1_700_000_000_000 });
const brought = (gathering: string, host: Host, title: string) =>
  publish(at(), gathering, host, ana, { device: deviceOf(gathering), title, summary: '', after: 0 });

async function published(gathering: string, { host, close }: Awaited<ReturnType<typeof cafe>>): Promise<Edition> {
  await close();
  const { slug } = granted(await brought(gathering, host, 'A day'));
  return (await commons.edition(slug)) as Edition;
}

test.each(['edition', 'catalogue'])(
  'WC31 photos are kept with the edition and stay when the gathering’s own words go, cut short before the %s was written',
  async (step) => {
    const tea = await cafe('tea', ['bo', 'chidi']);
    await tea.close();
    const { append } = stores.log;
    stores.log.append = (stream, ...rest) =>
      stream.startsWith(step)
        ? Promise.reject(new Error('the power went out'))
        : append.call(stores.log, stream, ...rest);
    await brought('tea', tea.host, 'A day').catch((error: Error) => error);
    expect(await commons.photo('a-day-of-cooperation-tea', tea.nameOf(1))).toBeNull();
    stores.log.append = append;

    const { slug } = granted(await brought('tea', tea.host, 'A day'));
    expect(slug).toBe('a-day-of-cooperation-tea');
    await stores.end(streamOf('tea'));
    const edition = (await commons.edition(slug)) as Edition;
    expect([...picturesIn(edition)]).toEqual([tea.nameOf(1), tea.nameOf(2)]);
    expect(JSON.stringify(edition).split(`"address":"${slug}/photo/${tea.nameOf(1)}.jpg"`)).toHaveLength(2);
    expect(edition.blocks[0]).toMatchObject({
      branches: [{ notes: [{ text: null, table: 1, round: 1, photo: { size: { width: 640, height: 480 } } }, {}] }]
    });
    expect(Buffer.from((await commons.photo(slug, tea.nameOf(2))) ?? [])).toEqual(picture(2));
  }
);

test('WC31 an attacker with the name of a hidden photo, of one that waits, or of another edition gets nothing', async () => {
  const tea = await cafe('tea', ['bo', 'chidi']);
  await tea.say('hideCard', { card: 'note0000sheet0001' });
  const water = await cafe('water', ['bo', 'chidi'], { review: true });
  await water.say('showCard', { card: 'note0000sheet0001' });
  const [first, second] = [await published('tea', tea), await published('water', water)];
  expect(await commons.photo(first.slug, tea.nameOf(1))).not.toBeNull();
  expect(await commons.photo(second.slug, water.nameOf(2))).not.toBeNull();

  // As a start that was cut short may leave behind: it lies beside the edition, which does not name it.
  const leftover = { id: 'leftover', owner: null, words: picture(9).toString('base64') };
  const event = { activity: 'edition', type: 'Noted', v: 1, at: 1, data: {} };
  const stream = editionStream(first.slug);
  await stores.log.append(stream, 1, { id: 'later', events: [event], receipts: [] }, [leftover]);
  expect((await stores.vault.get(stream, ['leftover'])).size).toBe(1);
  for (const name of [tea.nameOf(2), water.nameOf(2), 'leftover', '', '..', `${tea.nameOf(1)}.jpg`, 'constructor'])
    expect(await commons.photo(first.slug, name), name).toBeNull();
  expect(await commons.photo(second.slug, water.nameOf(1))).toBeNull();
  expect(await commons.photo('no-such-edition', tea.nameOf(1))).toBeNull();
  expect((await stores.vault.get(stream, [tea.nameOf(2)])).size).toBe(0);
});

test('an archive has the photos of its edition and no other, each where every format looks for it', async () => {
  const files = openFiles();
  try {
    const tea = await cafe('tea', ['bo', 'chidi']);
    await tea.say('hideCard', { card: 'note0000sheet0001' });
    const edition = await published('tea', tea);
    const stream = await files.archive(edition, (name) => commons.photo(edition.slug, name));
    const zip = unzipSync(new Uint8Array(await new Response(stream).arrayBuffer()));
    const path = `${edition.slug}/photo/${tea.nameOf(1)}.jpg`;
    expect(Object.keys(zip).filter((name) => name.endsWith('.jpg'))).toEqual([path]);
    expect(Buffer.from(zip[path] ?? [])).toEqual(picture(1));
    const text = (name: string) => Buffer.from(zip[name] ?? []).toString();
    expect(text('index.html')).toContain(`<img src="${path}"`);
    expect(text(`${edition.slug}.md`)).toContain(`](${path})`);
    expect(text('notes.csv')).toContain(`"${path}"`);
  } finally {
    await files.close();
  }
});

test('WC30 WC31 the notes and photos of somebody who was forgotten before stand nowhere in it', async () => {
  const tea = await cafe('tea', ['bo', 'chidi']);
  await tea.write('bo', 'Soup on Fridays');
  await tea.write('chidi', 'Bread on Mondays');
  expect(JSON.stringify(await nextEdition('tea', tea.host, at())).split('Soup on Fridays')).toHaveLength(2);
  await tea.host.forget(await stores.vault.owned(streamOf('tea'), 'bo'));
  const edition = await published('tea', tea);
  expect([...picturesIn(edition)]).toEqual([tea.nameOf(2)]);
  const told = JSON.stringify(edition);
  expect(told).not.toContain(tea.nameOf(1));
  expect(told).not.toContain('Soup on Fridays');
  expect(told.split('Bread on Mondays')).toHaveLength(2);
});

test('one person sends thirty photos and a gathering holds five hundred, whatever is withdrawn of them', async () => {
  const { host } = await cafe('budget', []);
  const activity = firstBlock(host);
  const [table] = Object.keys((host.view('all').activities[activity]?.view as unknown as AllView).tables);
  const sheet = (at: number) => `sheet${at}`.padStart(16, '0');
  const sends = (by: Actor, at: number) =>
    device(() => host, by, deviceOf(`sheet${at}`))(
      'addPhoto',
      { card: sheet(at), table, round: 1, photo: picture(1).toString('base64') },
      activity
    );
  const several = (by: Actor, first: number, photos: number) =>
    Promise.all(Array.from({ length: photos }, (_, index) => sends(by, first + index)));

  const ofBo = await several(phone('bo'), 0, 31);
  expect(ofBo.filter((answer) => 'version' in answer)).toHaveLength(30);
  expect(ofBo.at(-1)).toEqual({ refused: 'photos-used-up', figures: { most: 30 } });
  granted(await device(() => host, phone('bo'), 'withdraws')('removeCard', { card: sheet(0) }, activity));
  expect(await sends(phone('bo'), 40)).toMatchObject({ refused: 'photos-used-up' });
  granted(await sends(phone('chidi'), 41));

  const ofAll = await several(ana, 100, 470);
  expect(ofAll.filter((answer) => 'version' in answer)).toHaveLength(469);
  expect(await sends(phone('dana'), 2000)).toEqual({ refused: 'photos-full', figures: { most: 500 } });
});

test('WC31 a photo on the table reaches whoever has a view that names it, and an attacker who knows its name gets nothing', async () => {
  const tea = await cafe('tea', ['bo'], { review: true });
  const ref = tea.nameOf(1);
  const seen = (surface: 'phone' | 'board' | 'console', person: string | null) =>
    photoSeen({ gathering: 'tea', host: tea.host, vault: stores.vault, rules, ref }, surface, person);
  expect(Buffer.from((await seen('console', null)) ?? [])).toEqual(picture(1));
  // It waits to be looked at by those who lead: the wall and strangers do not have it.
  expect(await seen('board', null)).toBeNull();
  expect(await seen('phone', 'a-stranger')).toBeNull();
  expect(await seen('phone', null)).toBeNull();
  const word = await stores.vault.get(streamOf('tea'), [ref]);
  expect(word.has(ref)).toBe(true);
});
