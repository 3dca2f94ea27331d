import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#contract/method.ts';
import { NOTES_MOST, PIECES_MOST } from './limits.ts';
import {
  addNote,
  moveTurnNotes,
  gather,
  moveNote,
  removeNote,
  restoreNote,
  undoFacts,
  write
} from './change-outline.ts';
import { outlineEvolve, type OutlineFact } from './events.ts';
import { levelOf, noteView, tree, visible, writtenNote, type Hanging, type Nested, type Outline } from './notes.ts';
import { DEEPEST } from './views.ts';

const evolve = outlineEvolve((state: { notes: Outline }) => state.notes);
const BO = { by: 'bo' };

/** Notes without a server: facts are folded at once, and words are their own reference. */
function paper() {
  const state: { notes: Outline } = { notes: {} };
  const happen = (facts: readonly OutlineFact[]) => {
    for (const { type, data } of facts) (evolve[type] as (draft: typeof state, data: unknown) => void)(state, data);
  };
  const done = (decided: ReturnType<typeof write>) => {
    if (isRefusal(decided)) throw new Error(decided.refused);
    happen(decided);
    return decided;
  };
  const piece = (text: string) => ({ text });
  return {
    state,
    happen,
    done,
    add(note: string, at: Partial<{ branch: string; parent: string | null; after: string | null; turn: string }> = {}) {
      const { branch = 'ana', parent = null, after = 'last', turn = 'first' } = at;
      const said = { ...BO, ms: 0, turn, own: {} };
      return done(addNote(state.notes, { note, at: { branch, parent, after }, piece: piece(note) }, said));
    },
    move: (note: string, parent: string | null, after: string | null = null, branch = 'ana') =>
      moveNote(state.notes, { note, at: { branch, parent, after } }),
    write: (note: string, words: string, by = BO) => write(state.notes, { note, piece: piece(words) }, by),
    gather: (note: string, read: string[], words: string, by = BO) =>
      gather(state.notes, { note, read, piece: piece(words) }, by),
    shown: (branch: string | null = 'ana') => told(tree(visible(state.notes), branch)),
    pieces: (note: string) => state.notes[note]?.pieces.map(({ words }) => words.text)
  };
}

/** `one(two three(four))` */
const told = (notes: readonly Nested<Hanging>[]): string =>
  notes.map(({ id, notes }) => (notes.length > 0 ? `${id}(${told(notes)})` : id)).join(' ');

