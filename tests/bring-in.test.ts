import { rm } from 'node:fs/promises';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Edition } from '#harvest/document.ts';
import { addressesIn } from '#harvest/note-addresses.ts';
import { picturesIn } from '#harvest/pictures.ts';
import type { Account } from '#server/page-api.ts';
import { editionFile, type Format } from '../src/routes/commons/edition-file.ts';
import { filesHolding } from './support/folders.ts';
import { picture } from './support/jpeg.ts';
import { playMixedRoom } from './support/mixed-room.ts';
import { openGathering, openTestServer, openTestServerWithPages, type TestServer } from './support/test-server.ts';

const FORMATS: Format[] = ['json', 'jsonld', 'md', 'csv', 'docx', 'xlsx', 'ics', 'zip'];

/** Where an edition with every kind of block and with photos was published, and an empty house. */
let there: TestServer;
let house: TestServer;
let ana: Account;
let slug: string;
let archive: Uint8Array;

beforeAll(async () => {
  there = await openTestServer();
  const { gathering } = await openGathering(there);
  ({ slug } = await playMixedRoom(there.plenary, gathering));
  archive = await fileOf(there, 'zip');
});
afterAll(() => there.close());
async function opened(): Promise<void> {
  house = await openTestServer();
  ({ ana } = await openGathering(house));
}

async function fileOf({ plenary }: TestServer, format: Format): Promise<Uint8Array> {
  const edition = (await plenary.commons.edition(slug)) as Edition;
  const answer = await editionFile(edition, format, {
    files: plenary.files,
    photo: (name) => plenary.commons.photo(slug, name),
    origin: 'https://plenary.example',
    url: `https://plenary.example/commons/${slug}`
  });
  return new Uint8Array(await answer.arrayBuffer());
}

const brings = (file: Uint8Array) => house.plenary.bringIn(ana, file);
const text = (file: Uint8Array) => new TextDecoder().decode(file);
const documentIn = (file: Uint8Array) => JSON.parse(text(unzipSync(file)[`${slug}.json`]!)) as Edition;
/** The archive with some of its files put in place of others; undefined takes one out. */
function archiveWith(changes: Record<string, Uint8Array | undefined>): Uint8Array {
  const files = Object.entries({ ...unzipSync(archive), ...changes });
  return zipSync(Object.fromEntries(files.filter(([, file]) => file !== undefined)) as Record<string, Uint8Array>);
}
const archiveOf = (edition: object) => archiveWith({ [`${slug}.json`]: strToU8(JSON.stringify(edition)) });
const withoutPhotos = (edition: Edition): Edition =>
  JSON.parse(JSON.stringify(edition), (key, value: unknown) => (key === 'photo' ? undefined : value)) as Edition;

