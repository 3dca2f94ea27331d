import { describe, expect, it } from 'vitest';
import { onPlate } from './nameplate.ts';

describe('a name on a chair', () => {
  it('stands on one line where it fits', () => {
    expect(onPlate('Ana', 7).lines).toEqual(['Ana']);
  });

  it('takes two lines, and never a third', () => {
    expect(onPlate('Ana Sofia Vergara Lopez', 10).lines).toEqual(['Ana Sofia', 'Vergara…']);
  });

  it('of forty letters is cut, and says so', () => {
    const { lines } = onPlate('Konstantinopolitanska-Magdalenagruberova', 7);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Konst\p{L}*…$/u);
  });

  it('counts broad letters as broad and thin ones as thin', () => {
    expect(onPlate('Willi', 5).longest).toBeLessThan(onPlate('Emma M', 9).longest);
    expect(onPlate('東京太郎', 20).longest).toBe(8);
  });

  it('says how long the longest line is, so that letters are as large as they can be', () => {
    expect(onPlate('Bo', 7).longest).toBeCloseTo(2.2);
    expect(onPlate('', 7)).toEqual({ lines: [''], longest: 1 });
  });
});
