import { describe, expect, it } from 'vitest';
import { textWidth, breakIntoLines, measureName } from './fit-words.ts';

const linesOf = (name: string, rooms: number[], broken = false) => breakIntoLines(measureName(name), rooms, broken);

describe('a name on a chair', () => {
  it('stands on one line where it fits', () => {
    expect(linesOf('Ana', [7])).toEqual(['Ana']);
  });

  it('takes as many lines as there are, each as full as it can be', () => {
    expect(linesOf('Ana Sofia Vergara Lopez', [10, 10, 10])).toEqual(['Ana Sofia', 'Vergara', 'Lopez']);
    expect(linesOf('Ana Sofia Vergara Lopez', [10, 10])).toBe(null);
  });

  it('is broken where a word is longer than every line, and keeps all of its letters', () => {
    const name = 'Konstantinopolitanska-Magdalenagruberova';
    expect(linesOf(name, [8, 8, 8, 8, 8, 8])).toBe(null);
    const lines = linesOf(name, [8, 8, 8, 8, 8, 8], true);
    expect(lines?.join('')).toBe(name);
    for (const line of lines ?? []) expect(textWidth(line)).toBeLessThanOrEqual(8);
  });

  it('never parts a letter from its marks', () => {
    expect(linesOf('कर्मचारी', [1, 1, 1, 1, 1, 1], true)?.join('')).toBe('कर्मचारी');
    expect(linesOf('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', [2, 2], true)).toEqual(['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
  });

  it('counts broad letters as broad and thin ones as thin', () => {
    expect(textWidth('Willi')).toBeLessThan(textWidth('Emma M'));
    expect(textWidth('東京太郎')).toBe(8);
  });
});
