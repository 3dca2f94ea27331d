import type { Answer } from '#wire/messages.ts';

const STATUS: Readonly<Record<string, number>> = {
  'too-many-codes': 429,
  'too-many-tries': 429,
  'too-fast': 429,
  'door-busy': 429,
  'joined-often': 429,
  'door-locked': 403,
  'gathering-closed': 410,
  'gathering-deleted': 410,
  'full-house': 503,
  'storage-full': 503,
  'storage-away': 503
};

/** How HTTP says what a form was refused for. */
export const statusOf = (refused: string): number => STATUS[refused] ?? 400;

/** The same for what scripts post: pages of ours read 400 as a no, and try again after 503. */
export const statusForScripts = (refused: string): number =>
  [429, 503].includes(statusOf(refused)) ? statusOf(refused) : 400;

/** Why a form was not taken; null when it was. A form cannot wait for what is tried again later. */
export function whyNotTaken(answer: Answer): string | null {
  if ('later' in answer) return answer.later;
  return 'refused' in answer ? answer.refused : null;
}
