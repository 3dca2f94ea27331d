import type { Part, Share } from '#contract/blocks.ts';
import { PAIRS_PERCENT_FROM, type Told } from '#harvest/shares.ts';
import { counted } from './counted.ts';
import { outOf, part } from './shares.ts';

const people = (count: number): string => (count === 1 ? 'One person' : count === 0 ? 'Nobody' : `${count} people`);
type Told2 = readonly [Told, Told];
type Told3 = readonly [Told, Told, Told];

const minutes = (ms: number): string =>
  ms < 60_000 ? `${Math.round(ms / 1000)}\u00a0s` : `${Math.round(ms / 60_000)}\u00a0min`;
const clock = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  const parts = [
    ...(seconds >= 60 ? [`${Math.floor(seconds / 60)}\u00a0min`] : []),
    ...(seconds % 60 > 0 || seconds < 60 ? [`${seconds % 60}\u00a0s`] : [])
  ];
  return parts.join(' ');
};
type Again = { pairs: number; excess: number; plan: { excess: number; least: number } | null };
type Reseating = { median: number; longest: number; settled: number; moves: number };
/** Only where it equals the pairs did nobody meet more than twice. */
const again = (pairs: number, excess: number): string =>
  excess === pairs
    ? `${counted(pairs, 'pair', 'pairs')} met twice.`
    : `${counted(pairs, 'pair', 'pairs')} met again, which counts ${excess}: a pair that met three times counts three.`;
