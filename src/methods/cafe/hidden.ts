import { DRAFT, personal, type Other } from '#contract/method.ts';
import { hideFromOthers } from '#kit/rules/hide-from-others.ts';
import { readersOf } from './audiences.ts';
import { stateOf } from '#kit/rules/cards/deck.ts';
import { isShown, type Note, type State } from './state.ts';
import { tableChannel } from './channels.ts';

/** What a channel may not know: plans before they count, who chose what, who wrote, notes before the wall is shown. */
export function hidden(draft: State, channel: string, other: Other): void {
  // WC26: only the person themselves sees what they carry to the next table.
  hideFromOthers(draft.carries, channel, other);
  hideFromOthers(draft.scribes, channel, other);
  hideFromOthers(draft.wrote, channel, other);
  hideNotes(draft, channel, other);
  if (channel === 'console') return;
  draft.wishes = other(draft.wishes);
  // WC43
  hideFromOthers(draft.chosen, channel, other);
  // WC4: until they are told nobody knows a table, and never one of a round to come.
  draft.draft = other(draft.draft);
  if (!isShown(draft)) draft.plan = other(draft.plan);
  for (const [number, round] of Object.entries(draft.rounds))
    if (Number(number) > draft.round) {
      round.at = other(round.at);
      round.hosts = other(round.hosts);
    }
}

/**
 * WC23, WC26: the wall shows no note before the harvest; phones show notes of their table. No view names the author of
 * a note.
 */
function hideNotes(draft: State, channel: string, other: Other): void {
  for (const note of Object.values(draft.deck.cards)) {
    const isOwn = note.author !== null && channel === personal(note.author);
    note.author = other(note.author);
    if (isOwn || isRead(draft, channel, note)) continue;
    note.text = other(note.text);
    note.photo = other(note.photo);
  }
}

function isRead(state: State, channel: string, note: Note): boolean {
  if (note.removed) return false;
  if (channel === 'console') return true;
  if (channel === DRAFT) return stateOf(state.deck, note) === 'shown';
  if (channel === 'board') return state.stage === 'harvest' && stateOf(state.deck, note) === 'shown';
  return readersOf(state, note.table).map(tableChannel).includes(channel);
}
