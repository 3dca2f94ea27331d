import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreement } from './agreement.ts';
import { FEWEST } from '#contract/people-counts.ts';
import { binOf, histogram, microaggregates } from './bins.ts';
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
    expect([0, 399, 400, 500, 600, 601, 1000].map((x) => binOf(x, 5))).toEqual([0, 1, 2, 2, 2, 3, 4]);
  });
});

const ranges = (positions: readonly number[]) =>
  microaggregates(positions).map(({ from, to, count }) => [from, to, count]);

describe('ranges to publish (SP20)', () => {
  test('every range holds five people or more, and together they hold everybody on the whole line', () => {
    fc.assert(
      fc.property(group, (positions) => {
        const cut = microaggregates(positions);
        expect(cut.filter(({ count }) => count < FEWEST)).toEqual([]);
        expect(cut.reduce((sum, { count }) => sum + count, 0)).toBe(positions.length);
        expect(cut[0]?.from).toBe(0);
        expect(cut.at(-1)?.to).toBe(1000);
        cut.slice(1).forEach(({ from }, index) => expect(from).toBe(cut[index]?.to));
      })
    );
  });

  test('aggregated once more, everybody stays where they are and is told the same', () => {
    fc.assert(
      fc.property(group, (positions) => {
        const cut = microaggregates(positions);
        expect(microaggregates(cut.flatMap(({ at, count }) => repeat(at, count)))).toEqual(cut);
      })
    );
  });

  test('a mirrored line has mirrored ranges, but where somebody stands half way', () => {
    fc.assert(
      fc.property(group, (positions) => {
        fc.pre(!positions.includes(500));
        const back = ranges(mirrored(positions)).map(([from = 0, to = 0, count]) => [1000 - to, 1000 - from, count]);
        expect(back.reverse()).toEqual(ranges(positions));
      })
    );
  });

  test('two crowds meet half way between the parts they stand in, and nobody is told of the gap', () => {
    expect(ranges([...repeat(100, 8), ...repeat(900, 8)])).toEqual([
      [0, 500, 8],
      [500, 1000, 8]
    ]);
    expect(ranges([...repeat(100, 8), ...repeat(300, 8)])).toEqual([
      [0, 200, 8],
      [200, 1000, 8]
    ]);
  });

  test('a crowd on each part of the line keeps all 25 parts', () => {
    const crowd = Array.from({ length: 25 }, (_, part) => repeat(part * 40 + 20, 6)).flat();
    expect(ranges(crowd)).toHaveLength(25);
  });

  test('somebody on their own is told with the crowd that is nearer', () => {
    expect(ranges([...repeat(100, 8), 900])).toEqual([[0, 1000, 9]]);
    expect(ranges([...repeat(100, 8), 640, ...repeat(900, 5)])).toEqual([
      [0, 500, 8],
      [500, 1000, 6]
    ]);
  });

  test('so few that there cannot be two crowds are told together', () => {
    fc.assert(
      fc.property(fc.array(position, { minLength: 5, maxLength: 9 }), (positions) => {
        expect(ranges(positions)).toEqual([[0, 1000, positions.length]]);
      })
    );
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

  test('all of it stays in bounds, and is told no finer than tenths and hundredths', () => {
    fc.assert(
      fc.property(group, (positions) => {
        const told = spread(positions);
        if (!told) throw new Error('five people have a spread');
        expect(told.median % 100).toBe(0);
        expect(told.median >= 0 && told.median <= 1000).toBe(true);
        for (const [value, least] of [
          [told.polarisation, 0],
          [told.agreement, -1]
        ] as const) {
          expect(value === null).toBe(told.ranges.length === 1);
          if (value === null) continue;
          expect(value >= least && value <= 1).toBe(true);
          expect(Math.abs(value * 100 - Math.round(value * 100))).toBeLessThan(1e-9);
        }
      })
    );
  });

  test('the person in the middle is told to the tenth of the line', () => {
    expect(spread([37, 412, 413, 977, 998])?.median).toBe(400);
    expect(spread([50, 150, 250, 750, 850, 950])?.median).toBe(500);
    expect(spread([0, 0, 0, 0, 1000])?.median).toBe(0);
  });

  test('does not depend on who came first', () => {
    fc.assert(
      fc.property(group, (positions) => {
        expect(spread([...positions].reverse())).toEqual(spread(positions));
      })
    );
  });

  test('those who are named are counted, and the others are aggregated without them (SP27)', () => {
    const told = spread([...repeat(100, 5), ...repeat(900, 5)], [60, 950, 990]);
    expect(told?.ranges).toEqual([
      { from: 0, to: 500, count: 6 },
      { from: 500, to: 1000, count: 7 }
    ]);
    expect(spread([...repeat(100, 5), 800], [...repeat(900, 4)])?.ranges).toHaveLength(1);
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
    const still = Array<[number, number]>(5).fill([300, 300]);
    expect(shift([...pairs, ...still])?.moved).toBe(5);
  });

  test('only a step over the middle crosses it, standing on it does not', () => {
    const crossing: [number, number][] = Array.from({ length: 5 }, () => [490, 510]);
    expect(shift([...crossing, [500, 900], [400, 500], still(3), still(4), still(5)])?.crossed).toBe(5);
  });

  test('where fewer than five moved, or fewer than five did not, a word stands for a number (SP20)', () => {
    const [go, stay]: [number, number][] = [
      [0, 900],
      [500, 500]
    ];
    const told = (moved: number, of: number) => {
      const { moved: steps, crossed } =
        shift([...Array(moved).fill(go), ...Array(of - moved).fill(stay)] as never) ?? {};
      return [steps, crossed];
    };
    expect(told(0, 12)).toEqual(['few', 'few']);
    expect(told(4, 12)).toEqual(['few', 'few']);
    expect(told(5, 12)).toEqual([5, 5]);
    expect(told(8, 12)).toEqual(['most', 'most']);
    expect(told(12, 12)).toEqual(['most', 'most']);
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
