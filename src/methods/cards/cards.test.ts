import { describe, expect, it } from 'vitest';
import { facilitator, given, helper, phone } from '#contract/testing/given.ts';
import { cards } from './cards.ts';
import { FORMATS } from './formats.ts';
import type { SettingsForm } from './settings.ts';
import type { BoardView, ConsoleView } from './views.ts';

const QUESTION = 'What would help?';
const CAST = { ana: { name: { text: 'name of ana' } }, bo: {}, dana: { via: 'walk-in' } } as const;

const activity = (changes: Partial<SettingsForm> = {}) =>
  given(cards, { ...FORMATS.brainstorm, questions: [QUESTION], review: false, exposure: 'L1', ...changes }, CAST);
type Scene = ReturnType<typeof activity>;

const to = (stage: string, from: string) => ({ stage, from });
const card = (id: string, text = id, question = 0) => ({ card: id.padEnd(8, '0'), question, text });
const id = (name: string) => name.padEnd(8, '0');
const board = (scene: Scene) => scene.see('board') as BoardView;
const desk = (scene: Scene) => scene.see('console') as ConsoleView;

/** Three cards: two of Ana's, one of Bo's. */
const written = (changes: Partial<SettingsForm> = {}) =>
  activity(changes)
    .and(facilitator, 'turnTo', to('writing', 'ready'))
    .and(phone('ana'), 'writeCard', card('bench'))
    .and(phone('bo'), 'writeCard', card('seats'))
    .and(phone('ana'), 'writeCard', card('garden'));
const shown = (changes: Partial<SettingsForm> = {}) =>
  written(changes).and(facilitator, 'turnTo', to('showing', 'writing'));
const grouped = () =>
  shown()
    .and(facilitator, 'turnTo', to('grouping', 'showing'))
    .and(helper, 'groupCards', { cards: [id('bench'), id('seats')], group: 'sitting0' });

