import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreement } from './agreement.ts';
import { binOf, few, FEWEST, histogram, ranges, thirds } from './bins.ts';
import { median, polarisation, quantile, shift, spread, twoCamps } from './statistics.ts';

const position = fc.integer({ min: 0, max: 1000 });
const room = fc.array(position, { minLength: 1, maxLength: 200 });
const group = fc.array(position, { minLength: FEWEST, maxLength: 200 });
const mirrored = (positions: readonly number[]) => positions.map((x) => 1000 - x);
const repeat = (x: number, times: number): number[] => new Array<number>(times).fill(x);

describe('the line in parts', () => {
  test('everybody is in exactly one part', () => {
    fc.assert(
      fc.property(room, fc.constantFrom(5, 7, 25), (positions, bins) => {
        const counts = histogram(positions, bins);
        expect(counts).toHaveLength(bins);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(positions.length);
      })
    );
  });

  test('a mirrored line gives mirrored parts, borders included', () => {
    fc.assert(
      fc.property(fc.oneof(position, fc.constantFrom(40, 200, 400, 500, 600, 800, 960)), (x) => {
        for (const bins of [5, 7, 25]) expect(binOf(1000 - x, bins)).toBe(bins - 1 - binOf(x, bins));
      })
    );
  });

  test('the middle fifth reaches from 400 to 600', () => {
    expect(thirds([0, 399, 400, 500, 600, 601, 1000])).toEqual([2, 3, 2]);
  });

  test('one to four people are a few; nobody and five are told as they are', () => {
    expect([0, 1, 4, 5, 31].map(few)).toEqual([0, null, null, 5, 31]);
  });
});

describe('ranges to publish (SP20)', () => {
  test('no range ever holds one to four people, and together they hold everybody on the whole line', () => {
    fc.assert(
      fc.property(group, (positions) => {
        const cut = ranges(positions);
        expect(cut.filter(({ count }) => count > 0 && count < FEWEST)).toEqual([]);
        expect(cut.reduce((sum, { count }) => sum + count, 0)).toBe(positions.length);
        expect(cut[0]?.from).toBe(0);
        expect(cut.at(-1)?.to).toBe(1000);
        cut.slice(1).forEach(({ from }, index) => expect(from).toBe(cut[index]?.to));
      })
    );
  });

  test('no widened range ends beside an empty one, which would tell who stands at its end', () => {
    fc.assert(
      fc.property(group, (positions) => {
        const cut = ranges(positions);
        const isWide = ({ from, to, count }: (typeof cut)[number]) => count > 0 && to - from > 40;
        cut.slice(1).forEach((range, index) => {
          const before = cut[index];
          if (before)
            expect([before, range].some(isWide) && [before, range].some(({ count }) => count === 0)).toBe(false);
        });
      })
    );
  });

  test('empty parts between two crowds stay empty', () => {
    expect(ranges([...repeat(100, 8), ...repeat(900, 8)]).filter(({ count }) => count > 0)).toEqual([
      { from: 80, to: 120, count: 8 },
      { from: 880, to: 920, count: 8 }
    ]);
  });

  test('a crowd on each part of the line keeps all 25 parts', () => {
    const crowd = Array.from({ length: 25 }, (_, part) => repeat(part * 40 + 20, 6)).flat();
    expect(ranges(crowd)).toHaveLength(25);
  });

  test('somebody on their own is taken into a range with others, which does not tell where they stood', () => {
    const cut = ranges([...repeat(100, 8), 900]);
    expect(cut).toEqual([{ from: 0, to: 1000, count: 9 }]);
  });

  test('four people give no ranges at all', () => {
    expect(ranges([1, 2, 3, 4])).toEqual([]);
  });
});

describe('van der Eijk’s agreement A', () => {
  test('meets the published example of the R package agrmt', () => {
    expect(agreement([30, 40, 210, 130, 530, 50, 10])).toBeCloseTo(0.6113333, 6);
  });

  test('is 1 on one spot, 0 when all are equally full, −1 with half at each end', () => {
    expect(agreement([0, 0, 31, 0, 0, 0, 0])).toBe(1);
    expect(agreement([4, 4, 4, 4, 4, 4, 4])).toBe(0);
    expect(agreement([15, 0, 0, 0, 0, 0, 15])).toBeCloseTo(-1, 12);
  });

  test('stays between −1 and 1, and is the same when the line is mirrored', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 7, maxLength: 7 }), (counts) => {
        const value = agreement(counts);
        expect(value).toBeGreaterThanOrEqual(-1 - 1e-9);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
        expect(agreement([...counts].reverse())).toBeCloseTo(value, 9);
      })
    );
  });
});

