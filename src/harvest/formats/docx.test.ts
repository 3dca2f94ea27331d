import { beforeAll, expect, test } from 'vitest';
import { formats, harvest } from '#words/en.ts';
import { addressesToldIn, fullEdition, IN_SHORT, TYPED, UNNAMED_AT } from '../../../tests/support/full-edition.ts';
import { paragraphsOf, partOf, type Paragraph } from '../../../tests/support/office-files.ts';
import { anchorOf } from '../anchor.ts';
import { noteNumbers } from '../note-addresses.ts';
import { piecesOf } from '../pieces/pieces.ts';
import { headingBookmark } from './bookmarks.ts';
import { docx } from './docx.ts';

const edition = fullEdition();
let file: Uint8Array;
let paragraphs: Paragraph[];
beforeAll(async () => {
  file = await docx(edition, { ...harvest, formats }, 'https://plenary.example/commons/');
  paragraphs = paragraphsOf(file);
});
const linksIn = (file: Uint8Array): string[] =>
  [...partOf(file, 'word/document.xml').matchAll(/<w:hyperlink [^>]*w:anchor="(\w+)"/g)].map(([, to = '']) => to);
const marked = (address: string) => paragraphs.find(({ bookmarks }) => bookmarks.includes(`n_${address}`));

test('every note and reason is a bookmark of its address, once', () => {
  const bookmarks = paragraphs.flatMap(({ bookmarks }) => bookmarks).filter((name) => name.startsWith('n_'));
  expect(bookmarks.toSorted()).toEqual(
    addressesToldIn(edition)
      .map((address) => `n_${address}`)
      .toSorted()
  );
});

test('every heading of a block or a branch is a bookmark of its anchor, and no bookmark is there twice', () => {
  const anchors = piecesOf(edition, { ...harvest, formats }).flatMap((piece) =>
    piece.kind === 'heading' && piece.anchor !== undefined ? [piece] : []
  );
  expect(anchors.length).toBeGreaterThan(edition.blocks.length);
  for (const { text, anchor = '' } of anchors) {
    const [found, ...others] = paragraphs.filter(({ bookmarks }) => bookmarks.includes(headingBookmark(anchor)));
    expect(found).toMatchObject({ style: expect.stringMatching(/^Heading/) as string, text });
    expect(others).toEqual([]);
  }
  const names = paragraphs.flatMap(({ bookmarks }) => bookmarks.map((name) => name.toLowerCase()));
  expect(new Set(names).size).toBe(names.length);
});

test('the contents lead to every block, and every link in the document leads to what is there', () => {
  const names = paragraphs.flatMap(({ bookmarks }) => bookmarks);
  for (const to of linksIn(file)) expect(names).toContain(to);
  const at = paragraphs.findIndex(({ text }) => text === formats.contents);
  const listed = paragraphs.slice(at + 1, at + 1 + edition.blocks.length).map(({ text }) => text);
  expect(listed).toEqual(
    paragraphs
      .filter(({ style }) => style === 'Heading1')
      .map(({ text }) => text)
      .slice(0, -1)
  );
  expect(linksIn(file).slice(0, edition.blocks.length)).toEqual(
    edition.blocks.map((block) => headingBookmark(anchorOf(block)))
  );
});

test('each note stands under the number the edition has for it', () => {
  for (const [address, number] of noteNumbers(edition.blocks))
    expect(marked(address)?.text.split('\t')[0]).toBe(number);
});

test.each(TYPED.map((text, nth) => [text, nth] as const))('%j is there letter for letter', (text, nth) => {
  expect(marked(`typed${nth}`)?.text.split('\t').slice(1).join('\t')).toBe(text);
});

test('what is written from right to left begins at the right, and nothing else does', () => {
  expect(marked('typed0')?.rightToLeft).toBe(true);
  expect(marked('typed1')?.rightToLeft).toBe(true);
  expect(marked('typed2')?.rightToLeft).toBe(false);
  const asked = paragraphs.filter(({ text }) => text === 'ما رأيكم؟');
  expect(asked.map(({ style }) => style)).toEqual(['', 'Heading1']);
  for (const { rightToLeft } of asked) expect(rightToLeft).toBe(true);
});

test('what became of a note after the gathering stands under it', () => {
  expect(marked('corrected')?.text.split('\n').slice(1)).toEqual([
    'Mended afterwards.',
    '7 people who were there stand by this.',
    'Somebody who was there says that this is not what was said: “=We said “may be””',
    'Somebody who was there says that this is not what was said. Their words are not here any more.'
  ]);
});

test('HD7 what those who lead say in short stands under its heading', () => {
  const texts = paragraphs.map(({ text }) => text);
  for (const said of IN_SHORT) expect(texts[texts.indexOf(said) - 1], said).toBe(harvest.inShort);
});

test('blocks and branches are headings, so that an outline can be made of them', () => {
  const headings = paragraphs.filter(({ style }) => /^(Title|Heading)/.test(style));
  expect(headings[0]).toMatchObject({ style: 'Title', text: edition.title });
  expect(headings.filter(({ style }) => style === 'Heading1')).toHaveLength(edition.blocks.length + 1);
  expect(headings).toContainEqual(expect.objectContaining({ style: 'Heading2', text: 'Table 3 · Kitchen' }));
});

test('a table leads to the notes that stand elsewhere', () => {
  expect(linksIn(file).filter((to) => to.startsWith('n_'))).toEqual(['n_seeds', 'n_library', 'n_bread']);
});

test('licence and attribution stand at the end, and the language is told', () => {
  const last = paragraphs.slice(-3).map(({ text }) => text);
  expect(last[0]).toBe(edition.attribution);
  expect(last[1]).toContain('CC-BY-SA-4.0');
  expect(partOf(file, 'word/styles.xml')).toContain('<w:lang w:val="en" w:bidi="en"/>');
});

test('a photo is a link to where it lies', () => {
  expect(partOf(file, 'word/_rels/document.xml.rels')).toContain(
    'https://plenary.example/commons/a-day-of-cooperation/photo/k3x9.jpg'
  );
});

test('what was withdrawn, and who is not named, is not in it', () => {
  expect(marked('withdrawn')?.text).toMatch(/\twithdrawn$/);
  expect(marked('why2')).toBeUndefined();
  const texts = paragraphs.map(({ text }) => text);
  expect(texts.filter((text) => /\b(null|undefined)\b/.test(text))).toEqual([expect.stringMatching(/\tnull$/)]);
  for (const x of UNNAMED_AT) expect(texts.join('\n')).not.toContain(String(x));
  expect(texts).toContain('=Ana');
});
