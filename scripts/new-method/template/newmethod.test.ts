import { describe, expect, it } from 'vitest';
import { createSeededRandom } from '#contract/testing/seeded-random.ts';
import { facilitator, given, helper, phone } from '#contract/testing/given.ts';
import { newmethod } from './newmethod.ts';
import { react } from './rehearse.ts';

const asked = () =>
  given(newmethod, { question: 'What did you come for?' }, { ana: {}, bo: {}, dana: { via: 'walk-in' } });
const curiosity = { text: 'Curiosity' };

describe('newmethod', () => {
  it('NM1 lets everybody change the answer until the answers are shown', () => {
    const scene = asked().and(phone('ana'), 'answer', { text: 'Soup' });
    scene.and(phone('ana'), 'answer', { text: 'Curiosity' });
    expect(scene.see('person:ana')).toEqual({ answer: curiosity });
    expect(scene.see('board')).toMatchObject({ answered: 1 });
  });

  it('NM2 shows nobody the answers of others before that', () => {
    const scene = asked().and(phone('ana'), 'answer', { text: 'Curiosity' });
    for (const channel of ['all', 'board', 'console', 'person:bo'])
      expect(JSON.stringify(scene.see(channel))).not.toContain('Curiosity');
    scene.and(facilitator, 'show', {});
    expect(Object.values((scene.see('board') as { answers: object }).answers)).toEqual([curiosity]);
  });

  it('NM3 shows answers without names, by an id of their own', () => {
    const scene = asked().and(phone('bo'), 'answer', { text: 'Soup' }).and(facilitator, 'show', {});
    expect(JSON.stringify(scene.see('board'))).not.toContain('"bo"');
  });

  it('NM4 refuses an answer while they are shown, and takes it again once they are hidden', () => {
    const scene = asked().and(facilitator, 'show', {});
    expect(scene.when(phone('bo'), 'answer', { text: 'Soup' })).toEqual({ refused: 'answers-are-shown' });
    expect(scene.when(facilitator, 'show', {})).toEqual({ refused: 'answers-are-shown' });
    scene.undo().and(phone('bo'), 'answer', { text: 'Soup' });
    expect(scene.see('board')).toMatchObject({ shown: false, answered: 1, answers: null });
  });

  it('NM5 lets helpers answer for somebody without a phone, and participants for nobody else', () => {
    const scene = asked().and(helper, 'answer', { text: 'Curiosity', for: 'dana' });
    expect(scene.see('person:dana')).toEqual({ answer: curiosity });
    expect(scene.when(phone('bo'), 'answer', { text: 'Soup', for: 'dana' })).toEqual({ refused: 'not-for-others' });
  });

  it('has simulated people whose answers are taken', () => {
    const scene = asked();
    const actions = Array.from({ length: 20 }, (_, seed) =>
      react({ question: 'What?', shown: false }, null, createSeededRandom(seed).next)
    );
    for (const action of actions) if (action) scene.and(phone('ana'), action.command, action.input);
    expect(scene.see('person:ana')).not.toBeNull();
  });
});
