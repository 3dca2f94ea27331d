import * as v from 'valibot';
import { expect, test } from 'vitest';
import { harvest as words } from '#words/en.ts';
import { edition, seeds, sheet, tables, unpanel } from '../../tests/support/editions.ts';
import { csv } from './csv.ts';
import type { Edition, SeenOutline } from './document.ts';
import { editionSchema } from './edition-schema.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { tidied } from './outline.ts';

const kept = edition({ blocks: [unpanel] });

test('Markdown keeps the nesting and the numbers of an outline under each speaker', () => {
  expect(markdown(kept, words)).toContain(
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
      '- 1 Gardens on roofs',
      '',
      '### Questions nobody answered',
      '',
      '- 1 Who pays for the heating?',
      '',
      '- 9 people sat in the circle.'
    ].join('\n')
  );
});

test('a table holds one row for each note, with where it stood', () => {
  const lines = csv(edition({ blocks: [unpanel, ...edition().blocks] }), words).split('\r\n');
  expect(lines[0]).toMatch(/,"question","branch","number","depth","table","gem","card_of_rounds","text","photo"$/);
  expect(lines.filter((line) => line.includes('"note"'))).toHaveLength(7);
  expect(lines).toContainEqual(
    expect.stringMatching(
      /,"note",.*,"What are you working on right now\?","Ana","'1\.1\.1","3","","0","","Repair needs a room",""$/
    )
  );
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
        head: { kind: 'question', text: 'What is happening here?' },
        notes: [],
        branches: [
          {
            head: { kind: 'theme', name: 'Sharing' },
            notes: [{ text: 'Seeds *and* tools', table: 3, round: 2, notes: [] }]
          }
        ]
      }
    ],
    figures: []
  };
  const text = markdown(edition({ blocks: [cafe] }), words);
  expect(text).toContain('### What is happening here?\n\n#### Sharing\n\n- 1 Seeds \\*and\\* tools (Table 3, Round 2)');
});

test('what each table said is told under its number and its rounds, which are not said again at every note', () => {
  expect(markdown(edition({ blocks: [tables] }), words)).toContain(
    [
      '<a id="b3-tables"></a>',
      '',
      '## What each table said',
      '',
      '### Table 3 · Kitchen',
      '',
      '#### What its host told those who came',
      '',
      '- 1 We began with bread',
      '',
      '#### Round 1: What is happening here?',
      '',
      '- 1 **Gem, chosen by its table in round 2:** Seeds and tools',
      '  - 1.1 A library of them (Table 1)',
      '- 2 **Chosen by its table:** Bread'
    ].join('\n')
  );
});

test('what each table said adds no row to the table but what no other block tells', () => {
  const rows = csv(edition({ blocks: [tables] }), words)
    .split('\r\n')
    .filter((line) => line.includes('"note"'));
  expect(rows).toEqual([expect.stringMatching(/"We began with bread",""$/)]);
});

test('a row says in which rounds its note was the card of a table', () => {
  const themes = { ...tables, branches: [{ head: { kind: 'loose' as const }, notes: seeds }] };
  expect(csv(edition({ blocks: [themes] }), words)).toMatch(/,"'1","1","3","1","'2","Seeds and tools",""\r\n/);
});

test('a note that stands in another block, too, says so in the document', () => {
  const kept = JSON.parse(json(edition({ blocks: [tables] }))) as Edition;
  expect(v.parse(editionSchema, kept)).toEqual(edition({ blocks: [tables] }));
  expect(kept.blocks[0]).toMatchObject({ branches: [{ branches: [{ head: { kind: 'lines' } }, { again: true }] }] });
});

test('a photo is linked from where the files of the edition are, and never called withdrawn', () => {
  const text = markdown(edition({ blocks: [sheet] }), words);
  expect(text).toContain(
    '- 1 ![Photo of a sheet, Table 3, Round 1](a-day-of-cooperation/photo/k3x9.jpg) (Table 3, Round 1)'
  );
  expect(csv(edition({ blocks: [sheet] }), words)).toMatch(
    /,"3","0","","","a-day-of-cooperation\/photo\/k3x9\.jpg"\r\n/
  );
  expect(tidied(sheet)).toEqual(sheet);
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
    { text: '', notes: [] },
    { text: null, notes: [{ text: 'Still here', notes: [] }] },
    { text: null, notes: [] }
  ];
  const block: SeenOutline = {
    ...unpanel,
    branches: [
      { head: { kind: 'discussion' }, notes },
      { head: { kind: 'loose' }, notes: [{ text: '', notes: [] }] }
    ]
  };
  expect(tidied(block)).toMatchObject({
    branches: [{ head: { kind: 'discussion' }, notes: [{ text: null, notes: [{ text: 'Still here' }] }] }]
  });
  expect((tidied(block) as SeenOutline).branches).toHaveLength(1);
});

test('a note of several lines keeps them in Markdown, and stays one point of its list', () => {
  const [first] = unpanel.branches;
  const notes = [{ text: 'Repair:\n- a room\n1. tools\n\nand time', notes: [{ text: 'One\ntwo', notes: [] }] }];
  const block = { ...unpanel, branches: [{ ...first, head: { kind: 'questions' as const }, notes }] };
  expect(markdown(edition({ blocks: [block], summary: 'We met.\nWe share.' }), words)).toContain(
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
  expect(head).toMatch(/"data_licence","code","line","words","value","of","unit","question",.*,"text","photo"$/);
  const figures = lines.flatMap((line) => /^.*"figure",.*$/.exec(line) ?? []);
  expect(figures).toHaveLength(9);
  expect(figures[0]).toContain(
    '"2","figure","","","","CC0-1.0","turns","","Turns: 8","8","","","What are you working on'
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
  expect(tidied({ ...unpanel, branches: [] })).toMatchObject({ title: unpanel.title, branches: [] });
});
