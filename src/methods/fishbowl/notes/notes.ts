import type { GenericSchema } from 'valibot';
import {
  STAFF,
  isRefusal,
  personal,
  type Actor,
  type Command,
  type Fact,
  type Facts,
  type Refusal
} from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { undoFacts } from '#kit/rules/outline/change-outline.ts';
import { outlineCommands } from '#kit/rules/outline/commands.ts';
import type { Events, NoteEvents } from '../events.ts';
import { outlineEvolve, type OutlineEvents, type OutlineFact } from '#kit/rules/outline/events.ts';
import { noteIn } from '#kit/rules/outline/notes.ts';
import type { NotePlace } from '#kit/rules/outline/views.ts';
import { refuse } from '../refuse.ts';
import { getOwn } from '#contract/get-own.ts';
import { isInvited, type SitterId, type State } from '../state.ts';
import { DISCUSSION } from './discussion-branch.ts';
import { SCRIBES } from '../channels.ts';

const outline = {
  who: [...STAFF, 'participant'] as const,
  notes: (state: State) => state.notes,
  said: (state: State, { branch }: NotePlace, facts: Facts) => ({
    ms: state.openedAt === null ? 0 : Math.max(0, facts.at - state.openedAt),
    turn: lastTurnOf(state, speakerOn(state, branch))
  })
};
/** Scribes, facilitators and helpers may do everything with notes. */
const scribing = outlineCommands<State>({
  ...outline,
  no: (state, { at }, by) => notAScribe(state, by) ?? unknownBranch(state, at)
});
/** A speaker may also correct the words of notes about themselves, but not their order. */
const editingWords = outlineCommands<State>({
  ...outline,
  no: (state, { note }, by) => (isNotedOf(state, note, by) ? null : notAScribe(state, by))
});

/**
 * Never `all`: with 500 people every letter would be sent to 500 phones. `board`, because it may be showing the notes.
 */
const seenBy = ({ of }: { of: string[] }) => ['console', 'board', SCRIBES, ...of.map(personal)];

export const notes = partOf<State, Events>()({
  commands: {
    addNote: withNotedPeople(scribing.addNote),
    write: withNotedPeople(editingWords.write),
    gather: withNotedPeople(editingWords.gather),
    moveNote: withNotedPeople(scribing.moveNote),
    removeNote: withNotedPeople(scribing.removeNote),
    restoreNote: withNotedPeople(scribing.restoreNote)
  },
  evolve: outlineEvolve<State>(({ notes }) => notes),
  touches: {
    NoteAdded: seenBy,
    NoteWritten: seenBy,
    NoteGathered: seenBy,
    NoteMoved: seenBy,
    NotesSpaced: seenBy,
    NoteRemoved: seenBy,
    NoteRestored: seenBy
  },
  takeBack: {
    NoteMoved: (before, { of, ...data }) => addNotedPeople(undoFacts(before.notes, [{ type: 'NoteMoved', data }]), of)
  }
});

export const addNotedPeople = (facts: readonly OutlineFact[], sitters: readonly SitterId[]): Fact<NoteEvents>[] =>
  facts.map((fact) => ({
    ...fact,
    data: { ...fact.data, of: sitters.filter((sitter) => !isInvited(sitter)) }
  })) as Fact<NoteEvents>[];

/** The speaker whose notes stand on this branch. */
export const speakerOn = ({ speakers }: State, branch: string): SitterId | null =>
  Object.keys(speakers).find((sitter) => speakers[sitter]?.branch === branch) ?? null;

function withNotedPeople<Schema extends GenericSchema>(
  command: Command<State, OutlineEvents, Schema>
): Command<State, NoteEvents, Schema> {
  const { undo } = command;
  return {
    who: command.who,
    input: command.input,
    decide(state, input, by, facts, roster) {
      const decided = command.decide(state, input, by, facts, roster);
      return isRefusal(decided) ? decided : addNotedPeople(decided, notedPeople(state, decided));
    },
    ...(typeof undo === 'function' && {
      undo: (before, input, done) => addNotedPeople(undo(before, input, done), notedPeople(before, done))
    })
  };
}

/** The speakers of all branches that these facts change. */
function notedPeople(state: State, facts: readonly OutlineFact[]): SitterId[] {
  const branches = facts.flatMap(({ type, data }) => {
    if (type === 'NotesSpaced') return Object.keys(data.orders).map((note) => noteIn(state.notes, note)?.branch);
    const now = noteIn(state.notes, data.note)?.branch;
    return 'branch' in data ? [now, data.branch] : [now];
  });
  return [...new Set(branches)].flatMap((branch) => (branch === undefined ? [] : (speakerOn(state, branch) ?? [])));
}

/** The speaker's turn that goes on, or else their last one. */
function lastTurnOf(state: State, sitter: SitterId | null): string | null {
  let last: string | null = null;
  for (const [id, turn] of Object.entries(state.turns))
    if (turn.sitter === sitter && turn.order > (getOwn(state.turns, last)?.order ?? 0)) last = id;
  return last;
}

const notAScribe = ({ scribes }: State, by: Actor): Refusal | null =>
  by.role !== 'participant' || (by.person !== null && Object.hasOwn(scribes, by.person))
    ? null
    : refuse('not-a-scribe');

const unknownBranch = (state: State, at: NotePlace | null): Refusal | null =>
  at === null || at.branch === DISCUSSION || speakerOn(state, at.branch) !== null ? null : refuse('branch-unknown');

const isNotedOf = (state: State, note: string, { person }: Actor): boolean =>
  person !== null && noteIn(state.notes, note)?.branch === getOwn(state.speakers, person)?.branch;
