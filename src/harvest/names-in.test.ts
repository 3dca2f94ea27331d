import { expect, it } from 'vitest';
import type { SeenBlock } from './document.ts';
import { namesIn } from './names-in.ts';

it('tells everybody whom an edition names, also over notes that are read in a theme or under another', () => {
  const speaker = { kind: 'speaker', name: 'Mei', number: 1 } as const;
  const folded = { id: 'b', text: 'Bread', from: [{ ...speaker, name: 'Ann' }], folded: true, notes: [] };
  const blocks: SeenBlock[] = [
    {
      kind: 'outline',
      id: 'themes',
      of: 'gathering',
      title: { kind: 'themes', words: 'Themes' },
      branches: [
        {
          id: 't',
          head: { kind: 'theme', name: 'Food' },
          notes: [{ id: 'a', text: 'Seeds', from: [speaker], notes: [folded] }]
        }
      ],
      figures: []
    },
    {
      kind: 'outline',
      id: 'talk',
      of: 'fishbowl',
      title: { kind: 'question', text: 'Who are we?' },
      branches: [
        { id: 's1', head: speaker, notes: [] },
        { id: 's2', head: { ...speaker, name: null, number: 2 }, notes: [] }
      ],
      figures: []
    },
    {
      kind: 'continuum',
      id: 'line',
      statement: 'We share',
      poles: ['Yes', 'No'],
      middle: null,
      rounds: [],
      named: [
        { name: 'Bo', x: 100 },
        { name: null, x: 200 }
      ]
    }
  ];
  expect(namesIn(blocks)).toEqual([
    { name: 'Mei', where: 'Themes' },
    { name: 'Ann', where: 'Themes' },
    { name: 'Mei', where: 'Who are we?' },
    { name: 'Bo', where: 'We share' }
  ]);
});
