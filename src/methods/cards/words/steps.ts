import { cardsUndone } from '#kit/words/cards.ts';

/** What the console calls this method, its steps, and what can be taken back of it. */
export const steps = {
  method: 'Cards: everybody writes, then group and choose',
  steps: {
    startWriting: 'Ask, and let everybody write',
    nextQuestion: 'Ask the next question',
    nextCircle: 'On to the next step',
    startShowing: 'Show the cards',
    showNext: 'Show the next card',
    startGrouping: 'Put together what belongs together',
    startChoosing: 'Go on to choosing',
    openVote: 'Let people choose',
    closeVote: 'Close the vote and show totals',
    close: 'Close this'
  },
  undone: {
    startWriting: 'start the writing',
    nextQuestion: 'ask the next question',
    nextCircle: 'go on to the next step',
    startShowing: 'show the cards',
    showNext: 'show a card',
    startGrouping: 'start the grouping',
    startChoosing: 'go on to choosing',
    openVote: 'open the vote',
    closeVote: 'close the vote',
    reopenVote: 'open the vote again',
    close: 'close the activity',
    reopen: 'open the activity again',
    addMinutes: 'add minutes',
    writeCard: 'write a card',
    ...cardsUndone({ one: 'card', many: 'cards' })
  }
};
