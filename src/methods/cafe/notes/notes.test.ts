import { describe, expect, it } from 'vitest';
import { facilitator, helper, phone } from '#contract/testing/given.ts';
import { pairKey } from '#kit/likeness/pair-key.ts';
import { afternoon, SEED_QUESTIONS } from '../testing/meeting.ts';

const words = { kind: 'idea', text: 'Said', parent: null, gem: false };

describe('notes', () => {
  it('WC17 hangs notes under each other one level deep, and refuses none for its place', () => {
    const room = afternoon(10).seated().talking();
    const first = room.write('p1', 'Tools for change');
    const second = room.write('p1', 'open minds', { parent: first });
    const third = room.write('p1', 'enlightened path', { parent: second });
    const lost = room.write('p1', 'alone', { parent: 'nnnnnnnnnn' });
    const { notes } = room.at(room.own('p1')?.table ?? '');
    expect([second, third, lost].map((note) => notes[note]?.parent)).toEqual([first, first, null]);
  });

  it('WC18 lands a note at the table and in the round it was written for, once, however late', () => {
    const room = afternoon(25).seated().talking();
    const scribe = 'p7';
    const table = room.own(scribe)?.table ?? '';
    room.moved().talking().moved().talking().lead('harvest').lead('close');
    const late = { ...words, card: 'late0001', table, round: 1 };
    room.and(phone(scribe), 'addNote', late);
    expect(room.at(table).notes['late0001']).toMatchObject({ table, round: 1 });
    expect(room.when(phone(scribe), 'addNote', late)).toEqual([]);
    expect(room.when(phone('p8'), 'addNote', late)).toMatchObject({ refused: expect.any(String) as string });
  });

  it('WC18 takes notes only from those who sat there then, and from before a move', () => {
    const room = afternoon(10, { seats: 6, tables: [{}, {}] })
      .seated()
      .talking();
    const [mine, other] = [room.own('p1')?.table ?? '', room.own('p2')?.table ?? ''];
    expect(room.when(phone('p1'), 'addNote', { ...words, card: 'note9001', table: other, round: 1 })).toMatchObject({
      refused: 'not-at-this-table'
    });
    expect(room.when(phone('p1'), 'addNote', { ...words, card: 'note9002', table: mine, round: 2 })).toMatchObject({
      refused: 'round-unknown'
    });
    room.and(phone('p1'), 'here', { table: other, round: 1 });
    room.and(phone('p1'), 'addNote', { ...words, card: 'note9003', table: mine, round: 1 });
    room.and(helper, 'addNote', { ...words, card: 'note9004', table: mine, round: 1 });
    expect(Object.keys(room.at(mine).notes)).toEqual(['note9003', 'note9004']);
  });

  it('WC19 refuses a change of words that were changed meanwhile', () => {
    const room = afternoon(10).seated().talking();
    const note = room.write('p1', 'Soil');
    room.and(facilitator, 'rewriteCard', { card: note, text: 'Good soil', rev: 0 });
    expect(room.when(phone('p1'), 'rewriteCard', { card: note, text: 'Bad soil', rev: 0 })).toEqual({
      refused: 'card-changed'
    });
    room.and(phone('p1'), 'rewriteCard', { card: note, text: 'Best soil', rev: 1 });
    expect(room.own('p1')?.notes[note]).toMatchObject({ text: { text: 'Best soil' }, rev: 2 });
    expect(room.when(phone('p2'), 'rewriteCard', { card: note, text: 'Mine', rev: 2 })).toEqual({
      refused: 'not-your-card'
    });
  });

  it('WC20 lets hosts tend their own table, scribes every one, and others none', () => {
    const room = afternoon(25).seated().talking();
    const table = room.own('p1')?.table ?? '';
    const [, guest = ''] = room.sitters(table);
    const [one, other] = [room.write(guest, 'Maker Space'), room.write(guest, 'Maker Spaces')];
    expect(room.when(phone(guest), 'starCards', { cards: [one], on: true })).toEqual({ refused: 'not-your-table' });
    room
      .and(phone('p1'), 'mergeCards', { from: [one], into: other })
      .and(phone('p1'), 'chooseCard', { table, note: other });
    expect(room.at(table)).toMatchObject({ notes: { [one]: { mergedInto: other } }, cards: { 1: other } });
    expect(room.when(phone('p1'), 'mergeCards', { from: [other], into: one })).toEqual({ refused: 'same-card' });
    room.lead('makeScribe', { person: 'p25', on: true }).and(phone('p25'), 'gemNote', { cards: [other], on: true });
    room.and(phone('p25'), 'unmergeCard', { card: one });
    expect(room.at(table).notes).toMatchObject({ [one]: { mergedInto: null }, [other]: { gem: true } });
    expect(room.when(phone('p2'), 'setLines', { table, lines: ['No'] })).toEqual({ refused: 'not-your-table' });
  });

  it('WC20 marks and folds several notes in one step, all of them or none, and takes it back as one', () => {
    const room = afternoon(25).seated().talking();
    const [one, two, three] = ['p1', 'p2', 'p3'].map((person) => room.write(person, 'Soil'));
    const notes = [one, two, three].map((note) => note ?? '');
    const gems = () => notes.map((note) => room.console().wall.notes[note]?.gem);
    expect(room.when(facilitator, 'gemNote', { cards: [...notes, 'gone'], on: true })).toEqual({
      refused: 'card-unknown'
    });
    expect(gems()).toEqual([false, false, false]);
    room.lead('gemNote', { cards: notes, on: true });
    expect(gems()).toEqual([true, true, true]);
    room.undo();
    expect(gems()).toEqual([false, false, false]);

    const folded = () => notes.map((note) => room.console().wall.notes[note]?.mergedInto);
    const into = notes[2];
    room.lead('mergeCards', { from: notes.slice(0, 2), into });
    expect(folded()).toEqual([into, into, null]);
    room.undo();
    expect(folded()).toEqual([null, null, null]);
  });

  it('WC21 tells those who arrive what was written, and the three lines of the host', () => {
    const room = afternoon(25).seated().talking();
    const table = room.own('p1')?.table ?? '';
    const note = room.write('p1', 'Soil');
    room.and(phone('p1'), 'setLines', { table, lines: ['We began with soil'] });
    room.moved();
    const [newcomer = ''] = room.sitters(table).filter((person) => person !== 'p1');
    expect(room.own(newcomer)?.table).toBe(table);
    expect(room.at(table)).toMatchObject({ notes: { [note]: { round: 1 } }, lines: [{ text: 'We began with soil' }] });
  });

  it('WC22 brings back what was taken away by mistake', () => {
    const room = afternoon(10).seated().talking();
    const note = room.write('p1', 'Soil');
    room.lead('removeCard', { card: note });
    expect(room.own('p1')?.notes).toEqual({});
    expect(room.undo().own('p1')?.notes).toHaveProperty(note);
  });

  it('WC23 shows the board nothing before the harvest, and then what was looked at', () => {
    const room = afternoon(10, { review: true }).seated().talking();
    const [one, other] = [room.write('p1', 'Soil'), room.write('p2', 'Time')];
    expect(room.board().wall).toBeNull();
    room.lead('showCard', { card: one }).lead('hideCard', { card: other }).lead('harvest');
    expect(Object.keys(room.board().wall?.notes ?? {})).toEqual([one]);
    expect(room.own('p2')?.notes[other]?.state).toBe('hidden');
    expect(Object.keys(room.console().wall.notes)).toHaveLength(2);
  });

  it('WC23 puts a question above the wall only when the wall is about that one', () => {
    const room = afternoon(10).seated().talking();
    room.write('p1', 'Soil');
    room.moved().talking();
    room.write('p1', 'Time');
    room.lead('harvest');
    expect(room.board().question).toBeNull();
    room.lead('showAbout', { about: '1' });
    expect(room.board().question).toEqual({ text: SEED_QUESTIONS[0] });
    expect(Object.values(room.board().wall?.notes ?? {}).map(({ round }) => round)).toEqual([1]);
  });

  it('WC24 clusters by picking and placing, names afterwards, and keeps a loose pile', () => {
    const room = afternoon(10).seated().talking();
    const notes = ['Soil', 'Time', 'Keys'].map((text) => room.write('p1', text));
    room.lead('harvest').lead('groupCards', { cards: notes.slice(0, 2), group: 'cluster1' });
    expect(room.board().wall?.clusters).toEqual({ cluster1: { name: null, order: 1 } });
    room.lead('nameGroup', { group: 'cluster1', name: 'Commons' });
    room.lead('groupCards', { cards: [notes[2]], group: 'cluster2' });
    room.lead('joinGroups', { from: 'cluster2', into: 'cluster1' });
    expect(Object.values(room.board().wall?.notes ?? {}).map(({ cluster }) => cluster)).toEqual(
      Array(3).fill('cluster1')
    );
    expect(Object.keys(room.board().wall?.clusters ?? {})).toEqual(['cluster1']);
    room.undo().lead('groupCards', { cards: [notes[0]], group: null });
    expect(Object.values(room.board().wall?.notes ?? {}).map(({ cluster }) => cluster)).toEqual([
      null,
      'cluster1',
      'cluster2'
    ]);
  });

  it('WC24 lets helpers group at once with those who lead, each only what they picked', () => {
    const room = afternoon(10).seated().talking();
    const [one = '', other = ''] = ['Soil', 'Time'].map((text) => room.write('p1', text));
    room.lead('harvest').lead('groupCards', { cards: [one], group: 'cluster1' });
    room.and(helper, 'groupCards', { cards: [other], group: 'cluster2' });
    room.and(helper, 'keepCardsApart', { pair: pairKey(one, other), on: true });
    expect(room.console().apart).toEqual({ [pairKey(one, other)]: true });
    expect(room.undo().board().wall?.notes).toMatchObject({
      [one]: { cluster: null },
      [other]: { cluster: 'cluster2' }
    });
  });

  it('WC25 changes nothing on all phones when one person sits down or writes', () => {
    const room = afternoon(10).seated();
    const before = JSON.stringify(room.all());
    room.and(phone('p1'), 'here', { table: room.own('p1')?.table ?? '', round: 1 });
    room.write('p1', 'Soil');
    room.and(phone('p1'), 'carry', { text: 'Soil' });
    expect(JSON.stringify(room.all())).toBe(before);
    expect(room.board()).toMatchObject({ seated: 1, expected: 10, wall: null });
  });

  it('WC26 tells no names at L1, and never who wrote', () => {
    const named = afternoon(10).seated().talking();
    named.write('p1', 'Soil');
    const table = named.own('p1')?.table ?? '';
    expect(named.at(table).people['p1']?.name).toEqual({ text: 'Name of p1' });
    named.lead('setExposure', { to: 'L1' });
    expect(JSON.stringify(named.at(table))).not.toContain('Name of');
    expect(JSON.stringify(named.at(table).notes)).not.toContain('p1');
    expect(JSON.stringify(named.console().wall)).not.toContain('p1');
    expect(named.when(facilitator, 'setExposure', { to: 'L2' })).toEqual({ refused: 'exposure-only-falls' });
  });
});
