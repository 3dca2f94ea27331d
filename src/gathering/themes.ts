import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import { madeId } from '#contract/made-id.ts';
import { commandOf, LEADS, refuse, type Fact, type Facts, type Refusal } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { passage, text } from '#contract/typed-text.ts';
import { isRead, noteSchema, whyNotThere, whyNotWhole } from './corrections.ts';
import type { GatheringEvents } from './events.ts';
import { becomesFormer, isStruck } from './former-words.ts';
import { inOrder, notesInTheme, sortedAs, sortedNotes } from './sorted-notes.ts';
import { isSplit } from './split-notes.ts';
import { SUMMARIES_AT_MOST, SUMMARY_LONGEST, THEME_LONGEST, THEMES_AT_MOST } from './limits.ts';
import type { GatheringState, Sorted } from './state.ts';

const command = commandOf<GatheringState, GatheringEvents>();
const notes = v.pipe(v.array(noteSchema), v.minLength(1), v.maxLength(500));
const theme = madeId;
/** It becomes the key of a record, whose prototype it must not be taken for. */
export const place = v.pipe(v.string(), v.regex(/^(?!__proto__$)[\w-]{1,80}(?:\/[\w-]{1,80})?$/));
const upOrDown = v.picklist([-1, 1]);

/**
 * How those who lead put the harvest in order, while the gathering goes on and once it has closed. The rules are HD1 …
 * HD12 of docs/desk.md. Each press moves only the notes it names, so that two people sort at once.
 */
