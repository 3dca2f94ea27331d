import type { AdviceCode, WordLists } from '../words/advice.ts';
import { lists } from '../words/coach.ts';
import { STATEMENT_ADVICE, type Kind } from '../settings.ts';

/** A statement as it stands in the form; fields may still be empty. */
export type Draft = { text: string; poleA: string; poleB: string; middle: string | null; kind: Kind };

/**
 * `look`: it will trouble people. `consider`: it may be meant so. `found`: the words that caused the advice, to quote
 * them.
 */
export type Advice = { code: AdviceCode; hint: 'look' | 'consider'; found: string };

const WORDS_MOST = 20;
const POLE_WORDS_MOST = 4;

/**
 * Advice on a statement while it is written, the most serious first. It forbids nothing: a facilitator knows the people
 * better.
 */
export function advise(draft: Draft, words: WordLists = lists): Advice[] {
  const found = CHECKS.flatMap((check) => check(draft, words) ?? []);
  return [...found.filter(({ hint }) => hint === 'look'), ...found.filter(({ hint }) => hint === 'consider')];
}

type Check = (draft: Draft, words: WordLists) => Advice | null;

const CHECKS: readonly Check[] = [
  doubleBarrelled,
  factual,
  closed,
  tooLong,
  negation,
  leading,
  polesSame,
  polesByNot,
  polesLong
];

function doubleBarrelled({ text, kind }: Draft, { reasons, joins, pairs }: WordLists): Advice | null {
  const said = pairs.reduce((rest, pair) => rest.replaceAll(` ${pair} `, ' … '), spaced(text));
  const reason = firstIn(said, reasons);
  if (reason) return look('double-barrelled', reason);
  const join = firstIn(said, joins);
  if (join) return { code: 'double-barrelled', hint: kind === 'opinion' ? 'look' : 'consider', found: join };
  return sentences(text) > 1 ? consider('double-barrelled', '.') : null;
}

/** A statement that can be looked up starts no talk. A judgement cannot be looked up. */
function factual({ text, kind }: Draft, { lookUp, facts, judgements }: WordLists): Advice | null {
  const said = spaced(text);
  if (firstIn(said, judgements)) return null;
  const question = lookUp.find((start) => said.startsWith(` ${start} `));
  if (question) return consider('factual', question);
  const figure = /\p{N}+(?:[.,]\p{N}+)?\s?%?/u.exec(text)?.[0].trim();
  const fact = figure ?? firstIn(said, facts);
  return fact && kind === 'opinion' ? look('factual', fact) : fact ? consider('factual', fact) : null;
}

function closed({ text, poleA, poleB, kind }: Draft, { yesNo, yesAndNo }: WordLists): Advice | null {
  const start = text.trim().endsWith('?') ? yesNo.find((word) => spaced(text).startsWith(` ${word} `)) : undefined;
  if (start) return { code: 'closed', hint: kind === 'opinion' ? 'look' : 'consider', found: start };
  const poles = [poleA, poleB].map((pole) => spaced(pole).trim());
  const [yes, no] = yesAndNo;
  return poles.includes(yes) && poles.includes(no) ? consider('closed', `${yes} / ${no}`) : null;
}

function tooLong({ text }: Draft): Advice | null {
  const letters = [...text.trim()].length;
  if (letters > STATEMENT_ADVICE) return look('too-long', String(letters));
  const words = tokens(text).length;
  return words > WORDS_MOST ? consider('too-long', String(words)) : null;
}

/**
 * With one “not” people must disagree with a no; with two they must count. “Never” alone is a strong word and a good
 * one.
 */
function negation({ text }: Draft, { negations }: WordLists): Advice | null {
  const found = tokens(text).filter((word) => isNegation(word, negations));
  const [first] = found.filter((word) => word !== 'never');
  if (found.length > 1) return look('negation', found.join(', '));
  return first ? consider('negation', first) : null;
}

function leading({ text }: Draft, words: WordLists): Advice | null {
  const found = firstIn(spaced(text), words.leading);
  return found ? look('leading', found) : null;
}

function polesSame({ poleA, poleB, middle }: Draft): Advice | null {
  const [a, b, between] = [poleA, poleB, middle ?? ''].map((pole) => spaced(pole).trim());
  if (!a || !b) return null;
  if (a === b) return look('poles-same', poleA.trim());
  return between && (between === a || between === b) ? look('poles-same', (middle ?? '').trim()) : null;
}

/** A pole such as “Not with others” tells what is missing at this end, and not what is there. */
function polesByNot({ poleA, poleB }: Draft, { negations, fillers }: WordLists): Advice | null {
  const [a = '', b = ''] = [poleA, poleB].map((pole) => withoutNegation(pole, negations, fillers));
  const [negativeA, negativeB] = [poleA, poleB].map((pole) => tokens(pole).some((word) => isNegation(word, negations)));
  if (!a || a !== b || negativeA === negativeB) return null;
  return look('poles-by-not', negativeA ? poleA.trim() : poleB.trim());
}

function polesLong({ poleA, poleB }: Draft): Advice | null {
  const long = [poleA, poleB].find((pole) => tokens(pole).length > POLE_WORDS_MOST);
  return long === undefined ? null : consider('poles-long', long.trim());
}

const look = (code: AdviceCode, found: string): Advice => ({ code, hint: 'look', found });
const consider = (code: AdviceCode, found: string): Advice => ({ code, hint: 'consider', found });

const tokens = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];

/** Lower case, one space between words and at both ends, so that a phrase is found as whole words. */
const spaced = (text: string): string => ` ${tokens(text).join(' ')} `;

const firstIn = (said: string, phrases: readonly string[]): string | undefined =>
  phrases.find((phrase) => said.includes(` ${phrase} `));

const sentences = (text: string): number => text.split(/[.!?;]/u).filter((part) => tokens(part).length > 1).length;

const isNegation = (word: string, negations: readonly string[]): boolean =>
  negations.includes(word) || word.endsWith("n't");

const withoutNegation = (pole: string, negations: readonly string[], fillers: readonly string[]): string =>
  tokens(pole)
    .filter((word) => !isNegation(word, negations) && !fillers.includes(word))
    .join(' ');
