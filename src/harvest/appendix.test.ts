import { expect, test } from 'vitest';
import { harvest as words } from '#words/en.ts';
import { asked, working } from '../../tests/support/editions.ts';
import { withAppendix } from './appendix.ts';
import type { SeenFigure, SeenOutline } from './document.ts';

const aside = (figure: SeenFigure): SeenFigure => ({ ...figure, aside: true }) as SeenFigure;
const circle: SeenOutline = {
  kind: 'outline',
  id: 'circle',
  of: 'fishbowl',
  title: { kind: 'question', text: 'What now?' },
  branches: asked.branches,
  figures: [{ code: 'sat', value: 9 }, aside({ code: 'gini', value: 0.3, words: 'Unequally: 0.30' })]
};
const course: SeenOutline = {
  ...circle,
  id: 'course',
  title: { kind: 'course', words: 'How it went' },
  branches: [],
  figures: [aside({ code: 'moves', value: 3, scope: { round: 2 } })]
};

test('HD11 figures that nobody asked for are left out, and a block that held nothing else goes with them', () => {
  expect(withAppendix([working, circle, course], false, words)).toEqual([
    working,
    { ...circle, figures: [{ code: 'sat', value: 9 }] }
  ]);
});

test('HD11 an appendix tells them last, each with what it is of', () => {
  const told = withAppendix([working, circle, course], true, words);
  expect(told.map(({ id }) => id)).toEqual([working.id, 'circle', 'appendix']);
  expect(told.at(-1)).toMatchObject({
    figures: [
      { code: 'gini', value: 0.3, words: 'Unequally: 0.30', scope: { statement: 'What now?' } },
      { code: 'moves', value: 3, scope: { statement: 'How it went', round: 2 } }
    ]
  });
  expect(JSON.stringify(told)).not.toContain('aside');
});

test('HD11 without such figures there is no appendix', () => {
  expect(withAppendix([working, asked], true, words)).toEqual([working, asked]);
});
