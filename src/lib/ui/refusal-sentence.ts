import type { Answer } from '#wire/messages.ts';
import { later, notTaken, refusals } from '#words/index.ts';

type Sentences = Readonly<Record<string, string>>;

/** Why a command was not taken, as a sentence; null when it was taken. A method's own sentences come first. */
export function sentenceFor(answer: Answer, own: Sentences = {}): string | null {
  if ('version' in answer) return null;
  if ('later' in answer) return later[answer.later];
  return own[answer.refused] ?? (refusals as Sentences)[answer.refused] ?? notTaken;
}
