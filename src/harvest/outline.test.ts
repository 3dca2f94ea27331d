import * as v from 'valibot';
import { expect, test } from 'vitest';
import { harvest as words } from '#words/en.ts';
import { asked, edition, seeds, sheet, tables, unpanel } from '../../tests/support/editions.ts';
import { csv } from './csv.ts';
import type { SeenBlock, SeenOutline } from './document.ts';
import { editionSchema } from './edition-schema.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { tidied } from './outline.ts';

const kept = edition({ blocks: [unpanel] });

const withoutAnchors = (text: string) => text.replaceAll(/<a id="[^"]*"><\/a>\n*/g, '');

test('Markdown keeps the nesting of an outline under each speaker, and numbers its notes through', () => {
  expect(withoutAnchors(markdown(kept, words))).toContain(
    [
      '## What are you working on right now?',
      '',
      '### Ana',
      '',
      '- 1 A tool library in the old school',
      '  - 1.1 Lending is the easy part',
      '    - 1.1.1 Repair needs a room',
      '  - 1.2 Insurance',
      '- 2 **Gem:** Looking for two carpenters',
      '',
      '### Speaker 2',
      '',
      '- 3 Gardens on roofs',
      '',
      '### Questions nobody answered',
      '',
      '- 4 Who pays for the heating?',
      '',
      '- 9 people sat in the circle.'
    ].join('\n')
  );
});

test('a table holds one row for each note, with where it stood', () => {
  const lines = csv(edition({ blocks: [unpanel, ...edition().blocks] }), words).split('\r\n');
  expect(lines[0]).toMatch(
    /,"note_id","question","branch","number","depth","table","gem","card_of_rounds","text","photo"$/
  );
  expect(lines.filter((line) => line.includes('"note"'))).toHaveLength(7);
  expect(lines).toContainEqual(
    expect.stringMatching(
      /,"note",.*,"repair","What are you working on right now\?","Ana","'1\.1\.1","3","","0","","Repair needs a room",""$/
    )
  );
});

test('Markdown has an anchor for each note, so that a link to a sentence finds it there, too', () => {
  expect(markdown(kept, words)).toContain('    - <a id="repair"></a>1.1.1 Repair needs a room');
});

test('a table of continuums alone has no columns for notes', () => {
  expect(csv(edition(), words).split('\r\n')[0]).not.toContain('question');
});

test('the document is believed as it was written, and not with anything else in it', () => {
  expect(v.parse(editionSchema, JSON.parse(json(kept)))).toEqual(kept);
  const smuggled = { ...unpanel, branches: [{ ...unpanel.branches[0], author: 'Bo' }] };
  expect(v.is(editionSchema, { ...kept, blocks: [smuggled] })).toBe(false);
});

test('a café’s themes stand under their question, with table and round', () => {
  const cafe: SeenOutline = {
    ...unpanel,
    of: 'cafe',
    branches: [
      {
        id: 'q1',
        head: { kind: 'question', text: 'What is happening here?' },
        notes: [],
        branches: [
          {
            id: 'sharing',
            head: { kind: 'theme', name: 'Sharing' },
            notes: [{ id: 'seeds', text: 'Seeds *and* tools', table: 3, round: 2, notes: [] }]
          }
        ]
      }
    ],
    figures: []
  };
  const text = withoutAnchors(markdown(edition({ blocks: [cafe] }), words));
  expect(text).toContain('### What is happening here?\n\n#### Sharing\n\n- 1 Seeds \\*and\\* tools (Table 3, Round 2)');
});

test('what each table said points to its notes, which stand once, under their question', () => {
  const text = markdown(edition({ blocks: [asked, tables] }), words);
  expect(text.match(/Seeds and tools/g)).toHaveLength(1);
  expect(text).toContain(
    '- <a id="seeds"></a>1 **Gem, chosen by its table in round 2:** Seeds and tools (Table 3, Round 1)'
  );
  expect(text).toContain(
    [
      '<a id="b3-tables"></a>',
      '',
      '## What each table said',
      '',
      '<a id="b3-tables-kitchen"></a>',
      '',
      '### Table 3 · Kitchen',
      '',
      '<a id="b3-tables-kitchen-kitchen-lines"></a>',
      '',
      '#### What its host told those who came',
      '',
      '- <a id="began"></a>3 We began with bread',
      '',
      '<a id="b3-tables-kitchen-kitchen-round-1"></a>',
      '',
      '#### Round 1: What is happening here?',
      '',
      '[1](#seeds) · [1.1](#library) · [2](#bread)'
    ].join('\n')
  );
});

