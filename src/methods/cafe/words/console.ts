import { counted } from '#words/en/counted.ts';
import { clock } from '#kit/board/soft-clock.ts';
import type { Exposure, HostMode, Layout } from '../settings.ts';
import type { Stage } from '../stages.ts';

const stages: Record<Stage, string> = {
  ready: 'Not begun',
  finding: 'People look for their tables',
  talking: 'The tables talk',
  harvest: 'Harvest',
  closed: 'Closed'
};

const hosts: Record<HostMode, { name: string; about: string }> = {
  stays: { name: 'Hosts stay', about: 'One person keeps each table all the time and tells what was said.' },
  swaps: { name: 'Hosts change', about: 'After each round somebody who sat there stays once, then travels.' },
  none: { name: 'Everybody travels', about: 'Nobody stays. The sheet on the table remembers.' }
};

const exposures: Record<Exposure, { name: string; about: string }> = {
  L1: { name: 'Nobody is named', about: 'Phones tell nobody who else sits at a table.' },
  L2: {
    name: 'The table sees names',
    about: 'Those at one table see who should be there. Notes never carry a name.'
  }
};

const layouts: Record<Layout, { name: string; about: string }> = {
  rounds: { name: 'A question for each round', about: 'All tables talk about the same question.' },
  topics: { name: 'A topic for each table', about: 'Each table keeps its topic. People visit some of them.' }
};

const needs = { chair: 'needs a chair', person: 'somebody is missing', help: 'asks for help' };

const table = (number: number) => `Table ${number}`;

