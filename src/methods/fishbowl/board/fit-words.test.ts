import { describe, expect, it } from 'vitest';
import { breadth, onPlate as placed, wordsOf } from './fit-words.ts';

const onPlate = (name: string, rooms: number[], broken = false) => placed(wordsOf(name), rooms, broken);

describe('a name on a chair', () => {
  it('stands on one line where it fits', () => {
    expect(onPlate('Ana', [7])).toEqual(['Ana']);
  });

  it('takes as many lines as there are, each as full as it can be', () => {
    expect(onPlate('Ana Sofia Vergara Lopez', [10, 10, 10])).toEqual(['Ana Sofia', 'Vergara', 'Lopez']);
    expect(onPlate('Ana Sofia Vergara Lopez', [10, 10])).toBe(null);
  });

  it('is broken where a word is longer than every line, and keeps all of its letters', () => {
    const name = 'Konstantinopolitanska-Magdalenagruberova';
    expect(onPlate(name, [8, 8, 8, 8, 8, 8])).toBe(null);
    const lines = onPlate(name, [8, 8, 8, 8, 8, 8], true);
    expect(lines?.join('')).toBe(name);
    for (const line of lines ?? []) expect(breadth(line)).toBeLessThanOrEqual(8);
  });

  it('never parts a letter from its marks', () => {
    expect(onPlate('कर्मचारी', [1, 1, 1, 1, 1, 1], true)?.join('')).toBe('कर्मचारी');
    expect(onPlate('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', [2, 2], true)).toEqual(['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
  });

  it('counts broad letters as broad and thin ones as thin', () => {
    expect(breadth('Willi')).toBeLessThan(breadth('Emma M'));
    expect(breadth('東京太郎')).toBe(8);
  });
});
