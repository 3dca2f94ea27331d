import { counted } from '#words/en/counted.ts';
import { outOf } from '#words/en/shares.ts';
import { clock } from '#kit/board/soft-clock.ts';
import { forms, stages } from './forms.ts';
import { steps } from './steps.ts';
import { HOLD_MS } from '../limits.ts';
import type { Exposure, Form, Policy } from '../settings.ts';
import type { Stage } from '../stages/stage-order.ts';

/**
 * The console draws the time once a second and may be one second behind, so the time left is capped: it never shows
 * more than a chair is held for.
 */
const secondsLeft = (ms: number): number => Math.ceil(Math.min(HOLD_MS, Math.max(0, ms)) / 1000);

const minutes = (ms: number): string =>
  ms < 60_000 ? 'less than a minute' : counted(Math.floor(ms / 60_000), 'minute', 'minutes');
const hundredths = (share: number): string => share.toFixed(2);

const policies: Record<Policy, { name: string; about: string }> = {
  'first-timers': {
    name: 'First-timers first',
    about: 'Whoever has not sat here yet is next. Among them, whoever asked first.'
  },
  'first-come': { name: 'First come', about: 'Whoever asked first is next.' },
  balance: {
    name: 'Balanced',
    about: 'Next is somebody of the kind that has sat least. Among them, whoever asked first.'
  },
  facilitator: { name: 'Asked in', about: 'Nobody is called automatically. A facilitator asks people in.' }
};

const exposures: Record<Exposure, { name: string; about: string }> = {
  L1: { name: 'Nobody is named', about: 'The board and the harvest say “Speaker 1”, “Speaker 2”.' },
  L2: { name: 'The room sees names', about: 'The board shows names. The harvest does not.' },
  L3: { name: 'The harvest shows names, too', about: 'The harvest names those who agree on their own phone.' }
};

const turnTo: Record<Exclude<Stage, 'ready'>, string> = steps.stages;

