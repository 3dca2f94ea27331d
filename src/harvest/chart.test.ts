import { describe, expect, test } from 'vitest';
import { harvest as words } from '#words/en.ts';
import { bars, svg } from './chart.ts';
import { block, edition, spread } from './testing/one-line.ts';

describe('as a drawing', () => {
  test('a wide range is lower than a narrow one with as many people', () => {
    expect(
      bars({
        ranges: [
          { from: 0, to: 40, count: 10 },
          { from: 40, to: 120, count: 10 },
          { from: 120, to: 1000, count: 0 }
        ]
      })
    ).toEqual([
      { start: 0, width: 0.04, height: 1, people: 10, side: 'a' },
      { start: 0.04, width: 0.08, height: 0.5, people: 10, side: 'a' }
    ]);
  });

  test('is the same for the same figures, and tells its sentence to those who cannot see it', () => {
    const drawing = svg(block, block.rounds[0]!, words, edition);
    expect(drawing).toBe(svg(structuredClone(block), structuredClone(block.rounds[0]!), words, edition));
    expect(drawing).toContain('<desc id="desc">31 people placed themselves.');
    expect(drawing).toMatch(/0 is [^<]+, 1000 is [^<]+\.<\/desc>/);
    expect(drawing.match(/fill="#(0072b2|767676|d55e00)" stroke/g)).toHaveLength(3);
  });

  test('a bar has the colour of a pole only where it lies wholly nearer to it, on the page and in the file', () => {
    const ranges = [
      [0, 400],
      [400, 440],
      [440, 600],
      [560, 640],
      [600, 1000]
    ].map(([from, to]) => ({
      ...{ from: from!, to: to! },
      count: 9
    }));
    expect(bars({ ranges }).map(({ side }) => side)).toEqual(['a', 'mid', 'mid', 'mid', 'b']);
  });

  test('says that areas count where its bars are not of one width, and not where they are', () => {
    const drawn = (widths: readonly number[]) => {
      const ranges = widths.map((width, nth) => ({
        from: widths.slice(0, nth).reduce((sum, one) => sum + one, 0),
        to: widths.slice(0, nth + 1).reduce((sum, one) => sum + one, 0),
        count: 12 + nth
      }));
      return svg(block, { ...block.rounds[0]!, spread: { ...spread, ranges } }, words, edition);
    };
    expect(drawn([200, 800]).split(words.areas)).toHaveLength(3);
    expect(drawn([500, 500])).not.toContain(words.areas);
  });

  test('does nothing that a person typed into it', () => {
    const drawing = svg(
      { ...block, statement: '</title><script>', poles: ['"&\'', '<b>'], middle: '<i>' },
      block.rounds[0]!,
      words,
      { ...edition, title: '</metadata><script>' }
    );
    expect(drawing).not.toMatch(/<script|<b>|<i>|>"&'/);
    expect(drawing).toContain('&quot;&amp;&#39;');
  });

  test('carries where it is from, under which licence, and its figures', () => {
    const [, json = ''] = /<metadata>(.*)<\/metadata>/.exec(svg(block, block.rounds[0]!, words, edition)) ?? [];
    const { slug, licence, dataLicence } = edition;
    expect(JSON.parse(json.replaceAll('&quot;', '"'))).toMatchObject({
      edition: { slug, licence, dataLicence },
      scale: { at0: block.poles[0], at1000: block.poles[1] },
      block: { id: block.id, poles: block.poles, round: block.rounds[0] }
    });
  });

  test('draws the bare line for four people', () => {
    expect(svg(block, { placed: 4, unsure: 0, passed: 0, spread: null }, words, edition)).not.toContain('#0072b2');
  });

  test('an empty room draws nothing at all', () => {
    expect(bars({ ranges: [] })).toEqual([]);
  });
});
