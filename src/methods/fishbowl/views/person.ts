import { getOwn } from '#contract/get-own.ts';
import type { Seen, Text } from '#contract/typed-text.ts';
import { cardsBy } from '../notes/silent-cards.ts';
import { notesAbout } from './outline.ts';
import { seatOf } from '../sitting/current-seats.ts';
import { groupOf } from '../stages/groups.ts';
import type { CardState, State } from '../state.ts';
import type { WrittenNote } from '#kit/rules/outline/views.ts';

/** `person:…`: what this person did and what concerns only them. Null until they do something. */
export type PersonView = {
  /** The id of their request in `line`, or of the one for which a chair is held. */
  request: string | null;
  why: Text | null;
  /** The only chair they want. */
  chair: string | null;
  /** The chair they sit on. */
  sits: string | null;
  /**
   * They missed a held chair. `once`: one person goes before them, then they are called again. `ended`: their request
   * has ended, and they may ask again.
   */
  missed: 'once' | 'ended' | null;
  /** When the person was told that others wait, in milliseconds since 1970. It is private and never on the board. */
  nudged: number | null;
  /** How many turns they had, including the current one. */
  turns: number;
  /** Their group in a closed fishbowl, from 1. */
  group: number | null;
  scribe: boolean;
  /** Their silent cards. */
  cards: Record<string, { card: Text; state: CardState }>;
  /** L3: whether the harvest may name them. */
  named: boolean;
  /** The notes about them, which they may correct. */
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
    said: notesAbout(state, person)
  };
  const did =
    own.request !== null || own.missed !== null || own.turns > 0 || own.group !== null || own.scribe || own.named;
  return did || Object.keys(own.cards).length > 0 || Object.keys(own.said).length > 0 ? own : null;
}