/** The words of the console: the circle, the queue, the notes, the figures. */
export const consoleWords = {
  forms,
  policies,
  exposures,
  stages,
  speaker: (number: number) => `Speaker ${number}`,
  onBoardAs: (number: number) => `on the board: Speaker ${number}`,
  withdrawn: 'withdrawn',
  show: 'Show',
  yes: 'Yes',
  no: 'No',
  cancel: 'Cancel',

  health: {
    left: (ms: number) => (ms >= 0 ? `${clock(ms)} left` : `${clock(-ms)} over time`),
    waiting: (count: number) => (count === 0 ? 'nobody waits' : counted(count, 'waits', 'wait')),
    sat: (sat: number, present: number) => `${sat} of ${present} here have sat`,
    group: (now: number, groups: number) =>
      now === 0 ? counted(groups, 'group', 'groups') : `group ${now} of ${groups}`,
    notBegun: 'People see the question. Begin when the room is ready.'
  },

  ring: {
    title: 'The inner circle',
    keys: 'Keys: 1 to 9 choose a chair, T begins or ends a talk.',
    chair: (number: number) => `Chair ${number}`,
    free: 'Free',
    invited: 'Invited',
    remote: 'Remote',
    held: (name: string, ms: number) => `for ${name}: ${secondsLeft(ms)} s`,
    sat: (ms: number) => clock(ms),
    satFor: (ms: number) => `has sat for ${minutes(ms)}`,
    nudgedShort: 'told',
    talk: 'Talk',
    talking: (ms: number) => clock(ms),
    add: 'Add a chair',
    addRemote: 'Add a chair for remote people',
    empty: 'There is no chair in the circle.'
  },

  chair: {
    seat: 'Who sits down?',
    seatAbout: 'Choose somebody. Nobody has to be in the line.',
    instead: 'Seat somebody else here',
    insteadAbout: (name: string) => `${name} makes room.`,
    correct: (name: string) => `This was not ${name}`,
    correctAbout: 'Choose who it was. The time and the notes follow.',
    unseat: 'Mark as stepped out',
    unseatOf: (name: string) => `Mark as stepped out: ${name}`,
    nudge: 'Tell them that others wait',
    nudgeAbout: 'Only they see it, on their phone.',
    noPhone: 'They have no phone: tell them yourself.',
    nudgedAgo: (ms: number) => `Told ${ms < 60_000 ? 'just now' : `${minutes(ms)} ago`} that others wait.`,
    sit: (name: string) => `Mark as seated: ${name}`,
    letPass: 'Let somebody else go first',
    heldFor: (name: string, ms: number) => `Held for ${name}, ${counted(secondsLeft(ms), 'second', 'seconds')} more.`,
    takes: (name: string) => `Give the place to ${name}`,
    behind: 'Behind this chair',
    remove: 'Take this chair away',
    close: 'Close',
    mayBeNamed: 'May the harvest name them?',
    seated: (name: string, number: number) => `${name} sits on chair ${number}.`,
    sits: (name: string) => `${name} sits in the circle.`,
    freed: (name: string) => `${name} stepped out.`,
    nudged: (name: string) => `${name} was told.`,
    corrected: (name: string) => `It was ${name}. The notes followed.`,
    added: 'A chair was added.',
    removed: 'The chair is gone.',
    asked: (name: string) => `${name} is in the line.`,
    withdrawn: (name: string) => `${name} does not wait any more.`,
    passed: (name: string) => `${name} lets somebody else go first.`,
    named: (name: string, named: boolean) => (named ? `${name} may be named.` : `${name} will not be named.`)
  },

  pick: {
    inLine: 'In the line',
    invited: 'Invited',
    walkIns: 'Without a phone',
    everybody: 'Everybody here'
  },

  line: {
    title: 'The line',
    rule: 'Who is next',
    empty: 'Nobody waits.',
    inviting: 'When few ask, leave a silence. It takes people a while to stand up.',
    closed: 'Nobody can ask to come in now.',
    notYet: 'People can ask to come in once it has begun.',
    first: 'first time',
    waited: (ms: number) => `waits for ${minutes(ms)}`,
    forChair: (number: number) => `for chair ${number}`,
    held: (number: number, ms: number) => `chair ${number} is held, ${secondsLeft(ms)} s`,
    sit: 'Mark as seated',
    askIn: 'Ask in',
    withdrawShort: 'Take off the line',
    all: (count: number) => `Show all ${count}`,
    fewer: 'Show only the first',
    noChair: 'No chair is free. Choose a chair above to let them take a place.',
    join: 'Put in the line',
    askFor: 'Ask for somebody',
    askForAbout: 'For people without a phone, and for anybody who asks you.',
    why: 'In a few words: what about? (optional)',
    chair: 'Which chair?',
    anyChair: 'Any chair',
    tag: 'They come in as',
    tagUnsaid: 'Not said',
    who: 'Who would like to come in?'
  },

  course: {
    title: 'Question, form, waiting',
    others: 'Go on to',
    turnTo,
    form: 'Form',
    formAbout: 'You can change it at any time. Whoever sits stays, and the line stays.',
    change: (form: Form) => `Change to “${forms[form].name}”`,
    question: 'The question',
    editQuestion: 'Change the question',
    nudge: 'Tell somebody that others wait, after',
    nudgeAfter: (count: number | null) =>
      count === null ? 'never automatically' : counted(count, 'minute', 'minutes'),
    nudgeAbout: 'Only they are told, and only if somebody waits.'
  },

  cards: {
    title: 'Silent cards',
    waiting: (count: number) => (count === 0 ? '' : counted(count, 'card waits', 'cards wait')),
    take: 'People may send silent cards',
    empty: 'No card yet. The outer ring sends questions without speaking.',
    show: 'Show on the board',
    takeOff: 'Take off the board',
    hide: 'Do not show',
    answered: 'Mark as answered',
    states: { waiting: 'waiting', shown: 'on the board', answered: 'answered', hidden: 'not shown' },
    writeFor: 'Write one for somebody',
    card: 'The question or word',
    from: 'From whom?',
    sent: (name: string) => `The card of ${name} is sent.`
  },

  groups: {
    title: 'Groups',
    make: 'Make groups',
    makeAgain: 'Make new groups',
    makeAbout: 'Divides everybody here into groups, as many in each as there are chairs.',
    next: 'Next group',
    group: (number: number) => `Group ${number}`,
    now: 'talks now',
    none: 'There are no groups yet.'
  },

  turns: {
    tab: 'Turns',
    title: 'Who sat',
    about: 'The wrong name on a turn? Say who it was: the time and the notes follow.',
    none: 'Nobody has sat yet.',
    now: 'sits now',
    sat: (ms: number) => `sat ${clock(ms)}`,
    wrong: 'Correct the name',
    wrongOf: (name: string) => `Correct the name: ${name}`,
    was: (name: string) => `Who was it, if not ${name}?`,
    all: 'Show all turns'
  },

  scribes: {
    title: 'Scribes',
    about: 'Scribes write on their own phone or laptop, several at once.',
    none: 'Nobody writes yet.',
    made: (name: string) => `${name} can write now.`,
    ended: (name: string) => `${name} does not write any more.`
  },

  airtime: {
    title: 'Who had how much time',
    about: 'In the order people first sat. Talk is timed only when you tap it.',
    who: 'Who',
    turns: 'Turns',
    seat: 'In a chair',
    talk: 'Talked',
    none: 'Nobody has sat yet.',
    whole: 'The whole room',
    sat: 'Have sat',
    satOf: (sat: number, present: number) => `${sat} of ${present}`,
    turnover: 'Came in, last ten minutes',
    gini: 'How evenly time is shared',
    giniOf: (gini: number | null) => (gini === null ? 'needs at least two people' : hundredths(gini)),
    giniAbout: '0: everybody who sat had the same time. 1: one person had all of it. Aim at 0.40 or less. (Gini index)',
    wait: 'Wait, middle and longest',
    waitOf: (median: number, longest: number) => `${clock(median)} and ${clock(longest)}`,
    unserved: 'Asked and never sat',
    firstTimers: 'Turns that were somebody’s first',
    empty: 'A free chair stood empty',
    unknown: 'nothing yet',
    outOf,
    clock,
    show: 'Show the figures of the whole room on the board',
    showAbout: 'Never times of single people, and never an order.'
  },

  notes: {
    title: 'Notes',
    count: (count: number) => (count === 0 ? '' : counted(count, 'note', 'notes')),
    show: 'Show the notes on the board',
    later: 'Notes can be written once the conversation is open.',
    discussion: 'In the circle'
  },

  exposure: { title: 'Who learns who said what' },

  setUp: {
    question: 'The question',
    questionAbout: 'Open, short, and one that several people can answer from their own life.',
    form: 'Form',
    seats: 'Chairs in the circle',
    seatsAbout: (least: number, most: number) => `${least} to ${most}, the free one among them.`,
    remote: 'One chair is kept for people who are not in the room',
    invited: 'Who is invited to begin? One name on each line.',
    invitedAbout: 'They need no phone.',
    policy: 'Who is next',
    tags: 'What people may come in as. One on each line.',
    tagsAbout: 'For example: resident, shopkeeper, council.',
    exposure: 'Who learns who said what',
    minutes: 'Minutes',
    minutesGroup: 'Minutes for each group',
    minutesAbout: 'It ends softly. Leave it empty for no end.',
    nudge: 'Tell somebody that others wait, after this many minutes',
    nudgeAbout: 'Only they are told, and only if somebody waits. Leave it empty for never.',
    more: 'More choices'
  }
};
