import { describe, expect, test } from 'vitest';
import { templates } from '../../../words/templates.ts';
import { advise, type Draft } from './coach.ts';
import { ADVICE_CODES } from '../words/advice.ts';
import { coachWords } from '../words/coach.ts';
import { KINDS } from '../settings.ts';

const opinion = (text: string, changes: Partial<Draft> = {}): Draft => ({
  text,
  poleA: 'I agree',
  poleB: 'I disagree',
  middle: null,
  kind: 'opinion',
  ...changes
});
const continuum = (text: string, poleA: string, poleB: string, middle: string | null = null): Draft => ({
  text,
  poleA,
  poleB,
  middle,
  kind: 'continuum'
});
const told = (draft: Draft) => advise(draft).map(({ code, hint }) => `${code}: ${hint}`);

describe('SP36 the coach', () => {
  test.each([
    'It is never OK to read a message that was meant for somebody else.',
    'In this neighbourhood I know whom to ask for help.',
    'We should decide more things together on our street.',
    'Everybody should work four days a week.',
    'A good meeting needs a person who leads it.',
    'I feel at home here more and more.',
    'Our group is like friends and family to me.',
    'A thousand euros are enough for a month.',
    'Trust grows only where people see each other.'
  ])('lets a good statement be: %s', (text) => {
    expect(advise(opinion(text))).toEqual([]);
  });

  test('lets the three lines of 2015 be, but for the length of two ends', () => {
    const settings = templates['cooperation-day']?.blocks[0]?.settings as { statements: Draft[] };
    expect(settings.statements.map(told)).toEqual([[], ['poles-long: consider'], ['poles-long: consider']]);
  });

  test.each([
    ['We should meet more often and decide things together.', 'and'],
    ['I share my tools because it is good for the planet.', 'because'],
    ['Cars should be slower or stay outside the city.', 'or'],
    ['We need more meetings but shorter ones.', 'but']
  ])('hears two thoughts in one: %s', (text, found) => {
    expect(advise(opinion(text))).toContainEqual({ code: 'double-barrelled', hint: 'look', found });
  });

  test('asks more softly on a continuum, and where there are two sentences', () => {
    expect(told(continuum('How do you cook and eat?', 'Together', 'Alone'))).toEqual(['double-barrelled: consider']);
    expect(told(opinion('We should share. It makes life better.'))).toEqual(['double-barrelled: consider']);
  });

  test.each([
    ['Our town has 40 libraries.', 'factual: look'],
    ['This library was founded in 1920.', 'factual: look'],
    ['Half the gardens take 12,5 % of the water.', 'factual: look'],
    ['The Danube is the largest river of the region.', 'factual: look']
  ])('sees what can be looked up: %s', (text, expected) => {
    expect(told(opinion(text))).toEqual([expected]);
  });

  test('says what it saw, so that it can be checked', () => {
    expect(advise(opinion('This library was founded in 1920.'))).toContainEqual({
      code: 'factual',
      hint: 'look',
      found: '1920'
    });
  });

  test.each([
    ['Do you share tools with neighbours?', 'do'],
    ['Should everybody work less?', 'should'],
    ["Isn't it better to share?", "isn't"]
  ])('hears a question that is answered by yes or no: %s', (text, found) => {
    expect(advise(opinion(text))).toContainEqual({ code: 'closed', hint: 'look', found });
  });

  test('hears yes and no at the ends of a line', () => {
    expect(told(continuum('How do you share?', 'Yes', 'No'))).toContain('closed: consider');
    expect(told(continuum('Do you share?', 'All of it', 'Little'))).toContain('closed: consider');
  });

  test('counts letters as they are seen, and words', () => {
    expect(told(opinion('a'.repeat(90)))).toEqual([]);
    expect(told(opinion('a'.repeat(91)))).toEqual(['too-long: look']);
    expect(told(opinion('👩‍🌾'.repeat(30)))).toEqual([]);
    expect(told(opinion('I am so at it we go as we do if it is us I am he we do it so go'))).toEqual([
      'too-long: consider'
    ]);
  });

  test.each([
    ['We should not vote.', 'negation: consider'],
    ["I don't know my neighbours.", 'negation: consider'],
    ['I don’t know my neighbours.', 'negation: consider'],
    ['Nobody should decide without being asked.', 'negation: look'],
    ['It is never right not to ask.', 'negation: look']
  ])('hears a not: %s', (text, expected) => {
    expect(told(opinion(text))).toEqual([expected]);
  });

  test.each([
    ['Obviously we need more trees.', 'obviously'],
    ['Of course people should share.', 'of course'],
    ['Everyone knows that meetings are too long.', 'everyone knows']
  ])('hears the answer in the question: %s', (text, found) => {
    expect(advise(opinion(text))).toContainEqual({ code: 'leading', hint: 'look', found });
  });

  test('compares the ends of the line', () => {
    expect(told(continuum('How do you live?', 'Together', ' together '))).toEqual(['poles-same: look']);
    expect(told(continuum('How do you live?', 'Together', 'Alone', 'alone'))).toEqual(['poles-same: look']);
    expect(told(continuum('How do you live?', 'With others', 'Not with others'))).toEqual(['poles-by-not: look']);
    expect(told(continuum('How do you live?', 'I share', 'I don’t share'))).toEqual(['poles-by-not: look']);
    expect(told(continuum('How do you live?', 'With others, by an arrangement', 'Alone'))).toEqual([
      'poles-long: consider'
    ]);
  });

  test('waits while the form is still empty', () => {
    expect(advise(continuum('', '', ''))).toEqual([]);
    expect(advise(continuum('', 'With others', ''))).toEqual([]);
  });

  test('says what troubles people before what may be meant so', () => {
    const hints = advise(opinion('Obviously we should not meet, because it rains.')).map(({ hint }) => hint);
    expect(hints).toEqual(['look', 'look', 'consider']);
  });

  test('has a reason and a better example for everything it says, and a script for every kind', () => {
    for (const code of ADVICE_CODES) {
      const { says, before, after } = coachWords.advice[code];
      expect([says, before, after].every((words) => words.length > 3)).toBe(true);
    }
    for (const kind of KINDS) expect(coachWords.script[kind].length).toBeGreaterThan(3);
  });

  test.each(ADVICE_CODES.filter((code) => !code.startsWith('poles')))(
    'its own example for %s is better after',
    (code) => {
      const { before, after } = coachWords.advice[code];
      expect(advise(opinion(before)).map((advice) => advice.code)).toContain(code);
      expect(advise(opinion(after))).toEqual([]);
    }
  );

  test('takes the words of another language', () => {
    const german = {
      reasons: ['weil'],
      joins: ['und'],
      pairs: [],
      yesNo: ['ist'],
      lookUp: [],
      facts: [],
      judgements: ['wir'],
      negations: ['nicht'],
      fillers: [],
      leading: ['natürlich'],
      yesAndNo: ['ja', 'nein']
    } as const;
    expect(advise(opinion('Natürlich sollten wir teilen, weil es gut ist.'), german).map(({ found }) => found)).toEqual(
      ['weil', 'natürlich']
    );
  });
});
