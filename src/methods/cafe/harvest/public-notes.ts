import type { OutlineNote } from '#contract/harvest-blocks.ts';
import { getOwn } from '#contract/get-own.ts';
import { cardWriter, stateOf } from '#kit/rules/cards/deck.ts';
import { allNotes, parentOf, type Found } from '../notes/find-notes.ts';
import type { HostLines, State, Table } from '../state.ts';

/** Notes that all may read: their author agreed to be kept, and they are neither hidden nor waiting for review. */
export const keptNotes = (state: State, isKept: (person: string) => boolean): Found[] =>
  allNotes(state).filter(
    ({ note }) =>
      (note.text !== null || note.photo !== null) &&
      stateOf(state.deck, note) === 'shown' &&
      (note.author === null || isKept(note.author))
  );

/** By note, the rounds in which a table chose it as its one card for the plenary. */
export type Cards = ReadonlyMap<string, readonly number[]>;

export function cardsOf(tables: readonly Table[]): Cards {
  const chosen = tables.flatMap(({ cards }) =>
    Object.entries(cards).map(([round, note]) => ({ note, round: Number(round) }))
  );
  const rounds = (of: { round: number }[]) => [...new Set(of.map(({ round }) => round))].sort((a, b) => a - b);
  return new Map([...Map.groupBy(chosen, ({ note }) => note)].map(([note, of]) => [note, rounds(of)]));
}

/**
 * Notes as an outline, in the order they were written: those that `belongs` names, and under each what hangs there or
 * was merged into it. Whatever hangs under a note that is not among them stands by itself.
 */
export function outlined(
  state: State,
  notes: readonly Found[],
  cards: Cards,
  belongs: (found: Found) => boolean = () => true
): OutlineNote[] {
  const known = new Set(notes.map(({ id }) => id));
  const over = ({ note }: Found): string | null => {
    const up = note.mergedInto ?? parentOf(state, note);
    return up !== null && known.has(up) ? up : null;
  };
  const byTime = notes.toSorted((one, other) => one.note.order - other.note.order);
  const under = Map.groupBy(byTime, over);
  const told = ({ id, note }: Found): OutlineNote => {
    const rounds = cards.get(id);
    return {
      id,
      text: note.text,
      ...(note.photo && { photo: note.photo }),
      ...(note.gem && { gem: true }),
      table: getOwn(state.tables, note.table)?.number ?? 0,
      round: note.round,
      ...(rounds && { cards: rounds }),
      notes: (under.get(id) ?? []).map(told)
    };
  };
  return (under.get(null) ?? []).filter(belongs).map(told);
}

/** Who wrote a note, or the lines of a host. */
export function noteWriter(state: State, note: string): string | null {
  const lines = Object.values(state.tables).find(({ lines }) =>
    lines.said.some((_, nth) => note === lineId(lines, nth))
  );
  return lines ? lines.lines.by : cardWriter(state, note);
}

/** The id of a line, from 0, as long as the host's lines are not set anew. */
export const lineId = ({ id }: HostLines, nth: number): string => `${id}-${nth + 1}`;
