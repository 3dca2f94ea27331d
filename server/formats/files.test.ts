import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { picturesIn } from '#harvest/pictures.ts';
import { addressesToldIn, fullEdition } from '../../tests/support/full-edition.ts';
import { paragraphsOf, sheetsOf } from '../../tests/support/office-files.ts';
import { sheet } from '../../tests/support/editions.ts';
import { openFiles } from './files.ts';

const files = openFiles();
afterAll(() => files.close());
const edition = fullEdition();
const sheets = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({
    id: `sheet${nth}`,
    text: null,
    photo: { name: `p${nth}`, address: `a-day-of-cooperation/photo/p${nth}.jpg`, size: null },
    notes: []
  }));

test('a thread of its own makes each format whole', async () => {
  const [docx, xlsx] = await Promise.all([files.render(edition, 'docx', ''), files.render(edition, 'xlsx', '')]);
  const told = addressesToldIn(edition).length;
  const isOfNote = (bookmark: string) => bookmark.startsWith('n_');
  expect(paragraphsOf(docx ?? new Uint8Array()).flatMap(({ bookmarks }) => bookmarks.filter(isOfNote))).toHaveLength(
    told
  );
  expect(sheetsOf(xlsx ?? new Uint8Array()).get('Notes')).toHaveLength(told + 1);
});

test('where too many wait, one more is told so at once, and those who wait get theirs', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => files.render(edition, 'xlsx', '')));
  expect(all.filter((file) => file === null)).toHaveLength(4);
  expect(await files.render(edition, 'xlsx', '')).not.toBeNull();
});

test('an archive holds every file and every photo, each photo read when its turn has come', async () => {
  const photo = new Uint8Array([0xff, 0xd8, 1, 2, 3]);
  const read: string[] = [];
  const stream = await files.archive(edition, (name) => {
    read.push(name);
    return Promise.resolve(photo);
  });
  expect(read).toEqual([]);
  const zip = unzipSync(new Uint8Array(await new Response(stream).arrayBuffer()));
  expect(read).toEqual([...picturesIn(edition)]);
  expect(zip['a-day-of-cooperation/photo/k3x9.jpg']).toEqual(photo);
  expect(Object.keys(zip).toSorted()).toEqual([
    'a-day-of-cooperation.csv',
    'a-day-of-cooperation.docx',
    'a-day-of-cooperation.ics',
    'a-day-of-cooperation.json',
    'a-day-of-cooperation.jsonld',
    'a-day-of-cooperation.md',
    'a-day-of-cooperation.xlsx',
    'a-day-of-cooperation/photo/k3x9.jpg',
    'charts/line-1-round-1.svg',
    'charts/line-1-round-2.svg',
    'continua.csv',
    'datapackage.json',
    'figures.csv',
    'index.html',
    'named.csv',
    'notes.csv',
    'summaries.csv',
    'tables.csv'
  ]);
  expect(JSON.parse(new TextDecoder().decode(zip['a-day-of-cooperation.json']))).toEqual(edition);
});

test('whoever goes away in the middle has no further photo read for them', async () => {
  const many = fullEdition({
    blocks: [{ ...sheet, branches: [{ id: 'loose', head: { kind: 'loose' }, notes: sheets(50) }] }]
  });
  const read: string[] = [];
  const stream = await files.archive(many, (name) => {
    read.push(name);
    return Promise.resolve(new Uint8Array(1_000));
  });
  const reader = stream?.getReader();
  while (reader && read.length < 3) await reader.read();
  await reader?.cancel();
  const before = read.length;
  await new Promise((resolve) => setImmediate(resolve));
  expect(read).toHaveLength(before);
  expect(before).toBeLessThan(10);
});

test('a photo that was withdrawn is left out, and one that cannot be read ends the archive as broken', async () => {
  const without = await files.archive(edition, () => Promise.resolve(null));
  const zip = unzipSync(new Uint8Array(await new Response(without).arrayBuffer()));
  expect(Object.keys(zip).filter((path) => path.endsWith('.jpg'))).toEqual([]);
  const broken = await files.archive(edition, () => Promise.reject(new Error('The store is away')));
  await expect(new Response(broken).arrayBuffer()).rejects.toThrow('The store is away');
});