test('an index adds no row to the table', () => {
  const rows = csv(edition({ blocks: [asked, tables] }), words)
    .split('\r\n')
    .filter((line) => line.includes('"note"'));
  expect(rows).toHaveLength(4);
  expect(rows.at(-1)).toMatch(/"We began with bread",""$/);
});

test('a row says in which rounds its note was the card of a table', () => {
  expect(csv(edition({ blocks: [asked] }), words)).toMatch(/,"'1","1","3","1","'2","Seeds and tools",""\r\n/);
});

test('a document is not believed in which two notes have one address, or an index points to none', () => {
  expect(v.is(editionSchema, edition({ blocks: [asked, tables] }))).toBe(true);
  expect(v.is(editionSchema, edition({ blocks: [tables] }))).toBe(false);
  expect(v.is(editionSchema, edition({ blocks: [asked, { ...asked, id: 'b4' }] }))).toBe(false);
});

test('an index loses what was withdrawn, and its heading with the last of it', () => {
  const without = (text: string): SeenOutline => ({
    ...asked,
    branches: [{ id: 'loose', head: { kind: 'loose' }, notes: seeds.filter((note) => note.text !== text) }]
  });
  const indexOf = ([, block]: SeenBlock[]) =>
    (block as SeenOutline).branches[0]?.branches?.map(({ id, index }) => [id, index]);
  expect(indexOf(tidied([without('Bread'), tables]))).toEqual([
    ['kitchen-lines', undefined],
    ['kitchen-round-1', ['seeds', 'library']]
  ]);
  expect(indexOf(tidied([{ ...asked, branches: [] }, tables]))).toEqual([['kitchen-lines', undefined]]);
});

test('a photo is linked from where the files of the edition are, and never called withdrawn', () => {
  const text = markdown(edition({ blocks: [sheet] }), words);
  expect(text).toContain(
    '- <a id="photo"></a>1 ![Photo of a sheet, Table 3, Round 1](a-day-of-cooperation/photo/k3x9.jpg) (Table 3, Round 1)'
  );
  expect(csv(edition({ blocks: [sheet] }), words)).toMatch(
    /,"3","0","","","a-day-of-cooperation\/photo\/k3x9\.jpg"\r\n/
  );
  expect(tidied([sheet])).toEqual([sheet]);
  expect(v.parse(editionSchema, JSON.parse(json(edition({ blocks: [sheet] }))))).toEqual(edition({ blocks: [sheet] }));
});

