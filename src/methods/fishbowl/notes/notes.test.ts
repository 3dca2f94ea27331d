import { expect, test } from 'vitest';
import { helper, phone, facilitator } from '#contract/testing/given.ts';
import type { Actor } from '#contract/method.ts';
import { circle, comesIn, minutes, opened } from '../testing/meeting.ts';
import { DISCUSSION } from './discussion-branch.ts';

let count = 0;
const noteId = () => (count += 1).toString(36).padStart(16, 'n');

/** Writes a note on the branch of a speaker, or on that of the discussion. */
function notes(room: ReturnType<typeof circle>, of: string, words: string, more: { parent?: string; by?: Actor } = {}) {
  const note = noteId();
  const branch = of === DISCUSSION ? of : (room.state.speakers[of]?.branch ?? 'nobody');
  const at = { branch, parent: more.parent ?? null, after: null };
  const decision = room.when(more.by ?? helper, 'addNote', { note, at, piece: words });
  return { note, decision };
}

test('FB22 scribes write, and participants who were not made scribes do not', () => {
  const room = opened();
  comesIn(room, 'ana');
  expect(notes(room, 'ana', 'Open value', { by: phone('bo') }).decision).toEqual({ refused: 'not-a-scribe' });
  room.lead('makeScribe', { person: 'bo', on: true });
  expect(notes(room, 'ana', 'Open value', { by: phone('bo') }).decision).toMatchObject([{ type: 'NoteAdded' }]);
  expect(room.own('bo')).toMatchObject({ scribe: true });
  expect(Object.values(room.scribes().outline.notes)).toMatchObject([{ body: { writing: ['Open value'] } }]);
  room.lead('makeScribe', { person: 'bo', on: false });
  expect(notes(room, 'ana', 'More', { by: phone('bo') }).decision).toEqual({ refused: 'not-a-scribe' });
  expect(notes(room, 'dana', 'Never sat').decision).toEqual({ refused: 'branch-unknown' });
});

test('FB22 a new note is offered the branch of whoever tapped last or sat down last, and carries its time', () => {
  const room = opened();
  room.later(minutes(1));
  comesIn(room, 'ana', 'bo');
  room.lead('makeScribe', { person: 'dana', on: true });
  const branchOf = (person: string) => room.state.speakers[person]?.branch;
  expect(room.scribes().outline.holds).toBe(branchOf('bo'));
  room.help('beginTalk', { chair: room.chair(1) });
  expect(room.scribes().outline.holds).toBe(branchOf('ana'));
  room.later(minutes(2));
  const { note } = notes(room, 'ana', 'Open value');
  expect(room.scribes().outline.notes[note]).toMatchObject({ ms: minutes(3) });
  room.by('ana', 'stepOut');
  room.by('bo', 'stepOut');
  expect(room.scribes().outline.holds).toBeNull();
});

test('FB22 no note reaches the phones of those who neither write nor are written of', () => {
  const room = opened();
  comesIn(room, 'ana');
  const before = JSON.stringify([room.all(), room.board(), room.own('bo')]);
  notes(room, 'ana', 'Open value');
  expect(JSON.stringify([room.all(), room.board(), room.own('bo')])).toBe(before);
  room.lead('showNotes', { on: true });
  expect(Object.keys(room.board().notes?.notes ?? {})).toHaveLength(1);
});

test('FB23 people mend what was noted of them, in its words and not in its order, also after they left their chair', () => {
  const room = opened();
  comesIn(room, 'ana', 'bo');
  const { note } = notes(room, 'ana', 'Open valleys');
  room.by('ana', 'stepOut');
  expect(room.own('ana')?.said).toMatchObject({ [note]: { body: { writing: ['Open valleys'] } } });
  expect(room.by('ana', 'write', { note, piece: 'value, I said' })).toMatchObject([{ type: 'NoteWritten' }]);
  expect(room.by('bo', 'write', { note, piece: 'nonsense' })).toEqual({ refused: 'not-a-scribe' });
  expect(room.by('ana', 'removeNote', { note })).toEqual({ refused: 'not-a-scribe' });
  expect(room.own('bo')?.said).toEqual({});
});

test('FB24 the wrong person was seated: the turn is corrected, and its notes follow with everything under them', () => {
  const room = opened();
  comesIn(room, 'ana', 'bo');
  const first = notes(room, 'bo', 'Open value');
  const second = notes(room, 'bo', 'peer reviewed', { parent: first.note });
  notes(room, 'ana', 'Mutual aid');
  room.help('correctTurn', { turn: room.turnOf('bo'), person: 'dana' });
  expect(room.ring()).toEqual(['ana', 'dana', null]);
  expect(Object.keys(room.own('dana')?.said ?? {})).toEqual([first.note, second.note]);
  expect(room.own('dana')?.said[second.note]).toMatchObject({ parent: first.note });
  expect(room.own('bo')).toBeNull();
  expect(room.console().airtime.people).toMatchObject({ dana: { turns: 1, number: 2 } });
  room.ask('bo');
  expect(Object.values(room.console().line)).toMatchObject([{ person: 'bo', first: true }]);
});

