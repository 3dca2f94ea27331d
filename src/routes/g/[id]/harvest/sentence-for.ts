import { refusals } from '#words/index.ts';

/** Why a correction was refused. */
export const sentenceFor = (refused: string): string =>
  (refusals as Record<string, string>)[refused] ?? refusals['went-wrong'];
