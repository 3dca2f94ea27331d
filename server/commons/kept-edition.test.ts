import { expect, test } from 'vitest';
import { isEdition } from '#harvest/edition-schema.ts';
import { mergedText } from '#kit/outline-editor/yjs-text.ts';
import { openMemory } from '#server/log/memory/memory.ts';
import { edition, sheet } from '../../tests/support/editions.ts';
import { editionStream, readEdition, textsOf, type KeptEdition } from './kept-edition.ts';

const SLUG = 'a-day-of-cooperation';

test('HD6 an edition in which two activities had tables tells them apart, and readers see nothing of how', async () => {
  const { log, vault } = openMemory();
  const at = (id: string, table: number) => ({ id, text: { text: id }, table, round: 1, notes: [] });
  const block = (id: string, notes: object[]) => ({
    ...{ kind: 'outline', id, of: 'cafe', title: { kind: 'question', text: { text: 'asked' } }, figures: [] },
    branches: [{ id: `${id}-notes`, head: { kind: 'loose' }, notes }]
  });
  const blocks = [block('themes', [at('n1', 1)]), block('one', [at('n2', 1)]), block('two', [at('n3', 1)])];
  const kept: KeptEdition = { ...edition(), blocks, tableParts: { n1: 2, n2: 2, n3: 3 } };
  const words = ['asked', 'n1', 'n2', 'n3'].map((id) => ({ id, owner: null, words: `Said in ${id}` }));
  await log.append(
    editionStream(SLUG),
    0,
    { id: 'first', events: [{ activity: 'edition', type: 'Written', v: 1, at: 1, data: kept }], receipts: [] },
    words
  );
  const read = (await readEdition(kept, textsOf(vault, SLUG, mergedText)))!;
  expect(read).not.toHaveProperty('tableParts');
  expect(isEdition(read)).toBe(true);
  const coverage = read.blocks.find(({ id }) => id === 'coverage');
  expect(JSON.stringify(coverage)).toMatch(/Table 1 in part 2.*Table 1 in part 3/);
});

/** Two editions of which the second says one thing otherwise; both are kept with references. */
async function twoEditions() {
  const { log, vault } = openMemory();
  const noted = (first: string): KeptEdition['blocks'] => [
    {
      kind: 'outline',
      id: 'b1',
      of: 'cards',
      title: { kind: 'question', text: { text: 'asked' } },
      branches: [
        {
          id: 'loose',
          head: { kind: 'loose' },
          notes: [
            { id: 'n1', text: { text: first }, notes: [] },
            { id: 'n2', text: { text: 'second' }, notes: [] }
          ]
        },
        {
          id: 'speaker',
          head: { kind: 'speaker', name: { text: 'name' }, number: 1 },
          notes: [{ id: 'n3', text: { text: 'third' }, notes: [] }]
        }
      ],
      figures: []
    }
  ];
  const kept = [
    { ...edition(), version: 1, blocks: noted('first') },
    { ...edition(), version: 2, blocks: noted('mended') }
  ];
  const words = {
    asked: 'What do we need?',
    first: 'Seads',
    mended: 'Seeds',
    second: 'Bread',
    third: 'Time',
    name: 'Ana'
  };
  const texts = Object.entries(words).map(([id, words]) => ({ id, owner: null, words }));
  const events = kept.map((data) => ({ activity: 'edition', type: 'Written', v: 1, at: 1, data }));
  await log.append(editionStream(SLUG), 0, { id: 'batch', events, receipts: [] }, texts);
  const read = () => Promise.all(kept.map((one) => readEdition(one, textsOf(vault, SLUG, mergedText))));
  return { log, vault, read };
}

test('each edition says what it said', async () => {
  const [first, second] = await (await twoEditions()).read();
  expect(JSON.stringify(first)).toContain('Seads');
  expect(JSON.stringify(second)).toContain('Seeds');
});

test('words that are taken back are gone from every edition, and no event holds them', async () => {
  const { log, vault, read } = await twoEditions();
  await vault.forget(editionStream(SLUG), ['second', 'name', 'first']);
  const editions = await read();
  for (const one of editions) expect(JSON.stringify(one)).not.toMatch(/Bread|Ana|Seads/);
  expect(editions[1]?.blocks[0]).toMatchObject({
    branches: [
      { notes: [{ id: 'n1', text: 'Seeds' }] },
      { head: { kind: 'speaker', name: null, number: 1 }, notes: [{ text: 'Time' }] }
    ]
  });
  expect(JSON.stringify(await log.read(editionStream(SLUG), 0))).not.toMatch(/Bread|Ana|Seeds/);
});

test('a photo that was taken back is named by no edition any more', async () => {
  const { vault } = await twoEditions();
  const kept = { ...edition({ blocks: [sheet] }) };
  const there = { ...textsOf(vault, SLUG, mergedText), present: async () => new Set(['k3x9']) };
  expect(JSON.stringify(await readEdition(kept, there))).toContain('photo/k3x9');
  expect(JSON.stringify(await readEdition(kept, textsOf(vault, SLUG, mergedText)))).not.toContain('photo/k3x9');
});

test('what a newer Plenary wrote is not guessed at', async () => {
  const { vault } = await twoEditions();
  const newer = { ...edition(), schemaVersion: 3 } as unknown as KeptEdition;
  expect(await readEdition(newer, textsOf(vault, SLUG, mergedText))).toBeNull();
});