export const themes = partOf<GatheringState, GatheringEvents>()({
  commands: {
    /** A theme that does not exist yet is made; null: out of all themes. */
    putNotes: command({
      who: LEADS,
      input: v.strictObject({ notes, theme: v.nullable(theme) }),
      decide(state, { notes, theme }, _by, facts) {
        const no = whyNot(state, notes, facts);
        if (no) return no;
        if (theme !== null && !getOwn(state.themes, theme) && inOrder(state).length >= THEMES_AT_MOST)
          return refuse('too-many-themes', { most: THEMES_AT_MOST });
        const moved = notes.filter((note) => sortedAs(state, note).theme !== theme || sortedAs(state, note).under);
        return sorted(moved, (_note, nth) => ({ theme, order: state.placed + nth + 1, under: null }));
      },
      undo: true
    }),
    /** They say the same as `into`, which stands for them. Nothing is lost: they stay under it. */
    foldNotes: command({
      who: LEADS,
      input: v.strictObject({ notes, into: noteSchema }),
      decide(state, { notes, into }, _by, facts) {
        const no = whyNot(state, [...notes, into], facts);
        if (no) return no;
        const top = standsUnder(state, into, facts) ?? into;
        const under = sortedNotes(state).folded;
        const all = new Set(notes.flatMap((note) => [note, ...(getOwn(under, note) ?? [])]));
        const folded = [...all].filter((note) => note !== top && sortedAs(state, note).under !== top);
        if (folded.length === 0) return refuse('same-note');
        const freed = sortedAs(state, top).under === null ? [] : [top];
        return sorted([...freed, ...folded], (note) => ({
          ...sortedAs(state, note),
          under: note === top ? null : top
        }));
      },
      undo: true
    }),
    /** It stands for itself again, beside the note that stood for it. */
    unfoldNote: command({
      who: LEADS,
      input: v.strictObject({ note: noteSchema }),
      decide(state, { note }, _by, facts) {
        const no = whyNot(state, [note], facts);
        const { under } = sortedAs(state, note);
        if (no || under === null) return no ?? [];
        const { theme } = sortedAs(state, under);
        return sorted([note], () => ({ theme, order: state.placed + 1, under: null }));
      },
      undo: true
    }),
    moveNote: command({
      who: LEADS,
      input: v.strictObject({ note: noteSchema, by: upOrDown }),
      decide(state, { note, by }, _by, facts) {
        const no = whyNot(state, [note], facts);
        if (no) return no;
        const { theme } = sortedAs(state, note);
        if (theme === null) return refuse('not-in-a-theme');
        // Past one that nobody sees the press would do nothing.
        const line = notesInTheme(state, theme).filter((each) => isRead(state, each, facts));
        const other = line[line.indexOf(note) + by];
        if (!line.includes(note) || other === undefined) return [];
        return sorted([note, other], (each) => ({
          ...sortedAs(state, each),
          order: sortedAs(state, each === note ? other : note).order
        }));
      },
      undo: true
    }),
    nameTheme: command({
      who: LEADS,
      input: v.strictObject({ theme, name: v.nullable(text(THEME_LONGEST)) }),
      decide: (state, { theme, name }) =>
        getOwn(state.themes, theme) ? [{ type: 'ThemeNamed', data: { theme, name } }] : refuse('no-such-theme'),
      undo: true
    }),
    joinThemes: command({
      who: LEADS,
      input: v.strictObject({ from: theme, into: theme }),
      decide(state, { from, into }) {
        const [one, other] = [getOwn(state.themes, from), getOwn(state.themes, into)];
        if (!one || !other) return refuse('no-such-theme');
        if (from === into) return refuse('same-theme');
        const moved = sorted(notesInTheme(state, from), (note, nth) => ({
          ...sortedAs(state, note),
          theme: into,
          order: state.placed + nth + 1
        }));
        const unnamed: Fact<GatheringEvents>[] = [{ type: 'ThemeNamed', data: { theme: from, name: null } }];
        const named: Fact<GatheringEvents>[] =
          other.name === null && one.name !== null
            ? [{ type: 'ThemeNamed', data: { theme: into, name: one.name } }]
            : [];
        return [...moved, ...named, ...unnamed];
      },
      undo: true
    }),
    moveTheme: command({
      who: LEADS,
      input: v.strictObject({ theme, by: upOrDown }),
      decide(state, { theme, by }) {
        const line = inOrder(state);
        const [at, to] = [line.indexOf(theme), line.indexOf(theme) + by];
        if (at < 0) return refuse('no-such-theme');
        const [one, other] = [theme, line[to]];
        if (other === undefined) return [];
        const orderOf = (theme: string) => getOwn(state.themes, theme)?.order ?? 0;
        return [{ type: 'ThemesOrdered', data: { orders: { [one]: orderOf(other), [other]: orderOf(one) } } }];
      },
      undo: true
    }),
    /** `place`: a block, `block/branch` or `themes/theme`. Null: none. */
    summarize: command({
      who: LEADS,
      input: v.strictObject({ place, text: v.nullable(passage(SUMMARY_LONGEST)) }),
      decide(state, { place, text }) {
        const before = getOwn(state.summaries, place);
        const no = text === null ? null : whyNoPlace(state, place);
        if (no) return no;
        if (text === null && before === undefined) return [];
        const isMore = before === undefined && Object.keys(state.summaries).length >= SUMMARIES_AT_MOST;
        return isMore
          ? refuse('too-many-summaries', { most: SUMMARIES_AT_MOST })
          : [{ type: 'Summarized', data: { place, text } }];
      },
      undo: true
    })
  },
  evolve: {
    NotesSorted(draft, { places }) {
      for (const [note, to] of Object.entries(places)) {
        // It was split since its step was taken, and this takes that step back.
        if (isSplit(draft, note)) continue;
        draft.sorted[note] = to;
        draft.placed = Math.max(draft.placed, to.order);
        if (to.theme !== null) draft.themes[to.theme] ??= { name: null, order: Object.keys(draft.themes).length + 1 };
      }
    },
    ThemeNamed(draft, { theme, name }) {
      const found = getOwn(draft.themes, theme);
      if (!found || isStruck(draft, name)) return;
      becomesFormer(draft, found.name);
      found.name = name;
    },
    ThemesOrdered({ themes }, { orders }) {
      for (const [theme, order] of Object.entries(orders)) Object.assign(getOwn(themes, theme) ?? {}, { order });
    },
    Summarized(draft, { place, text }) {
      const { summaries } = draft;
      if (isStruck(draft, text)) return;
      becomesFormer(draft, getOwn(summaries, place));
      if (text === null) delete summaries[place];
      else summaries[place] = text;
    }
  },
  touches: {
    NotesSorted: () => ['console'],
    ThemeNamed: () => ['console'],
    ThemesOrdered: () => ['console'],
    Summarized: () => ['console']
  },
  takeBack: {
    NotesSorted: (before, { places }) => sorted(Object.keys(places), (note) => sortedAs(before, note)),
    ThemeNamed: ({ themes }, { theme }) => [
      { type: 'ThemeNamed', data: { theme, name: getOwn(themes, theme)?.name ?? null } }
    ],
    ThemesOrdered: ({ themes }, { orders }) => [
      {
        type: 'ThemesOrdered',
        data: {
          orders: Object.fromEntries(Object.keys(orders).map((theme) => [theme, getOwn(themes, theme)?.order ?? 0]))
        }
      }
    ],
    Summarized: ({ summaries }, { place }) => [
      { type: 'Summarized', data: { place, text: getOwn(summaries, place) ?? null } }
    ]
  }
});

const sorted = (notes: readonly string[], to: (note: string, nth: number) => Sorted): Fact<GatheringEvents>[] =>
  notes.length === 0
    ? []
    : [
        {
          type: 'NotesSorted',
          data: { places: Object.fromEntries(notes.map((note, nth) => [note, { ...to(note, nth) }])) }
        }
      ];

/** Also of the block of all themes. */
export const isOfTheme = (place: string): boolean => place.split('/')[0] === 'themes';

/** The blocks of a harvest are named by their methods: a text about one that is not there is printed nowhere. */
function whyNoPlace(state: GatheringState, place: string): Refusal | null {
  const [, branch = null] = place.split('/');
  return !isOfTheme(place) || branch === null || getOwn(state.themes, branch) ? null : refuse('no-such-theme');
}

/** What stands under a note that is not read stands for itself again. */
function standsUnder(state: GatheringState, note: string, facts: Facts): string | null {
  const { under } = sortedAs(state, note);
  return under !== null && isRead(state, under, facts) ? under : null;
}

/** The first reason against any of these notes. */
const whyNot = (state: GatheringState, notes: readonly string[], facts: Facts): Refusal | null =>
  notes.map((note) => whyNotThere(note, facts)).find((no) => no !== null) ??
  notes.map((note) => whyNotWhole(state, note)).find((no) => no !== null) ??
  null;
