import type { AdviceCode, WordLists } from './advice.ts';
import type { Kind } from '../settings.ts';

/** The words of the coach. They stand apart because phones do not need them. */
export const coachWords = {
  title: 'How people may hear it',
  ignore: 'You know your room. Leave it as it is if you mean it so.',
  found: (words: string) => `“${words}”`,
  hints: { look: 'Worth another look', consider: 'Perhaps' },
  example: (before: string, after: string) => `Instead of “${before}”: “${after}”`,
  advice: {
    'double-barrelled': {
      says: 'It says two things. Somebody who agrees with one of them has no place to stand.',
      before: 'We should meet more often and decide things together.',
      after: 'We should decide things together.'
    },
    factual: {
      says: 'It can be looked up. People would be right or wrong, and have nothing to talk about.',
      before: 'Our street has 40 gardens.',
      after: 'Our street has enough gardens.'
    },
    closed: {
      says: 'It is answered by yes or no. A line needs something to lean towards.',
      before: 'Do you share tools with neighbours?',
      after: 'What I need, I would rather share than own.'
    },
    'too-long': {
      says: 'From the last row it cannot be read, and nobody remembers the beginning at the end.',
      before: 'In view of everything we heard today it seems to me that our group ought to change how it decides.',
      after: 'We should change how we decide.'
    },
    negation: {
      says: 'With a “not” in it, people have to disagree with a no.',
      before: 'We should not meet without an agenda.',
      after: 'Every meeting needs an agenda.'
    },
    leading: {
      says: 'It tells people what to answer. Those who think otherwise would rather not show it.',
      before: 'Obviously everybody needs a car.',
      after: 'I need a car.'
    },
    'poles-same': {
      says: 'Two places on the line have the same name.',
      before: 'Together ↔ together',
      after: 'Together ↔ on my own'
    },
    'poles-by-not': {
      says: 'One end only says what it is not. Name what is there, and people can see themselves in it.',
      before: 'With others ↔ not with others',
      after: 'With others ↔ on my own'
    },
    'poles-long': {
      says: 'Ends of up to four words can be read from the last row.',
      before: 'Working in a team where everybody has the same say',
      after: 'As peers'
    }
  } satisfies Record<AdviceCode, { says: string; before: string; after: string }>,

  /** What a facilitator can say, step by step. */
  script: {
    opinion: [
      'I read you a strong sentence. Listen to it as it is, even if you would say it differently.',
      'If you agree with all your heart, go to this end. If you disagree, to the other. Everything between is a place, too.',
      'Not sure is an answer, and not the middle. You can also pass.',
      'Place yourself now. Nobody sees it before all of us do.',
      'Look around. Who wants to say why they stand there? First somebody from the end where fewer are.',
      'Has anybody heard something that moves them? Then move.'
    ],
    continuum: [
      'This line has no right end. Here is one way to live, there is another.',
      'Where are you today? Not where you would like to be.',
      'Not sure, or it does not fit me, is an answer, and not the middle. You can also pass.',
      'Place yourself now. Nobody sees it before all of us do.',
      'Look who is near you. What brought you there? One voice from each end, one from the middle.',
      'Does anybody want to move?'
    ]
  } satisfies Record<Kind, string[]>
};

/** English. Another language brings lists of its own. */
export const lists: WordLists = {
  reasons: ['because', 'so that', 'in order to', 'therefore', 'which is why', 'as well as'],
  joins: ['and', 'or', 'but', 'while', 'although', 'unless'],
  pairs: [
    'more and more',
    'less and less',
    'again and again',
    'now and then',
    'more or less',
    'sooner or later',
    'one or two',
    'once or twice',
    'black and white',
    'peace and quiet',
    'bread and butter',
    'give and take',
    'trial and error',
    'pros and cons',
    'friends and family',
    'family and friends',
    'friends and neighbours',
    'each and every',
    'by and large',
    'women and men',
    'men and women',
    'boys and girls',
    'young and old',
    'old and young',
    'rich and poor',
    'right and wrong',
    'right or wrong',
    'all or nothing',
    'day and night'
  ],
  yesNo: [
    'do',
    'does',
    'did',
    'is',
    'are',
    'am',
    'was',
    'were',
    'can',
    'could',
    'will',
    'would',
    'should',
    'shall',
    'have',
    'has',
    'had',
    'may',
    'must',
    "don't",
    "doesn't",
    "isn't",
    "aren't",
    "shouldn't",
    "can't"
  ],
  lookUp: ['how many', 'how old', 'how tall', 'how big', 'when', 'which year', 'what year', 'in which year', 'who was'],
  facts: [
    'was founded',
    'was built',
    'was invented',
    'is located',
    'is the capital',
    'is the largest',
    'is the oldest',
    'was born',
    'per cent',
    'percent',
    'takes place on',
    'began in',
    'consists of'
  ],
  judgements: [
    'i',
    "i'm",
    "i'd",
    'my',
    'you',
    'your',
    'should',
    'must',
    'ought',
    'need',
    'needs',
    'want',
    'better',
    'worse',
    'best',
    'worst',
    'good',
    'bad',
    'right',
    'wrong',
    'ok',
    'fair',
    'unfair',
    'important',
    'enough',
    'too',
    'more',
    'less',
    'never',
    'always',
    'deserve',
    'deserves',
    'believe',
    'feel',
    'trust'
  ],
  negations: [
    'not',
    'no',
    'never',
    'none',
    'nobody',
    'nothing',
    'nowhere',
    'neither',
    'nor',
    'cannot',
    'without',
    'hardly'
  ],
  fillers: ['do', 'does', 'did', 'am', 'is', 'are', 'i', 'we'],
  leading: [
    'obviously',
    'clearly',
    'of course',
    'surely',
    'naturally',
    'undoubtedly',
    'everybody knows',
    'everyone knows',
    'as we all know',
    'we all know',
    'nobody can deny',
    'common sense',
    'any reasonable person',
    'only a fool',
    'so called',
    'ridiculous',
    'stupid',
    'shameful'
  ],
  yesAndNo: ['yes', 'no']
};
