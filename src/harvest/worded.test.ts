import { expect, test } from 'vitest';
import { harvest as words } from '#words/en.ts';
import type { MethodHarvestWords } from '#contract/harvest-words.ts';
import { edition } from '../../tests/support/editions.ts';
import type { SeenOutline } from './document.ts';
import { isEdition } from './edition-schema.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { wordless, worded } from './worded.ts';

const fist: MethodHarvestWords = {
  headings: { rounds: 'Round after round', low: 'Why some held back' },
  figures: { raised: (count: number) => `${count} hands were raised.` },
  leftOut: ['Names.']
};
const bare: SeenOutline = {
  kind: 'outline',
  id: 'b9',
  of: 'fist',
  title: { kind: 'rounds' },
  branches: [{ id: 'low', head: { kind: 'low' }, notes: [{ id: 'soon', text: 'Too soon', notes: [] }] }],
  figures: [{ code: 'raised', value: 31 }]
};
const published = edition({ blocks: worded([bare], { fist }) });

test('a method names its own headings and figures, and no file outside its folder knows of them', () => {
  const page = markdown(published, words);
  expect(page).toContain(
    '## Round after round\n\n<a id="b9-low"></a>\n\n### Why some held back\n\n- <a id="soon"></a>1 Too soon\n\n- 31 hands were raised.'
  );
  expect(isEdition(published)).toBe(true);
  expect(wordless(published.blocks)).toEqual([]);
});

test('an edition carries the words it was published with, and says them where nobody knows the method any more', () => {
  const stored = JSON.parse(json(published)) as typeof published;
  expect(stored.blocks[0]).toMatchObject({ title: { kind: 'rounds', words: 'Round after round' } });
  const renamed = { fist: { ...fist, headings: { rounds: 'Another name', low: 'Another name' } } };
  for (const methods of [{}, renamed])
    expect(markdown({ ...stored, blocks: worded(stored.blocks, methods) }, words)).toBe(markdown(published, words));
});

test('an edition from before words were carried is given them, and is read by its codes where nobody has any', () => {
  expect(markdown({ ...published, blocks: worded([bare], { fist }) }, words)).toContain('31 hands were raised.');
  const page = markdown({ ...published, blocks: [bare] }, words);
  expect(page).toContain(
    '## rounds\n\n<a id="b9-low"></a>\n\n### low\n\n- <a id="soon"></a>1 Too soon\n\n- raised: 31'
  );
  expect(wordless([bare])).toEqual(['rounds', 'low', 'raised']);
});

test.each(['Loud', '__proto__', 'speaker', ''])('a heading called %j is not believed', (kind) => {
  expect(isEdition({ ...published, blocks: [{ ...bare, branches: [{ head: { kind }, notes: [] }] }] })).toBe(false);
});