test.each(['https://example.org/a.jpg', '/etc/passwd', 'a/photo/b.jpg) [x](y', '../photo/b.jpg'])(
  'a document whose photo is said to be at %s is not believed',
  (address) => {
    const smuggled = JSON.parse(
      JSON.stringify(edition({ blocks: [sheet] })).replace(/a-day[^"]*jpg/, address)
    ) as object;
    expect(v.is(editionSchema, smuggled)).toBe(false);
  }
);

test('notes that say nothing are left out, and a withdrawn one stays while others hang on it', () => {
  const notes = [
    { id: 'a', text: '', notes: [] },
    { id: 'b', text: null, notes: [{ id: 'c', text: 'Still here', notes: [] }] },
    { id: 'd', text: null, notes: [] }
  ];
  const block: SeenOutline = {
    ...unpanel,
    branches: [
      { id: 'discussion', head: { kind: 'discussion' }, notes },
      { id: 'loose', head: { kind: 'loose' }, notes: [{ id: 'e', text: '', notes: [] }] }
    ]
  };
  const [tidy] = tidied([block]);
  expect(tidy).toMatchObject({
    branches: [{ head: { kind: 'discussion' }, notes: [{ text: null, notes: [{ text: 'Still here' }] }] }]
  });
  expect((tidy as SeenOutline).branches).toHaveLength(1);
});

test('a note of several lines keeps them in Markdown, and stays one point of its list', () => {
  const [first] = unpanel.branches;
  const under = [{ id: 'b', text: 'One\ntwo', notes: [] }];
  const notes = [{ id: 'a', text: 'Repair:\n- a room\n1. tools\n\nand time', notes: under }];
  const block = { ...unpanel, branches: [{ ...first, id: 'open', head: { kind: 'questions' as const }, notes }] };
  expect(withoutAnchors(markdown(edition({ blocks: [block], summary: 'We met.\nWe share.' }), words))).toContain(
    ['- 1 Repair:\\', '  \\- a room\\', '  1\\. tools', '', '  and time', '  - 1.1 One\\', '    two'].join('\n')
  );
  expect(markdown(edition({ blocks: [block], summary: 'We met.\nWe share.' }), words)).toContain(
    'We met.\\\nWe share.'
  );
});

const rounds: SeenOutline = {
  ...unpanel,
  figures: [
    { code: 'turns', value: 8, scope: { round: 2 } },
    { code: 'turns', value: 14 },
    { code: 'turns', value: 6, scope: { round: 1 } },
    { code: 'unserved', value: { count: 2, of: 9 }, scope: { round: 1, statement: 'We | meet' } }
  ]
};

test('figures of several rounds have the same code, each under what it is of', () => {
  expect(markdown(edition({ blocks: [rounds] }), words)).toContain(
    [
      '- Turns: 14',
      '',
      '**Round 2**',
      '',
      '- Turns: 8',
      '',
      '**Round 1**',
      '',
      '- Turns: 6',
      '',
      '**We \\| meet · Round 1**',
      '',
      '- Asked to come in and never got a chair: 2 of 9'
    ].join('\n')
  );
  const kept = edition({ blocks: [rounds] });
  expect(v.parse(editionSchema, JSON.parse(json(kept)))).toEqual(kept);
});

test('every figure is in the table, each of its numbers in a row of its own, with the sentence and what it is of', () => {
  const met = { excess: 3, pairs: 3, plan: { excess: 1, least: 1 } };
  const cafe: SeenOutline = {
    ...tables,
    title: { kind: 'course' },
    branches: [],
    figures: [
      { code: 'met-again', value: met },
      { code: 'wrote', value: 'most' }
    ]
  };
  const [head, ...lines] = csv(edition({ blocks: [rounds, cafe] }), words).split('\r\n');
  expect(head).toMatch(
    /"data_licence","code","line","words","value","of","unit","note_id","question",.*,"text","photo"$/
  );
  const figures = lines.flatMap((line) => /^.*"figure",.*$/.exec(line) ?? []);
  expect(figures).toHaveLength(9);
  expect(figures[0]).toContain(
    '"2","figure","","","","CC0-1.0","turns","","Turns: 8","8","","","","What are you working on'
  );
  expect(figures[3]).toMatch(/"We \| meet",.*"1","figure",.*"unserved","",.*,"2","9",/);
  const names = figures.map((line) => /"(met-again[^"]*)","","[^"]*","(\d+)"/.exec(line)?.slice(1)).filter(Boolean);
  expect(names).toEqual([
    ['met-again.excess', '3'],
    ['met-again.pairs', '3'],
    ['met-again.plan.excess', '1'],
    ['met-again.plan.least', '1']
  ]);
  expect(figures.at(-1)).toContain('"wrote","","Nearly everybody wrote something.","most"');
});

test('a block in which nothing was noted keeps what was asked, in every format', () => {
  const empty = edition({ blocks: [{ ...unpanel, branches: [], figures: [] }] });
  expect(markdown(empty, words)).toContain(`## What are you working on right now?\n\n${words.outline.nothing}`);
  expect(csv(empty, words)).toMatch(/"title",.*"What are you working on right now\?"\r\n$/);
  expect(tidied([{ ...unpanel, branches: [] }])).toMatchObject([{ title: unpanel.title, branches: [] }]);
});
