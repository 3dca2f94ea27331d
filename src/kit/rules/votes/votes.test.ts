import { describe, expect, it } from 'vitest';
import { facilitator, given, helper, phone } from '#contract/testing/given.ts';
import { choosing } from './testing/choosing.ts';
import type { ConsoleVoteView, OwnVoteView, VoteView } from './views.ts';

const people = { ana: {}, bo: {}, cy: {}, dana: { via: 'walk-in' } } as const;
const OPTIONS = ['a', 'b', 'c', 'd', 'e'];
type Opening = { kind: string; dots?: number; stack?: boolean; most?: number };
const listed = (options = OPTIONS) => given(choosing, { options }, people);
const opened = (how: Opening) => listed().and(facilitator, 'openVote', how);
type Scene = ReturnType<typeof listed>;

const onBoard = (scene: Scene) => (scene.see('board') as { vote: VoteView | null }).vote;
const onConsole = (scene: Scene) => (scene.see('console') as { vote: ConsoleVoteView | null }).vote;
const own = (scene: Scene, person: string) => (scene.see(`person:${person}`) as OwnVoteView | null)?.votes ?? null;

describe('a vote', () => {
  it('KV1 fixes its options when it opens', () => {
    const scene = opened({ kind: 'approval' }).and(facilitator, 'add', { option: 'late' });
    expect(onBoard(scene)?.options).toEqual(OPTIONS);
    expect(scene.when(phone('ana'), 'vote', { votes: { late: 1 } })).toEqual({ refused: 'option-unknown' });
    expect(scene.when(phone('ana'), 'vote', { votes: { toString: 1 } })).toEqual({ refused: 'option-unknown' });
    expect(scene.when(facilitator, 'openVote', { kind: 'dots' })).toEqual({ refused: 'vote-is-open' });
  });

  it('KV1 does not open without options, nor where the method does not let it', () => {
    expect(listed([]).when(facilitator, 'openVote', { kind: 'dots' })).toEqual({ refused: 'nothing-to-vote-on' });
    const paused = listed().and(facilitator, 'pause', {});
    expect(paused.when(facilitator, 'openVote', { kind: 'dots' })).toEqual({ refused: 'not-while-paused' });
    expect(listed().when(helper, 'openVote', { kind: 'dots' })).toEqual({ refused: 'not-yours-to-do' });
  });

  it('KV2 gives each person as many dots as there are, one for an option unless they may be stacked', () => {
    const spread = opened({ kind: 'dots', dots: 2 });
    expect(spread.when(phone('ana'), 'vote', { votes: { a: 2 } })).toEqual({ refused: 'one-each' });
    expect(spread.when(phone('ana'), 'vote', { votes: { a: 1, b: 1, c: 1 } })).toEqual({
      refused: 'too-many-dots',
      figures: { most: 2 }
    });
    expect(own(spread.and(phone('ana'), 'vote', { votes: { a: 1, b: 1, c: 0 } }), 'ana')).toEqual({ a: 1, b: 1 });
    const stacked = opened({ kind: 'dots', dots: 3, stack: true }).and(phone('ana'), 'vote', { votes: { a: 3 } });
    expect(own(stacked, 'ana')).toEqual({ a: 3 });
  });

  it('KV2 suggests a dot for every four options, and never gives more than can be spread', () => {
    expect(onBoard(opened({ kind: 'dots' }))?.dots).toBe(2);
    expect(onBoard(opened({ kind: 'dots', dots: 20 }))?.dots).toBe(5);
    expect(onBoard(opened({ kind: 'dots', dots: 20, stack: true }))?.dots).toBe(20);
  });

  it('KV3 lets people approve of as much as they like', () => {
    const scene = opened({ kind: 'approval' });
    scene.and(phone('ana'), 'vote', { votes: Object.fromEntries(OPTIONS.map((option) => [option, 1])) });
    expect(Object.keys(own(scene, 'ana') ?? {})).toEqual(OPTIONS);
    expect(scene.when(phone('bo'), 'vote', { votes: { a: 2 } })).toEqual({ refused: 'one-each' });
  });

  it('KV4 takes 0 as a score, and as nothing on a scale', () => {
    const score = opened({ kind: 'score', most: 5 }).and(phone('ana'), 'vote', { votes: { a: 0, b: 5 } });
    expect(own(score, 'ana')).toEqual({ a: 0, b: 5 });
    expect(score.when(phone('ana'), 'vote', { votes: { a: 6 } })).toMatchObject({ refused: 'mark-too-high' });
    const scale = opened({ kind: 'scale' }).and(phone('ana'), 'vote', { votes: { a: 0, b: 5 } });
    expect(own(scale, 'ana')).toEqual({ b: 5 });
  });

  it('KV5 can be changed and taken back until it is closed', () => {
    const scene = opened({ kind: 'dots' }).and(phone('ana'), 'vote', { votes: { a: 1 } });
    scene.and(phone('ana'), 'vote', { votes: { b: 1 } });
    expect(own(scene, 'ana')).toEqual({ b: 1 });
    expect(scene.when(phone('ana'), 'vote', { votes: { b: 1 } })).toEqual([]);
    scene.and(phone('ana'), 'vote', { votes: {} });
    expect(own(scene, 'ana')).toBeNull();
    expect(onBoard(scene)).toMatchObject({ voted: 0, of: 4 });
    scene.and(facilitator, 'closeVote', {});
    expect(scene.when(phone('ana'), 'vote', { votes: { b: 1 } })).toEqual({ refused: 'no-vote-now' });
    expect(scene.when(facilitator, 'closeVote', {})).toEqual({ refused: 'no-vote-now' });
  });

  it('KV6 tells how many have voted, and no total before it is closed', () => {
    const scene = opened({ kind: 'dots' }).and(phone('ana'), 'vote', { votes: { a: 1 } });
    for (const view of [onBoard(scene), onConsole(scene)])
      expect(view).toMatchObject({ voted: 1, of: 4, totals: null, ties: null });
    scene.and(facilitator, 'closeVote', {});
    expect(onBoard(scene)?.totals?.['a']).toEqual({ sum: 1, voters: 1, median: 1, place: 1 });
  });

  it('KV8 lets helpers vote for people without a phone, who count once, and participants for nobody else', () => {
    const scene = opened({ kind: 'dots' });
    expect(onConsole(scene)?.without).toEqual(['dana']);
    scene
      .and(helper, 'vote', { votes: { a: 1 }, for: 'dana' })
      .and(facilitator, 'vote', { votes: { b: 1 }, for: 'dana' });
    expect(own(scene, 'dana')).toEqual({ b: 1 });
    expect(onConsole(scene)).toMatchObject({ without: [], voted: 1, of: 4 });
    expect(onBoard(scene)).not.toHaveProperty('without');
    expect(scene.when(phone('bo'), 'vote', { votes: {}, for: 'dana' })).toEqual({ refused: 'not-for-others' });
    expect(scene.when(helper, 'vote', { votes: {} })).toEqual({ refused: 'for-whom' });
  });

  it('KV9 ranks scores by their sum, and scales by their median', () => {
    const votes = { ana: { a: 5, b: 3 }, bo: { a: 1, b: 3 }, cy: { a: 1 } };
    const counted = (kind: string) => {
      const scene = opened({ kind, most: 5 });
      for (const [person, marks] of Object.entries(votes)) scene.and(phone(person), 'vote', { votes: marks });
      return onBoard(scene.and(facilitator, 'closeVote', {}))?.totals;
    };
    expect(counted('score')).toMatchObject({ a: { sum: 7, place: 1 }, b: { sum: 6, place: 2 } });
    expect(counted('scale')).toMatchObject({
      a: { voters: 3, median: 1, place: 2 },
      b: { voters: 2, median: 3, place: 1 },
      c: { voters: 0, median: null, place: 3 }
    });
  });

  it('KV10 lets options that are level share a place, and names them', () => {
    const scene = opened({ kind: 'dots', dots: 3 });
    scene
      .and(phone('ana'), 'vote', { votes: { a: 1, c: 1, d: 1 } })
      .and(phone('bo'), 'vote', { votes: { a: 1, c: 1, e: 1 } });
    scene.and(facilitator, 'closeVote', {});
    const places = Object.values(onBoard(scene)?.totals ?? {}).map(({ place }) => place);
    expect(places).toEqual([1, 5, 1, 3, 3]);
    expect(onBoard(scene)?.ties).toEqual([
      ['a', 'c'],
      ['d', 'e']
    ]);
  });

  it('KV11 counts those who left, and not those who were removed', () => {
    const scene = opened({ kind: 'dots' });
    for (const person of ['ana', 'bo']) scene.and(phone(person), 'vote', { votes: { a: 1 } });
    scene.and(facilitator, 'closeVote', {}).leave('ana');
    expect(onBoard(scene)).toMatchObject({ voted: 2, of: 4, totals: { a: { sum: 2 } } });
    scene.showOut('ana');
    expect(onBoard(scene)).toMatchObject({ voted: 1, of: 3, totals: { a: { sum: 1, voters: 1 } } });
  });

  it('KV12 opens again with all votes in it, and hides the totals again', () => {
    const scene = opened({ kind: 'dots' }).and(phone('ana'), 'vote', { votes: { a: 1 } });
    expect(scene.when(facilitator, 'reopenVote', {})).toEqual({ refused: 'vote-is-open' });
    scene.and(facilitator, 'closeVote', {}).and(facilitator, 'reopenVote', {});
    expect(onBoard(scene)).toMatchObject({ open: true, voted: 1, totals: null });
    expect(onBoard(scene.undo())?.open).toBe(false);
    expect(onBoard(scene.undo())?.open).toBe(true);
    expect(listed().when(facilitator, 'reopenVote', {})).toEqual({ refused: 'no-vote-yet' });
  });

  it('KV13 brings the vote before it back when its opening is undone, also after people voted', () => {
    const scene = opened({ kind: 'dots' }).and(phone('ana'), 'vote', { votes: { a: 1 } });
    scene.and(facilitator, 'closeVote', {}).and(facilitator, 'openVote', { kind: 'approval' });
    expect(own(scene, 'ana')).toBeNull();
    scene.and(phone('bo'), 'vote', { votes: { b: 1 } }).undo();
    expect(onBoard(scene)).toMatchObject({ kind: 'dots', open: false, voted: 1, totals: { a: { sum: 1 } } });
    expect([own(scene, 'ana'), own(scene, 'bo')]).toEqual([{ a: 1 }, null]);
    expect(onBoard(scene.undo().undo())).toBeNull();
    expect(own(scene, 'ana')).toBeNull();
  });

  it('KV14 never counts in another vote than it was meant for', () => {
    const scene = opened({ kind: 'dots' });
    const first = onBoard(scene)?.id;
    scene.and(facilitator, 'closeVote', {}).and(facilitator, 'openVote', { kind: 'dots' });
    expect(scene.when(phone('ana'), 'vote', { votes: { a: 1 }, vote: first })).toEqual({ refused: 'another-vote-now' });
    scene.and(phone('ana'), 'vote', { votes: { a: 1 }, vote: onBoard(scene)?.id });
  });
});
