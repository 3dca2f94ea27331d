import { commandOf, type Actor, type Facts, type Refusal, type Role, type Roster } from '#contract/method.ts';
import { outlineInputs } from './inputs.ts';
import { addNote, gather, moveNote, removeNote, restoreNote, undoFacts, write } from './change-outline.ts';
import type { OutlineEvents } from './events.ts';
import type { Outline } from './notes.ts';
import type { NotePlace } from './views.ts';

/** What a method tells about its outline to get the commands of `inputs.ts` for it. */
export type OutlineIn<State> = {
  who: readonly Role[];
  notes(state: State): Outline;
  /**
   * Why the actor may not do this to this note; null when they may. `at`: the new place, where a note is added or
   * moved.
   */
  no(state: State, asked: { note: string; at: NotePlace | null }, by: Actor, roster: Roster): Refusal | null;
  /** The time and the turn in which a new note was said. */
  said(state: State, at: NotePlace, facts: Facts): { ms: number; turn: string | null };
};

/** Only removing a note can be taken back: writing would fill the list of steps that facilitators can undo. */
export const outlineCommands = <State>({ who, notes, no, said }: OutlineIn<State>) => {
  const command = commandOf<State, OutlineEvents>();
  return {
    addNote: command({
      who,
      input: outlineInputs.addNote,
      decide: (state, asked, by, facts, roster) =>
        no(state, asked, by, roster) ??
        addNote(notes(state), asked, { ...said(state, asked.at, facts), by: by.person, own: {} })
    }),
    write: command({
      who,
      input: outlineInputs.write,
      decide: (state, asked, by, _facts, roster) =>
        no(state, { ...asked, at: null }, by, roster) ?? write(notes(state), asked, { by: by.person })
    }),
    gather: command({
      who,
      input: outlineInputs.gather,
      decide: (state, asked, by, _facts, roster) =>
        no(state, { ...asked, at: null }, by, roster) ?? gather(notes(state), asked, { by: by.person })
    }),
    moveNote: command({
      who,
      input: outlineInputs.moveNote,
      decide: (state, asked, by, _facts, roster) => no(state, asked, by, roster) ?? moveNote(notes(state), asked)
    }),
    removeNote: command({
      who,
      input: outlineInputs.removeNote,
      decide: (state, asked, by, _facts, roster) =>
        no(state, { ...asked, at: null }, by, roster) ?? removeNote(notes(state), asked),
      undo: (before, _asked, done) => undoFacts(notes(before), done)
    }),
    restoreNote: command({
      who,
      input: outlineInputs.restoreNote,
      decide: (state, asked, by, _facts, roster) =>
        no(state, { ...asked, at: null }, by, roster) ?? restoreNote(notes(state), asked)
    })
  };
};
