import { DRAFT, personal, type Other } from '#contract/method.ts';
import { standInFor, stateOf } from '#kit/rules/cards/deck.ts';
import { hideFromOthers } from '#kit/rules/hide-from-others.ts';
import { hideVotes } from '#kit/rules/votes/views.ts';
import { hideMatches, isAskedAbout } from './matches.ts';
import type { State } from './state.ts';
import { onBoard } from './views.ts';

/** What a channel may not know: cards before they are shown (CA2, CA4), whose they are (CA5), single votes (CA10), and who is matched with whom (CA13). */
export function hidden(draft: State, channel: string, other: Other): void {
  const up = new Set(onBoard(draft).map(([id]) => id));
  const isUp = (id: string) => up.has(standInFor(draft, id));
  for (const [id, card] of Object.entries(draft.deck.cards)) {
    const isOwn = card.author !== null && channel === personal(card.author);
    const isFor = channel === DRAFT ? !card.removed : isUp(id) || isAskedAbout(draft, id, channel);
    const isRead = channel === 'console' || (isFor && stateOf(draft.deck, card) === 'shown');
    if (!isOwn && !isRead) card.text = other(card.text);
  }
  for (const card of Object.values(draft.deck.cards))
    if (draft.exposure === 'L1' && card.author !== null && channel !== personal(card.author))
      card.author = other(card.author);
  if (channel !== 'console') hideFromOthers(draft.proposals, channel, other);
  hideMatches(draft, channel, other);
  hideVotes(draft, channel, other);
}
