import { randomBetween, pickOne, type BotAction, type RandomSource } from '#kit/bots.ts';
import type { AllSeen, PersonSeen } from './views.ts';

const THINKING_MS = 3_000;
const SLOWEST_MS = 40_000;
const SILENT = 0.1;
const ANSWERS = ['Curiosity', 'To meet my neighbours', 'I want to help', 'Because my sister asked me', 'Soup'];

/** People react once to the question, and not to every answer. */
export const trigger = ({ question, shown }: AllSeen): string => `${question} ${shown}`;

export function react({ shown }: AllSeen, own: PersonSeen | null, random: RandomSource): BotAction | null {
  if (shown || own !== null || random() < SILENT) return null;
  return {
    command: 'answer',
    input: { text: pickOne(ANSWERS, random) ?? 'Soup' },
    afterMs: randomBetween(THINKING_MS, SLOWEST_MS, random)
  };
}
