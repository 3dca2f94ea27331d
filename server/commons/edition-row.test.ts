import { expect, test } from 'vitest';
import { asked, edition, rounds, tables } from '../../tests/support/editions.ts';
import { rowOf } from './edition-row.ts';

test('a note to which its table points is found once, and what only its table tells is found, too', () => {
  const { body, notes } = rowOf(edition({ blocks: [asked, tables] }));
  expect(notes.map(({ note }) => note)).toEqual(['seeds', 'library', 'bread', 'began']);
  for (const words of ['Seeds and tools', 'A library of them', 'We began with bread', 'Table 3 · Kitchen'])
    expect(body.split(words), words).toHaveLength(2);
});

test('a table is found by its title, its headings and what stands in it, and by none of its numbers', () => {
  const { body } = rowOf(edition({ blocks: [rounds] }));
  for (const words of ['Round after round', 'What became of it', 'We meet every second month', 'It was adopted'])
    expect(body).toContain(words);
  expect(body).not.toMatch(/12 of 40/);
});
