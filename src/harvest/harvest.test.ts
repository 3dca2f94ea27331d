import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { harvest as words } from '#words/en.ts';
import { svg } from './chart.ts';
import { csv } from './csv.ts';
import type { Edition } from './document.ts';
import { editionSchema } from './edition-schema.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { movement, sentence } from './sentence.ts';
import { block, edition, held, spread, withBlock } from './testing/one-line.ts';
import { unpanel } from '../../tests/support/editions.ts';

describe('the sentence of a round', () => {
  const poles = ['I agree', 'I disagree'] as const;
  const told = (changes: object) => sentence({ placed: 31, unsure: 2, passed: 0, spread, ...changes }, poles, words);

  const cut = (...ends: [to: number, count: number][]) => ({
    ...spread,
    ranges: ends.map(([to, count], nth) => ({ from: ends[nth - 1]?.[0] ?? 0, to, count }))
  });

  test('tells how many, where, and who was not sure', () => {
    expect(told({})).toBe(
      '31 people placed themselves. 21 stood on the side of “I agree”, 10 on the side of “I disagree”. 2 were not sure.'
    );
  });

  test.each([
    [
      cut([200, 5], [400, 7], [600, 8], [1000, 11]),
      '12 stood nearer “I agree”, 8 in the middle, 11 nearer “I disagree”.'
    ],
    [cut([400, 12], [1000, 19]), '12 stood nearer “I agree”, 19 in the middle or nearer “I disagree”.'],
    [cut([600, 12], [1000, 19]), '12 stood nearer “I agree” or in the middle, 19 nearer “I disagree”.'],
    [cut([500, 12], [1000, 19]), '12 stood on the side of “I agree”, 19 on the side of “I disagree”.']
  ])('tells the parts that the ranges have borders for, and no others', (spread, expected) => {
    expect(told({ spread, unsure: 0 })).toBe(`31 people placed themselves. ${expected}`);
  });

  test('from fifty people on tells percentages, which add up', () => {
    expect(told({ placed: 70, unsure: 0, spread: cut([400, 20], [600, 20], [1000, 30]) })).toBe(
      '70 people placed themselves. 29% stood nearer “I agree”, 28% in the middle, 43% nearer “I disagree”.'
    );
  });

  test('tells nothing of where people stood when one range holds them all', () => {
    expect(told({ spread: cut([1000, 31]), unsure: 0 })).toBe('31 people placed themselves.');
  });

  test('tells counts alone under five people', () => {
    expect(told({ placed: 4, spread: null, unsure: 1 })).toBe('4 people placed themselves. One was not sure.');
    expect(told({ placed: 9, spread: null, unsure: 0, passed: 3 })).toBe(
      '9 people placed themselves. 3 people passed.'
    );
    expect(told({ placed: 1, spread: null, unsure: 0 })).toBe('One person placed themselves.');
    expect(told({ placed: 0, spread: null, unsure: 0 })).toBe('Nobody placed themselves.');
  });

  test('says that a pole was withdrawn, and keeps its figures', () => {
    expect(sentence({ placed: 31, unsure: 0, passed: 0, spread }, [null, 'I disagree'], words)).toContain(
      'side of “withdrawn”'
    );
  });

  test('tells movement from what the first and the last round tell, and from nothing else', () => {
    const rounds = (...medians: (number | null)[]) =>
      medians.map((median, nth) => ({
        ...block.rounds[0]!,
        round: nth + 1,
        spread: median === null ? null : { ...spread, median }
      }));
    const moved = (...medians: (number | null)[]) => movement({ rounds: rounds(...medians), poles }, words);
    expect(moved(300, 900, 600)).toBe(
      'From round 1 to round 3 the middle of the room moved towards “I disagree”: from about 300 to about 600 of 1000.'
    );
    expect(moved(null, 600, 300)).toContain('From round 2 to round 3 the middle of the room moved towards “I agree”');
    expect(moved(500, 500)).toBe('From round 1 to round 2 the middle of the room stayed at about 500 of 1000.');
    expect(moved(500)).toBeNull();
    expect(moved(500, null)).toBeNull();
  });
});

