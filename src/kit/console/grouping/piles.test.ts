import { describe, expect, test } from 'vitest';
import { after, pilesOf, step } from './piles.ts';
import { cardOf } from './testing/cards.ts';

const card = (id: string) => cardOf(id, id);
const piles = pilesOf('', [
  { id: 'places', name: 'Places', cards: [card('c')] },
  { id: null, name: null, cards: [card('a'), card('f')] }
]);

describe('the piles', () => {
  test('the loose pile comes first and has number 0', () => {
    expect(piles.map(({ id, number }) => [id, number])).toEqual([
      [null, 0],
      ['places', 1]
    ]);
  });

  test('arrows go from card to card and from pile to pile, and stop at the ends', () => {
    expect(step(piles, 'a', 'next')).toBe('f');
    expect(step(piles, 'f', 'next')).toBe('c');
    expect(step(piles, 'c', 'next')).toBe('c');
    expect(step(piles, 'a', 'previous')).toBe('a');
    expect(step(piles, 'f', 'nextPile')).toBe('c');
    expect(step(piles, 'c', 'previousPile')).toBe('a');
    expect(step(piles, null, 'next')).toBe('a');
    expect(step([], null, 'next')).toBeNull();
  });

  test('when cards leave a pile, work goes on with the next one there', () => {
    expect(after(piles, 'a', ['a'])).toBe('f');
    expect(after(piles, 'f', ['f'])).toBe('a');
    expect(after(piles, 'a', ['a', 'f'])).toBeNull();
    expect(after(piles, 'c', ['c'])).toBeNull();
    expect(after(piles, 'c', ['a'])).toBe('c');
  });
});
