import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { defineMethod, partOf } from '#contract/part.ts';
import { facilitator, given, helper, phone } from '#contract/testing/given.ts';
import { refuse } from '#contract/method.ts';
import { endIn, softEnd, type HasSoftEnd, type SoftEndEvents } from './soft-end.ts';
import { turnTo } from './turn-to.ts';

const MINUTE_MS = 60_000;
const STAGES = ['talking', 'closed'] as const;
type Stage = (typeof STAGES)[number];
type State = HasSoftEnd & { stage: 'ready' | Stage };
type Events = SoftEndEvents & { StageSet: State };

/** The smallest method that has stages: the room talks for ten minutes. */
const talk = defineMethod<object, State, Events>()({
  name: 'talk',
  settings: v.strictObject({}),
  begin: () => ({ stage: 'ready', endsAt: null }),
  parts: [
    softEnd<State>(({ stage }) => (stage === 'talking' ? null : refuse('no-time-now'))),
    partOf<State, Events>()({
      commands: {
        turnTo: turnTo<State, Events, Stage>(STAGES, (_state, stage, { at }) => [
          { type: 'StageSet', data: { stage, endsAt: stage === 'talking' ? endIn(10, at) : null } }
        ])
      },
      evolve: { StageSet: (draft, data) => Object.assign(draft, data) },
      touches: { StageSet: () => ['board', 'console', 'all'] },
      takeBack: { StageSet: ({ stage, endsAt }) => [{ type: 'StageSet', data: { stage, endsAt } }] }
    })
  ],
  view: (state, channel) => (channel.startsWith('person:') ? null : { ...state }),
  hidden: { nothing: 'there is a clock and no more' },
  next: () => [],
  again: () => ({}),
  harvest: () => []
});

const talking = () => given(talk, {}, { ana: {} }).and(facilitator, 'turnTo', { stage: 'talking', from: 'ready' });

describe('timed stages', () => {
  it('ST1 are turned only from the stage that was seen, and only by those who lead', () => {
    const scene = talking();
    expect(scene.when(facilitator, 'turnTo', { stage: 'talking', from: 'ready' })).toEqual({ refused: 'already-so' });
    expect(scene.when(facilitator, 'turnTo', { stage: 'closed', from: 'ready' })).toEqual({ refused: 'other-stage' });
    for (const other of [helper, phone('ana')])
      expect(scene.when(other, 'turnTo', { stage: 'closed', from: 'talking' })).toHaveProperty('refused');
    scene.and(facilitator, 'turnTo', { stage: 'closed', from: 'talking' });
    expect(scene.undo().see('board')).toMatchObject({ stage: 'talking' });
  });

  it('ST2 do not end by themselves', () => {
    expect(
      talking()
        .later(60 * MINUTE_MS)
        .see('board')
    ).toMatchObject({ stage: 'talking' });
  });

  it('ST3 get minutes more at the end, and from now on once it is over', () => {
    const scene = talking();
    const { endsAt: end } = scene.see('board') as { endsAt: number };
    scene.and(facilitator, 'addMinutes', { minutes: 5 });
    expect(scene.see('board')).toMatchObject({ endsAt: end + 5 * MINUTE_MS });
    scene.later(25 * MINUTE_MS).and(facilitator, 'addMinutes', { minutes: 2 });
    expect(scene.see('board')).toMatchObject({ endsAt: end + 17 * MINUTE_MS });
  });

  it('ST4 get their former end back', () => {
    const scene = talking();
    const before = scene.see('board');
    expect(scene.and(facilitator, 'addMinutes', { minutes: 1 }).undo().see('board')).toEqual(before);
    const over = talking().and(facilitator, 'turnTo', { stage: 'closed', from: 'talking' });
    expect(over.when(facilitator, 'addMinutes', { minutes: 1 })).toEqual({ refused: 'no-time-now' });
  });
});
