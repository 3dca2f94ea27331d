import { sortedAs, sortedNotes } from '#gathering/sorted-notes.ts';
import type { DeskNote } from '#server/edition-api.ts';
import { sorting as words } from '#words/index.ts';
import { titleOf, type GatheringSeen } from '../../steps.ts';
import { correctionOf, keptNotes, looseAmong, themesOf } from './desk-cards.ts';

/** Which notes are in sight; an empty string: all of them. */
export type Filter = { theme: string; activity: string; question: string; table: string; kind: string };
export const ALL: Filter = { theme: '', activity: '', question: '', table: '', kind: '' };

type Is = (note: DeskNote, gathering: GatheringSeen) => boolean;
const KINDS: Record<keyof typeof words.kinds, Is> = {
  words: ({ words, isReason }) => words !== null && !isReason,
  photos: ({ photo }) => photo !== null,
  reasons: ({ isReason }) => isReason,
  mended: ({ note }, gathering) => (correctionOf(gathering, note)?.text ?? null) !== null,
  disputed: ({ note }, gathering) => (correctionOf(gathering, note)?.disputes.length ?? 0) > 0,
  endorsed: ({ note }, gathering) => (correctionOf(gathering, note)?.endorsed ?? 0) > 0
};
const isKind = (kind: string): kind is keyof typeof KINDS => Object.hasOwn(KINDS, kind);

/** What can be chosen among these notes: only what some of them is. */
export function choicesOf(notes: readonly DeskNote[], gathering: GatheringSeen) {
  const activities = [...new Set(notes.map(({ activity }) => activity))];
  const questions = new Map(notes.map(({ block, question }) => [block, gathering.titles[block] ?? question]));
  const tables = [...new Set(notes.flatMap(({ table }) => table ?? []))].sort((one, other) => one - other);
  const standings = themesOf(gathering).length > 0 ? Object.entries(words.standings) : [];
  return {
    theme: standings.map(([value, name]) => ({ value, name })),
    activity: activities.map((value) => ({ value, name: titleOf(gathering, value) })),
    question: [...questions].map(([value, name]) => ({ value, name })),
    table: tables.map((table) => ({ value: String(table), name: words.table(table) })),
    kind: Object.entries(words.kinds).flatMap(([value, name]) =>
      isKind(value) && notes.some((note) => KINDS[value](note, gathering)) ? [{ value: value as string, name }] : []
    )
  };
}

/** The cards in sight, by the addresses of their notes; null where all are. What is folded into a note is found with it. */
export function filtered(
  notes: readonly DeskNote[],
  gathering: GatheringSeen,
  filter: Filter
): ReadonlySet<string> | null {
  if (Object.values(filter).every((chosen) => chosen === '')) return null;
  const { theme, activity, question, table, kind } = filter;
  const kept = keptNotes(notes, gathering);
  const loose = new Set(theme === '' ? [] : looseAmong(kept, sortedNotes(gathering)));
  const cardOf = (note: string) => {
    const { under } = sortedAs(gathering, note);
    return under !== null && kept.has(under) ? under : note;
  };
  const isIn = (note: DeskNote) =>
    (theme === '' || loose.has(cardOf(note.note)) === (theme === 'loose')) &&
    (activity === '' || note.activity === activity) &&
    (question === '' || note.block === question) &&
    (table === '' || String(note.table) === table) &&
    (!isKind(kind) || KINDS[kind](note, gathering));
  return new Set([...kept.values()].filter(isIn).map(({ note }) => cardOf(note)));
}