describe('an edition that is brought in', () => {
  beforeEach(opened);
  afterEach(() => house.close());

  test('the archive of an edition makes the same edition in an empty house, byte for byte in every format', async () => {
    expect(picturesIn(documentIn(archive)).size).toBeGreaterThan(0);
    expect(await brings(archive)).toEqual({ slug });
    for (const format of FORMATS) expect(await fileOf(house, format), format).toEqual(await fileOf(there, format));
  });

  test('so does the JSON of one without photos', async () => {
    await brings(strToU8(JSON.stringify(withoutPhotos(documentIn(archive)))));
    const own = await Promise.all(FORMATS.map((format) => fileOf(house, format)));
    const another = await openTestServer();
    await another.plenary.bringIn(ana, own[0]!);
    const theirs = await Promise.all(FORMATS.map((format) => fileOf(another, format)));
    await another.close();
    expect(theirs).toEqual(own);
    expect(own.at(-1)).not.toHaveLength(0);
  });

  test('its notes are found by their addresses and by their words, and it says that it was brought in', async () => {
    const { commons } = house.plenary;
    expect(house.plenary.broughtIn(slug)).toBeNull();
    await brings(archive);
    expect(house.plenary.broughtIn(slug)).toBeGreaterThan(0);
    await expect.poll(() => commons.search('genuinethought0end', 1).total).toBe(1);
    for (const note of addressesIn(documentIn(archive).blocks)) expect(commons.holding(note)?.slug).toBe(slug);
    house = await house.restart();
    expect(house.plenary.broughtIn(slug)).toBeGreaterThan(0);
    expect((await house.plenary.commons.edition(slug))?.title).toBe('What the room said');
  });

  test('brought in twice, also at once, it is there once; a later edition of it comes beside it', async () => {
    expect(await Promise.all([brings(archive), brings(archive)])).toContainEqual({ slug });
    expect(await brings(archive)).toEqual({ slug });
    const later = { ...documentIn(archive), version: 3, title: 'Once more' };
    expect(await brings(archiveOf(later))).toEqual({ slug });
    expect((await house.plenary.commons.versions(slug)).map(({ version }) => version)).toEqual([1, 3]);
    expect((await house.plenary.commons.edition(slug))?.title).toBe('Once more');
    expect(await brings(archiveOf({ ...later, version: 2 }))).toEqual({ refused: 'address-taken' });
  });

  test('an address that another has is not taken from it', async () => {
    const document = documentIn(archive);
    expect(await there.plenary.bringIn(ana, archive)).toEqual({ refused: 'address-taken' });
    await brings(archive);
    const stolen = JSON.stringify({ ...document, id: 'another', version: 2 });
    expect(await brings(archiveWith({ [`${slug}.json`]: strToU8(stolen) }))).toEqual({ refused: 'address-taken' });
    const elsewhere = JSON.stringify(withoutPhotos({ ...document, slug: 'elsewhere', id: 'another' }));
    await expect.poll(() => house.plenary.commons.search('', 1).total).toBe(1);
    expect(await brings(strToU8(elsewhere))).toEqual({ refused: 'note-taken' });
  });

  test('it is taken out for good: nothing of it is found, and its notes say when it went, also after a start', async () => {
    await brings(archive);
    await expect.poll(() => house.plenary.commons.search('genuinethought0end', 1).total).toBe(1);
    expect((await house.plenary.broughtInEditions()).map(({ title }) => title)).toEqual(['What the room said']);
    expect(await filesHolding(house.folder, 'genuinethought0end')).not.toEqual([]);
    expect(await house.plenary.takeOut(ana, slug)).toBeNull();
    expect(await house.plenary.takeOut(ana, slug)).toBeNull();
    const isGone = async () => {
      const { plenary } = house;
      const { commons } = plenary;
      expect(plenary.takenOut(slug)).toBeGreaterThan(0);
      expect(await plenary.broughtInEditions()).toEqual([]);
      expect([await commons.edition(slug), await commons.edition(slug, 1)]).toEqual([null, null]);
      expect(await commons.versions(slug)).toEqual([]);
      for (const photo of picturesIn(documentIn(archive))) expect(await commons.photo(slug, photo)).toBeNull();
      await expect.poll(() => commons.search('', 1).total).toBe(0);
      expect(commons.search('genuinethought0end', 1).total).toBe(0);
      for (const note of addressesIn(documentIn(archive).blocks))
        expect(commons.holding(note)).toMatchObject({ slug, gone: { by: 'house' } });
    };
    await isGone();
    expect(await brings(archive)).toEqual({ refused: 'taken-out' });
    house = await house.restart();
    await isGone();
    await rm(`${house.folder}/commons.db`, { force: true });
    house = await house.restart();
    await expect.poll(() => house.plenary.commons.holding(addressesIn(documentIn(archive).blocks)[0]!)).not.toBeNull();
    await isGone();
    expect(await filesHolding(house.folder, 'genuinethought0end')).toEqual([]);
  });

  test('CO5 a photo of it is asked for again each time, so that no cache shows it once it was taken out', async () => {
    const pages = await openTestServerWithPages();
    try {
      const { ana } = await openGathering(pages);
      await pages.plenary.bringIn(ana, archive);
      const photo = `${pages.url}/commons/${anyPhoto()}`;
      const first = await fetch(photo);
      const known = { 'if-none-match': first.headers.get('etag') ?? '' };
      expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect((await fetch(photo, { headers: known })).status).toBe(304);
      expect(await pages.plenary.takeOut(ana, slug)).toBeNull();
      expect((await fetch(photo, { headers: known })).status).toBe(410);
    } finally {
      await pages.close();
    }
  });

  test('what a gathering here left behind is not taken out', async () => {
    expect(await there.plenary.takeOut(ana, slug)).toEqual({ refused: 'not-brought-in' });
    expect(await there.plenary.commons.edition(slug)).not.toBeNull();
  });

  test('an address that a gathering here will have is kept for it', async () => {
    const [open] = await house.plenary.gatherings.of(ana);
    const document = withoutPhotos({ ...documentIn(archive), slug: `before-it-${open?.id.slice(0, 8)}` });
    expect(await brings(strToU8(JSON.stringify(document)))).toEqual({ refused: 'address-taken' });
  });
});

/** Nested by so much that nothing which calls itself comes back from it. */
const nested = (depth: number) => strToU8('['.repeat(depth) + ']'.repeat(depth));
const bomb = () => zipSync({ [`${slug}.json`]: new Uint8Array(50_000_000) });
/** Each as long as a photo may be, of nothing but zeros. */
const manyPhotos = () =>
  zipSync(Object.fromEntries(Array.from({ length: 300 }, (_, nth) => [`day/photo/p${nth}.jpg`, zeros])), { level: 1 });
