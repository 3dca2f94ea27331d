import { cardsUndone } from '#kit/words/cards-undone.ts';

/** What the console calls this method, its steps, and what can be taken back of it. */
export const steps = {
  name: 'Cards',
  method: 'Cards: everybody writes, then group and choose',
  steps: {
    nextQuestion: 'Ask the next question',
    nextCircle: 'On to the next step',
    showNext: 'Show the next card',
    openVote: 'Let people choose',
    closeVote: 'Close the vote and show totals'
  },
  stages: {
    writing: 'Ask, and let everybody write',
    showing: 'Show the cards',
    grouping: 'Put together what belongs together',
    choosing: 'Go on to choosing',
    closed: 'Close this'
  },
  undone: {
    turnTo: 'go to another part',
    nextQuestion: 'ask the next question',
    nextCircle: 'go on to the next step',
    showNext: 'show a card',
    openVote: 'open the vote',
    closeVote: 'close the vote',
    reopenVote: 'open the vote again',
    addMinutes: 'add minutes',
    writeCard: 'write a card',
    ...cardsUndone({ one: 'card', many: 'cards' }),
    suggestMatch: 'suggest a match'
  }
};
