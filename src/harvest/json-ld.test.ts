import { expect, it } from 'vitest';
import { harvest } from '#words/en.ts';
import { edition, unpanel } from '../../tests/support/editions.ts';
import { addressesToldIn, fullEdition, IN_SHORT } from '../../tests/support/full-edition.ts';
import { arranged } from './arranged.ts';
import { coverageOf } from './coverage.ts';
import type { SeenBlock, SeenTable } from './document.ts';
import { jsonLd } from './json-ld.ts';

const HOME = 'http://192.168.1.20:3000';
type Part = { '@id'?: string; name: string; text?: string; abstract?: string; isBasedOn?: object };
const partsOf = (...asked: Parameters<typeof jsonLd>) => (JSON.parse(jsonLd(...asked)) as { hasPart: Part[] }).hasPart;

it('says what an edition is, and nobody who was there', () => {
  const data = JSON.parse(jsonLd(edition(), harvest, HOME)) as Record<string, unknown>;
  expect(data).toMatchObject({
    '@type': 'CreativeWork',
    name: 'A day of cooperation',
    license: 'https://creativecommons.org/licenses/by-sa/4.0/',
    about: [{ '@type': 'Question', name: 'How do you work?' }]
  });
  expect(JSON.stringify(data)).not.toContain('Person');
});

it('HD7 tells what those who lead say in short, each with what it is about', () => {
  const hasPart = partsOf(fullEdition(), harvest, HOME).filter(({ abstract }) => abstract !== undefined);
  expect(hasPart.map(({ abstract }) => abstract)).toEqual(IN_SHORT);
  expect(hasPart.map(({ name }) => name)).toContain('ما رأيكم؟ › 1.10');
});

it('holds no character that could end its element or need an entity, and loses none', () => {
  const title = '</script><!-- & "quoted" \u2028 <b>';
  const text = jsonLd(edition({ title }), harvest, HOME);
  expect(text).not.toMatch(/[<>&]/);
  expect((JSON.parse(text) as { name: string }).name).toBe(title);
});

it('has every note and reason under its permanent address, with what a citation needs', () => {
  const notes = partsOf(fullEdition(), harvest, HOME).filter((part) => part['@id'] !== undefined);
  expect(notes.map((note) => note['@id']).toSorted()).toEqual(
    addressesToldIn(fullEdition())
      .map((address) => `${HOME}/n/${address}`)
      .toSorted()
  );
  expect(notes.find(({ text }) => text === 'Because = we share')).toEqual({
    '@type': 'CreativeWork',
    '@id': `${HOME}/n/why1`,
    name: 'Note 1',
    text: 'Because = we share',
    datePublished: edition().publishedAt,
    license: 'https://creativecommons.org/licenses/by-sa/4.0/',
    isPartOf: { '@id': `${HOME}/commons/a-day-of-cooperation/1` }
  });
  expect(notes.find((note) => note['@id']?.endsWith('/withdrawn'))).not.toHaveProperty('text');
});

it('CO4 says why people object to a note, also where those words were withdrawn, and how many stand by it', () => {
  const note = { id: 'one', text: 'A tool library', notes: [], endorsed: 7, disputes: ['We said a shed', null] };
  const block = { ...unpanel, branches: [{ ...unpanel.branches[0]!, notes: [note] }] };
  const told = partsOf(edition({ blocks: [block] }), harvest, '').find((part) => part['@id'] === '/n/one');
  const { disputed } = harvest.outline;
  expect(told).toMatchObject({
    interactionStatistic: { interactionType: 'https://schema.org/AgreeAction', userInteractionCount: 7 },
    comment: [disputed('We said a shed'), disputed(null)].map((text) => ({
      '@type': 'Comment',
      text
    }))
  });
});

it('says from which notes a note was split, and which were folded into it', () => {
  const part = { id: 'part', text: 'Half of it', partOf: ['half', 'whole'], notes: [] };
  const kept = {
    id: 'kept',
    text: 'A tool library',
    notes: [
      { id: 'again', text: 'A library of tools', folded: true, notes: [] },
      { id: 'under', text: 'In the school', notes: [] }
    ]
  };
  const block = { ...unpanel, branches: [{ ...unpanel.branches[0]!, notes: [part, kept] }] };
  const notes = partsOf(edition({ blocks: [block] }), harvest, '');
  const from = [['/n/half', '/n/whole'], ['/n/again']].map((notes) => notes.map((note) => ({ '@id': note })));
  expect(notes.flatMap((note) => (note.isBasedOn ? [note] : []))).toMatchObject([
    { '@id': '/n/part', isBasedOn: from[0], 'prov:wasDerivedFrom': from[0] },
    { '@id': '/n/kept', isBasedOn: from[1], 'prov:wasDerivedFrom': from[1] }
  ]);
});

it('says of which edition it is a revision, and the first of none', () => {
  const [first, second] = [1, 2].map((version) => JSON.parse(jsonLd(edition({ version }), harvest, HOME)) as object);
  expect(first).not.toHaveProperty('prov:wasRevisionOf');
  expect(second).toMatchObject({
    '@id': `${HOME}/commons/a-day-of-cooperation/2`,
    'prov:wasRevisionOf': { '@id': `${HOME}/commons/a-day-of-cooperation/1` }
  });
});

it('HD6 says where every note is, of the whole and of each table and round, as counts that programs add up', () => {
  const blocks = arranged(
    fullEdition().blocks,
    { themes: [{ id: 't', name: 'Tools', notes: ['library'] }], folded: {}, summaries: {} },
    harvest
  );
  const table = coverageOf(blocks, 2, harvest) as SeenTable;
  const coverageIn = (coverage: SeenBlock) =>
    partsOf(edition({ blocks: [...blocks, coverage] }), harvest, '').find(({ name }) => name === 'Where every note is');
  const told = coverageIn(table) as Part & { hasPart: { name: string; variableMeasured: { value: number }[] }[] };
  expect(told).toMatchObject({ '@type': 'Dataset', description: table.figures[0]!.words });
  expect(told.hasPart[0]).toMatchObject({
    name: 'Everywhere',
    variableMeasured: [
      { '@type': 'PropertyValue', name: 'Notes' },
      { name: 'In themes', value: 1 },
      {},
      {},
      { value: 2 }
    ]
  });
  expect(told.hasPart.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Table 1, Round 1', 'Table 3, Round 1'])
  );
  for (const { variableMeasured } of told.hasPart) {
    const [all = 0, ...parts] = variableMeasured.map(({ value }) => value);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
  }
  const unsorted = [
    { ...unpanel, branches: [{ ...unpanel.branches[0]!, notes: [{ id: 'a', text: 'One', notes: [] }] }] }
  ];
  expect(coverageIn(coverageOf(unsorted, 0, harvest)!)).toEqual({
    '@type': 'Dataset',
    name: 'Where every note is',
    description: '1 note, where it was written.',
    license: 'https://creativecommons.org/publicdomain/zero/1.0/'
  });
});
