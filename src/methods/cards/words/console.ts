import { counted } from '#words/en/counted.ts';
import type { FormatName } from '../formats.ts';
import type { CirclePeople, Exposure, ShowOrder, Stage } from '../limits.ts';

const cards = (count: number) => counted(count, 'card', 'cards');

/** What consoles say, and the form of a new block. */
export const consoleWords = {
  withdrawn: 'Withdrawn',
  cards,
  tab: 'Cards',
  stages: {
    ready: 'Not asked yet',
    writing: 'People write',
    showing: 'The board shows cards',
    grouping: 'Cards are put together',
    choosing: 'People choose',
    closed: 'Closed'
  } satisfies Record<Stage, string>,
  circles: {
    alone: 'alone',
    pairs: 'in pairs',
    fours: 'in fours',
    all: 'all together'
  } satisfies Record<CirclePeople, string>,
  question: (number: number, of: number) => `question ${number} of ${of}`,
  onBoard: (count: number, of: number) => `${count} of ${of} on the board`,
  looseLeft: (count: number) => `${cards(count)} in no group`,
  reopen: 'Open this again',
  reopened: 'This is open again.',
  write: {
    title: 'Write for somebody',
    about: 'For people without a phone, and for paper. A list you paste becomes several cards.',
    from: 'Whose card',
    unsigned: 'Nobody in particular',
    question: 'To which question',
    card: 'Card',
    one: 'Write a card',
    answer: (question: string) => `Write a card: ${question}`,
    cardOf: (name: string) => `Card of ${name}`,
    put: 'Put the card in',
    done: 'The card is in.'
  },
  find: 'Correct a card, or take it from the board',
  star: 'Star',
  author: (name: string) => `by ${name}`,
  proposed: (count: number, group: string) => `${counted(count, 'person', 'people')} on phones: ${group}`,
  proposals: {
    title: 'What phones propose',
    about: 'Where the room says that cards belong.',
    take: 'Put it there',
    takeOf: (text: string, group: string) => `Put it there: ${text}, ${group}`,
    taken: 'The card is in the group.'
  },
  group: (number: number, name: string | null) => name ?? `Group ${number}`,
  matches: {
    title: 'What may fit',
    asked: (count: number) => `${counted(count, 'pair is', 'pairs are')} asked. What they answer stays between them.`,
    ask: 'Ask both',
    askOf: (offer: string, need: string) => `Ask both: ${offer} + ${need}`,
    done: 'Both are asked.',
    pair: (offer: string, need: string) => `${offer} + ${need}`,
    answer: {
      title: 'Answer for somebody without a phone',
      about:
        'Ask them. If both say yes, the other one reads their name and how to reach them. What the other one answers or writes is not shown here: once both said yes, read it out to them from “What is stored about them” beside their name, in the list of people.',
      nobody: 'Nobody is here without a phone.',
      who: 'Who answers',
      which: 'To which pair',
      contact: 'How the other one can reach them',
      contactAbout: 'Where they sit, or a number. It may stay empty.',
      yes: 'Yes, they would like to meet',
      no: 'No',
      done: 'Their answer is in.'
    }
  },
  settings: {
    title: 'Settings',
    review: 'Look at cards before the board shows them'
  },
  setUp: {
    format: 'Format',
    formats: {
      brainstorm: { name: 'Brainstorm', about: 'One question; all cards at once; groups; dots.' },
      'one-two-four-all': {
        name: '1-2-4-All',
        about: 'Alone for a minute, in pairs for two, in fours for four, all together for five.'
      },
      affinity: { name: 'Affinity', about: 'A brainstorm in which phones propose where cards belong.' },
      orid: { name: 'ORID', about: 'Four questions one after the other: facts, feelings, meaning, decision.' },
      gallery: { name: 'Gallery', about: 'All cards on the wall, people walk and choose.' },
      'start-stop-continue': { name: 'Start, stop, continue', about: 'Three questions at once.' },
      'offers-and-needs': {
        name: 'Offers and needs',
        about: 'Two questions. Offers are matched with needs, and two who both say yes see each other’s name.'
      }
    } satisfies Record<FormatName, { name: string; about: string }>,
    examples: {
      brainstorm: [''],
      'one-two-four-all': [''],
      affinity: [''],
      orid: [
        'What did you see and hear?',
        'What surprised you, pleased you or worried you?',
        'What does it mean for us?',
        'What do we do now?'
      ],
      gallery: [''],
      'start-stop-continue': ['What should we start?', 'What should we stop?', 'What should we continue?'],
      'offers-and-needs': ['What can you offer?', 'What do you need?']
    } satisfies Record<FormatName, readonly string[]>,
    questions: 'Questions, one on each line',
    questionsAbout: 'An open question that many answers fit. Up to six.',
    minutes: 'Minutes to write',
    show: 'How cards come on the board',
    shows: {
      all: { name: 'All at once' },
      random: { name: 'One after the other, by chance' },
      author: { name: 'Person by person, each reads their own' }
    } satisfies Record<ShowOrder, { name: string }>,
    exposure: 'Names',
    exposures: {
      L1: { name: 'Cards carry no names', about: 'Not even here.' },
      L2: { name: 'Cards carry names in the room', about: 'On the board and here, never in the edition.' }
    } satisfies Record<Exposure, { name: string; about: string }>,
    review: 'Look at cards before the board shows them',
    more: 'What comes after writing',
    groups: 'Put cards into groups',
    roomGroups: 'Phones propose groups',
    votes: 'Choose at the end',
    matching: 'Match cards of the first question with those of the second'
  }
} as const;
