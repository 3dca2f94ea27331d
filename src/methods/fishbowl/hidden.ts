import { getOwn } from '#contract/get-own.ts';
import { isOut, personal, type Other, type Roster } from '#contract/method.ts';
import { hideFromOthers } from '../shared/hide-from-others.ts';
import { showsNames } from './exposure.ts';
import { line } from './sitting/queue.ts';
import type { State } from './state.ts';
import { SCRIBES } from './channels.ts';

/** Requests whose reasons a wall shows: of those who are next. */
const NEXT_MOST = 2;

/** What a channel may not know: silent cards, private words, names at L1, notes and talk time that are not shown. */
export function hidden(draft: State, channel: string, other: Other, { people }: Roster): void {
  const isOnes = (person: string) => channel === personal(person);
  // FB8: whoever missed a chair is told, and nobody else.
  hideFromOthers(draft.missed, channel, other);
  hideFromOthers(draft.asked, channel, other);
  for (const person of Object.keys(draft.named)) if (!isOnes(person)) delete draft.named[person];
  // FB28: that the cards of somebody who was removed are gone tells whose they were.
  for (const card of Object.values(draft.cards))
    if (!isOnes(card.person) && !isOut(getOwn(people, card.person) ?? {})) card.person = other(card.person);
  for (const note of Object.values(draft.notes)) note.by = other(note.by);
  if (channel === 'console') return;
  for (const person of Object.keys(draft.scribes)) if (!isOnes(person)) delete draft.scribes[person];
  draft.groups = draft.groups.map((people) => people.map((person) => (isOnes(person) ? person : other(person))));
  hideCards(draft, channel, other);
  hideRequests(draft, channel, other);
  hideTurns(draft, channel, other);
  hideNotes(draft, channel, other);
  // FB25
  if (showsNames(draft)) return;
  draft.invited = other(draft.invited);
  for (const speaker of Object.values(draft.speakers)) speaker.name = other(speaker.name);
}

/** FB19: nobody but the author and those who lead knows a card before it is on the board. */
function hideCards(draft: State, channel: string, other: Other): void {
  for (const [id, card] of Object.entries(draft.cards))
    if (channel !== personal(card.person) && !(channel === 'board' && id === draft.shown))
      draft.cards[id] = other(card);
}

function hideRequests(draft: State, channel: string, other: Other): void {
  const next = channel === 'board' ? line(draft).slice(0, NEXT_MOST) : [];
  for (const [id, request] of Object.entries(draft.requests)) {
    if (channel !== personal(request.person) && !next.some((each) => each.id === id)) request.why = other(request.why);
    if (!showsNames(draft)) request.name = other(request.name);
  }
}

/** FB10: a nudge is private. FB21: who talked, and for how long, is for those who lead. */
function hideTurns(draft: State, channel: string, other: Other): void {
  for (const turn of Object.values(draft.turns)) {
    if (channel !== personal(turn.sitter)) turn.nudged = other(turn.nudged);
    turn.talks = other(turn.talks);
  }
}

/** FB22: no phone hears of notes but those of whoever writes; FB23: people read what was noted of them. */
function hideNotes(draft: State, channel: string, other: Other): void {
  if (channel === SCRIBES || (channel === 'board' && draft.notesShown)) return;
  const own = Object.entries(draft.speakers).find(([sitter]) => channel === personal(sitter))?.[1].branch;
  for (const note of Object.values(draft.notes)) if (note.branch !== own) note.pieces = other(note.pieces);
}
