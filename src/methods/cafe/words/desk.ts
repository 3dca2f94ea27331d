import { counted } from '#words/en/counted.ts';
const notes = (count: number) => counted(count, 'note', 'notes');

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
  unanswered: (question: string) => `Nothing was written to: ${question}`,
  showMet: 'The board shows who met whom',
  metShown: 'The board shows who met whom.',

  review: {
    title: (count: number) => `To look at: ${count}`,
    about: 'The board shows a note once you have said so.',
    show: 'Show',
    showOf: (note: string) => `Show: ${note}`,
    hide: 'Do not show',
    hideOf: (note: string) => `Do not show: ${note}`,
    done: 'All notes are looked at.',
    shown: 'The note is on the wall.',
    hidden: 'The note is not on the wall.',
    hiddenTitle: (count: number) => `Not shown: ${count}`
  },

  note: {
    from: (number: number, round: number) => `table ${number}, round ${round}`,
    gem: 'gem',
    star: 'star',
    card: 'chosen by its table',
    waiting: 'not looked at',
    folded: (count: number) => `${notes(count)} folded in`,
    takeApart: 'Take apart again',
    takeApartOf: (note: string) => `Take apart again: ${note}`,
    photo: (number: number, round: number) => `Photo of the sheet of table ${number}, round ${round}`,
    kinds: { idea: '', question: 'question', insight: 'insight', quote: 'quote' }
  },

  desk: {
    title: 'Groups',
    keys: 'Keys on a note: ↑ ↓ next note, ← → next pile, Space picks it, Enter puts what is picked beside it, N makes a new group, 1 to 9 put it into a group, 0 into the loose pile, Escape lets go.',
    hint: 'Pick notes, then choose where they belong. Name a group when you see what it is about.',
    noQuestion: 'Without a question',
    loose: 'Not in a group yet',
    looseNone: 'Every note is in a group.',
    noName: 'no name yet',
    group: (number: number, name: string | null) => `${number} · ${name ?? 'no name yet'}`,
    groupShort: (number: number, name: string | null) => name ?? `Group ${number}`,
    count: (count: number) => `${count}`,
    inIt: (count: number) => notes(count),
    picked: (count: number) => `${notes(count)} picked`,
    nothingPicked: 'Nothing is picked.',
    newGroup: 'New group',
    putHere: (count: number) => `Put ${count} here`,
    putInto: (count: number, group: string) => `Put ${count} here: ${group}`,
    toLoose: 'Out of its group',
    gem: 'Gem',
    star: 'Star',
    fold: 'Fold into one',
    letGo: 'Let go',
    name: 'Name',
    nameOf: (group: string) => `Name ${group}`,
    theName: 'What is it about?',
    join: 'Join with',
    joinOf: (group: string) => `Join ${group} with`,
    save: 'Save',
    cancel: 'Cancel',
    placed: (count: number, group: string) => `${notes(count)} in ${group}.`,
    made: (count: number) => `A new group with ${notes(count)}.`,
    loosened: (count: number) => `${notes(count)} in the loose pile.`,
    named: (name: string) => `The group is called ${name}.`,
    unnamed: 'The group has no name.',
    joined: 'The groups are one now.',
    folded: 'The notes are one now.'
  }
};
