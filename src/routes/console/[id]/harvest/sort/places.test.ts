import { expect, test } from 'vitest';
import { everyBranch } from '#contract/outline-notes.ts';
import { headingsOnly } from '#harvest/headings-only.ts';
import { harvest } from '#words/index.ts';
import { asked, edition, rounds, sheet, tables, unpanel, working } from '../../../../../../tests/support/editions.ts';
import type { GatheringSeen } from '../../steps.ts';
import { openAsFirstSeen, placesOf } from './places.ts';

const { blocks } = edition({ blocks: edition({ blocks: [working, unpanel, sheet, asked, tables, rounds] }).blocks });
const [line, panel, cafe, fist] = ['line', 'panel', 'cafe', 'fist'];
const activityOf: Record<string, string> = { b1s1: line!, b2: panel!, 'b4-2': fist! };
const places = blocks.map((block) => ({ activity: activityOf[block.id] ?? cafe!, block: headingsOnly(block) }));

const gathering = (titles: Record<string, string> = {}, summaries: Record<string, string> = {}) =>
  ({
    agenda: {
      line: { title: 'How we work', method: 'spectrogram' },
      panel: { title: null, method: 'fishbowl' },
      cafe: { title: 'Around the tables', method: 'cafe' },
      fist: { title: 'How often', method: 'fist' }
    },
    themes: { food: { name: 'Food', order: 1 } },
    sorted: {},
    titles,
    summaries
  }) as unknown as GatheringSeen;
const all = (...said: Parameters<typeof gathering>) =>
  placesOf(places, gathering(...said)).flatMap(({ inside, ...own }) => [own, ...inside]);
const at = (place: string, ...said: Parameters<typeof gathering>) => all(...said).find((each) => each.place === place);

test('HD7 HD13 every block and every heading that readers meet can be told in short, the outermost and a single one, too', () => {
  const met = blocks.flatMap((block) => [
    block.id,
    ...(block.kind === 'outline' ? everyBranch(block.branches).map(({ id }) => `${block.id}/${id}`) : [])
  ]);
  expect(all().map(({ place }) => place)).toEqual(['themes', 'themes/food', ...met]);
});

test('HD13 each is told apart by what leads to it: block, question, table; where two are the same, by a number', () => {
  const paths = all().map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(at('b3-tables/kitchen-lines')?.path).toBe(
    'Around the tables › What each table said › Table 3 · Kitchen › What its host told those who came'
  );
  expect(at('b3-q1')?.path).toBe('Around the tables › What is happening here?');
  expect(at('b3-q2')?.path).toBe('Around the tables › What is happening here? (2)');
  expect(at('b3-q2/loose')?.path).toMatch(/^Around the tables › What is happening here\? \(2\) › /);
  expect(at('themes/food')?.path).toBe(`${harvest.outline.themes} › Food`);
  // Of one block nobody needs to be told which.
  const alone = placesOf(places.slice(0, 1), gathering());
  expect(alone.at(-1)?.path).toBe('How do you work?');
});

test('HD13 a title stands in the path as readers meet it, with what the room was shown beside it', () => {
  const given = { b1s1: 'Our work', 'b3-q1': 'What goes on', 'b3-tables/kitchen': 'Bread and seeds' };
  expect(at('b1s1', given)).toMatchObject({
    path: 'How we work › Our work',
    given: 'Our work',
    original: 'How do you work?',
    told: harvest.outline.asked('How do you work?')
  });
  const round = at('b3-tables/kitchen-round-1', given);
  expect(round).toMatchObject({ given: null, original: 'What is happening here?' });
  expect(round?.path).toMatch(/› Table 3 · Kitchen · Bread and seeds › Round 1: What goes on$/);
});

test('HD13 a title begins with the words it takes the place of, and not with the number of a table or round', () => {
  const originalAt = (place: string) => at(place)?.original;
  expect(originalAt('b3-tables/kitchen')).toBe('');
  expect(originalAt('b3-tables/kitchen-round-1')).toBe('What is happening here?');
  expect(originalAt('b3-tables/kitchen-lines')).toBe('What its host told those who came');
  // Who spoke keeps their name, and a theme has its own.
  for (const place of ['b2/speaker-1', 'b2/speaker-2', 'themes', 'themes/food']) expect(originalAt(place)).toBeNull();
});

test('headings are folded where a block has many and nothing is written there, and stay as they were first seen', () => {
  const many = everyBranch(tables.branches);
  const block = {
    ...tables,
    branches: Array.from({ length: 8 }, (_, nth) => ({ ...many[0]!, id: `t${nth}`, branches: [] }))
  };
  const foldedIn = (summaries = {}) => placesOf([{ activity: 'cafe', block }], gathering({}, summaries)).at(-1)?.folded;
  expect(foldedIn()).toBe(true);
  expect(foldedIn({ 'b3-tables/t7': 'Bread' })).toBe(false);
  expect(placesOf(places, gathering()).map(({ folded }) => folded)).toEqual(places.map(() => false).concat(false));
  const isOpen = openAsFirstSeen();
  const [first] = placesOf([{ activity: 'cafe', block }], gathering()).slice(-1);
  expect([isOpen(first!), isOpen({ ...first!, folded: false })]).toEqual([false, false]);
});
