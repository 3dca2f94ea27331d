import { describe, expect, it, test } from 'vitest';
import { formats, harvest } from '#words/en.ts';
import { asked, edition, rounds, sheet, tables, unpanel, working } from '../../tests/support/editions.ts';
import { paragraphsOf, sheetsOf } from '../../tests/support/office-files.ts';
import { titlesBetween } from './changes.ts';
import { csv } from './csv.ts';
import type { Edition, SeenOutline } from './document.ts';
import { isEdition } from './edition-schema.ts';
import { docx } from './formats/docx.ts';
import { page } from './formats/page.ts';
import { xlsx } from './formats/xlsx.ts';
import { jsonLd } from './json-ld.ts';
import { markdown } from './markdown.ts';
import { originalsOf } from './originals.ts';
import { titleOf } from './outline.ts';
import { retitled } from './retitled.ts';
import { svg } from './chart.ts';
import { arranged } from './arranged.ts';
import { withAppendix } from './appendix.ts';

const BLOCKS = [working, unpanel, sheet, asked, tables, rounds];
const WAS = 'What is happening here?';
const NOW = 'What goes on in our street';
const words = { ...harvest, formats };

const titled = (titles: Record<string, string>): Edition => edition({ blocks: retitled(BLOCKS, titles) });
const told = (titles: Record<string, string>) =>
  originalsOf(titled(titles).blocks, harvest).map(({ anchor, told }) => [anchor, told]);

test('HD13 a heading keeps what the room was shown beside its title, and the document is one that can be read', () => {
  const given = titled({ b1s1: 'How we work', b2: 'Our work', 'b2/questions': 'Still open', 'b4-2': 'Each round' });
  expect(isEdition(given)).toBe(true);
  expect(given.blocks.map(titleOf)).toEqual([
    'How we work',
    'Our work',
    WAS,
    WAS,
    'What each table said',
    'Each round'
  ]);
  expect(given.blocks[0]).toMatchObject({ statement: 'How do you work?', retitled: 'How we work' });
  expect(given.blocks[1]).toMatchObject({
    title: { kind: 'question', text: 'What are you working on right now?', retitled: 'Our work' }
  });
  expect(originalsOf(given.blocks, harvest).map(({ told }) => told)).toEqual([
    harvest.outline.asked('How do you work?'),
    harvest.outline.asked('What are you working on right now?'),
    harvest.outline.called('Questions nobody answered'),
    harvest.outline.called('Round after round')
  ]);
});

test('HD13 a question has its title wherever it stands, and what was asked is told once', () => {
  const given = titled({ 'b3-q2': NOW });
  const [, , first, second, stories] = given.blocks as [unknown, unknown, SeenOutline, SeenOutline, SeenOutline];
  expect([first, second].map(titleOf)).toEqual([NOW, NOW]);
  expect(stories.branches[0]?.branches?.[1]?.head).toMatchObject({ round: 1, question: WAS, retitled: NOW });
  expect(told({ 'b3-q2': NOW })).toEqual([['b3-q1', harvest.outline.asked(WAS)]]);
  const two = told({ 'b3-q1': NOW, 'b3-q2': 'Elsewhere' });
  expect(two.map(([anchor]) => anchor)).toEqual(['b3-q1', 'b3-q2']);
});

test('HD13 a note that is read in a theme says the title of the question it was written to', () => {
  const themes = [{ id: 't1', name: 'Food', notes: ['bread'] }];
  const [first] = arranged(retitled(BLOCKS, { 'b3-q2': NOW }), { themes, folded: {}, summaries: {} }, harvest);
  const text = markdown(edition({ blocks: [first!] }), harvest);
  expect(text).toContain(NOW);
  expect(text).not.toContain(WAS);
});

