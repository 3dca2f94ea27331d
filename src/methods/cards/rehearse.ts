import { randomBetween, pickOne, type BotAction, type RandomSource } from '#kit/bots.ts';
import type { AllSeen, PersonSeen } from './views.ts';

const THINKING_MS = 4_000;
const SLOWEST_MS = 60_000;
const CARDS_EACH = 4;
const SILENT = 0.15;
const CARDS = [
  'Benches where people can meet',
  'A bench in front of the shop',
  'Less traffic in the evening',
  'Cars drive too fast here',
  'A garden for everybody',
  'Tools to borrow',
  'Somebody to ask when the heating fails',
  'A meal together once a month'
];

/** A person reacts to each stage, and to their own cards: after one they may write another. */
export const trigger = ({ stage, questions, circle, vote }: AllSeen, own: PersonSeen | null): string =>
  [stage, questions.length, circle, vote?.id, vote?.open, Object.keys(own?.cards ?? {}).length].join(' ');

export function react(all: AllSeen, own: PersonSeen | null, random: RandomSource): BotAction | null {
  const afterMs = randomBetween(THINKING_MS, SLOWEST_MS, random);
  if (all.vote?.open) return own?.vote?.vote === all.vote.id ? null : choose(all, random, afterMs);
  const written = Object.keys(own?.cards ?? {}).length;
  if (all.stage !== 'writing' || written >= CARDS_EACH || random() < SILENT) return null;
  const question = all.together ? Math.floor(random() * all.questions.length) : all.questions.length - 1;
  return {
    command: 'writeCard',
    input: { card: newCard(random), question, text: pickOne(CARDS, random) ?? '' },
    afterMs
  };
}

function choose({ vote }: AllSeen, random: RandomSource, afterMs: number): BotAction | null {
  const option = pickOne(vote?.options ?? [], random);
  return vote && option !== undefined
    ? { command: 'vote', input: { vote: vote.id, votes: { [option]: 1 } }, afterMs }
    : null;
}

const newCard = (random: RandomSource): string =>
  Array.from({ length: 16 }, () => Math.floor(random() * 36).toString(36)).join('');
