import { groupingWords } from '#kit/words/grouping.ts';
import { reviewWords } from '#kit/words/review.ts';

const noun = { one: 'note', many: 'notes' };

/** What facilitators and helpers read while they review notes and group them. */
export const deskWords = {
  title: 'What the tables wrote',
  empty: 'Nothing is written yet. Notes come here as the tables write them.',
  about: 'Show here',
  all: 'All notes',
  round: (round: number, question: string) => `${round}. ${question}`,
  table: (number: number, topic: string | null) => (topic === null ? `Table ${number}` : `Table ${number}: ${topic}`),
  byQuestion: 'By question',
  byTable: 'By table',
  onBoard: 'The board shows these',
  toBoard: 'Show these on the board',
  shown: 'The board shows these notes.',
  noQuestion: 'Without a question',
  unanswered: (question: string) => `Nothing was written to: ${question}`,
  showMet: 'The board shows who met whom',
  metShown: 'The board shows who met whom.',

  note: {
    from: (number: number, round: number) => `table ${number}, round ${round}`,
    gem: 'gem',
    star: 'star',
    card: 'chosen by its table',
    waiting: 'not looked at',
    photo: (number: number, round: number) => `Photo of the sheet of table ${number}, round ${round}`,
    kinds: { idea: '', question: 'question', insight: 'insight', quote: 'quote' }
  },

  marks: { gem: 'Gem', star: 'Star' },
  review: reviewWords(noun),
  desk: groupingWords(noun)
};
