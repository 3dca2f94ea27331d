import * as v from 'valibot';
import { getOwn } from '#contract/get-own.ts';
import { commandOf, STAFF, type Actor, type Decision, type Refusal } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { text } from '#contract/typed-text.ts';
import { touchedByCards } from '#kit/rules/cards/card-touches.ts';
import { findCard } from '#kit/rules/cards/deck.ts';
import { cardGrouping } from '#kit/rules/cards/grouping.ts';
import { id, ids } from '#kit/rules/fields.ts';
import { nowAt, readersOf } from '../audiences.ts';
import { tableChannel } from '../channels.ts';
import type { Events } from '../events.ts';
import { LINE_LONGEST } from '../limits.ts';
import { refuse } from '../refuse.ts';
import { seatOf } from '../seating/seats.ts';
import { isShown, NEEDS, noLines, type State } from '../state.ts';
import { mayTend } from './authors.ts';
import { readers } from './note-channels.ts';

const command = commandOf<State, Events>();
const who = ['participant', ...STAFF] as const;
export const LINES_MOST = 3;

const atTable = ({ table }: { table: string }) => ['console', tableChannel(table)];

/** Why these notes cannot be marked or folded by this person: one refusal refuses the whole step. */
function tending(state: State, notes: readonly string[], by: Actor): Refusal | null {
  const found = notes.map((note) => findCard(state, note));
  if (found.includes(null)) return refuse('card-unknown');
  return found.every((note) => note && mayTend(state, by, note.table)) ? null : refuse('not-your-table');
}

/** Stars, what says the same, and groups. */
export const grouping = cardGrouping<State>({ ...readers, tending });

/** What the host of a table looks after, beside. */
export const hostTasks = partOf<State, Events>()({
  commands: {
    gemNote: command({
      who,
      input: v.strictObject({ cards: ids, on: v.boolean() }),
      decide(state, { cards, on }, by): Decision<Events> {
        const changed = cards.filter((card) => findCard(state, card)?.gem !== on);
        const data = { gems: Object.fromEntries(changed.map((card) => [card, on])) };
        return tending(state, cards, by) ?? (changed.length === 0 ? [] : [{ type: 'GemsSet', data }]);
      },
      undo: true
    }),
    chooseCard: command({
      who,
      input: v.strictObject({ table: id, note: v.nullable(id) }),
      decide(state, { table, note }, by): Decision<Events> {
        if (!isShown(state) || !getOwn(state.tables, table)) return refuse('table-unknown');
        const at = nowAt(state, table);
        if (!mayTend(state, by, at)) return refuse('not-your-table');
        const found = findCard(state, note);
        if (note !== null && (!found || !readersOf(state, found.table).includes(at))) return refuse('card-unknown');
        return [{ type: 'CardChosen', data: { table: at, round: state.round, note } }];
      },
      undo: true
    }),
    setLines: command({
      who,
      input: v.strictObject({ table: id, lines: v.pipe(v.array(text(LINE_LONGEST)), v.maxLength(LINES_MOST)) }),
      decide(state, { table, lines: said }, by, facts): Decision<Events> {
        if (!getOwn(state.tables, table)) return refuse('table-unknown');
        if (!mayTend(state, by, table)) return refuse('not-your-table');
        const lines = { id: facts.id(), by: by.person, said };
        return [{ type: 'LinesSet', data: { table: nowAt(state, table), lines } }];
      },
      undo: true
    }),
    needs: command({
      who,
      /** Each person at the table may call a helper. */
      input: v.strictObject({ table: id, what: v.nullable(v.picklist(NEEDS)) }),
      decide(state, { table, what }, by): Decision<Events> {
        const found = getOwn(state.tables, table);
        if (!found) return refuse('table-unknown');
        const sits = by.person !== null && seatOf(state, by.person) === table;
        if (!sits && !mayTend(state, by, table)) return refuse('not-at-this-table', { number: found.number });
        return found.needs === what ? [] : [{ type: 'NeedSet', data: { table, what } }];
      },
      undo: true
    })
  },
  evolve: {
    GemsSet({ deck }, { gems }) {
      for (const [card, gem] of Object.entries(gems)) Object.assign(getOwn(deck.cards, card) ?? {}, { gem });
    },
    CardChosen(draft, { table, round, note }) {
      const cards = getOwn(draft.tables, table)?.cards;
      if (!cards) return;
      if (note === null) delete cards[round];
      else cards[round] = note;
    },
    LinesSet(draft, { table, lines }) {
      const found = getOwn(draft.tables, table);
      if (found) found.lines = lines;
    },
    NeedSet(draft, { table, what }) {
      const found = getOwn(draft.tables, table);
      if (found) found.needs = what;
    }
  },
  touches: {
    GemsSet: ({ gems }, state) => touchedByCards(readers.readers, Object.keys(gems), state),
    CardChosen: ({ table }) => ['board', ...atTable({ table })],
    LinesSet: atTable,
    NeedSet: atTable
  },
  takeBack: {
    GemsSet({ deck }, { gems }) {
      const before = Object.keys(gems).map((card) => [card, getOwn(deck.cards, card)?.gem ?? false]);
      return [{ type: 'GemsSet', data: { gems: Object.fromEntries(before) as Record<string, boolean> } }];
    },
    CardChosen: ({ tables }, { table, round }) => [
      { type: 'CardChosen', data: { table, round, note: getOwn(tables, table)?.cards[round] ?? null } }
    ],
    LinesSet: ({ tables }, { table }) => [
      { type: 'LinesSet', data: { table, lines: getOwn(tables, table)?.lines ?? noLines } }
    ],
    NeedSet: ({ tables }, { table }) => [
      { type: 'NeedSet', data: { table, what: getOwn(tables, table)?.needs ?? null } }
    ]
  }
});