test('HD13 figures of the appendix are of the question by its title', () => {
  const aside = { ...unpanel, branches: [], figures: [{ code: 'gini', value: 0.3, words: 'Unequal.', aside: true }] };
  const [block] = withAppendix(retitled([aside as unknown as SeenOutline], { b2: 'Our work' }), true, harvest);
  expect(block).toMatchObject({ id: 'appendix', figures: [{ scope: { statement: 'Our work' } }] });
});

test('HD13 who spoke is called as before, and a title that says the same is none to readers', () => {
  const given = titled({ 'b2/speaker-1': 'Somebody else', b2: 'What are you working on right now?' });
  expect(JSON.stringify(given)).not.toContain('Somebody else');
  expect(originalsOf(given.blocks, harvest)).toEqual([]);
});

test('HD13 a title whose words are gone leaves what was asked', () => {
  const [, , , block] = titled({ 'b3-q2': NOW }).blocks as SeenOutline[];
  const gone = { ...block!, title: { ...block!.title, retitled: null } };
  expect(titleOf(gone)).toBe(WAS);
  expect(originalsOf([gone], harvest)).toEqual([]);
});

describe('HD13 every format prints the title, and once what was asked', () => {
  const given = titled({ 'b3-q1': NOW, b1s1: 'How we work' });
  const once = (text: string, what: string) => expect(text.split(what), what).toHaveLength(2);
  const both = (text: string) => {
    for (const original of [WAS, 'How do you work?']) once(text, original);
    for (const title of [NOW, 'How we work']) expect(text).toContain(title);
  };

  it('Markdown, the page with its contents, and DOCX, below the heading', async () => {
    both(markdown(given, harvest));
    both(page(given, words, []));
    const paragraphs = paragraphsOf(await docx(given, words, ''));
    both(paragraphs.map(({ text }) => text).join('\n'));
    const at = paragraphs.findIndex(({ style, text }) => style === 'Heading1' && text === NOW);
    expect(paragraphs[at + 1]?.text).toBe(harvest.outline.asked(WAS));
  });

  it('CSV and XLSX, as rows of their own', async () => {
    both(csv(given, harvest));
    const workbook = sheetsOf(await xlsx(given, words, ''));
    const cells = [...workbook].flatMap(([, rows]) =>
      rows.flat().flatMap((cell) => (cell && 'text' in cell ? [cell.text] : []))
    );
    both(cells.join('\n'));
    expect(workbook.get(formats.tables.originals.title)).toHaveLength(3);
    expect([...sheetsOf(await xlsx(edition({ blocks: BLOCKS }), words, '')).keys()]).not.toContain(
      formats.tables.originals.title
    );
  });

  it('JSON-LD, as another name of the question', () => {
    const data = JSON.parse(jsonLd(given, harvest, '')) as { about: object[] };
    expect(data.about).toContainEqual({ '@type': 'Question', name: NOW, alternateName: WAS });
    expect(data.about).toContainEqual({ '@type': 'Question', name: 'What are you working on right now?' });
  });

  it('a drawing of a line by its title, with what was asked in its figures', () => {
    const [line] = given.blocks as [typeof working];
    const drawing = svg(line, line.rounds[0]!, harvest, given);
    expect(drawing).toContain('<title id="title">How we work</title>');
    once(drawing, 'How do you work?');
  });
});

test('HD13 a later edition says which headings have another title', () => {
  const older = titled({});
  expect(titlesBetween(older, titled({ 'b3-q1': NOW, 'b2/questions': 'Still open' }), harvest)).toEqual([
    { anchor: 'b2-questions', before: 'Questions nobody answered', after: 'Still open' },
    { anchor: 'b3-q1', before: WAS, after: NOW },
    { anchor: 'b3-q2', before: WAS, after: NOW },
    { anchor: 'b3-tables-kitchen-kitchen-round-1', before: `Round 1: ${WAS}`, after: `Round 1: ${NOW}` }
  ]);
  expect(titlesBetween(older, older, harvest)).toEqual([]);
});