describe('cards', () => {
  it('CA1 people mend and take away their own, and nobody else’s', () => {
    const scene = written();
    scene.and(phone('ana'), 'rewriteCard', { card: id('bench'), text: 'A bench', rev: 0 });
    expect(scene.when(phone('ana'), 'rewriteCard', { card: id('bench'), text: 'Benches', rev: 0 })).toEqual({
      refused: 'card-changed'
    });
    expect(scene.when(phone('bo'), 'removeCard', { card: id('bench') })).toEqual({ refused: 'not-your-card' });
    scene.and(phone('ana'), 'removeCard', { card: id('bench') });
    expect(Object.keys(scene.see('person:ana')?.['cards' as never] ?? {})).toEqual([id('garden')]);
  });

  it('CA1 what an author took away stays away when somebody who leads undoes a step on it', () => {
    const scene = grouped()
      .and(phone('ana'), 'removeCard', { card: id('bench') })
      .undo();
    expect(desk(scene).cards).not.toHaveProperty(id('bench'));
  });

  it('CA1 the same card sent twice is one card', () => {
    const scene = written();
    expect(scene.when(phone('ana'), 'writeCard', card('bench'))).toEqual([]);
    expect(scene.when(phone('bo'), 'writeCard', card('bench'))).toEqual({ refused: 'card-taken' });
  });

  it('CA2 nobody reads cards of others before they are shown, and the board counts them', () => {
    const scene = written();
    expect(board(scene)).toMatchObject({ written: [3], cards: {} });
    expect(JSON.stringify(scene.see('person:bo'))).not.toContain('bench');
    scene.and(facilitator, 'turnTo', to('showing', 'writing'));
    expect(Object.keys(board(scene).cards)).toHaveLength(3);
  });

  it('CA3 helpers write for people without a phone and type unsigned sheets', () => {
    const scene = written()
      .and(helper, 'writeCard', { ...card('tools'), for: 'dana' })
      .and(helper, 'writeCard', card('meal'));
    expect(scene.see('person:dana')).toMatchObject({ cards: { [id('tools')]: { order: 4 } } });
    expect(scene.when(phone('bo'), 'writeCard', { ...card('other'), for: 'dana' })).toEqual({
      refused: 'not-for-others'
    });
  });

  it('CA4 a card that waits is on no board, and a hidden one is told to its author', () => {
    const scene = shown({ review: true });
    expect(board(scene).cards).toEqual({});
    scene.and(facilitator, 'showCard', { card: id('bench') }).and(facilitator, 'hideCard', { card: id('seats') });
    expect(Object.keys(board(scene).cards)).toEqual([id('bench')]);
    expect(scene.unkept()).toEqual({ hidden: 1, waiting: 1 });
    expect(scene.see('person:bo')).toMatchObject({ cards: { [id('seats')]: { state: 'hidden' } } });
    expect(Object.keys(board(scene.undo()).cards)).toEqual([id('bench')]);
  });

  it('CA5 author by author, all cards of one come together, named where the activity names them', () => {
    const scene = shown({ show: 'author', exposure: 'L2' });
    expect(board(scene).cards).toEqual({});
    scene.and(facilitator, 'showNext', { from: 0 });
    expect(board(scene).cards).toMatchObject({
      [id('bench')]: { author: { text: 'name of ana' } },
      [id('garden')]: { author: { text: 'name of ana' } }
    });
    expect(scene.when(facilitator, 'showNext', { from: 0 })).toEqual({ refused: 'already-moved-on' });
    expect(scene.next()).toEqual([{ command: 'showNext', input: { from: 2 } }]);
  });

  it('CA5 without names no channel of the room learns who wrote a card', () => {
    const scene = shown();
    expect(board(scene).cards[id('bench')]?.author).toBeNull();
    expect(desk(scene).cards[id('bench')]?.author).toBeNull();
  });

  it('CA6 two helpers group at once, and each press moves only its own cards', () => {
    const scene = grouped().and(helper, 'groupCards', { cards: [id('garden')], group: 'green000' });
    expect(board(scene).cards).toMatchObject({
      [id('bench')]: { group: 'sitting0' },
      [id('seats')]: { group: 'sitting0' },
      [id('garden')]: { group: 'green000' }
    });
    scene.and(helper, 'nameGroup', { group: 'sitting0', name: 'Places to sit' });
    scene.and(facilitator, 'joinGroups', { from: 'sitting0', into: 'green000' });
    expect(board(scene).groups['green000']).toMatchObject({ name: expect.anything() as object });
    scene.undo();
    expect(board(scene).cards[id('bench')]?.group).toBe('sitting0');
    expect(board(scene).groups['green000']?.name).toBeNull();
  });

  it('CA7 a card folded into another stays under it, in any order of folding', () => {
    const scene = grouped()
      .and(helper, 'mergeCards', { from: [id('seats')], into: id('bench') })
      .and(helper, 'mergeCards', { from: [id('bench')], into: id('garden') });
    expect(board(scene).cards).toMatchObject({ [id('garden')]: { folded: 2 } });
    expect(scene.when(helper, 'mergeCards', { from: [id('garden')], into: id('seats') })).toEqual({
      refused: 'same-card'
    });
    scene.and(helper, 'unmergeCard', { card: id('bench') });
    expect(board(scene).cards).toMatchObject({ [id('garden')]: { folded: 0 }, [id('bench')]: { folded: 1 } });
  });

  it('CA7 a card is not folded into one that stands under it', () => {
    const scene = grouped()
      .and(helper, 'mergeCards', { from: [id('seats')], into: id('bench') })
      .and(helper, 'mergeCards', { from: [id('bench')], into: id('garden') });
    expect(scene.when(helper, 'mergeCards', { from: [id('bench')], into: id('seats') })).toEqual({
      refused: 'same-card'
    });
  });

  it('CA7 what was folded into a card stands for itself while that card is hidden', () => {
    const scene = grouped()
      .and(helper, 'mergeCards', { from: [id('seats')], into: id('bench') })
      .and(facilitator, 'hideCard', { card: id('bench') });
    expect(Object.keys(board(scene).cards)).toEqual([id('seats'), id('garden')]);
    scene.and(facilitator, 'showCard', { card: id('bench') });
    expect(board(scene).cards).toMatchObject({ [id('bench')]: { folded: 1 } });
    expect(board(scene).cards).not.toHaveProperty(id('seats'));
  });

  it('CA7 the author of a card hears when the one it was folded into is folded into another', () => {
    const scene = grouped()
      .and(helper, 'mergeCards', { from: [id('bench')], into: id('seats') })
      .and(facilitator, 'setReview', { on: true })
      .and(phone('bo'), 'writeCard', card('waits'))
      .and(helper, 'mergeCards', { from: [id('seats')], into: id('waits') });
    expect(scene.see('person:ana')).toMatchObject({ cards: { [id('bench')]: { folded: false } } });
  });

  it('CA8 phones propose, and only those who help move cards', () => {
    const scene = shown({ roomGroups: true })
      .and(facilitator, 'turnTo', to('grouping', 'showing'))
      .and(helper, 'groupCards', { cards: [id('bench')], group: 'sitting0' })
      .and(phone('bo'), 'proposeGroup', { card: id('seats'), group: 'sitting0' });
    expect(desk(scene).proposed).toEqual({ [id('seats')]: { sitting0: 1 } });
    expect(scene.when(phone('bo'), 'groupCards', { cards: [id('seats')], group: 'sitting0' })).toEqual({
      refused: 'not-yours-to-do'
    });
    scene.and(helper, 'groupCards', { cards: [id('seats')], group: 'sitting0' });
    expect(desk(scene).proposed).toEqual({});
  });

  it('CA9 people choose among groups in the order of the board, whichever card was written first', () => {
    const scene = shown()
      .and(facilitator, 'turnTo', to('grouping', 'showing'))
      .and(helper, 'groupCards', { cards: [id('garden')], group: 'green000' })
      .and(helper, 'groupCards', { cards: [id('bench')], group: 'sitting0' })
      .and(facilitator, 'turnTo', to('choosing', 'grouping'))
      .and(facilitator, 'openVote', { kind: 'dots' });
    expect(board(scene).vote?.options).toEqual(['green000', 'sitting0']);
  });

  it('CA9 CA10 while people choose, cards stay as they are and no total leaves the server', () => {
    const scene = grouped()
      .and(facilitator, 'turnTo', to('choosing', 'grouping'))
      .and(facilitator, 'openVote', { kind: 'dots' });
    expect(scene.when(phone('ana'), 'writeCard', card('late'))).toEqual({ refused: 'people-are-choosing' });
    expect(scene.when(helper, 'groupCards', { cards: [id('bench')], group: null })).toEqual({
      refused: 'people-are-choosing'
    });
    scene.and(phone('ana'), 'vote', { votes: { sitting0: 1 } });
    expect(board(scene).vote).toMatchObject({ voted: 1, totals: null });
    scene.and(facilitator, 'closeVote', {});
    expect(board(scene).vote?.totals).toMatchObject({ sitting0: { sum: 1 } });
  });

  it('CA11 of questions one after the other, none is answered before it is asked', () => {
    const scene = activity({ together: false, questions: ['What happened?', 'And now?'] });
    expect(scene.see('all')).toMatchObject({ questions: [], of: 2 });
    scene.and(facilitator, 'turnTo', to('writing', 'ready'));
    expect(scene.see('all')).toMatchObject({ questions: [expect.anything()] });
    expect(scene.when(phone('ana'), 'writeCard', card('early', 'early', 1))).toEqual({ refused: 'question-not-asked' });
    scene.and(facilitator, 'nextQuestion', { from: 0 }).and(phone('ana'), 'writeCard', card('later', 'later', 1));
    expect(scene.when(facilitator, 'nextQuestion', { from: 0 })).toEqual({ refused: 'already-moved-on' });
  });

  it('CA12 what is closed opens again with everything in it', () => {
    const scene = grouped().and(facilitator, 'turnTo', to('closed', 'grouping'));
    expect(scene.when(phone('ana'), 'writeCard', card('late'))).toEqual({ refused: 'cards-are-closed' });
    scene.and(facilitator, 'turnTo', to('grouping', 'closed'));
    expect(board(scene)).toMatchObject({ stage: 'grouping', cards: { [id('bench')]: { group: 'sitting0' } } });
  });

  it('CA14 what a room chose is called by its first card that is kept, and by no other', () => {
    const scene = grouped()
      .and(facilitator, 'turnTo', to('choosing', 'grouping'))
      .and(facilitator, 'openVote', { kind: 'approval' });
    for (const person of ['ana', 'bo']) scene.and(phone(person), 'vote', { votes: { sitting0: 1 } });
    scene.and(facilitator, 'closeVote', {});
    const called = () => {
      const found = scene.harvest().find(({ kind }) => kind === 'table');
      return found?.kind === 'table' ? found.rows[0]?.[0] : undefined;
    };
    expect(called()).toEqual({ text: 'bench' });
    scene.and(facilitator, 'hideCard', { card: id('bench') });
    expect(called()).toEqual({ text: 'seats' });
    scene.arrive('bo', { rehearsed: true });
    expect(called()).toBeNull();
  });

  it('CA15 a draft tells nothing of a vote before it is closed, and no card that nobody may read', () => {
    const scene = grouped()
      .and(facilitator, 'turnTo', to('choosing', 'grouping'))
      .and(facilitator, 'openVote', { kind: 'approval' });
    const before = scene.draft();
    expect(before.at(-1)).toMatchObject({ title: { kind: 'chosen' }, figures: [{ code: 'still-choosing' }] });
    for (const person of ['ana', 'bo']) scene.and(phone(person), 'vote', { votes: { sitting0: 1 } });
    expect(scene.draft()).toEqual(before);
    scene.and(facilitator, 'closeVote', {});
    expect(scene.draft().at(-1)).toMatchObject({ kind: 'table', figures: [{ code: 'voted' }] });
    scene.and(facilitator, 'hideCard', { card: id('bench') });
    expect(JSON.stringify(scene.draft())).not.toContain('"bench"');
  });

  it('leads every format from the first stage to the last by the steps it offers', () => {
    for (const [name, format] of Object.entries(FORMATS)) {
      const scene = activity({ ...format, questions: [QUESTION, 'And then?'], show: 'random' })
        .and(facilitator, 'turnTo', to('writing', 'ready'))
        .and(phone('ana'), 'writeCard', card('bench'));
      for (let steps = 0; scene.next().length > 0; steps += 1) {
        const [step] = scene.next();
        if (!step || steps > 20) throw new Error(`${name} does not end`);
        scene.and(facilitator, step.command, step.input);
      }
      expect(scene.see('all'), name).toMatchObject({ stage: 'closed' });
    }
  });
});