describe('the shape of a round', () => {
  test('the median is the person in the middle, or half way between the two', () => {
    expect(median([900, 100, 400])).toBe(400);
    expect(median([100, 200, 400, 900])).toBe(300);
  });

  test('quartiles lie between neighbours in rank, as spreadsheets have them', () => {
    expect(quantile([0, 100, 200, 300, 400], 0.25)).toBe(100);
    expect(quantile([0, 100, 200, 300], 0.25)).toBe(75);
    expect(quantile([0, 100, 200, 300], 0.75)).toBe(225);
  });

  test('polarisation is 0 on one spot, 1 with half at each pole, a third when evenly spread', () => {
    expect(polarisation(repeat(730, 12))).toBe(0);
    expect(polarisation([...repeat(0, 10), ...repeat(1000, 10)])).toBe(1);
    expect(polarisation(Array.from({ length: 1001 }, (_, x) => x))).toBeCloseTo(1 / 3, 2);
  });

  test('two camps are seen, an even spread and one hill are not', () => {
    expect(twoCamps([2, 9, 3, 1, 2, 8, 3])).toBe(true);
    expect(twoCamps([4, 4, 4, 4, 4, 4, 4])).toBe(false);
    expect(twoCamps([0, 1, 4, 9, 4, 1, 0])).toBe(false);
    expect(twoCamps([30, 1, 0, 0, 0, 1, 3])).toBe(false);
  });

  test('all of it stays in bounds, and mirrors with the line', () => {
    fc.assert(
      fc.property(group, (positions) => {
        const [one, other] = [spread(positions), spread(mirrored(positions))];
        if (!one || !other) throw new Error('five people have a spread');
        expect(one.quartiles[0]).toBeLessThanOrEqual(one.median);
        expect(one.median).toBeLessThanOrEqual(one.quartiles[1]);
        expect(one.polarisation).toBeGreaterThanOrEqual(0);
        expect(one.polarisation).toBeLessThanOrEqual(1 + 1e-9);
        expect(other.median).toBeCloseTo(1000 - one.median, 6);
        expect(other.polarisation).toBeCloseTo(one.polarisation, 9);
        expect(other.agreement).toBeCloseTo(one.agreement, 9);
        expect(other.twoCamps).toBe(one.twoCamps);
        expect([...other.thirds].reverse()).toEqual([...one.thirds]);
      })
    );
  });

  test('does not depend on who came first', () => {
    fc.assert(
      fc.property(group, (positions) => {
        expect(spread([...positions].sort((a, b) => a - b))?.ranges).toEqual(spread(positions)?.ranges);
        expect(spread([...positions].reverse())?.median).toBe(spread(positions)?.median);
      })
    );
  });

  test('four people have no shape (SP20)', () => {
    expect(spread([1, 2, 3, 4])).toBeNull();
  });
});

describe('movement between two rounds', () => {
  const still = (x: number): [number, number] => [x, x];

  test('a tenth of the line is not yet a move, a little more is', () => {
    const pairs: [number, number][] = [
      [100, 200],
      [100, 201],
      [100, 300],
      [500, 700],
      [900, 650],
      [10, 800]
    ];
    expect(shift(pairs)?.moved).toBe(5);
  });

  test('only a step over the middle crosses it, standing on it does not', () => {
    const crossing: [number, number][] = Array.from({ length: 5 }, () => [490, 510]);
    expect(shift([...crossing, [500, 900], [400, 500], still(3)])?.crossed).toBe(5);
  });

  test('one to four who moved are a few (SP20)', () => {
    expect(shift([[0, 900], still(1), still(2), still(3), still(4)])).toMatchObject({ moved: null, crossed: null });
  });

  test('four pairs tell nothing', () => {
    expect(shift([still(1), still(2), still(3), still(4)])).toBeNull();
  });

  test('back again is the same movement the other way', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(position, position), { minLength: 5, maxLength: 100 }), (pairs) => {
        const [there, back] = [shift(pairs), shift(pairs.map(([before, after]): [number, number] => [after, before]))];
        expect(back?.median).toBeCloseTo(-(there?.median ?? 0), 9);
        expect(back).toMatchObject({ distance: there?.distance, moved: there?.moved, crossed: there?.crossed });
      })
    );
  });
});