describe('an outline', () => {
  it('nests notes under a branch, in the order they are put', () => {
    const notes = paper();
    notes.add('one');
    notes.add('two');
    notes.add('under', { parent: 'one' });
    notes.add('deeper', { parent: 'under' });
    notes.add('between', { after: 'one' });
    notes.add('first', { after: null });
    notes.add('aside', { branch: 'discussion' });
    expect(notes.shown()).toBe('first one(under(deeper)) between two');
    expect(notes.shown('discussion')).toBe('aside');
  });

  it('adds a note once, however often it is asked, and never over another’s', () => {
    const notes = paper();
    notes.add('one');
    expect(notes.add('one')).toEqual([]);
    const asked = { note: 'one', at: { branch: 'ana', parent: null, after: null }, piece: null };
    expect(addNote(notes.state.notes, asked, { by: 'chidi', ms: 0, turn: null, own: {} })).toEqual({
      refused: 'note-taken'
    });
  });

  it('keeps a note whose parent went away while it was typed: it hangs under the nearest that is left', () => {
    const notes = paper();
    notes.add('one');
    notes.add('under', { parent: 'one' });
    notes.done(removeNote(notes.state.notes, { note: 'under' }));
    notes.add('late', { parent: 'under' });
    notes.add('later', { parent: 'never-there' });
    expect(notes.shown()).toBe('one(late) later');
  });

  it('keeps room between neighbours for as many notes as anybody puts there', () => {
    const notes = paper();
    notes.add('one');
    notes.add('two');
    const put = Array.from({ length: 200 }, (_, nth) => `n${nth}`);
    for (const note of put) notes.add(note, { after: 'one' });
    expect(notes.shown()).toBe(['one', ...put.toReversed(), 'two'].join(' '));
  });

  it('lets two who sort at once both have their way', () => {
    const notes = paper();
    for (const note of ['a', 'b', 'c', 'd']) notes.add(note);
    notes.done(notes.move('d', null, 'a'));
    notes.done(notes.move('c', null, null));
    expect(notes.shown()).toBe('c a d b');
  });

  it('moves a note with everything under it, to another branch, too, and back', () => {
    const notes = paper();
    for (const note of ['one', 'two']) notes.add(note);
    notes.add('under', { parent: 'one' });
    notes.add('deeper', { parent: 'under' });
    const before = structuredClone(notes.state.notes);
    const moved = notes.done(notes.move('under', null, null, 'discussion'));
    expect([notes.shown(), notes.shown('discussion')]).toEqual(['one two', 'under(deeper)']);
    notes.happen(undoFacts(before, moved));
    expect(notes.shown()).toBe('one(under(deeper)) two');
    expect(notes.move('under', 'one', null)).toEqual([]);
  });

  it('refuses to hang a note under itself, or deeper than anybody reads', () => {
    const notes = paper();
    notes.add('n1');
    for (let level = 2; level <= DEEPEST; level += 1) notes.add(`n${level}`, { parent: `n${level - 1}` });
    notes.add('other');
    expect(notes.move('n1', `n${DEEPEST}`)).toEqual({ refused: 'note-under-itself' });
    expect(notes.move('n1', 'other')).toEqual({ refused: 'note-too-deep', figures: { deepest: DEEPEST } });
    notes.add('too-deep', { parent: `n${DEEPEST}` });
    expect(levelOf(notes.state.notes, 'too-deep')).toBe(DEEPEST);
  });

  it('removes a note with everything under it, and brings back exactly that', () => {
    const notes = paper();
    notes.add('one');
    for (const note of ['a', 'b']) notes.add(note, { parent: 'one' });
    notes.done(removeNote(notes.state.notes, { note: 'a' }));
    notes.done(removeNote(notes.state.notes, { note: 'one' }));
    expect(notes.shown()).toBe('');
    notes.done(restoreNote(notes.state.notes, { note: 'one' }));
    expect(notes.shown()).toBe('one(b)');
  });

  it('brings a removed note back when somebody was still writing in it', () => {
    const notes = paper();
    notes.add('one');
    notes.add('under', { parent: 'one' });
    notes.done(removeNote(notes.state.notes, { note: 'one' }));
    notes.done(notes.write('under', 'and more'));
    expect(notes.shown()).toBe('one(under)');
    expect(notes.pieces('under')).toEqual(['under', 'and more']);
  });

  it('shows readers a text, and sends writers its pieces', () => {
    const notes = paper();
    notes.add('one');
    notes.done(notes.write('one', 'more'));
    const note = notes.state.notes['one'];
    if (!note) throw new Error('no note');
    expect(noteView(note)).toMatchObject({ branch: 'ana', parent: null, body: { writing: ['one', 'more'] } });
    expect(writtenNote(note).pieces).toEqual({ one: { text: 'one' }, more: { text: 'more' } });
  });

  it('puts one piece in place of those its writer read, and keeps what others wrote meanwhile', () => {
    const notes = paper();
    notes.add('one');
    notes.done(notes.write('one', 'two'));
    notes.done(notes.write('one', 'of-chidi', { by: 'chidi' }));
    notes.done(notes.gather('one', ['one', 'two'], 'both'));
    expect(notes.pieces('one')).toEqual(['both', 'of-chidi']);
    expect(notes.gather('one', ['two'], 'again')).toEqual({ refused: 'no-such-piece' });
    expect(notes.gather('one', ['of-chidi'], 'mine now')).toEqual({ refused: 'not-your-words' });
  });

  it('asks for gathering when a note is in too many pieces, and holds so many notes and no more', () => {
    const notes = paper();
    notes.add('one');
    for (let nth = 1; nth < PIECES_MOST; nth += 1) notes.done(notes.write('one', `p${nth}`));
    expect(notes.write('one', 'more')).toMatchObject({ refused: 'note-needs-gathering' });
    for (let nth = 1; nth < NOTES_MOST; nth += 1) {
      const said = { ...BO, ms: 0, turn: null, own: {} };
      const asked = { note: `n${nth}`, at: { branch: `b${nth}`, parent: null, after: null }, piece: null };
      notes.state.notes[`n${nth}`] = { ...said, ...asked.at, order: 1, pieces: [], removed: false };
    }
    expect(() => notes.add('more')).toThrow('too-many-notes');
  });

  it('carries the notes of a turn to another speaker, nested as they were', () => {
    const notes = paper();
    notes.add('old', { turn: 'before' });
    notes.add('said', { turn: 'wrong' });
    notes.add('point', { turn: 'wrong', parent: 'said' });
    notes.add('added', { turn: 'later', parent: 'point' });
    notes.add('reply', { turn: 'wrong', parent: 'old' });
    notes.add('elsewhere', { turn: 'wrong', branch: 'discussion' });
    notes.add('theirs', { turn: 'own', branch: 'chidi' });
    const before = structuredClone(notes.state.notes);
    const carried = moveTurnNotes(notes.state.notes, 'wrong', 'ana', 'chidi');
    notes.happen(carried);
    expect([notes.shown('ana'), notes.shown('chidi'), notes.shown('discussion')]).toEqual([
      'old',
      'theirs reply said(point(added))',
      'elsewhere'
    ]);
    notes.happen(undoFacts(before, carried));
    expect(notes.shown('ana')).toBe('old(reply) said(point(added))');
  });

  it('stays a tree of known depth that loses no note, whatever is asked in whatever order', () => {
    const ids = Array.from({ length: 12 }, (_, nth) => `n${nth}`);
    const id = fc.constantFrom(...ids);
    const place = fc.record({
      branch: fc.constantFrom('ana', 'chidi'),
      parent: fc.option(id),
      after: fc.option(id)
    });
    const ask = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), note: id, at: place }),
      fc.record({ kind: fc.constant('move' as const), note: id, at: place }),
      fc.record({ kind: fc.constantFrom('remove' as const, 'restore' as const), note: id }),
      fc.record({ kind: fc.constant('carry' as const) })
    );
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 60 }), (asks) => {
        const { state, happen } = paper();
        for (const asked of asks) {
          const { notes } = state;
          const said = { ...BO, ms: 0, turn: 'first', own: {} };
          const decided =
            asked.kind === 'add'
              ? addNote(notes, { ...asked, piece: null }, said)
              : asked.kind === 'move'
                ? moveNote(notes, asked)
                : asked.kind === 'remove'
                  ? removeNote(notes, asked)
                  : asked.kind === 'restore'
                    ? restoreNote(notes, asked)
                    : moveTurnNotes(notes, 'first', 'ana', 'chidi');
          if (!isRefusal(decided)) happen(decided);
          const nested = (all: readonly Nested<Hanging>[]): string[] =>
            all.flatMap(({ id, notes }) => [id, ...nested(notes)]);
          expect(nested(tree(state.notes, null)).sort()).toEqual(Object.keys(state.notes).sort());
          for (const [note, { parent, branch }] of Object.entries(state.notes)) {
            expect(levelOf(state.notes, note)).toBeLessThanOrEqual(DEEPEST);
            if (parent !== null) expect(state.notes[parent]?.branch).toBe(branch);
          }
        }
      }),
      { numRuns: 300 }
    );
  });
});
