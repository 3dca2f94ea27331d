import { opening, spelled } from '#words/en/counted.ts';
export const phone = {
  ready: 'Look up. We begin in a moment.',
  starters: 'Look up. Invited people begin.',
  startersAbout: 'Then a chair opens. You can ask for it already.',
  closed: 'The circle is closed. Thank you.',
  lastWords: 'Last words. Look up.',
  lastWordsAbout: 'Nobody comes in any more.',
  listen: 'Look up, and listen.',
  cannotAsk: 'Nobody can come in just now.',

  freeNow: 'A chair is free.',
  freeSoon: 'Every chair is taken. Ask now, and one is held for you.',
  comeIn: 'I’d like to come in',
  comeInAgain: 'I’d like to come in again',
  why: 'What about?',
  optional: 'a few words, if you like',
  tag: 'I come in as',
  tagUnsaid: 'I’d rather not say',
  anyChair: 'Any chair',
  chooseChair: 'Whose place would you take?',
  stands: (count: number) => (count === 0 ? '' : `${count} behind`),

  exposure: {
    L1: (number: number | null) =>
      number === null ? 'The board gives you a number, not your name.' : `On the board you are Speaker ${number}.`,
    L2: 'The board shows your name. The harvest does not.',
    L3: 'The board shows your name. The harvest names you only if you agree.'
  },
  consent: 'The harvest may name me',

  inLine: 'You are in line.',
  before: (count: number) =>
    count === 0
      ? 'You are next.'
      : count === 1
        ? 'One person is ahead of you.'
        : `${opening(spelled(count))} people are ahead of you.`,
  then: 'When a chair is free, this phone tells you. Put it where you feel it.',
  thenChosen: 'A facilitator asks people in. This phone tells you.',
  thenFirst: 'Whoever has not sat here yet goes first.',
  thenBalance: 'What was heard least goes first.',
  standBehind: (name: string) => `You stand behind ${name}.`,
  standEmpty: 'You stand behind a chair.',
  tapIn: 'Tap, and take the place',
  tapInAbout: 'Wait for the end of a sentence. Then tap them on the shoulder.',
  yourWhy: 'What about',
  withdraw: 'Leave the line',

  called: 'Your chair is free. Go.',
  heldFor: (seconds: number) => (seconds === 1 ? 'Held for 1 second' : `Held for ${seconds} seconds`),
  secondsShort: 'seconds',
  sit: 'I’m sitting',
  letPass: 'Let someone else go first',
  missedOnce: 'The time to sit down was over. Somebody else goes first, then you are called again.',
  lapsed: 'The chair went on to the next person. Ask again when you like.',
  sending: 'Sending',

  sitting: 'You are in the circle.',
  sittingAbout: 'Say what you came to say. Then make room.',
  stepOut: 'I step out',
  nudged: 'Others are waiting. When you have said what you came to say, step out.',
  someBehind: (count: number) =>
    count === 1 ? 'Somebody stands behind your chair.' : `${opening(spelled(count))} people stand behind your chair.`,
  steppedOut: 'Thank you. Look up.',

  group: (group: number) => `You are in group ${group}.`,
  groupTalks: 'Your group talks now. Go to the circle.',
  groupSoon: (groups: number) =>
    groups === 1 ? 'It is the next to talk.' : `${opening(spelled(groups))} groups talk before yours.`,
  groupDone: 'It has talked. Look up, and listen.',
  noGroup: 'Groups talk one after the other. Yours is told here.',

  asking: 'Which question do you have?',
  askingAbout: 'Talk with three or four beside you, then send one.',
  askingSoon: 'Talk with three or four beside you: which one question do you have?',
  card: 'A silent question',
  cardLabel: 'A question or a word for the circle',
  cardAbout: 'Facilitators may show it on the board, without your name.',
  cardSend: 'Send it',
  cardSent: 'Your card is sent.',
  cardAnother: 'Write another',
  yourCards: 'Your cards',
  takeBack: 'Take it back',
  takeBackCard: (card: string) => `Take it back: ${card}`,
  cardStates: {
    waiting: 'waiting to be shown',
    shown: 'on the board',
    answered: 'answered',
    hidden: 'not shown'
  },

  pairs: {
    title: 'Turn to the person beside you.',
    again: 'Turn to your neighbour again.',
    steps: ['Think, each alone: 30 seconds', 'One speaks: 30 seconds', 'The other speaks: 30 seconds'],
    now: 'now',
    done: 'Look up. Finish your sentence.'
  },

  write: 'Write what is said',
  said: 'What was noted of you',
  saidHead: 'As it was noted',
  saidAbout: 'Mend it where it is wrong. Others read what you leave here.',
  withdrawn: 'withdrawn',
  back: 'Back'
};
