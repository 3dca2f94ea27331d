import { describe, expect, test } from 'vitest';
import { cardOf } from './testing/cards.ts';
import { findCards, lettersOf, onlyFound } from './find-cards.ts';
import { pilesOf } from './piles.ts';

const piles = pilesOf('', [
  { id: null, name: null, cards: [cardOf('a', 'Café für alle'), cardOf('b', 'حديقة الحيّ')] },
  { id: 'g', name: 'Places', cards: [cardOf('c', 'A map', { folded: [cardOf('d', 'Plan of all streets')] })] }
]);
const find = (typed: string) => [...findCards(lettersOf(piles), typed)];

describe('finding cards', () => {
  test('needs no accents, no capitals, and no order of words', () => {
    expect(find('cafe')).toEqual(['a']);
    expect(find('  ALLE  für ')).toEqual(['a']);
    expect(find('حديقه')).toEqual(['b']);
    expect(find('cafe map')).toEqual([]);
  });

  test('finds a card by what was folded into it', () => {
    expect(find('street')).toEqual(['c']);
  });

  test('keeps the piles, also those in which nothing was found', () => {
    const kept = onlyFound(piles, findCards(lettersOf(piles), 'cafe'));
    expect(kept.map(({ id, cards }) => [id, cards.length])).toEqual([
      [null, 1],
      ['g', 0]
    ]);
  });
});