const planned = ({ excess, least }: { excess: number; least: number }): string => {
  const limit = excess === least ? ', the least possible' : least > 0 ? `; no plan has fewer than ${least}` : '';
  return `The plan had ${excess === 0 ? 'none' : excess}${limit}.`;
};
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What a gathering leaves behind, in sentences: on the board, in its text twin, and in every format of an edition. */
export const harvest = {
  withdrawn: 'withdrawn',
  quote: (words: string) => `“${words}”`,
  between: (poleA: string, poleB: string) => `${poleA} ↔ ${poleB}`,
  placed: (count: number) => `${people(count)} placed themselves.`,
  /**
   * From the first pole to the second. Where too few stand in a part to be told, it is told together with the one
   * beside it.
   */
  stood: {
    thirds: ([a, middle, b]: Told3, poleA: string, poleB: string) =>
      `${part(a)} stood nearer ${poleA}, ${part(middle)} in the middle, ${part(b)} nearer ${poleB}.`,
    first: ([a, rest]: Told2, poleA: string, poleB: string) =>
      `${part(a)} stood nearer ${poleA}, ${part(rest)} in the middle or nearer ${poleB}.`,
    second: ([rest, b]: Told2, poleA: string, poleB: string) =>
      `${part(rest)} stood nearer ${poleA} or in the middle, ${part(b)} nearer ${poleB}.`,
    halves: ([a, b]: Told2, poleA: string, poleB: string) =>
      `${part(a)} stood on the side of ${poleA}, ${part(b)} on the side of ${poleB}.`
  },
  unsure: (count: number) => (count === 1 ? 'One was not sure.' : `${count} were not sure.`),
  passed: (count: number) => `${people(count)} passed.`,
  middleMoved: (first: number, last: number, from: number, to: number, pole: string) =>
    `From round ${first} to round ${last} the middle of the room moved towards ${pole}: from about ${from} to about ${to} of 1000.`,
  middleStayed: (first: number, last: number, at: number) =>
    `From round ${first} to round ${last} the middle of the room stayed at about ${at} of 1000.`,
  round: (round: number) => `Round ${round}`,
  middle: (label: string) => `In the middle: ${label}`,
  where: 'Where people stood',
  from: 'From',
  to: 'To',
  people: 'People',
  median: (position: number) => `Half the room on each side: about ${position} of 1000`,
  polarisation: (value: string) => `Polarisation: ${value} (0 one spot, 1 half at each end)`,
  agreement: (value: string) => `Agreement: ${value} (−1 two ends, +1 one spot)`,
  twoCamps: 'The room stood in two camps.',
  zonesHeard: (zones: number) => `People from ${zones} of the five parts of the line were asked to speak.`,
  reasons: 'What people said',
  reasonsFrom: (poleA: string, poleB: string) => ({
    first: `Nearer ${poleA}`,
    middle: 'In the middle',
    second: `Nearer ${poleB}`,
    beside: 'Not sure, or beside the line'
  }),
  named: 'Who agreed to be named',
  name: 'Name',
  position: 'Position from 0 to 1000',
  scale: (poleA: string, poleB: string) => `0 is ${poleA}, 1000 is ${poleB}.`,
  date: 'Date',
  place: 'Place',
  present: (count: number) => (count === 1 ? 'One person took part.' : `${count} people took part.`),
  rehearsal: 'This was a rehearsal. The people in it were simulated.',
  by: (gathering: string, place: string | null) => `The people of ${gathering}${place === null ? '' : `, ${place}`}`,
  licence: (text: string, data: string) => `Text: ${text}. Figures: ${data}.`,
  outline: {
    speaker: (number: number) => `Speaker ${number}`,
    table: (number: number) => `Table ${number}`,
    discussion: 'Discussion',
    questions: 'Questions nobody answered',
    loose: 'Without a theme',
    lines: 'What its host told those who came',
    tableNamed: (number: number, names: string[]) => [`Table ${number}`, ...names].join(' · '),
    roundAsked: (round: number, question: string) => `Round ${round}: ${question}`,
    titles: { tables: 'What each table said', course: 'How the World Café went' },
    gem: 'gem',
    card: 'chosen by its table',
    cardOf: (round: number) => `chosen by its table in round ${round}`,
    photo: (where: string[]) => ['Photo of a sheet', ...where].join(', '),
    marks: (marks: string[]) => `${capital(marks.join(', '))}:`,
    figures: {
      sat: (count: number) => (count === 1 ? 'One person sat in the circle.' : `${count} people sat in the circle.`),
      present: (count: number) => (count === 1 ? 'One person was there.' : `${count} people were there.`),
      turns: (count: number) => `Turns: ${count}`,
      'first-timers': (share: Share) => `Turns that were somebody’s first: ${outOf(share)}`,
      gini: (value: number) => `How unequally seat time was shared: ${value.toFixed(2)} (0 equal, 1 one person only)`,
      'wait-median': (ms: number) => `Usual wait for a chair: ${minutes(ms)}`,
      'wait-longest': (ms: number) => `Longest wait for a chair: ${minutes(ms)}`,
      unserved: (share: Share) => `Asked to come in and never got a chair: ${outOf(share)}`,
      tables: (count: number) => `Tables: ${count}`,
      rounds: (count: number) => `Rounds: ${count}`,
      notes: (count: number) => `Notes: ${count}`,
      met: ({ fewest, median }: { fewest: number; median: number }) =>
        `Usually somebody met ${median} others, and everybody at least ${fewest}.`,
      'pairs-met': (share: Share) =>
        `Of all pairs, ${outOf(share, PAIRS_PERCENT_FROM)} sat at one table at least once.`,
      'met-again': ({ pairs, excess, plan }: Again) =>
        pairs === 0 ? 'Nobody met anybody twice.' : [again(pairs, excess), ...(plan ? [planned(plan)] : [])].join(' '),
      said: (part: Part) =>
        typeof part === 'string'
          ? 'Too few said where they sat to tell whom people met.'
          : part.count === 0
            ? 'Nobody said where they sat, so whom people met is not told.'
            : `Only for ${outOf(part)} seats did people say that they sat there: too few to tell whom people met.`,
      'table-sizes': ({ least, most }: { least: number; most: number }) =>
        least === most ? `Tables of ${least}.` : `Tables of ${least} to ${most}.`,
      reseating: ({ median, longest, settled, moves }: Reseating) =>
        [
          settled === 1
            ? `Nine in ten sat after ${clock(median)}.`
            : `Nine in ten sat after ${clock(median)}, median of ${settled} moves; the longest took ${clock(longest)}.`,
          ...(settled === moves ? [] : [`In ${counted(moves - settled, 'other move', 'other moves')} fewer sat down.`])
        ].join(' '),
      elsewhere: (part: Part) =>
        part === 'few'
          ? 'Nearly everybody sat where they were planned to.'
          : part === 'most'
            ? 'Nearly everybody sat elsewhere than planned.'
            : part.count === 0
              ? 'Everybody sat where they were planned to.'
              : `Of all seats taken, ${outOf(part)} were elsewhere than planned.`,
      'tables-wrote': (share: Share) =>
        share.count === share.of
          ? 'In every round, every table left at least one note.'
          : `Of all tables in all rounds, ${outOf(share)} left a note.`,
      'notes-at-tables': ({ fewest, median, most }: { fewest: number; median: number; most: number }) =>
        fewest === most
          ? `Every table left ${counted(most, 'note', 'notes')}.`
          : `Notes of a table: ${fewest} to ${most}, usually ${median}.`,
      wrote: (part: Part) =>
        part === 'most'
          ? 'Nearly everybody wrote something.'
          : part === 'few' || part.count === 0
            ? 'Few wrote something themselves.'
            : part.count === part.of
              ? 'Everybody wrote something.'
              : `Of those who sat, ${outOf(part)} wrote something.`
    }
  },
  nothing: 'Nothing was kept from this gathering.'
};