test('FB24 notes of other turns stay where they are', () => {
  const room = opened();
  comesIn(room, 'ana');
  const early = notes(room, 'ana', 'Mine');
  room.by('ana', 'stepOut');
  comesIn(room, 'ana', 'bo');
  const late = notes(room, 'ana', 'In truth of Bo');
  room.by('bo', 'stepOut');
  room.help('correctTurn', { turn: room.turnOf('ana'), person: 'bo' });
  expect(Object.keys(room.own('ana')?.said ?? {})).toEqual([early.note]);
  expect(Object.keys(room.own('bo')?.said ?? {})).toEqual([late.note]);
  expect(room.ring()).toEqual(['bo', null, null]);
});

test('FB24 somebody invited turns out to be a person', () => {
  const room = circle({ form: 'unpanel', invited: ['Guest 1', 'Guest 2'] });
  room.turnTo('starters');
  const { note } = notes(room, 'invited:1', 'Open value');
  const turn = room.state.chairs[room.chair(1)]?.turn;
  room.help('correctTurn', { turn, person: 'ana' });
  expect(room.ring()).toEqual(['ana', 'invited:2', null]);
  expect(room.console().invited['invited:1']).toMatchObject({ person: 'ana', seated: true, sat: true });
  expect(room.own('ana')?.said).toHaveProperty(note);
  expect(room.help('correctTurn', { turn, invited: 'invited:2' })).toEqual({ refused: 'already-in-the-bowl' });
  expect(room.help('correctTurn', { turn: 'gone', person: 'bo' })).toEqual({ refused: 'turn-unknown' });
});

test('FB24 a correction is taken back with its notes', () => {
  const room = opened();
  comesIn(room, 'ana', 'bo');
  notes(room, 'bo', 'Open value');
  room.ask('dana');
  room.by('dana', 'letPass');
  const before = room.console();
  room.when(facilitator, 'correctTurn', { turn: room.turnOf('bo'), person: 'dana' });
  room.undo();
  expect(room.console()).toEqual(before);
});

test('FB25 at L1 speakers have numbers, and no name leaves for a wall, a phone or a scribe', () => {
  const room = opened({ exposure: 'L1', seats: 2 });
  comesIn(room, 'ana', 'bo');
  for (const person of ['chidi', 'dana']) room.ask(person);
  room.by('ana', 'stepOut');
  notes(room, 'ana', 'Open value');
  room.lead('showNotes', { on: true });
  room.lead('makeScribe', { person: 'eli', on: true });
  const seen = JSON.stringify([room.all(), room.board(), room.scribes()]);
  for (const word of ['Ana', 'Bo', 'Chidi', 'Dana', '"ana"', '"bo"', '"chidi"', '"dana"'])
    expect(seen).not.toContain(word);
  expect(room.board().chairs[room.chair(2)]?.sitter).toMatchObject({ name: null, number: 2 });
  expect(room.console().turns[room.turnOf('bo')]?.sitter.name).toEqual({ text: 'Bo' });
});

test('FB25 exposure is chosen before it is opened, and then only falls', () => {
  const room = circle({ exposure: 'L1' });
  room.lead('setExposure', { to: 'L3' });
  room.turnTo('bowl');
  room.lead('setExposure', { to: 'L2' });
  expect(room.lead('setExposure', { to: 'L3' })).toEqual({ refused: 'exposure-only-falls' });
  expect(room.lead('setExposure', { to: 'L2' })).toEqual({ refused: 'already-so' });
});

test('FB25 people agree for themselves to be named; helpers say so for those without a phone', () => {
  const room = circle({ exposure: 'L3', invited: ['Guest 1'] });
  room.by('ana', 'consent', { named: true });
  room.help('consent', { for: 'gus', named: true });
  room.help('consent', { for: 'invited:1', named: true });
  expect(room.help('consent', { for: 'bo', named: true })).toEqual({ refused: 'theirs-to-agree' });
  expect(room.by('bo', 'consent', { for: 'ana', named: false })).toEqual({ refused: 'theirs-to-agree' });
  expect(Object.keys(room.state.named)).toEqual(['ana', 'gus', 'invited:1']);
  expect(circle().by('ana', 'consent', { named: true })).toEqual({ refused: 'not-at-this-exposure' });
});