const zeros = new Uint8Array(350_000);
const anyPhoto = () => [...picturesIn(documentIn(archive))].map((name) => `${slug}/photo/${name}.jpg`)[0]!;

describe('a file that is no edition', () => {
  beforeAll(opened);
  afterAll(() => house.close());

  test.each<[what: string, file: () => Uint8Array, refused: object]>([
    ['nothing', () => new Uint8Array(), { refused: 'not-an-edition' }],
    ['words', () => strToU8('We met.'), { refused: 'not-an-edition' }],
    ['JSON of something else', () => strToU8('{"title":"A day"}'), { refused: 'not-an-edition' }],
    ['JSON of bytes that are no text', () => new Uint8Array([0x22, 0xff, 0x22]), { refused: 'not-an-edition' }],
    ['deep nesting', () => nested(1_000_000), { refused: 'not-an-edition' }],
    ['a document of nine megabytes', () => strToU8(`"${'x'.repeat(9_000_000)}"`), { refused: 'file-too-large' }],
    [
      'an edition of a later version',
      () => archiveOf({ ...documentIn(archive), schemaVersion: 3 }),
      { refused: 'edition-of-another-version', figures: { version: 3 } }
    ],
    [
      'keys that every object has',
      () =>
        strToU8(JSON.stringify(withoutPhotos(documentIn(archive))).replace('{', '{"__proto__":{"rehearsal":true},')),
      { refused: 'not-an-edition' }
    ],
    [
      'a key nobody knows',
      () => archiveOf({ ...documentIn(archive), more: 'than there is' }),
      { refused: 'not-an-edition' }
    ],
    [
      'an address too long to be read',
      () => strToU8(JSON.stringify(withoutPhotos({ ...documentIn(archive), slug: 'x'.repeat(200) }))),
      { refused: 'not-an-edition' }
    ],
    [
      'a JSON whose photos are missing',
      () => unzipSync(archive)[`${slug}.json`]!,
      { refused: 'edition-needs-its-photos' }
    ],
    [
      'an archive without one of its photos',
      () => archiveWith({ [anyPhoto()]: undefined }),
      { refused: 'edition-needs-its-photos' }
    ],
    [
      'a photo that is a page',
      () => archiveWith({ [anyPhoto()]: strToU8('<!doctype html>') }),
      { refused: 'photo-damaged' }
    ],
    [
      'a photo that tells where it was taken',
      () => archiveWith({ [anyPhoto()]: new Uint8Array([...picture(1), 1, 2, 3]) }),
      { refused: 'photo-damaged' }
    ],
    [
      'a photo of ten megabytes',
      () => archiveWith({ [anyPhoto()]: new Uint8Array(10_000_000) }),
      { refused: 'file-too-large' }
    ],
    [
      'photos of another edition',
      () => strToU8(JSON.stringify(documentIn(archive)).replaceAll(`${slug}/photo`, 'another/photo')),
      { refused: 'not-an-edition' }
    ],
    [
      'an archive without an edition',
      () => archiveWith({ [`${slug}.json`]: undefined }),
      { refused: 'not-an-edition' }
    ],
    ['an archive with two', () => archiveWith({ 'other.json': strToU8('{}') }), { refused: 'not-an-edition' }],
    ['an archive that unpacks to much more', bomb, { refused: 'file-too-large' }],
    ['an archive of many photos that do', manyPhotos, { refused: 'file-too-large' }],
    ['an archive that was cut off', () => archive.subarray(0, 5_000), { refused: 'file-damaged' }],
    [
      'an archive that climbs folders',
      () => archiveWith({ '../../escape.json': strToU8('{}') }),
      { refused: 'file-leaves-its-place' }
    ],
    [
      'an archive that begins at the root',
      () => archiveWith({ '/etc/passwd': strToU8('x') }),
      { refused: 'file-leaves-its-place' }
    ],
    [
      'an archive with Windows paths',
      () => archiveWith({ 'a\\..\\b': strToU8('x') }),
      { refused: 'file-leaves-its-place' }
    ],
    ['the beginning of an archive', () => strToU8('PK'), { refused: 'not-an-edition' }]
  ])('%s is refused with a sentence, and nothing of it is kept', async (_what, file, refused) => {
    expect(await brings(file())).toEqual(refused);
    expect(house.plenary.broughtIn(slug)).toBeNull();
    expect(await house.plenary.commons.edition(slug)).toBeNull();
    expect(await filesHolding(house.folder, 'genuinethought0end')).toEqual([]);
  });
});
