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

/** Words that give a fault away, by language. All in lower case; phrases with single spaces. */
export type WordLists = {
  /** Words that always join two thoughts, and words that often do. */
  reasons: readonly string[];
  joins: readonly string[];
  /** Pairs that are one thought, such as “more and more”. */
  pairs: readonly string[];
  /** Beginnings of questions that are answered by yes or no, and by a figure or a name. */
  yesNo: readonly string[];
  lookUp: readonly string[];
  /** Words for facts that can be looked up, and words of judgement. */
  facts: readonly string[];
  judgements: readonly string[];
  negations: readonly string[];
  /** Words that go with a “not” and mean nothing without it. */
  fillers: readonly string[];
  leading: readonly string[];
  yesAndNo: readonly [string, string];
};
