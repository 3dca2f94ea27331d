import { getOwn } from '#contract/get-own.ts';
import type { Seen, Text } from '#contract/text.ts';
import { cardsBy } from '../notes/cards.ts';
import { saidBy } from './outline.ts';
import { seatOf } from '../sitting/ring.ts';
import { groupOf } from '../stages/groups.ts';
import type { CardState, State } from '../state.ts';
import type { WrittenNote } from '../../shared/outline/views.ts';

/** `person:…`: what this person did and what concerns only them. Null until they do something here. */
export type PersonView = {
  /** Their request in `line`, or the one a chair is held for. */
  request: string | null;
  why: Text | null;
  /** The one chair they asked for. */
  chair: string | null;
  /** The chair they sit on. */
  sits: string | null;
  /**
   * The time to sit down ran out. `once`: one person goes before them, and they are called again. `ended`: their
   * request has ended, and they may ask again.
   */
  missed: 'once' | 'ended' | null;
  /**
   * Others have waited long for this chair: a private word, never on the board. Milliseconds since 1970 when it was
   * said.
   */
  nudged: number | null;
  /** Turns they had, this one included. */
  turns: number;
  /** Group of a closed fishbowl they are in, from 1. */
  group: number | null;
  scribe: boolean;
  /** Their silent cards. */
  cards: Record<string, { card: Text; state: CardState }>;
  /** L3: the harvest may name them. */
  named: boolean;
  /** What was noted of them, so that they can mend it. */
  said: Record<string, WrittenNote>;
};

export type PersonSeen = Seen<PersonView>;

export function personView(state: State, person: string): PersonView | null {
  const request = getOwn(state.asked, person) ?? null;
  const waiting = getOwn(state.requests, request);
  const seat = seatOf(state, person);
  const own: PersonView = {
    request,
    why: waiting?.why ?? null,
    chair: waiting?.chair ?? null,
    sits: seat?.chair ?? null,
    missed: getOwn(state.missed, person) ?? null,
    nudged: getOwn(state.turns, seat?.turn ?? null)?.nudged ?? null,
    turns: Object.values(state.turns).filter(({ sitter }) => sitter === person).length,
    group: groupOf(state, person),
    scribe: Object.hasOwn(state.scribes, person),
    cards: Object.fromEntries(cardsBy(state, person).map(([id, { card, state }]) => [id, { card, state }])),
    named: Object.hasOwn(state.named, person),
    said: saidBy(state, person)
  };
  const did =
    own.request !== null || own.missed !== null || own.turns > 0 || own.group !== null || own.scribe || own.named;
  return did || Object.keys(own.cards).length > 0 || Object.keys(own.said).length > 0 ? own : null;
}
