import type { Share } from '#contract/share-of-all.ts';
import type { MethodHarvestWords } from '#contract/harvest-words.ts';
import type { Part } from '#contract/people-counts.ts';
import { PAIRS_PERCENT_FROM } from '#contract/percentages.ts';
import { counted } from '#words/en/counted.ts';
import { outOf } from '#words/en/shares.ts';

const clock = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  const parts = [
    ...(seconds >= 60 ? [`${Math.floor(seconds / 60)}\u00a0min`] : []),
    ...(seconds % 60 > 0 || seconds < 60 ? [`${seconds % 60}\u00a0s`] : [])
  ];
  return parts.join(' ');
};

/** How many others a person met. */
type Met = { readonly fewest: number; readonly median: number };

/**
 * `pairs` that met more than once, and `excess`, the sum over pairs of m(m−1)/2, m being the rounds they shared a
 * table; those meant to stay together and the way home left out. `plan`: the excess of the last plan, and the least
 * that any plan for as many people, tables and rounds has.
 */
type MetAgain = {
  readonly pairs: number;
  readonly excess: number;
  readonly plan: { readonly excess: number; readonly least: number } | null;
};

/** From when people were told their tables until nine in ten sat, over those of all `moves` that were `settled` so. */
type Reseating = {
  readonly median: number;
  readonly longest: number;
  readonly settled: number;
  readonly moves: number;
};

type Sizes = { readonly least: number; readonly most: number };
type NotesAtTables = { readonly fewest: number; readonly median: number; readonly most: number };

/** Only where it equals the pairs did nobody meet more than twice. */
const again = (pairs: number, excess: number): string =>
  excess === pairs
    ? `${counted(pairs, 'pair', 'pairs')} met twice.`
    : `${counted(pairs, 'pair', 'pairs')} met again, which counts ${excess}: a pair that met three times counts three.`;

const planned = ({ excess, least }: { excess: number; least: number }): string => {
  const limit = excess === least ? ', the least possible' : least > 0 ? `; no plan has fewer than ${least}` : '';
  return `The plan had ${excess === 0 ? 'none' : excess}${limit}.`;
};

/** What a World Café leaves behind. */
export const harvestWords = {
  headings: {
    tables: 'What each table said',
    course: 'How the World Café went',
    loose: 'Without a theme',
    lines: 'What its host told those who came'
  },
  figures: {
    tables: (count: number) => `Tables: ${count}`,
    rounds: (count: number) => `Rounds: ${count}`,
    /** While the gathering goes on. */
    'still-on': (count: number) =>
      `Rounds so far: ${count}. Whom people met and how many wrote is told once the gathering has closed.`,
    notes: (count: number) => `Notes: ${count}`,
    met: ({ fewest, median }: Met) => `Usually somebody met ${median} others, and everybody at least ${fewest}.`,
    /** Of all pairs of people who sat, the share that sat at one table. */
    'pairs-met': (share: Share) => `Of all pairs, ${outOf(share, PAIRS_PERCENT_FROM)} sat at one table at least once.`,
    'met-again': ({ pairs, excess, plan }: MetAgain) =>
      pairs === 0 ? 'Nobody met anybody twice.' : [again(pairs, excess), ...(plan ? [planned(plan)] : [])].join(' '),
    /**
     * Of all seats of present people, over all rounds, the share that was reported as taken. It is told only where it
     * is too small to tell the other figures.
     */
    said: (part: Part) =>
      typeof part === 'string'
        ? 'Too few said where they sat to tell whom people met.'
        : part.count === 0
          ? 'Nobody said where they sat, so whom people met is not told.'
          : `Only for ${outOf(part)} seats did people say that they sat there: too few to tell whom people met.`,
    'table-sizes': ({ least, most }: Sizes) =>
      least === most ? `Tables of ${least}.` : `Tables of ${least} to ${most}.`,
    reseating: ({ median, longest, settled, moves }: Reseating) =>
      [
        settled === 1
          ? `Nine in ten sat after ${clock(median)}.`
          : `Nine in ten sat after ${clock(median)}, median of ${settled} moves; the longest took ${clock(longest)}.`,
        ...(settled === moves ? [] : [`In ${counted(moves - settled, 'other move', 'other moves')} fewer sat down.`])
      ].join(' '),
    /** Of all seats taken, over all rounds, those at another table than planned. */
    elsewhere: (part: Part) =>
      part === 'few'
        ? 'Nearly everybody sat where they were planned to.'
        : part === 'most'
          ? 'Nearly everybody sat elsewhere than planned.'
          : part.count === 0
            ? 'Everybody sat where they were planned to.'
            : `Of all seats taken, ${outOf(part)} were elsewhere than planned.`,
    /** Of tables where people sat, counted anew each round, those that left at least one note. */
    'tables-wrote': (share: Share) =>
      share.count === share.of
        ? 'In every round, every table left at least one note.'
        : `Of all tables in all rounds, ${outOf(share)} left a note.`,
    'notes-at-tables': ({ fewest, median, most }: NotesAtTables) =>
      fewest === most
        ? `Every table left ${counted(most, 'note', 'notes')}.`
        : `Notes of a table: ${fewest} to ${most}, usually ${median}.`,
    /** Of all people who sat, the share that wrote at least one note. */
    wrote: (part: Part) =>
      part === 'most'
        ? 'Nearly everybody wrote something.'
        : part === 'few' || part.count === 0
          ? 'Few wrote something themselves.'
          : part.count === part.of
            ? 'Everybody wrote something.'
            : `Of those who sat, ${outOf(part)} wrote something.`
  },
  leftOut: [
    'Names of those who wrote notes, were hosts or sat at a table: what is kept is what was said, not who said it.',
    'Notes and photos that are hidden, or wait to be looked at: nobody decided that everybody may read them.',
    'Figures about fewer than five people: they would point at one of them.',
    'Whom people met, where too few said that they sat at their table: it would be a guess.',
    'Questions and topics without a note: there is nothing to read about them.'
  ]
} as const satisfies MethodHarvestWords;
