import { describe, expect, test } from 'vitest';
import { pairKey } from '../../likeness/pair-key.ts';
import { pilesOf } from './piles.ts';
import { comparedOn, draftsOf, suggestionsFor } from './suggestions.ts';
import { cardOf } from './testing/cards.ts';

const photo = { src: '/photo/1', alt: 'Photo of a community garden' };
const piles = pilesOf('', [
  {
    id: null,
    name: null,
    cards: [
      cardOf('a', 'A community garden'),
      cardOf('b', 'Gardens for the community'),
      cardOf('c', 'Repair café in the library'),
      cardOf('p', '', { text: null, photo })
    ]
  },
  {
    id: 'g',
    name: 'Repair',
    cards: [cardOf('d', 'A repair café'), cardOf('e', 'Repair café for bicycles')]
  }
]);
const ask = (refused: string[] = []) => suggestionsFor({ cards: comparedOn(piles), refused });
const pairsOf = (refused: string[] = []) => ask(refused).map(({ cards }) => cards.join(' '));

describe('suggestions', () => {
  test('bring a loose card to a loose one or to one in a group, and leave alone what is in a group', () => {
    expect(pairsOf()).toContain('a b');
    expect(pairsOf()).toContain('c d');
    expect(pairsOf()).not.toContain('d e');
  });

  test('do not bring back what was refused', () => {
    expect(pairsOf([pairKey('b', 'a')])).not.toContain('a b');
  });

  test('compare what was written, and not the words for a photo', () => {
    expect(comparedOn(piles).map(({ id }) => id)).not.toContain('p');
  });

  test('are shown with the loose card first, each with its own form of the shared words', () => {
    const moved = pilesOf('', [
      { id: 'g', name: 'Green', cards: [cardOf('a', 'A community garden')] },
      { id: null, name: null, cards: [cardOf('b', 'Gardens for the community')] }
    ]);
    const [draft] = draftsOf(moved, ask());
    expect([draft?.loose.id, draft?.beside.id, draft?.pile?.name]).toEqual(['b', 'a', 'Green']);
    expect(draft?.shared[0]).toContain('Gardens');
    expect(draft?.shared[1]).toContain('garden');
  });

  test('are gone once both cards are in groups, or one of them is nowhere', () => {
    const grouped = pilesOf('', [
      { id: 'g', name: null, cards: [cardOf('a', 'A community garden'), cardOf('b', 'Gardens for the community')] }
    ]);
    expect(draftsOf(grouped, ask())).toEqual([]);
  });
});
