import { counted, opening } from '#words/en/counted.ts';

/** What consoles say of a vote. */
export const voteConsole = {
  title: 'Vote',
  count: (options: number) => `On ${counted(options, 'option', 'options')} as they are now.`,
  kind: 'How people vote',
  kinds: {
    dots: { name: 'Dots', about: 'A few for each person, to choose a few out of many.' },
    approval: { name: 'Approval', about: 'Everybody ticks all they can go along with.' },
    score: { name: 'Score', about: 'Each option gets 0 up to a top.' },
    scale: { name: 'Scale', about: 'Each option is placed on steps from 1.' }
  },
  dots: 'Dots for each person',
  suggested: (count: number) => `A rule of thumb is one for every four options: ${count}.`,
  stack: 'Several dots may go to one option',
  most: { score: 'Highest score', scale: 'Steps' },
  open: 'Open the vote',
  opened: 'The vote is open.',
  none: 'There is nothing to vote on yet.',
  close: 'Close the vote and show totals',
  closed: 'The vote is closed. The board shows the totals.',
  reopen: 'Open it again',
  reopenAbout: 'People have seen the totals by now.',
  reopened: 'The vote is open again. Totals are hidden.',
  another: 'Another vote',
  without: (count: number) =>
    count === 0
      ? 'Everybody here without a phone has voted.'
      : `${opening(counted(count, 'person', 'people'))} without a phone ${count === 1 ? 'has' : 'have'} not voted yet.`,
  forWhom: 'Vote for somebody without a phone',
  person: 'Who votes',
  votedAlready: (name: string) => `${name} (has voted: this replaces it)`,
  send: 'Send this vote',
  sent: (name: string) => `Voted for ${name}.`
} as const;
