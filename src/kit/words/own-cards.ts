import type { Noun } from './grouping.ts';

/** What a phone says of the cards that its person wrote. */
export const ownCardWords = ({ one, many }: Noun) => ({
  own: (count: number) => `Your ${many}: ${count}`,
  states: {
    waiting: 'Somebody looks at it before it is shown.',
    shown: '',
    hidden: 'It is not shown on the board.'
  },
  folded: `Folded into a ${one} that says the same.`,
  starred: 'Starred',
  card: `Your ${one}`,
  change: 'Change',
  changeOf: (text: string) => `Change: ${text}`,
  save: 'Save',
  remove: 'Take it away',
  removeOf: (text: string) => `Take it away: ${text}`,
  removed: `The ${one} is gone.`,
  saved: `The ${one} is changed.`
});

export type OwnCardWords = ReturnType<typeof ownCardWords>;