describe('an edition', () => {
  test('comes back from its JSON as it was', () => {
    expect(v.parse(editionSchema, JSON.parse(json(edition)))).toEqual(edition);
  });

  test('has the same JSON, whatever order its parts were put together in', () => {
    const turned = Object.fromEntries(Object.entries(edition).reverse()) as Edition;
    expect(json(turned)).toBe(json(edition));
    expect(json(edition).startsWith('{\n  "schemaVersion": 2,\n  "generator"')).toBe(true);
  });

  test.each([
    ['a newer shape', { ...edition, schemaVersion: 3 }],
    ['something unknown', { ...edition, people: ['Ana'] }],
    ['a name in a round', withBlock({ rounds: [{ ...block.rounds[0], names: ['Ana'] } as never] })],
    [
      'one to four people in a range',
      withBlock({ rounds: [{ ...block.rounds[0]!, spread: { ...spread, ranges: [{ from: 0, to: 1000, count: 3 }] } }] })
    ],
    [
      'a range where nobody stands',
      withBlock({ rounds: [{ ...block.rounds[0]!, spread: { ...spread, ranges: [{ from: 0, to: 1000, count: 0 }] } }] })
    ],
    [
      'the exact place of the middle person',
      withBlock({ rounds: [{ ...block.rounds[0]!, spread: { ...spread, median: 413 } }] })
    ],
    ['how many moved', withBlock({ shift: { pairs: 31, moved: 12 } } as never)],
    ['a slug that is a path', { ...edition, slug: '../secrets' }],
    ['half a date', { ...edition, gathering: { ...edition.gathering, held: { ...held, from: '22.11.2026' } } }]
  ])('is not believed with %s', (_what, document) => {
    expect(v.safeParse(editionSchema, document).success).toBe(false);
  });

  test('comes back with reasons and names as it was', () => {
    const talked = withBlock({
      reasons: [{ id: 'r1', round: 1, from: 'first', why: 'We have a list' }],
      named: [{ name: 'Ana', x: 120 }]
    });
    expect(v.parse(editionSchema, JSON.parse(json(talked)))).toEqual(talked);
  });

  test.each([
    ['a person who said it', { reasons: [{ id: 'r2', round: 1, from: 'first', why: 'So', person: 'ana' }] as never }],
    ['a zone that is not one of four', { reasons: [{ id: 'r3', round: 1, from: 'left', why: 'So' }] as never }],
    ['a named place off the line', { named: [{ name: 'Ana', x: 1200 }] }]
  ])('is not believed with %s, either', (_what, changes) => {
    expect(v.safeParse(editionSchema, withBlock(changes)).success).toBe(false);
  });

  test('shows words that were withdrawn as withdrawn, in every format', () => {
    const gone = withBlock({ statement: null, poles: ['I agree', null] });
    expect(markdown(gone, words)).toContain('## withdrawn');
    expect(csv(gone, words)).toContain('"withdrawn","I agree","withdrawn"');
    expect(svg({ ...block, statement: null, poles: ['I agree', null] }, block.rounds[0]!, words, gone)).toContain(
      '<title id="title">withdrawn</title>'
    );
    expect(json(gone)).toContain('"statement": null');
  });
});

describe('when it was held', () => {
  const day = { from: '2026-11-22T23:05-06:00', to: '2026-11-23T01:30-06:00', timeZone: 'America/Chicago' };
  const late = { ...edition, gathering: { ...edition.gathering, held: day } };

  test.each([
    ['JSON', json(late)],
    ['Markdown', markdown(late, words)],
    ['its table', csv(late, words)],
    ['a drawing', svg(block, block.rounds[0]!, words, late)]
  ])('is told in %s by the clocks of the place, whatever day it was in UTC', (_format, file) => {
    expect(file).toContain('2026-11-22');
    expect(file).toContain('America/Chicago');
  });

  test('is told in every row of the table, with notes and with figures', () => {
    const notes = { ...late, blocks: [...late.blocks, unpanel] };
    const [, ...rows] = csv(notes, words).trim().split('\r\n"');
    expect(rows.filter((row) => !row.startsWith('library-evening","1","2026-11-22","America/Chicago",'))).toEqual([]);
  });
});

