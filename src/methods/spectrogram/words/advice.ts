export const ADVICE_CODES = [
  'double-barrelled',
  'factual',
  'closed',
  'too-long',
  'negation',
  'leading',
  'poles-same',
  'poles-by-not',
  'poles-long'
] as const;

export type AdviceCode = (typeof ADVICE_CODES)[number];

/** Words of a language that tell. All in small letters; phrases with single spaces. */
export type WordLists = {
  /** Two thoughts in one: always, and often. */
  reasons: readonly string[];
  joins: readonly string[];
  /** Two words that are one thought, such as “more and more”. */
  pairs: readonly string[];
  /** How questions begin that are answered by yes or no, and by a figure or a name. */
  yesNo: readonly string[];
  lookUp: readonly string[];
  /** What is found in a register, and what makes a judgement of it. */
  facts: readonly string[];
  judgements: readonly string[];
  negations: readonly string[];
  /** What comes along with a “not” and means nothing without it. */
  fillers: readonly string[];
  leading: readonly string[];
  yesAndNo: readonly [string, string];
};
