import { beforeAll, describe, expect, test } from 'vitest';
import { formats, harvest } from '#words/en.ts';
import type { SeenBranch, SeenTable } from '../document.ts';
import { unpackedText } from '../../../tests/support/unpacked-text.ts';
import { addressesToldIn, fullEdition, IN_SHORT, TYPED, UNNAMED_AT } from '../../../tests/support/full-edition.ts';
import { arranged } from '../arranged.ts';
import { coverageOf } from '../coverage.ts';
import { noteNumbers } from '../note-addresses.ts';
import { archiveFiles, printedFiles } from './archive-files.ts';

const edition = fullEdition();
const numbers = noteNumbers(edition.blocks);
const texts = new Map<string, string>();
beforeAll(async () => {
  for (const { path, content } of await archiveFiles(edition, words))
    if (typeof content === 'string') texts.set(path, content);
});
const words = { ...harvest, formats };
const textOf = (path: string): string => texts.get(path) ?? '';
/** Every cell stands in quotes, whatever is in it. */
const rowsOf = (path: string): string[][] =>
  [...textOf(path).matchAll(/(?:"(?:[^"]|"")*",)*"(?:[^"]|"")*"\r\n/g)].map(([row]) =>
    [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"'))
  );
const column = (path: string, name: string): string[] => {
  const [head = [], ...rows] = rowsOf(path);
  return rows.map((row) => row[head.indexOf(name)] ?? '');
};

describe('the page of an archive', () => {
  test('has every note once, under its number, with a link to itself', () => {
    for (const address of addressesToldIn(edition))
      expect(textOf('index.html').split(` id="${address}"`), address).toHaveLength(2);
    for (const [address, number] of numbers)
      expect(textOf('index.html')).toContain(`<a class="nth" href="#${address}">${number}</a>`);
  });

  test('shows what was typed, and none of it is markup', () => {
    const page = textOf('index.html');
    for (const text of TYPED) expect(page).toContain(`<span class="text">${escaped(text)}</span>`);
    expect(page).not.toMatch(/<script|<b>|javascript:|onerror/);
  });

  test('asks nobody for anything: photos and drawings lie beside it', () => {
    const page = textOf('index.html');
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/|@import|url\(/);
    const shown = [...page.matchAll(/<img src="([^"]+)"/g)].map(([, path]) => path);
    expect(shown).toEqual([
      'charts/line-1-round-1.svg',
      'charts/line-1-round-2.svg',
      'a-day-of-cooperation/photo/k3x9.jpg'
    ]);
    expect(texts.has('charts/line-1-round-2.svg')).toBe(true);
  });

  test('tells what became of a note after the gathering', () => {
    const [, note = ''] = textOf('index.html').split('<li id="corrected">');
    expect(note).toContain('<em>7 people who were there stand by this.</em>');
    expect(note).toContain('Their words are not here any more.</em>');
  });

  test('begins with what it holds, and each line leads there', () => {
    const page = textOf('index.html');
    const [, contents = ''] = /<nav>([\s\S]*?)<\/nav>/.exec(page) ?? [];
    const led = [...contents.matchAll(/<a href="#([^"]+)"/g)].map(([, to]) => to);
    expect(led).toEqual(edition.blocks.map(({ id }) => id));
    for (const to of led) expect(page).toContain(`<h2 id="${to}"`);
  });

  test('nests a note under the one it hangs on', () => {
    expect(textOf('index.html')).toMatch(/<li id="seeds">.*\n<ul class="notes">\n<li id="library">/);
  });
});

test.each([
  'index.html',
  'notes.csv',
  'a-day-of-cooperation.md',
  'a-day-of-cooperation.csv',
  'a-day-of-cooperation.json'
])('a photo lies beside %s of an archive', (path) => {
  expect(textOf(path)).toMatch(/["(]a-day-of-cooperation\/photo\/k3x9\.jpg/);
  expect(textOf(path)).not.toMatch(/:\/\/[^"\s]*k3x9/);
});

test.each(['index.html', 'a-day-of-cooperation.md'])('every heading of notes can be linked to in %s', (path) => {
  const anchors = edition.blocks.flatMap((block) => [
    block.id,
    ...(block.kind === 'outline' ? anchorsIn(block.branches, block.id) : [])
  ]);
  expect(anchors).toContain('b3-tables-kitchen-kitchen-lines');
  for (const anchor of anchors) expect(textOf(path).split(` id="${anchor}"`), anchor).toHaveLength(2);
});

const anchorsIn = (branches: readonly SeenBranch[], above: string): string[] =>
  branches.flatMap(({ id, branches = [] }) => [`${above}-${id}`, ...anchorsIn(branches, `${above}-${id}`)]);

test('every note is in the JSON-LD of an archive, under an address without a house', () => {
  for (const address of addressesToldIn(edition))
    expect(textOf('a-day-of-cooperation.jsonld')).toContain(`"@id":"/n/${address}"`);
});

test('a reason has a number as notes have one, in every file', () => {
  expect(numbers.get('why1')).toBe('1');
  expect(textOf('a-day-of-cooperation.md')).toContain('- <a id="why1"></a>1 Because = we share');
  expect(textOf('a-day-of-cooperation.csv')).toMatch(/"why1","","Nearer “Peer to peer”","'1"/);
});

describe('the page that is printed', () => {
  const pageOf = (home: string | null) => printedFiles(edition, words, { paper: 'A4', home })[0]?.content;

  test('links each number to the permanent address of its note', () => {
    for (const [address, number] of numbers)
      expect(pageOf('https://plenary.example')).toContain(
        `<a class="nth" href="https://plenary.example/n/${address}">${number}</a>`
      );
  });

  test('links inside itself while it is a draft, whose notes have no permanent address', () => {
    expect(pageOf(null)).toContain('<a class="nth" href="#why1">1</a>');
    expect(pageOf(null)).not.toContain('/n/');
  });
});

describe('the tables of an archive', () => {
  test('tell every note and reason once, with its number', () => {
    expect(column('notes.csv', 'note_id').toSorted()).toEqual(addressesToldIn(edition).toSorted());
    const told = new Map(
      column('notes.csv', 'note_id').map((address, nth) => [address, column('notes.csv', 'number')[nth]])
    );
    for (const [address, number] of numbers) expect(told.get(address)?.replace(/^'/, '')).toBe(number);
  });

  test('keep text text', () => {
    const typed = column('notes.csv', 'text');
    expect(typed).toContain("'=1+1");
    expect(typed).toContain("'00491234567");
    for (const text of TYPED) expect(typed.map((cell) => cell.replace(/^'/, ''))).toContain(text.replace(/^'/, ''));
  });

  test('are told column by column', () => {
    const { resources } = JSON.parse(textOf('datapackage.json')) as {
      resources: { path: string; schema: { fields: { name: string; description: string }[] } }[];
    };
    expect(resources.map(({ path }) => path)).toEqual([
      'notes.csv',
      'summaries.csv',
      'figures.csv',
      'continua.csv',
      'tables.csv',
      'named.csv'
    ]);
    for (const { path, schema } of resources) {
      const [head = []] = rowsOf(path);
      expect(schema.fields.map(({ name }) => name)).toEqual(head);
      expect(schema.fields.every(({ description }) => description.length > 5)).toBe(true);
    }
  });

  test('name only those who agreed', () => {
    expect(rowsOf('named.csv').slice(1)).toEqual([['b1s1', 'How do you work?', "'=Ana", '120']]);
  });
});

describe('HD7 what those who lead say in short', () => {
  test.each(['index.html', 'a-day-of-cooperation.md', 'a-day-of-cooperation.csv', 'a-day-of-cooperation.json'])(
    'is in %s',
    (path) => {
      for (const said of IN_SHORT) expect(textOf(path)).toContain(said);
    }
  );

  test('is a table of its own', () => {
    expect(column('summaries.csv', 'text').map((cell) => cell.replace(/^'/, ''))).toEqual(IN_SHORT);
  });

  test('is on the page that is printed', () => {
    const [page] = printedFiles(edition, words, { paper: 'A4', home: null });
    for (const said of IN_SHORT) expect(page?.content).toContain(`<p dir="auto">${said}</p>`);
  });
});

test('no text of an archive tells a place of those who are not named, or shows a gap as a word', () => {
  for (const [path, text] of texts) {
    if (path.endsWith('.json')) continue;
    for (const x of UNNAMED_AT) expect(text, path).not.toContain(String(x));
    expect(text.match(/\b(null|undefined)\b/g) ?? [], path).toHaveLength(typedNulls(path));
  }
});

/** Somebody did type “null”. */
const typedNulls = (path: string): number =>
  [
    'index.html',
    'notes.csv',
    'a-day-of-cooperation.md',
    'a-day-of-cooperation.jsonld',
    'a-day-of-cooperation.csv'
  ].includes(path)
    ? 1
    : 0;

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

test('HD6 where every note is stands in each format, for each table and round, and a calendar has no place for it', async () => {
  const theme = { id: 't', name: 'Tools', notes: ['library'] };
  const blocks = arranged(edition.blocks, { themes: [theme], folded: {}, summaries: {} }, words);
  const coverage = coverageOf(blocks, 2, words) as SeenTable;
  const [{ words: sentence } = {}] = coverage.figures;
  const files = await archiveFiles({ ...edition, blocks: [...blocks, coverage] }, words);
  const slug = edition.slug;
  const formats = ['index.html', ...['docx', 'xlsx', 'md', 'json', 'jsonld', 'csv'].map((kind) => `${slug}.${kind}`)];
  for (const format of formats) {
    const content = files.find(({ path }) => path === format)!.content;
    const text = typeof content === 'string' ? content : unpackedText(content);
    for (const told of [sentence!, 'Table 1, Round 1', words.coverage.takenBack])
      expect(text.includes(told), `${format}: ${told}`).toBe(true);
  }
});