/** What facilitators and helpers read: tables, people, plan, notes. */
export const consoleWords = {
  stages,
  hosts,
  exposures,
  layouts,
  needs,
  table,
  people: (count: number) => counted(count, 'person', 'people'),
  withdrawn: 'withdrawn',
  save: 'Save',
  cancel: 'Cancel',
  remove: 'Remove',
  none: 'None',

  head: {
    round: (round: number, rounds: number) => `round ${round} of ${rounds}`,
    left: (ms: number) => (ms >= 0 ? `${clock(ms)} left` : `${clock(-ms)} over time`),
    seated: (seated: number, expected: number) => `${seated} of ${expected} at their tables`,
    unseated: (count: number) => `${count} without a table`,
    notes: (count: number) => counted(count, 'note', 'notes'),
    noQuestion: 'No question yet.',
    asked: 'The board does not show the question yet.'
  },

  questions: {
    title: 'Questions',
    count: (count: number) => counted(count, 'round', 'rounds'),
    about: 'One for each round, in this order. Short, and open.',
    aboutTopics: 'One above all topics, or none.',
    of: (round: number) => `Question of round ${round}`,
    above: 'The question above all topics',
    edit: (round: number) => `Change the question of round ${round}`,
    editShort: 'Change',
    remove: (round: number) => `Remove round ${round}`,
    add: 'Add a round',
    addAbove: 'Add a question',
    new: 'The question of the next round',
    begun: 'has begun',
    added: 'A round was added.',
    removed: 'The round is gone.',
    saved: 'The question was changed.'
  },

  plan: {
    title: 'Who sits where',
    about: 'Nobody is told anything until you have looked at the plan.',
    empty: (present: number) =>
      present === 0 ? 'Nobody is here yet.' : `${counted(present, 'person is', 'people are')} here.`,
    make: 'Make a plan',
    again: 'Make another plan',
    making: 'A plan is being made …',
    stop: 'Stop',
    draft: 'This plan is not told yet',
    current: 'The plan people move by',
    figures: (people: number, tables: number) =>
      `${counted(people, 'person', 'people')} at ${counted(tables, 'table', 'tables')}`,
    tell: 'Tell people their tables',
    tellLater: 'Use it for the rounds to come',
    drop: 'Discard it',
    replan: 'Plan the remaining rounds again',
    replanAbout: 'For people who came or left. Nobody’s table of this round changes.',
    dropped: 'The plan is discarded.',
    told: 'People are told their tables.',
    changed: 'The rounds to come go by the new plan.'
  },

  choosing: {
    title: 'Which topics people chose',
    count: (people: number, present: number) => `${people} of ${present} here have chosen.`,
    wanted: (people: number, chairs: number) =>
      `${counted(people, 'person wants', 'people want')} this, ${counted(chairs, 'chair', 'chairs')} over all rounds`,
    short: 'Give a second table this topic, or more chairs.',
    forSomebody: 'Choose for somebody without a phone',
    who: 'Who?',
    topics: (most: number) => `Their topics, ${most} at most`,
    saved: 'Their choice is kept.'
  },

  course: {
    title: 'Hosts, time, review',
    hosts: 'Who stays at a table',
    fixed: 'People have their tables: this stays as it is.',
    returnHome: 'The last round leads home, to the first table',
    minutes: 'Minutes for each round to come',
    set: 'Set',
    review: 'Look at notes before the wall shows them'
  },

  tables: {
    title: 'Tables',
    count: (count: number) => counted(count, 'table', 'tables'),
    howMany: 'How many tables?',
    chairs: 'Chairs at each, the host’s included',
    chairsAbout: 'Four or five. With more, some only watch.',
    set: 'Set the tables',
    none: 'No tables are set. A plan lays as many as are needed.',
    enough: (chairs: number, present: number) =>
      `${counted(chairs, 'chair', 'chairs')} for ${counted(present, 'person', 'people')} here.`,
    few: (chairs: number, present: number) =>
      `Only ${counted(chairs, 'chair', 'chairs')} for ${counted(present, 'person', 'people')} here.`,
    describe: (number: number) => `Describe table ${number}`,
    describeShort: 'Describe',
    name: 'Name',
    topic: 'Topic',
    zone: 'Where it stands',
    language: 'Language, as a code',
    languageAbout: 'Such as es or pt-BR. Only those who follow it are seated here.',
    seats: 'Chairs',
    hasSeats: (count: number) => counted(count, 'chair', 'chairs'),
    saved: (number: number) => `Table ${number} is described.`,
    areSet: 'The tables are set.'
  },

  wishes: {
    title: 'Wishes',
    about: 'Add them before you make a plan, and it keeps to them.',
    none: 'No wishes yet.',
    kinds: {
      pin: 'Stays at one table',
      together: 'Keep together',
      apart: 'Keep apart',
      tag: 'Spread those who share a mark',
      language: 'Follows only one language'
    },
    abouts: {
      pin: 'Somebody who should not walk, or a point for interpreting.',
      together: 'For a carer or an interpreter: one path, two chairs.',
      apart: 'They never sit at one table.',
      tag: 'Such as an organisation. Those who share it are spread, where it costs no repeat.',
      language: 'They are seated at tables of this language.'
    },
    add: 'Add a wish',
    kind: 'What kind?',
    who: 'Who?',
    whoMore: 'And who else?',
    chosen: 'Chosen',
    at: 'At which table?',
    mark: 'Mark',
    language: 'Language, as a code',
    keep: 'Keep this wish',
    pinned: (name: string, number: number) => `${name} stays at table ${number}`,
    together: (names: string) => `Together: ${names}`,
    apart: (names: string) => `Apart: ${names}`,
    tagged: (name: string, tag: string) => `${name}: ${tag}`,
    speaks: (name: string, language: string) => `${name} follows ${language}`,
    removeOf: (wish: string) => `Remove: ${wish}`,
    takeOut: (name: string) => `Take ${name} out`,
    kept: 'The wish is kept.',
    dropped: 'The wish is gone.'
  },

  round: {
    title: 'This round',
    askAnyway: 'Ask anyway',
    askAbout: (seated: number, present: number, enough: number) =>
      `${seated} of ${present} sit at their tables. From ${enough} on, Next shows the question.`,
    asked: 'The board shows the question.',
    toHarvest: 'To the harvest',
    minutesFor: (number: number) => `More time for table ${number}`,
    plusFull: (count: number, whom: string) => `+${count} min: ${whom}`,
    longer: (count: number) => `${counted(count, 'minute', 'minutes')} more.`
  },

  seating: {
    title: 'Who is not at a table yet',
    all: 'Everybody said that they are at their table.',
    count: (count: number) => (count === 0 ? '' : counted(count, 'person', 'people')),
    goesTo: (number: number) => `goes to table ${number}`,
    noTable: 'has no table',
    here: 'Mark as there',
    hereOf: (name: string, number: number) => `Mark as there: ${name}, table ${number}`,
    give: 'Give a seat',
    giveOf: (name: string) => `Give a seat: ${name}`,
    elsewhere: 'Other table',
    elsewhereOf: (name: string) => `Other table: ${name}`,
    noPhone: 'no phone',
    find: 'Find somebody',
    more: (count: number) => `${count} more. Type a name to find them.`,
    showAll: (count: number) => `Show all ${count}`,
    fewer: 'Show fewer',
    said: (name: string, number: number) => `${name} is at table ${number}.`,
    given: (name: string) => `${name} has a seat.`,
    move: 'Move somebody',
    moveAbout: 'In this round only. To keep somebody at a table for good, add a wish.',
    whom: 'Whom?',
    to: (name: string) => `Where does ${name} sit?`,
    choose: 'Choose a table',
    place: 'Move',
    placed: (name: string, number: number) => `${name} moves to table ${number}.`,
    moves: (name: string) => `${name} moves to another table.`,
    free: (number: number, people: number, seats: number) => `Table ${number}: ${people} of ${seats}`
  },

  grid: {
    title: 'The tables',
    show: 'Show',
    all: (count: number) => `All ${count}`,
    visit: (count: number) => `To visit ${count}`,
    onTheWay: (count: number) => `Still arriving ${count}`,
    nothing: 'No table needs anybody just now.',
    people: (here: number, people: number) => `${here} of ${people} there`,
    notes: (count: number) => counted(count, 'note', 'notes'),
    silent: (minutes: number) => `no note for ${minutes} min`,
    noHost: 'no host',
    needs,
    longer: (ms: number) => (ms >= 0 ? `${clock(ms)} left here` : `${clock(-ms)} over here`),
    closed: 'closed',
    gone: (number: number) => `sits with table ${number}`,
    host: (name: string) => `Host: ${name}`,
    empty: 'Nobody sits here.'
  },

  panel: {
    close: 'Close',
    settled: 'Mark as settled',
    settledSaid: (number: number) => `Table ${number}: it is settled.`,
    hear: 'Mark all as there',
    heard: (number: number) => `All are at table ${number}.`,
    here: 'there',
    notHere: 'not seen yet',
    hosts: 'host',
    isHere: 'Mark as there',
    isHereOf: (name: string) => `Mark as there: ${name}`,
    makeHost: 'Make host',
    makeHostOf: (name: string) => `Make host: ${name}`,
    hostNow: (name: string, number: number) => `${name} hosts table ${number}.`,
    move: 'Move',
    moveOf: (name: string) => `Move: ${name}`,
    lines: 'What the host tells those who arrive',
    merge: 'Join with another table',
    mergeAbout: 'The people and the notes go there. Where a note was written stays with it.',
    mergeInto: 'Join with',
    mergeButton: 'Join',
    merged: (from: number, into: number) => `Table ${from} sits with table ${into} now.`,
    split: 'Split this table',
    splitAbout: 'Choose those who go to a new table.',
    splitButton: (count: number) => (count === 0 ? 'Split' : `Split: ${counted(count, 'person goes', 'people go')}`),
    splitSaid: (number: number) => `Table ${number} is two tables now.`,
    shut: 'Close this table',
    open: 'Open this table again',
    shutSaid: (number: number) => `Table ${number} is closed.`,
    openSaid: (number: number) => `Table ${number} is open again.`,
    write: 'Write a note for somebody',
    writeAbout: 'For people without a phone.',
    from: 'From whom?',
    note: 'The note',
    kind: 'It is',
    kinds: { idea: 'Idea', question: 'Question', insight: 'Insight', quote: 'Quote' },
    put: 'Put it on the table',
    written: (number: number) => `The note is on table ${number}.`
  },

  scribes: {
    title: 'Scribes',
    about: 'A scribe writes at every table, marks notes with a star and folds them into one, on their own phone.',
    none: 'Nobody yet.',
    made: (name: string) => `${name} is a scribe now.`,
    ended: (name: string) => `${name} is not a scribe any more.`
  },

  exposure: { title: 'Who learns who sits where' },

  ending: {
    reopen: 'Open it again',
    reopened: 'The harvest is open again.'
  }
};