describe('as a page', () => {
  test('reads as front matter, sentence, table and figures', () => {
    const page = markdown(edition, words);
    expect(page).toMatch(/^---\ntitle: "An evening in the library"\n/);
    expect(page).toContain('<a id="0123456789abcdef"></a>\n\n## In this neighbourhood I know whom to ask\n');
    expect(page).toContain('31 people placed themselves. 21 stood on the side of “I agree”');
    expect(page).toContain('| 0 | 80 | 16 |');
    expect(page).toContain('The room stood in two camps.');
    expect(page.endsWith('Participants of Library evening · Text: CC-BY-SA-4.0. Figures: CC0-1.0.\n')).toBe(true);
  });

  test('names rounds when there are several, and what moved between them', () => {
    const first = block.rounds[0]!;
    const page = markdown(
      withBlock({ rounds: [first, { ...first, round: 2, spread: { ...spread, median: 300 } }] }),
      words
    );
    expect(page).toContain('### Round 1');
    expect(page).toContain('### Round 2');
    expect(page).toContain('the middle of the room moved towards');
  });

  test('tells what people said, under the part of the line it came from', () => {
    const page = markdown(
      withBlock({
        reasons: [
          { id: 'r4', round: 1, from: 'second', why: 'I am new here' },
          { id: 'r5', round: 1, from: 'first', why: 'We have a *list*' },
          { id: 'r6', round: 1, from: 'first', why: null },
          { id: 'r7', round: 1, from: 'beside', why: null }
        ]
      }),
      words
    );
    expect(page).toContain(
      '### What people said\n\n**Nearer “I agree”**\n\n- <a id="r5"></a>1 We have a \\*list\\*\n\n**Nearer “I disagree”**\n\n- <a id="r4"></a>2 I am new here'
    );
    expect(page).not.toContain('Not sure, or beside the line');
  });

  test('names those who agreed to it, and nobody whose name was withdrawn', () => {
    const page = markdown(
      withBlock({
        named: [
          { name: 'Ana | Bo', x: 120 },
          { name: null, x: 700 }
        ]
      }),
      words
    );
    expect(page).toContain('| Name | Position from 0 to 1000 |\n| --- | ---: |\n| Ana \\| Bo | 120 |\n\n');
    expect(page).not.toContain('700 |');
    expect(markdown(edition, words)).not.toContain(words.named);
  });

  test('does nothing that a person typed into it', () => {
    const typed = '<script>alert(1)</script> [x](javascript:y)\n# not a heading | ![z](q)';
    const page = markdown({ ...withBlock({ statement: typed }), title: 'A "quoted"\n---\nlicence: none' }, words);
    expect(page).not.toMatch(/<script|[^\\]\[x\]|\n# not/);
    expect(page).toContain('title: "A \\"quoted\\"\\n---\\nlicence: none"\n');
  });

  test('says so when nothing was kept', () => {
    expect(markdown({ ...edition, blocks: [] }, words)).toContain(words.nothing);
  });
});

describe('as a table', () => {
  test('opens in a spreadsheet with units and direction in its headings', () => {
    const table = csv(edition, words);
    const [head, ...rows] = table.split('\r\n');
    expect(
      head?.startsWith(
        '\uFEFF"edition","version","held_on","time_zone","block","statement","pole_at_0","pole_at_1000","round","row","from_'
      )
    ).toBe(true);
    expect(rows).toContain(
      '"library-evening","1","2026-11-22","America/Chicago","0123456789abcdef","In this neighbourhood I know whom to ask","I agree","I disagree","1","range","0","80","16","CC0-1.0"'
    );
    expect(rows.filter((row) => row.includes('"unsure","","","2"'))).toHaveLength(1);
  });

  test.each([
    ['=HYPERLINK("http://x")', '\'=HYPERLINK(""http://x"")'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['idea\n=1+1', "idea\n'=1+1"],
    ['00491234567', "'00491234567"],
    ['Mar 3', "'Mar 3"],
    ['March of the 3 bears', 'March of the 3 bears'],
    ['We are 3', 'We are 3'],
    ['True friends', 'True friends']
  ])('%j stays text, and computes nothing', (statement, cell) => {
    expect(csv(withBlock({ statement }), words)).toContain(`,"${cell}",`);
  });

  test('has a row for each person who agreed to be named, and a column for it only then', () => {
    const table = csv(
      withBlock({
        named: [
          { name: '=Ana', x: 120 },
          { name: null, x: 700 }
        ]
      }),
      words
    );
    const [head, ...rows] = table.split('\r\n');
    expect(head?.endsWith(',"data_licence","name"')).toBe(true);
    const people = rows.filter((row) => row.includes('"person"'));
    expect(people).toHaveLength(1);
    expect(people[0]?.endsWith('"1","person","120","120","1","CC0-1.0","\'=Ana"')).toBe(true);
    expect(csv(edition, words)).not.toContain('"name"');
  });

  test('has its headings even when nothing was kept', () => {
    expect(csv({ ...edition, blocks: [] }, words)).toMatch(/^\uFEFF"edition","version"/);
  });
});
