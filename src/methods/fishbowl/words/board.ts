import { counted } from '#words/en/counted.ts';
import type { RoomFigures } from '../sitting/airtime.ts';

export const board = {
  /** In the middle of the ring: a few words at most. */
  middle: {
    ready: 'We begin in a moment.',
    starters: 'First, those who were invited.',
    free: 'A chair is free. Come in.',
    freeChosen: 'A chair is free.',
    freeMany: (count: number) => `${count} chairs are free. Come in.`,
    held: (name: string | null) => `Room for ${(name ?? 'whoever is next').replace(/\.$/, '')}.`,
    heldMany: 'Room for those who are called.',
    full: 'Said it? Step out, and make room.',
    taken: 'Every chair is taken.',
    samoan: 'Stand behind a chair to take it.',
    listening: 'They speak. We listen.',
    group: (now: number, groups: number) => `Group ${now} of ${groups} talks.`,
    asking: 'Outer ring: form your questions.',
    'last-words': 'Last words.',
    closed: 'Thank you.'
  },
  chair: {
    free: 'free',
    empty: 'empty',
    later: 'opens soon',
    invited: 'invited',
    remote: 'remote',
    held: (name: string | null) => `for ${name ?? 'you'}`,
    behind: (count: number) => `${counted(count, 'person stands', 'people stand')} behind`,
    sat: (ms: number) => `has sat for ${counted(Math.floor(ms / 60_000), 'minute', 'minutes')}`,
    until: (ms: number) => `held for ${counted(Math.ceil(ms / 1000), 'second', 'seconds')} more`
  },
  ring: 'The inner circle',
  next: 'Next',
  then: ', then ',
  nextBehind: (chair: string | null) => (chair === null ? '' : `behind ${chair}`),
  rule: (who: string) => `Next: ${who}`,
  waiting: (count: number) => (count === 0 ? 'Nobody waits' : counted(count, 'person waits', 'people wait')),
  ask: 'Want in? Ask on your phone, or raise your hand.',
  card: 'From the outer ring',
  groupsAsk: 'With three or four beside you: which one question do you have? Send it as a silent card.',
  lastWords: 'One more sentence from each chair, if you like. Nobody comes in any more.',
  lookBack: 'What will you take with you?',
  notes: 'What was said',
  noNotes: 'Nothing is noted yet.',
  airtime: {
    title: 'Who has sat',
    sat: ({ sat, present }: RoomFigures) => `${sat} of ${present} here`,
    turnover: ({ turnover }: RoomFigures) => `${counted(turnover, 'change', 'changes')} in ten minutes`,
    gini: (gini: number) => `time in the chairs is ${shared(gini)}`
  },
  pairs: {
    title: 'Turn to the person beside you',
    again: 'Turn to your neighbour again',
    begin: 'Before the circle begins:',
    end: 'After what you heard:',
    steps: ['Think, each alone', 'One speaks', 'The other speaks'],
    seconds: (count: number) => `${count} s`,
    done: 'Look up. Finish your sentence.',
    doneAgain: 'Look up. Thank your neighbour.'
  }
};

export const text = {
  where: 'Where we are',
  form: 'Kind of fishbowl',
  time: 'Time',
  left: (minutes: number) =>
    minutes < 1 ? 'less than a minute left' : `${counted(minutes, 'minute', 'minutes')} left`,
  over: (minutes: number) => (minutes < 1 ? 'The time is over.' : `${counted(minutes, 'minute', 'minutes')} over time`),
  chairs: 'Chairs',
  chair: 'Chair',
  who: 'Who sits there',
  since: 'For how long',
  behind: 'Standing behind',
  line: 'Who is next',
  why: 'What about',
  card: 'A question from the outer ring',
  notes: 'What was said',
  figures: 'Figures',
  level: (level: number) => `Level ${level}: `,
  minutes: (minutes: number) => counted(minutes, 'minute', 'minutes'),
  nobodyNext: 'Nobody waits.',
  heldFor: (name: string | null) => `held for ${name ?? 'whoever was called'}`
};

/** In words, because a number between 0 and 1 tells a room nothing. Facilitators try to stay under 0.4. */
function shared(gini: number): string {
  if (gini < 0.2) return 'shared evenly';
  if (gini <= 0.4) return 'shared fairly evenly';
  return gini <= 0.6 ? 'shared unevenly' : 'mostly with a few';
}
