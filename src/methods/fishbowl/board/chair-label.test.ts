import { describe, expect, it } from 'vitest';
import { empty, NOW, taken } from '../testing/views.ts';
import { speaker } from '../words/called.ts';
import { words } from '../words.ts';
import { chairLabel } from './chair-label.ts';

const LARGE = 132;
const SMALL = 70;
const held = words.board.chair.held;
const called = (name: string | null) => ({
  ...empty(1),
  called: { request: 'r1', name, until: NOW + 24_000 }
});

describe('the plate of a chair', () => {
  it('is written as large as the name allows, and larger on a larger chair', () => {
    const [ana, konstantin] = [taken(1, 'Ana'), taken(2, 'Konstantin')];
    expect(chairLabel('Ana', ana, LARGE).letter).toBeGreaterThan(chairLabel('Konstantin', konstantin, LARGE).letter);
    expect(chairLabel('Ana', ana, LARGE).letter).toBeGreaterThan(chairLabel('Ana', ana, SMALL).letter);
  });

  it('of somebody without a name says their number alone where no more fits', () => {
    const name = speaker(null, 14);
    expect(chairLabel(name, taken(14, null), LARGE).lines.join(' ')).toBe(name);
    expect(chairLabel(name, taken(14, null), SMALL).lines).toEqual(['14']);
  });

  it('that is held says for whom; where “for” does not fit the name alone, at last on two lines', () => {
    expect(chairLabel(held('Bo'), called('Bo'), LARGE).lines).toEqual([held('Bo')]);
    expect(chairLabel(held('Fatima'), called('Fatima'), 104).lines).toEqual(['Fatima']);
    expect(chairLabel(held('Ines Brix'), called('Ines Brix'), SMALL).lines).toEqual(['Ines', 'Brix']);
  });

  it.each([
    'Konstantinopolitanska-Magdalenagruberova',
    'Ana Sofía Vergara López de la Santísima',
    'ผู้ช่วยศาสตราจารย์สมชาย',
    '東京太郎'.repeat(10)
  ])('leaves out nothing of the longest name, on the largest chair and on the smallest: %s', (name) => {
    for (const within of [LARGE, SMALL, 50])
      for (const chair of [taken(1, name), called(name)]) {
        const plate = chairLabel(name, chair, within);
        expect(plate.lines.join(' ').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
        expect(plate.lines.length * plate.letter).toBeLessThan(2 * within);
      }
  });
});
