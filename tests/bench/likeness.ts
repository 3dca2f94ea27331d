import { createSeededRandom } from '../../src/contract/testing/seeded-random.ts';
import { suggestPairs, type Card } from '../../src/kit/likeness/suggest-pairs.ts';
import { ARABIC, ENGLISH, GERMAN, SPANISH } from '../../src/kit/likeness/testing/gold.ts';
import { median } from './figures.ts';

const SEED = 1;
const TIMES = 15;
const GOAL_MS = 300;

/** `ms` is processor time: it means the same on a busy machine. */
export type LikenessRow = { name: string; pairs: number; coldMs: number; ms: number };

export function likenesses(): LikenessRow[] {
  return [
    row('500 cards of up to 15 words', boardOf(500, 15)),
    row('500 cards of up to 40 words', boardOf(500, 40)),
    row('2,000 cards of up to 15 words', boardOf(2000, 15))
  ];
}

/** The table as people and Markdown read it. */
export function likenessTable(rows: readonly LikenessRow[]): string {
  const lines = rows.map(
    ({ name, pairs, coldMs, ms }) => `| ${name} | ${pairs} | ${coldMs.toFixed(0)} | ${ms.toFixed(0)} |`
  );
  return [
    `Cards that may belong together: one thread, processor time, the median of ${TIMES}; to reach: 500 cards in ${GOAL_MS} ms.`,
    '',
    '| Board | pairs | first call ms | ms |',
    '|---|---|---|---|',
    ...lines
  ].join('\n');
}

function row(name: string, cards: readonly Card[]): LikenessRow {
  const all: number[] = [];
  let pairs = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const began = process.cpuUsage();
    pairs = suggestPairs(cards, { most: 100 }).length;
    const { user, system } = process.cpuUsage(began);
    all.push((user + system) / 1000);
  }
  return { name, pairs, coldMs: all[0] ?? NaN, ms: median(all) };
}

/** Words of real cards in four languages, mixed anew. */
function boardOf(count: number, mostWords: number): Card[] {
  const random = createSeededRandom(SEED);
  const words = [ENGLISH, SPANISH, GERMAN, ARABIC].flat(3).flatMap((text) => text.split(' '));
  const text = () => Array.from({ length: 1 + random.below(mostWords) }, () => random.pick(words)).join(' ');
  return Array.from({ length: count }, (_, index) => ({ id: `card ${index}`, text: text() }));
}
