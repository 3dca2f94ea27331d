import { getOwn } from '#contract/get-own.ts';
import { DRAFT, isOut, personal, type Other, type Roster } from '#contract/method.ts';
import { hideFromOthers } from '#kit/rules/hide-from-others.ts';
import { showsNames } from './exposure.ts';
import { waitingInOrder } from './sitting/queue.ts';
import type { State } from './state.ts';
import { SCRIBES } from './channels.ts';

/** The board shows the reasons of this many requests, the next ones. */
const NEXT_MOST = 2;

/**
 * Hides what a channel may not know: silent cards, private messages, names at L1, notes and talk time that are not
 * shown.
 */
export function hidden(draft: State, channel: string, other: Other, { people }: Roster): void {
  const isOwnChannel = (person: string) => channel === personal(person);
  // FB8: only the person who missed a chair is told so.
  hideFromOthers(draft.missed, channel, other);
  hideFromOthers(draft.asked, channel, other);
  for (const person of Object.keys(draft.named)) if (!isOwnChannel(person)) delete draft.named[person];
  // FB28: the cards of a removed person disappear from the console, which already tells whose they were.
  for (const card of Object.values(draft.cards))
    if (!isOwnChannel(card.person) && !isOut(getOwn(people, card.person) ?? {})) card.person = other(card.person);
  for (const note of Object.values(draft.notes)) note.by = other(note.by);
  if (channel === 'console' || channel === DRAFT) return;
  for (const person of Object.keys(draft.scribes)) if (!isOwnChannel(person)) delete draft.scribes[person];
  draft.groups = draft.groups.map((people) => people.map((person) => (isOwnChannel(person) ? person : other(person))));
  hideCards(draft, channel, other);
  hideRequests(draft, channel, other);
  hideTurns(draft, channel, other);
  hideNotes(draft, channel, other);
  // FB25
  if (showsNames(draft)) return;
  draft.invited = other(draft.invited);
  for (const speaker of Object.values(draft.speakers)) speaker.name = other(speaker.name);
}

/** FB19: before a card is on the board, only its author and the console know it. */
function hideCards(draft: State, channel: string, other: Other): void {
  for (const [id, card] of Object.entries(draft.cards))
    if (channel !== personal(card.person) && !(channel === 'board' && id === draft.shown))
      draft.cards[id] = other(card);
}

function hideRequests(draft: State, channel: string, other: Other): void {
  const next = channel === 'board' ? waitingInOrder(draft).slice(0, NEXT_MOST) : [];
  for (const [id, request] of Object.entries(draft.requests)) {
    if (channel !== personal(request.person) && !next.some((each) => each.id === id)) request.why = other(request.why);
    if (!showsNames(draft)) request.name = other(request.name);
  }
}

/** FB10: a nudge is private. FB21: only facilitators see who talked, and for how long. */
function hideTurns(draft: State, channel: string, other: Other): void {
  for (const turn of Object.values(draft.turns)) {
    if (channel !== personal(turn.sitter)) turn.nudged = other(turn.nudged);
    turn.talks = other(turn.talks);
  }
}

/** FB22: only scribes' phones get the notes. FB23: people can read the notes about themselves. */
function hideNotes(draft: State, channel: string, other: Other): void {
  if (channel === SCRIBES || (channel === 'board' && draft.notesShown)) return;
  const own = Object.entries(draft.speakers).find(([sitter]) => channel === personal(sitter))?.[1].branch;
  for (const note of Object.values(draft.notes)) if (note.branch !== own) note.pieces = other(note.pieces);
}
