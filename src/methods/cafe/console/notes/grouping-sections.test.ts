import { describe, expect, test } from 'vitest';
import type { WallSeen } from '../../views/wall.ts';
import { foldedBy, notesAbout, sectionsOf } from './grouping-sections.ts';
import { note } from '../../testing/console-view.ts';

const wall: WallSeen = {
  notes: {
    a: note(1, 'A tool library'),
    b: note(2, 'Neighbours who cook', { round: 2, table: 'table-2', number: 2 }),
    c: note(3, 'A map', { cluster: 'places' }),
    d: note(4, 'A map of all gardens', { mergedInto: 'c' }),
    e: note(5, 'Something unkind', { state: 'hidden' }),
    f: note(6, 'Repair evenings')
  },
  asks: { 1: { question: 'What is here?', order: 1 }, 2: { question: 'What could be?', order: 2 } },
  clusters: { places: { name: 'Places', order: 1 } },
  cards: {},
  about: null
};
const shown = (about: string) => sectionsOf(wall, about, (photo) => `/photo/${photo}`);
const pilesOf = (about: string) => shown(about).flatMap(({ piles }) => piles);
const ids = (about = '') => pilesOf(about).map(({ cards }) => cards.map(({ id }) => id));

describe('the desk', () => {
  test('shows the loose pile first, and neither what is hidden nor what was folded into another', () => {
    expect(pilesOf('1').map(({ id, number }) => [id, number])).toEqual([
      [null, 0],
      ['places', 1]
    ]);
    expect(ids('1')).toEqual([['a', 'f'], ['c']]);
    expect([...foldedBy(wall)].map(([top, folded]) => [top, folded.map(([id]) => id)])).toEqual([['c', ['d']]]);
  });

  test('shows one question or one table by itself, and the empty groups with it', () => {
    expect(ids('2')).toEqual([['b'], []]);
    expect(Object.keys(notesAbout(wall, 'table-1'))).toEqual(['a', 'c', 'd', 'e', 'f']);
  });

  test('WC35 shows all of it question by question, each with its loose pile and the groups that something of it is in', () => {
    expect(shown('').map(({ title, piles }) => [title, piles.map(({ id, number }) => [id, number])])).toEqual([
      [
        'What is here?',
        [
          [null, 0],
          ['places', 1]
        ]
      ],
      ['What could be?', [[null, 0]]]
    ]);
    expect(ids()).toEqual([['a', 'f'], ['c'], ['b']]);
    expect(new Set(pilesOf('').map(({ key }) => key)).size).toBe(3);
  });
});
