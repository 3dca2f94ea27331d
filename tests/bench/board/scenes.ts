import type { Dot } from '#methods/spectrogram/figures/round-shape.ts';
import { shift, spread } from '#methods/spectrogram/figures/statistics.ts';
import { histogram } from '#methods/spectrogram/figures/bins.ts';
import { quietBoard, quietLine } from '#methods/spectrogram/testing/views.ts';
import type { BoardSeen } from '#methods/spectrogram/views/board.ts';
import type { LineSeen } from '#methods/spectrogram/views/line.ts';

type Figures = NonNullable<BoardSeen['picture']>['figures'];

const line: LineSeen = {
  ...quietLine,
  statement: 's',
  order: 2,
  text: 'How do you like to live and work?',
  poleA: 'With others',
  poleB: 'On my own',
  middle: 'it depends',
  stage: 'locked',
  revealed: true
};

/** Chance that is the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return (state + 0.5) / 2 ** 31;
  };
}

const onLine = (x: number) => Math.min(1000, Math.max(0, Math.round(x)));
const logit = (share: number) => Math.log(share / (1 - share));

export function bell(count: number, seed = 7): number[] {
  const next = chance(seed);
  return Array.from({ length: count }, () => onLine(480 + 115 * logit(next())));
}

export function camps(count: number, seed = 7): number[] {
  const next = chance(seed);
  return Array.from({ length: count }, () => onLine((next() < 0.55 ? 190 : 800) + 55 * logit(next())));
}

const dotted = (positions: readonly number[]): Record<number, Dot> =>
  Object.fromEntries(positions.map((x, index) => [((index * 7919) % 65_521) + 1, { x, order: index + 1 }]));

const figures = (positions: readonly number[], round = 1): Figures => ({
  round,
  present: Math.round(positions.length * 1.08) + 2,
  placed: positions.length,
  unsure: Math.round(positions.length * 0.05),
  passed: 1,
  spread: spread(positions)
});

export function revealed(positions: readonly number[], earlier: readonly number[] | null = null): BoardSeen {
  const { present, placed, unsure, passed } = figures(positions);
  return {
    ...quietBoard,
    now: { ...line, round: earlier ? 2 : 1 },
    counts: { present, placed, unsure, passed },
    picture: {
      dots: dotted(positions),
      previous: earlier && Object.fromEntries(Object.entries(dotted(earlier)).map(([dot, { x }]) => [dot, x])),
      figures: figures(positions),
      shift: earlier && shift(earlier.map((x, index) => [x, positions[index] ?? x]))
    }
  };
}

const moved = (positions: readonly number[], by: number): number[] => {
  const next = chance(3);
  return positions.map((x) => (next() < 0.35 ? onLine(x + by + 160 * logit(next())) : x));
};

function compared(before: readonly number[], after: readonly number[], form: 'ghosts' | 'mirrored'): BoardSeen {
  return {
    ...revealed(after),
    comparison: {
      head: line,
      rounds: [1, 3],
      form,
      dots: form === 'ghosts' ? [dotted(before), dotted(after)] : null,
      bins: [histogram(before, 25), histogram(after, 25)],
      figures: [figures(before, 1), figures(after, 3)],
      shift: shift(before.map((x, index) => [x, after[index] ?? x]))
    }
  };
}

function replayed(count: number): BoardSeen {
  const start = bell(count);
  const next = chance(5);
  const dots = start.map((_, index) => ((index * 7919) % 65_521) + 1);
  const first = start.map((x, index): [number, number, number] => [dots[index] ?? 1, x, 0]);
  const later = Array.from({ length: count * 2 }, (_, move): [number, number, number] => [
    dots[Math.floor(next() * count)] ?? 1,
    onLine(700 + 90 * logit(next())),
    Math.round(((move + 1) / (count * 2)) * 140_000)
  ]);
  return {
    ...revealed(start),
    replay: { head: line, round: 1, moves: [...first, ...later], ms: 140_000, whole: true }
  };
}

const REASONS: [string, 0 | 1 | 2 | 3 | 4 | 'unsure'][] = [
  ['Eating together is what makes a house a home.', 0],
  ['I share tools and a car, and close my own door at night.', 2],
  ['After ten years in a commune I learned that I need silence to think, and that nobody can give it to me but me.', 4],
  ['It changed when the children came.', 'unsure'],
  ['Working alone is faster, working together is better.', 1]
];

const reasons = (count: number): BoardSeen['reasons'] =>
  Object.fromEntries(
    REASONS.slice(0, count).map(([why, zone], order) => [`r${order}`, { why, zone, round: 1, order }])
  );

/** What a board can be asked to show, by name. */
export const scenes: Record<string, () => BoardSeen> = {
  blind: () => ({
    ...quietBoard,
    now: { ...line, stage: 'open', revealed: false },
    counts: { present: 112, placed: 84, unsure: 3, passed: 1 }
  }),
  'one-person': () => revealed([640]),
  three: () => revealed([120, 480, 900]),
  thirty: () => revealed(bell(30)),
  'three-hundred': () => revealed(bell(300)),
  'three-thousand': () => revealed(bell(3000)),
  'ten-thousand': () => revealed(bell(10_000)),
  'two-camps': () => revealed(camps(150)),
  'two-camps-large': () => revealed(camps(3000)),
  'one-spot': () => revealed(new Array<number>(90).fill(820)),
  'one-spot-large': () => revealed(new Array<number>(3000).fill(820)),
  ghosts: () => revealed(moved(bell(28), 200), bell(28)),
  'ghosts-sixty': () => revealed(moved(camps(60), 150), camps(60)),
  mirrored: () => revealed(moved(bell(300), 200), bell(300)),
  'mirrored-large': () => revealed(moved(camps(3000), 200), camps(3000)),
  compared: () => compared(bell(24), moved(bell(24), 220), 'ghosts'),
  'compared-large': () => compared(camps(400), moved(camps(400), 200), 'mirrored'),
  cloud: () => ({
    ...quietBoard,
    now: line,
    cloud: {
      across: line,
      up: {
        ...line,
        text: 'How do you get what you need?',
        poleA: 'Sharing and exchanging',
        poleB: 'Buying or making it myself',
        middle: null
      },
      cells: [
        [21, 12, null, 0, 0],
        [14, 9, 6, null, 0],
        [7, 8, 11, 5, null],
        [null, 0, 6, 9, 12],
        [0, null, null, 8, 17]
      ],
      pairs: 154
    }
  }),
  replay: () => replayed(80),
  called: () => ({ ...revealed(camps(40)), called: { zone: 3 } }),
  'called-unsure': () => ({ ...revealed(camps(140)), called: { zone: 'unsure' } }),
  reasons: () => ({ ...revealed(bell(40)), reasons: reasons(3) }),
  'reasons-pages': () => ({ ...revealed(bell(140)), reasons: reasons(5), called: { zone: 0 } }),
  anonymous: () => ({ ...revealed(bell(50)), exposure: 'L0' }),
  withdrawn: () => {
    const view = revealed(bell(12));
    return { ...view, now: view.now && { ...view.now, text: null, poleB: null } };
  },
  long: () => {
    const view = revealed(bell(60));
    return {
      ...view,
      now: view.now && {
        ...view.now,
        text: 'Decisions that touch everybody in the house should be taken by everybody, however long it takes',
        poleA: 'Always by everybody',
        poleB: 'By those who do the work',
        middle: 'by a group we choose'
      }
    };
  }
};
