import { describe, expect, test } from 'vitest';
import { pictureSvg, type Shot } from './svg-export.ts';
import { peopleOf } from './dot-columns.ts';
import { quietBoard, quietLine } from '../testing/views.ts';
import { spread } from '../figures/statistics.ts';
import type { BoardSeen } from '../views/board.ts';

const xs = [40, 60, 61, 480, 700, 910, 930];
const dots = Object.fromEntries(xs.map((x, index) => [40_001 + index, { x, order: index + 1 }]));
const figures = { round: 1, present: 9, placed: 7, unsure: 2, passed: 0, spread: spread(xs) };

const view: BoardSeen = {
  ...quietBoard,
  now: { ...quietLine, stage: 'locked', revealed: true },
  counts: { present: 9, placed: 7, unsure: 2, passed: 0 },
  picture: { dots, previous: null, figures, shift: null }
};
const shot = (over: Partial<BoardSeen> = {}): Shot => ({
  view: { ...view, ...over },
  people: peopleOf(dots),
  before: null,
  licence: 'CC-BY-SA-4.0'
});

const metadata = (drawing: string | null) => {
  const [, json = ''] = /<metadata>(.*)<\/metadata>/.exec(drawing ?? '') ?? [];
  return JSON.parse(json.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')) as object;
};

describe('a picture that is kept', () => {
  test('has one dot for each person, a ring for each who was not sure, and says it all in words', () => {
    const drawing = pictureSvg(shot()) ?? '';
    expect(drawing.match(/<circle/g)).toHaveLength(9);
    expect(drawing).toContain('<title id="title">How do you live?</title>');
    expect(drawing).toContain('<desc id="desc">7 people placed themselves.');
  });

  test('carries its figures, its poles and its licence', () => {
    expect(metadata(pictureSvg(shot()))).toMatchObject({
      licence: 'CC-BY-SA-4.0',
      statement: 'How do you live?',
      poles: ['With others', 'On my own'],
      scale: { unit: 'position on the line', at0: 'With others', at1000: 'On my own' },
      rounds: [figures]
    });
  });

  test('holds no number by which a dot could be found again', () => {
    for (const number of Object.keys(dots)) expect(pictureSvg(shot())).not.toContain(number);
  });

  test('does nothing that a person typed into it', () => {
    const now = { ...quietLine, text: '</title><script>', poleA: '"&\'', poleB: '<b>', middle: '<i>' };
    expect(pictureSvg(shot({ now }))).not.toMatch(/<script|<b>|<i>|>"&'/);
  });

  test('shows what the board shows: a cloud, with hatches where somebody is kept back', () => {
    const cells = Array.from({ length: 5 }, (_, up) =>
      Array.from({ length: 5 }, (_, across) => (up === across ? 7 : null))
    );
    const drawing = pictureSvg(shot({ cloud: { across: quietLine, up: quietLine, cells, pairs: 60 } })) ?? '';
    expect(drawing.match(/url\(#kept\)/g)).toHaveLength(20);
    expect(drawing.match(/<circle/g)).toHaveLength(5);
  });

  test('shows both rounds of a comparison, and what they are called', () => {
    const comparison: BoardSeen['comparison'] = {
      head: quietLine,
      rounds: [1, 3],
      form: 'mirrored',
      dots: null,
      bins: [new Array<number>(25).fill(3), new Array<number>(25).fill(4)],
      figures: [figures, { ...figures, round: 3 }],
      shift: { pairs: 7, median: 200, distance: 200, moved: 5, crossed: 0 }
    };
    const drawing = pictureSvg(shot({ comparison })) ?? '';
    expect(drawing.match(/<circle/g)).toHaveLength(175);
    expect(drawing).toContain('Round 3');
    expect(drawing).toContain('Half the room moved two tenths of the line or more towards “On my own”.');
  });

  test('cuts nothing of the longest words, and grows with them', () => {
    const [text, poleA, poleB] = ['Wort'.repeat(35), 'a'.repeat(60), `${'bc '.repeat(20)}`.trim()];
    const drawing = pictureSvg(shot({ now: { ...quietLine, text, poleA, poleB, middle: 'm'.repeat(60) } })) ?? '';
    const written = [...drawing.matchAll(/<text[^>]*font-weight="700"[^>]*>([^<]*)</g)].map(([, line]) => line);
    expect(written.join('').replaceAll(' ', '')).toBe(`${text}${poleA}${poleB.replaceAll(' ', '')}`);
    const high = (svg: string | null) => Number(/height="(\d+)"/.exec(svg ?? '')?.[1]);
    expect(high(drawing)).toBeGreaterThan(high(pictureSvg(shot())));
  });

  test('has an Arabic pole at its own end, in its own direction', () => {
    const drawing = pictureSvg(shot({ now: { ...quietLine, poleA: 'مع الآخرين!', poleB: 'לבד' } }));
    expect(drawing).toMatch(/text-anchor="start"[^>]*>\u2068مع الآخرين!\u2069</u);
    expect(drawing).toMatch(/text-anchor="end"[^>]*>\u2068לבד\u2069</u);
  });

  test('does not exist before the reveal', () => {
    expect(pictureSvg({ ...shot({ picture: null }), people: null })).toBe(null);
  });
});
