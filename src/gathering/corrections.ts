import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import {
  commandOf,
  isLead,
  LEADS,
  refuse,
  STAFF,
  type Actor,
  type Fact,
  type Facts,
  type Refusal
} from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { passage } from '#contract/typed-text.ts';
import { WHY_LEFT_OUT, type WhyLeftOut } from '#contract/why-left-out.ts';
import type { GatheringEvents } from './events.ts';
import { NOTE_LONGEST, REMADE_AT_MOST } from './limits.ts';
import { correctableUntil } from './periods.ts';
import { publishAnew } from './publish-anew.ts';
import { isSplit, madeOf, readAs, wordingOf } from './split-notes.ts';
import type { Correction, GatheringState, Objection } from './state.ts';

const command = commandOf<GatheringState, GatheringEvents>();
/** The address of a note. */
export const noteSchema = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,40}$/));
const note = noteSchema;

/**
 * What is corrected of the notes once the gathering has closed: the rules are CO1 … CO6 of docs/corrections.md. Those who
 * lead leave notes out before that, too (HD12).
 */
export const corrections = partOf<GatheringState, GatheringEvents>()({
  commands: {
    mendNote: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ note, text: passage(NOTE_LONGEST) }),
      decide: (state, { note, text }, by, facts) =>
        whyNotMended(state, note, by, facts) ??
        (isStruck(state, note) && !isLead(by.role)
          ? refuse('struck-out')
          : [{ type: 'NoteMended', data: { note, text, by: mendsAs(note, by, facts) } }]),
      undo({ corrections }, { note }) {
        const { text = null, mendedBy = 'team' } = corrections[note] ?? {};
        return [{ type: 'NoteMended', data: { note, text, by: mendedBy } }];
      }
    }),
    /** As it was written. */
    unmendNote: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ note }),
      decide(state, { note }, by, facts) {
        const no = whyNotMended(state, note, by, facts);
        if (no) return no;
        if (isStruck(state, note) && !isLead(by.role)) return refuse('struck-out');
        if (isStruck(state, note) && state.editions > 0) return refuse('gone-for-good');
        return state.corrections[note]?.text
          ? [{ type: 'NoteMended', data: { note, text: null, by: mendsAs(note, by, facts) } }]
          : [];
      },
      undo({ corrections }, { note }) {
        const { text = null, mendedBy = 'team', struckOut = false } = corrections[note] ?? {};
        return [
          struckOut
            ? { type: 'NoteStruckOut', data: { note, text, on: true } }
            : { type: 'NoteMended', data: { note, text, by: mendedBy } }
        ];
      }
    }),
    /** HD8: `text` is the note without the words that were struck out. */
    strikeOut: command({
      who: LEADS,
      input: v.strictObject({ note, text: passage(NOTE_LONGEST) }),
      decide: (state, { note, text }, by, facts) =>
        whyNotMended(state, note, by, facts) ?? [{ type: 'NoteStruckOut', data: { note, text, on: true } }],
      undo({ corrections, editions }, { note }) {
        const { text = null, struckOut = false } = corrections[note] ?? {};
        return editions > 0 ? [] : [{ type: 'NoteStruckOut', data: { note, text, on: struckOut } }];
      }
    }),
    leaveOutNote: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ note, why: v.optional(v.nullable(v.picklist(WHY_LEFT_OUT)), null) }),
      decide(state, { note, why }, by, facts) {
        const no = whyNotOwn(state, note, by, facts);
        if (no) return no;
        const who = isLead(by.role) ? 'team' : 'author';
        if (why !== null && who !== 'team') return refuse('not-yours-to-do');
        return readAs(state, note).some((each) => goesOut(state, each, who) || hasOtherReason(state, each, who, why))
          ? [{ type: 'NoteLeftOut', data: { note, by: who, why } }]
          : [];
      },
      undo: (state, { note }) =>
        readAs(state, note).flatMap((each): Fact<GatheringEvents>[] => {
          const before = state.corrections[each]?.leftOut;
          if (before?.by === 'team')
            return [{ type: 'NoteLeftOut', data: { note: each, by: 'team', why: before.why } }];
          return before || state.editions > 0 ? [] : [{ type: 'NoteKept', data: { note: each, leftOutBy: 'team' } }];
        })
    }),
    keepNote: command({
      who: ['participant', ...STAFF],
      input: v.strictObject({ note }),
      decide(state, { note }, by, facts) {
        const no = whyNotOwn(state, note, by, facts) ?? whyNotNow(state, by, facts) ?? whyNotWhole(state, note);
        if (no) return no;
        const who = leftOut(state, note);
        if (!who) return [];
        // Those who lead do not overrule a person who took their own words back.
        if (who === 'author' && isLead(by.role)) return refuse('taken-back-by-author');
        return state.editions > 0 ? refuse('gone-for-good') : [{ type: 'NoteKept', data: { note, leftOutBy: who } }];
      },
      undo: (state, { note }) => {
        const { by, why } = state.corrections[note]?.leftOut ?? {};
        return by ? [{ type: 'NoteLeftOut', data: { note, by, why: why ?? null } }] : [];
      }
    }),
    disputeNote: command({
      who: ['participant'],
      /** Null takes it back. */
      input: v.strictObject({ note, why: v.nullable(passage(NOTE_LONGEST)) }),
      decide(state, { note, why }, by, facts) {
        const no =
          whyNotClosed(state) ?? whyNotThere(note, facts) ?? (why === null ? null : whyNotNow(state, by, facts));
        if (no || by.person === null) return no ?? refuse('person-unknown');
        const { person } = by;
        const before = alsoOf(state, note).some((each) =>
          Object.hasOwn(state.corrections[each]?.disputes ?? {}, person)
        );
        return why === null && !before ? [] : [{ type: 'NoteDisputed', data: { note, person, why } }];
      }
    }),
    leaveOutObjection: command({
      who: LEADS,
      /** Its mark, as the console shows it. */
      input: v.strictObject({ note, objection: v.pipe(v.string(), v.maxLength(64)), why: v.picklist(WHY_LEFT_OUT) }),
      decide(state, { note, objection, why }, _by, facts) {
        const no = whyNotThere(note, facts);
        if (no) return no;
        const [said] = objectionsMarked(state, note, objection);
        // Where it was taken back or said anew meanwhile, those words are gone already.
        return !said || said.leftOut
          ? []
          : [{ type: 'ObjectionLeftOut', data: { note: said.note, person: said.person, why } }];
      },
      undo: (state, { note, objection }) =>
        (state.editions > 0 ? [] : objectionsMarked(state, note, objection)).map(({ note, person, leftOut }) => ({
          type: 'ObjectionLeftOut',
          data: { note, person, why: leftOut }
        }))
    }),
    endorseNote: command({
      who: ['participant'],
      input: v.strictObject({ note, on: v.boolean() }),
      decide(state, { note, on }, by, facts) {
        const no = whyNotClosed(state) ?? whyNotThere(note, facts) ?? whyNotNow(state, by, facts);
        if (no || by.person === null) return no ?? refuse('person-unknown');
        const { person } = by;
        const is = alsoOf(state, note).some((each) => Object.hasOwn(state.corrections[each]?.endorsed ?? {}, person));
        return is === on ? [] : [{ type: 'NoteEndorsed', data: { note, person, on } }];
      }
    })
  },
  evolve: {
    NoteMended(draft, { note, text, by }) {
      const correction = corrected(draft, note);
      const isBack = text === null || correction.wordings.some((wording) => wording.text === text.text);
      // What was struck out is forgotten once it is public: an undo would bring back a note without words.
      if (isBack && correction.struckOut && draft.editions > 0) return;
      Object.assign(correction, { text, mendedBy: by });
      if (text === null) correction.struckOut = false;
      else correction.wordings.push(text);
    },
    NoteStruckOut(draft, { note, text, on }, at) {
      const correction = corrected(draft, note);
      Object.assign(correction, { text, struckOut: on });
      if (text && on) correction.wordings.push(text);
      if (on) publishAnew(draft, at);
    },
    NoteLeftOut(draft, { note, by, why }, at) {
      const going = readAs(draft, note).filter(
        (each) => goesOut(draft, each, by) || hasOtherReason(draft, each, by, why)
      );
      const isNews = going.some((each) => !leftOut(draft, each));
      for (const each of going)
        corrected(draft, each).leftOut = { by, at: draft.corrections[each]?.leftOut?.at ?? at, why };
      if (isNews) publishAnew(draft, at);
    },
    NoteKept(draft, { note, leftOutBy }) {
      if (draft.editions === 0 && leftOut(draft, note) === leftOutBy) corrected(draft, note).leftOut = null;
    },
    NoteDisputed(draft, { note, person, why }, at) {
      const going = alsoOf(draft, note).flatMap((each) => {
        const said = objectionOf(draft, each, person);
        const goes = why === null || each === note || isSaidAnew(draft, each, note, person);
        if (!said || !goes) return [];
        delete draft.corrections[each]?.disputes[person];
        return [said];
      });
      const { editions } = draft;
      if (why) corrected(draft, note).disputes[person] = { why, editions, leftOut: null };
      draft.takenBack.push(...going.map(({ why }) => why));
      const before = getOwn(draft.remade, person) ?? 0;
      // Whoever words it anew over and over would make one edition after the other.
      if (before >= REMADE_AT_MOST || going.every((said) => said.editions === editions)) return;
      draft.remade[person] = before + 1;
      publishAnew(draft, at);
    },
    ObjectionLeftOut(draft, { note, person, why }, at) {
      const said = objectionOf(draft, note, person);
      // What is public is forgotten: nothing would come back.
      if (!said || (why === null && draft.editions > 0)) return;
      said.leftOut = why;
      if (why !== null) publishAnew(draft, at);
    },
    NoteEndorsed(draft, { note, person, on }) {
      if (on) corrected(draft, note).endorsed[person] = true;
      else for (const each of alsoOf(draft, note)) delete draft.corrections[each]?.endorsed[person];
    }
  },
  touches: {
    NoteMended: () => ['console'],
    NoteStruckOut: () => ['console'],
    NoteLeftOut: () => ['console'],
    NoteKept: () => ['console'],
    NoteDisputed: () => ['console'],
    ObjectionLeftOut: () => ['console'],
    NoteEndorsed: () => ['console']
  }
});

