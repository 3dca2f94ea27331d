import type { Share } from '#contract/share-of-all.ts';
import type { MethodHarvestWords } from '#contract/harvest-words.ts';
import { outOf } from '#words/en/shares.ts';

const minutes = (ms: number): string =>
  ms < 60_000 ? `${Math.round(ms / 1000)}\u00a0s` : `${Math.round(ms / 60_000)}\u00a0min`;

/** The words of the harvest. The Gini coefficient is shown as a number from 0 to 1. */
export const harvestWords = {
  headings: {
    discussion: 'Discussion',
    questions: 'Questions nobody answered'
  },
  figures: {
    sat: (count: number) => (count === 1 ? 'One person sat in the circle.' : `${count} people sat in the circle.`),
    present: (count: number) => (count === 1 ? 'One person was there.' : `${count} people were there.`),
    turns: (count: number) => `Turns: ${count}`,
    'first-timers': (share: Share) => `Turns that were somebody’s first: ${outOf(share)}`,
    gini: (value: number) => `How unequally seat time was shared: ${value.toFixed(2)} (0 equal, 1 one person only)`,
    'wait-median': (ms: number) => `Usual wait for a chair: ${minutes(ms)}`,
    'wait-longest': (ms: number) => `Longest wait for a chair: ${minutes(ms)}`,
    unserved: (share: Share) => `Asked to come in and never got a chair: ${outOf(share)}`
  },
  leftOut: [
    'Names of those who spoke, except of people who agreed to be named: the others have numbers.',
    'Notes that were taken away, with everything under them, and cards that were hidden: they are not meant to be read.',
    'Cards that were answered: only questions that are still open are kept.',
    'How long each person sat or talked: figures are about everybody together, so that nobody is ranked.',
    'What people did who were removed, or came in twice: their turns, what was noted of them, and their cards.'
  ]
} as const satisfies MethodHarvestWords;
