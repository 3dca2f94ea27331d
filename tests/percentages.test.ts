import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { figureSentence } from '#harvest/figure-sentences.ts';
import { sentence } from '#harvest/sentence.ts';
import { harvest as words } from '#words/en.ts';
import { harvestWords as cafeHarvest } from '#methods/cafe/words/harvest.ts';
import { harvestWords as fishbowlHarvest } from '#methods/fishbowl/words/harvest.ts';
import { consoleWords } from '#methods/spectrogram/words/console.ts';
import { text as cafe } from '#methods/cafe/words/board.ts';

/**
 * One rule for the house: under fifty are told as they are, and who tells a percentage asks `src/words/en/shares.ts`.
 */
const WRITES_PERCENT = 'src/words/en/shares.ts';
/** Widths and places of drawings. Nobody reads them. */
const DRAWN = [
  'src/harvest/formats/page-style.ts',
  'src/lib/ui/Distribution.svelte',
  'src/methods/spectrogram/phone/RoomShape.svelte'
];

/** What people wrote on a day in 2015, word by word. */
const QUOTED = ['src/kit/likeness/testing/gold.ts'];

const sources = globSync('src/**/*.{ts,svelte}').filter((file) => !/\.test\.ts$/.test(file));

describe('no sentence writes a percentage by itself', () => {
  test('neither as a sign nor as so many of a hundred', () => {
    const found = sources
      .filter((file) => file !== WRITES_PERCENT && !DRAWN.includes(file) && !QUOTED.includes(file))
      .flatMap((file) => percentagesIn(readFileSync(file, 'utf8')).map((line) => `${file}: ${line}`));
    expect(found).toEqual([]);
  });

  test('and would be found, wherever it stands', () => {
    for (const said of ['`${share}% sit`', "'50% of them'", '>{share}% sat<', '`${Math.round(share * 100)} of 100`'])
      expect(percentagesIn(said)).toEqual([said]);
    for (const other of ['at % size', '`${seconds % 60}`', '/* 40% */', '  inline-size: 40%;'])
      expect(percentagesIn(other)).toEqual([]);
  });
});

/**
 * Lines in which text would show a percent sign; styles, comments, attributes that are lengths and remainders left out.
 */
function percentagesIn(source: string): string[] {
  return source
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|[\w-]+: [^'"`]*%;$)/.test(line))
    .map((line) => line.replace(/\b(?:width|height|x|y|r|inline-size|block-size)="[^"]*"/g, ''))
    .filter((line) => /[\w})]\s?%(?!\s*[\w(])|[\w})]% |\* 100\)\} of 100/.test(line))
    .map((line) => line.trim());
}

const spread = (first: number, second: number) => ({
  median: 500,
  polarisation: null,
  agreement: null,
  twoCamps: false,
  ranges: [
    { from: 0, to: 500, count: first },
    { from: 500, to: 1000, count: second }
  ]
});
const CODES = ['first-timers', 'unserved', 'pairs-met', 'said', 'elsewhere', 'tables-wrote', 'wrote'] as const;
const figure = (code: (typeof CODES)[number], count: number, of: number): string => {
  const told = { code, value: { count, of } };
  const said = figureSentence(told, cafeHarvest) ?? figureSentence(told, fishbowlHarvest);
  if (said === null) throw new Error(`No method tells “${code}”.`);
  return said;
};

/** Everything that tells a share of a room, for a room of so many. */
const told = (people: number): string[] => {
  const pairs = { count: people, of: (people * (people - 1)) / 2 };
  return [
    ...CODES.filter((code) => code !== 'pairs-met').map((code) => figure(code, 20, people)),
    figure('pairs-met', pairs.count, pairs.of),
    cafe.met.pairsOf(pairs),
    consoleWords.answeredShare(20, people),
    sentence({ placed: people, unsure: 0, passed: 0, spread: spread(20, people - 20) }, ['A', 'B'], words)
  ];
};

test('49 people are counted, in everything that is told of a room', () => {
  for (const said of told(49)) expect(said).not.toContain('%');
});

test('of 50 people a share is told, too', () => {
  for (const said of told(50)) expect(said).toMatch(/\d%/);
});
