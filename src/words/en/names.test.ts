import { expect, test } from 'vitest';
import { names } from './names.ts';

test.each([
  [[], [], 'Facilitators and helpers see it. The board shows no names.'],
  [
    ['Unpanel'],
    ['Unpanel', 'World Café'],
    'The board shows names in “Unpanel”. In “World Café”, people you sit with see'
  ],
  [['A', 'B', 'C'], [], 'The board shows names in “A”, “B” and “C”.'],
  [['A', 'B', 'C', 'D'], [], 'The board shows names in some parts.'],
  [[null], [], 'The board shows names in one part.']
])('with names on the board in %j and on phones in %j it is said so', (board, phones, sentence) => {
  expect(names.shown({ board, phones })).toContain(sentence);
});