function corrected(draft: GatheringState, note: string): Correction {
  return (draft.corrections[note] ??= {
    text: null,
    mendedBy: 'team',
    wordings: [],
    struckOut: false,
    leftOut: null,
    disputes: {},
    endorsed: {}
  });
}

/** What is said of a note holds for its parts, too, and is taken back there. */
const alsoOf = (state: GatheringState, note: string): string[] => [note, ...madeOf(state, note)];

const objectionOf = ({ corrections }: GatheringState, note: string, person: string): Objection | undefined =>
  getOwn(getOwn(corrections, note)?.disputes ?? {}, person);

/** By the mark of its words, also where it was said of the note before it was split. */
const objectionsMarked = (state: GatheringState, note: string, mark: string) =>
  alsoOf(state, note).flatMap((each) =>
    Object.entries(getOwn(state.corrections, each)?.disputes ?? {}).flatMap(([person, { why, leftOut }]) =>
      wordingOf(why) === mark ? [{ note: each, person, leftOut }] : []
    )
  );

/** Whether a person objects in other words to each part of a note that was split, now that they do to this one. */
const isSaidAnew = (state: GatheringState, whole: string, now: string, person: string): boolean =>
  readAs(state, whole).every((part) => {
    const path = alsoOf(state, part);
    const nearer = path.slice(0, path.indexOf(whole));
    return nearer.some((each) => each === now || objectionOf(state, each, person) !== undefined);
  });

