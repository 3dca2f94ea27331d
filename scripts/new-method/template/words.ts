import { counted } from '#words/en/counted.ts';

/** Everything this method says. Figures come in, sentences go out. */
export const words = {
  withdrawn: 'Withdrawn',
  answered: (count: number) => counted(count, 'answer', 'answers'),

  board: {
    hidden: 'Answer on your phone. All answers are shown at once.',
    none: 'Nobody answered.'
  },

  phone: {
    answer: 'Your answer',
    about: 'A word or a sentence. Nobody sees it until all answers are shown, without names.',
    change: 'Another answer instead',
    send: 'Send',
    sent: 'Your answer is in.',
    yours: 'You answered:',
    shown: 'The answers are shown. Look at the board.'
  },

  console: {
    setUp: { question: 'Question', about: 'It stands on the board and on every phone.' },
    hidden: 'Hidden until you show them.',
    forWhom: 'For somebody without a phone',
    person: 'Who answers',
    nobody: 'Nobody without a phone is here.',
    answer: 'Their answer',
    send: 'Answer for them',
    sent: (name: string) => `Answered for ${name}.`
  }
} as const;
