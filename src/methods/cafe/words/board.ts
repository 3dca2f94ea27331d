import type { Share } from '#contract/share-of-all.ts';
import { PAIRS_PERCENT_FROM } from '#contract/percentages.ts';
import { counted, spelled } from '#words/en/counted.ts';
import { outOf } from '#words/en/shares.ts';
import type { Met, Unsaid } from '../views/encounters.ts';

export const step = (by: number): string => (by === 0 ? 'stays' : by > 0 ? `+${by}` : `−${-by}`);

export const board = {
  ready: {
    title: 'A café',
    about: (tables: number, rounds: number) =>
      `${counted(tables, 'table', 'tables')}, ${counted(rounds, 'round', 'rounds')}.`,
    few: (tables: number) => counted(tables, 'table', 'tables'),
    draws: 'What would you like to talk about?',
    choose: (most: number) =>
      most === 1 ? 'Choose a topic on your phone.' : `Choose up to ${spelled(most)} topics on your phone.`,
    wait: 'In a moment you will be told your table. Stay where you are.'
  },
  round: (round: number, rounds: number) => `Round ${round} of ${rounds}`,
  finding: {
    first: 'Find your table.',
    move: 'Time to move.',
    home: 'Go back to your first table.',
    phone: 'Your phone shows its number. No phone? Your card says it, or ask a helper.',
    path: 'Your phone or your card says the number of your next table.',
    hosts: 'Hosts stay.',
    swap: 'One person stays at each table as its host; all others move.',
    rule: 'By the letter on your card, in table numbers:',
    around: (last: number, first: number) => `After table ${last} comes table ${first}.`,
    passed: (numbers: readonly number[]) =>
      numbers.length === 1
        ? `Table ${numbers[0]} is not counted.`
        : `Tables ${new Intl.ListFormat('en').format(numbers.map(String))} are not counted.`,
    seated: (seated: number, expected: number) => `${seated} of ${expected} at their tables`,
    all: (count: number) => `All ${count} are at their tables`,
    gone: (number: number, into: number) => `Table ${number} sits with table ${into}`
  },
  map: 'The tables',
  talking: {
    topics: 'Each table has its own topic.',
    more: (count: number) => `and ${count} more`,
    cue: 'Write as you talk. Every phone at the table can.',
    none: 'Talk about what your table is about.'
  },
  harvest: {
    title: 'What the tables wrote',
    loose: 'Not in a group yet',
    unnamed: 'A group without a name',
    empty: 'Nothing is on the wall yet.',
    table: (number: number) => `table ${number}`,
    card: 'chosen by its table',
    photo: (number: number) => `Photo from table ${number}`,
    gem: 'a gem',
    noQuestion: 'Without a question'
  },
  encounters: {
    title: 'Who met whom',
    layer: (of: 'people' | 'tables', layer: number) =>
      of === 'people' ? `round ${layer}` : `from round ${layer} to ${layer + 1}`,
    /** Read aloud. */
    summary: ({ met, unsaid }: { met: Met | null; unsaid: Unsaid | null }): string =>
      met ? board.encounters.sentence(met) : unsaid ? board.encounters.unsaid(unsaid) : board.encounters.nobody,
    sentence: ({ least, median, most, again }: Met) => {
      const others = counted(least, 'other', 'others');
      if (least === most && again === 0) return `Everybody met ${others}, and nobody met the same person twice.`;
      if (least === most) return `Everybody met ${others}.`;
      if (least === 0) return `Half of us met ${median} others or more.`;
      const more = median > least ? `half met ${median} or more` : `some met ${most}`;
      return `Everybody met at least ${others}, and ${more}.${again === 0 ? ' Nobody met the same person twice.' : ''}`;
    },
    unsaid: ({ said, of }: Unsaid) =>
      `This shows only ${said} of ${of} seats: too few said where they sat to tell more.`,
    nobody: 'Nobody has said yet where they sat.'
  },
  closed: 'Thank you for what you brought to the tables.'
};

export const text = {
  where: 'Where we are',
  stages: {
    ready: 'Before the first round',
    finding: 'People go to their tables',
    talking: 'The tables talk',
    harvest: 'What was written',
    closed: 'Over'
  },
  question: 'Question',
  time: 'Time',
  left: (minutes: number) =>
    minutes < 1 ? 'less than a minute left' : `${counted(minutes, 'minute', 'minutes')} left`,
  over: (minutes: number) => (minutes < 1 ? 'The time is over.' : `${counted(minutes, 'minute', 'minutes')} over time`),
  tables: 'Tables',
  number: 'Table',
  name: 'Name',
  topic: 'Topic',
  zone: 'Where',
  rule: 'How to move',
  letter: 'Letter',
  goes: 'Goes',
  stays: 'stays',
  on: (by: number) =>
    by === 0 ? 'stays' : by > 0 ? `${counted(by, 'table', 'tables')} on` : `${counted(-by, 'table', 'tables')} back`,
  groups: 'What was written',
  met: {
    people: 'People who said where they sat',
    least: 'Met fewest others',
    median: 'Half met this many or more',
    most: 'Met most others',
    pairs: 'Pairs that met',
    pairsOf: (pairs: Share) => outOf(pairs, PAIRS_PERCENT_FROM)
  }
};
