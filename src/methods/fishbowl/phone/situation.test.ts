import { describe, expect, it } from 'vitest';
import { chairsOf, empty, NOW, quietAll, quietOwn, taken } from '../testing/views.ts';
import { situationOf } from './situation.ts';

describe('where somebody stands in a fishbowl', () => {
  it('Ana, who has done nothing yet, may ask to come in', () => {
    expect(situationOf(quietAll, null)).toEqual({ at: 'may-ask' });
  });

  it('Bo is third, and those with another chair in mind are not before him', () => {
    const line = {
      r1: { rank: 1, chair: null },
      r2: { rank: 2, chair: 'c1' },
      r3: { rank: 3, chair: null },
      r4: { rank: 4, chair: null }
    };
    const view = { ...quietAll, line };
    expect(situationOf(view, { ...quietOwn, request: 'r4' })).toMatchObject({ at: 'in-line', before: 2 });
  });

  it('Chidi stands behind Ana, and is the first who does', () => {
    const view = { ...quietAll, line: { r1: { rank: 1, chair: null }, r2: { rank: 2, chair: 'c1' } } };
    expect(situationOf(view, { ...quietOwn, request: 'r2', chair: 'c1' })).toMatchObject({
      before: 0,
      chair: 'c1',
      behind: { name: 'Ana' }
    });
  });

  it('Dana is called as soon as a chair is held for her request, and for nobody else’s', () => {
    const called = { request: 'r1', name: 'Dana', until: NOW + 30_000 };
    const view = { ...quietAll, chairs: { ...chairsOf('Ana', 'Bo'), c3: { ...empty(3), called } } };
    expect(situationOf(view, { ...quietOwn, request: 'r1' })).toEqual({ at: 'called', until: NOW + 30_000 });
    expect(situationOf(view, { ...quietOwn, request: 'r2' })).toEqual({ at: 'may-ask' });
  });

  it('Emeka sits, also in the last words, and then it is over for him, too', () => {
    const chairs = { c1: taken(1, 'Emeka') };
    const mine = { ...quietOwn, sits: 'c1', turns: 1 };
    expect(situationOf({ ...quietAll, chairs, stage: 'last-words', asking: false }, mine)).toMatchObject({
      at: 'sitting'
    });
    expect(situationOf({ ...quietAll, chairs, stage: 'closed', asking: false }, mine)).toEqual({ at: 'closed' });
  });

  it('whoever still waits in the last words is not told that a chair will come', () => {
    const view = { ...quietAll, line: { r1: { rank: 1, chair: null } }, stage: 'last-words' as const, asking: false };
    expect(situationOf(view, { ...quietOwn, request: 'r1' })).toEqual({ at: 'last-words' });
  });

  it('Fatima’s group has two others before it', () => {
    const view = { ...quietAll, form: 'closed' as const, asking: false, group: { now: 1, of: 4 } };
    expect(situationOf(view, { ...quietOwn, group: 3 })).toEqual({ at: 'group', soon: 2 });
    expect(situationOf(view, null)).toEqual({ at: 'group', soon: null });
  });
});