/** A note that was split is not read any more: its parts are mended, struck out and brought back. */
export const whyNotWhole = (state: GatheringState, note: string): Refusal | null =>
  isSplit(state, note) ? refuse('note-split') : null;

const leftOut = ({ corrections }: GatheringState, note: string) => corrections[note]?.leftOut?.by ?? null;

/** What the team left out its writer may take back as well: then the team cannot bring it back any more (CO5). */
function goesOut(state: GatheringState, note: string, by: 'author' | 'team'): boolean {
  const who = leftOut(state, note);
  return who === null || (who === 'team' && by === 'author');
}

/** Those who lead think again about why, or say it later. */
const hasOtherReason = (
  { corrections }: GatheringState,
  note: string,
  by: 'author' | 'team',
  why: WhyLeftOut | null
): boolean => {
  const before = corrections[note]?.leftOut;
  return by === 'team' && before?.by === 'team' && before.why !== why;
};

/** HD12: what waits in the room is not there, and nobody learns from the refusal that it waits. */
export const whyNotThere = (note: string, facts: Facts): Refusal | null =>
  facts.note?.(note) === undefined ? refuse('no-such-note') : null;

/** Whether the desk shows it. */
export const isRead = (state: GatheringState, note: string, facts: Facts): boolean =>
  whyNotThere(note, facts) === null && leftOut(state, note) === null;

const whyNotClosed = ({ phase }: GatheringState): Refusal | null =>
  phase === 'closed' ? null : refuse('correct-after-closing');

/**
 * CO2: those who wrote it, those who lead, and helpers for what was typed for people without a phone. While the meeting
 * goes on, people take back what they wrote where they wrote it.
 */
function whyNotOwn(state: GatheringState, note: string, { role, person }: Actor, facts: Facts): Refusal | null {
  const no = (isLead(role) ? null : whyNotClosed(state)) ?? whyNotThere(note, facts);
  if (no || isLead(role)) return no;
  const writer = writerOf(note, facts);
  const isTheirs = role === 'helper' ? writer === null || state.people[writer]?.via === 'walk-in' : writer === person;
  return isTheirs ? null : refuse('not-your-note');
}

/** HD12: a mending would stand before what its writer goes on to change where the note was written. */
const whyNotMended = (state: GatheringState, note: string, by: Actor, facts: Facts): Refusal | null =>
  whyNotClosed(state) ?? whyNotOwn(state, note, by, facts) ?? whyNotNow(state, by, facts) ?? whyNotWhole(state, note);

/** A helper types for the person who wrote it; an unsigned sheet is nobody's in particular. */
const mendsAs = (note: string, { role }: Actor, facts: Facts): 'author' | 'team' =>
  isLead(role) || writerOf(note, facts) === null ? 'team' : 'author';

const writerOf = (note: string, facts: Facts): string | null => facts.note?.(note)?.writer() ?? null;

/** HD8: nobody but those who lead writes again what they struck out. */
const isStruck = ({ corrections }: GatheringState, note: string) => corrections[note]?.struckOut === true;

function whyNotNow(state: GatheringState, { role }: Actor, facts: Facts): Refusal | null {
  const until = correctableUntil(state);
  return isLead(role) || (until !== null && facts.at <= until) ? null : refuse('corrections-ended');
}
