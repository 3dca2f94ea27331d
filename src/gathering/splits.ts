import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import { commandOf, LEADS, refuse } from '#contract/method.ts';
import { noteAddress } from '#contract/note-address.ts';
import { partOf } from '#contract/part.ts';
import { passage } from '#contract/typed-text.ts';
import { noteSchema, whyNotThere, whyNotWhole } from './corrections.ts';
import type { GatheringEvents } from './events.ts';
import { NOTE_LONGEST, SPLITS_AT_MOST } from './limits.ts';
import { notesInTheme, sortedAs, sortedNotes } from './sorted-notes.ts';
import { isSplit, wordingOf } from './split-notes.ts';
import type { GatheringState, Sorted } from './state.ts';

const command = commandOf<GatheringState, GatheringEvents>();
const words = passage(NOTE_LONGEST);

/** A note that holds two thoughts becomes two. The rule is HD9 of docs/desk.md. */
export const splits = partOf<GatheringState, GatheringEvents>()({
  commands: {
    /** The parts stand where the note stood; its own words are kept for the desk. */
    splitNote: command({
      who: LEADS,
      input: v.strictObject({ note: noteSchema, parts: v.strictTuple([words, words]) }),
      decide(state, { note, parts }, _by, facts) {
        const no = whyNotThere(note, facts) ?? whyNotWhole(state, note);
        if (no) return no;
        if (state.corrections[note]?.leftOut) return refuse('no-such-note');
        if (getOwn(sortedNotes(state).folded, note)) return refuse('stands-for-others');
        if (Object.keys(state.splits).length >= SPLITS_AT_MOST)
          return refuse('too-many-splits', { most: SPLITS_AT_MOST });
        const made = parts.map((text) => ({ id: noteAddress(note, facts.id()), text }));
        return [
          {
            type: 'NoteSplit',
            data: {
              note,
              of: wordingOf(facts.note?.(note)?.text ?? null),
              parts: Object.fromEntries(made.map(({ id, text }) => [id, text])),
              places: Object.fromEntries(made.map(({ id }, nth) => [id, placeOf(state, note, nth)]))
            }
          }
        ];
      },
      undo: true
    })
  },
  evolve: {
    NoteSplit(draft, { note, of, parts, places }) {
      const into = Object.keys(places);
      draft.splits[note] = { into, editions: draft.editions, of };
      for (const part of into) draft.parts[part] = { of: note, text: parts[part] ?? null };
      delete draft.sorted[note];
      Object.assign(draft.sorted, places);
      draft.placed = Math.max(draft.placed, ...Object.values(places).map(({ order }) => order));
    },
    NoteWhole(draft, { note, place }) {
      const { into } = getOwn(draft.splits, note) ?? { into: [] };
      if (isKept(draft, note)) return;
      delete draft.splits[note];
      for (const part of into) delete draft.sorted[part];
      draft.sorted[note] = place;
    }
  },
  touches: {
    NoteSplit: () => ['console'],
    NoteWhole: () => ['console']
  },
  takeBack: {
    NoteSplit: (before, { note }) => [{ type: 'NoteWhole', data: { note, place: { ...sortedAs(before, note) } } }],
    NoteWhole: () => []
  }
});

/**
 * An undo would lose the address of a part that is published, and bring back words that somebody took back, struck out
 * or mended since.
 */
function isKept(state: GatheringState, note: string): boolean {
  const split = getOwn(state.splits, note);
  return (
    !split || state.editions > split.editions || split.into.some((part) => isSplit(state, part) || isCorrected(part))
  );

  function isCorrected(part: string): boolean {
    const correction = getOwn(state.corrections, part);
    if (!correction) return false;
    const { text, struckOut, leftOut, disputes, endorsed } = correction;
    return (
      text !== null || struckOut || leftOut !== null || [disputes, endorsed].some((by) => Object.keys(by).length > 0)
    );
  }
}

/** Where the note stood, one after the other; of a folded one, beside the note that stands for it. */
function placeOf(state: GatheringState, note: string, nth: number): Sorted {
  const { theme, order, under } = sortedAs(state, note);
  if (under !== null) return { theme: sortedAs(state, under).theme, order: state.placed + nth + 1, under: null };
  if (nth === 0 || theme === null) return { theme, order, under: null };
  const line = notesInTheme(state, theme);
  const next = line[line.indexOf(note) + 1];
  return {
    theme,
    order: next === undefined ? state.placed + 1 : (order + sortedAs(state, next).order) / 2,
    under: null
  };
}
