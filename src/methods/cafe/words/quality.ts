import { counted } from '#words/en/counted.ts';
import type { Quality, Way } from '#rotation/problem.ts';
import type { PlanView } from '../views/plan.ts';

/** Rules that could not be kept, in plain words; empty when all are. */
export function brokenInWords({ broken }: Quality): string[] {
  const { overfull, apart, misplaced, hostless, unseated } = broken;
  const said = (count: number, sentence: string) => (count > 0 ? [sentence] : []);
  return [
    ...said(unseated, `${counted(unseated, 'person has', 'people have')} no table.`),
    ...said(overfull, `${counted(overfull, 'chair is', 'chairs are')} missing, over all rounds.`),
    ...said(
      apart,
      apart === 1
        ? 'Once, two people who should sit apart share a table.'
        : `${apart} times, two people who should sit apart share a table.`
    ),
    ...said(misplaced, `${counted(misplaced, 'seat is', 'seats are')} at a table that was not wished for.`),
    ...said(hostless, `${counted(hostless, 'table has', 'tables have')} nobody who stayed to tell.`)
  ];
}

/** What a facilitator reads aloud. */
export const qualityInWords = (quality: Quality): string =>
  `${meetings(quality)}; ${again(quality)}. ${limit(quality)}`.trim();

function meetings({ met: { least, most } }: Quality): string {
  if (least === most) return `Everyone meets ${counted(least, 'other person', 'other people')}`;
  return `Everyone meets ${least} to ${most} others`;
}

/**
 * The excess counts a pair that meets three times three times: only where it equals the repeats does nobody meet more
 * than twice.
 */
function again({ repeats, excess, worst }: Quality): string {
  if (repeats === 0) return 'nobody meets anyone twice';
  if (excess === repeats) return `${counted(repeats, 'pair meets', 'pairs meet')} twice`;
  return `people meet again ${repeats} times, nobody more than ${worst === 1 ? 'once' : `${worst} times`}`;
}

function limit({ isOptimal, repeats, bound }: Quality): string {
  if (isOptimal) return repeats === 0 ? 'No plan can do better.' : 'That is the least possible.';
  if (repeats === 0) return '';
  return bound > 0 ? 'Some of it cannot be avoided.' : 'A better plan may exist; this is the best one found.';
}

/** What else is worth knowing before it counts. */
export function detailsInWords({ quality, sizes, way }: PlanView): string[] {
  const { returns, unwished, choices } = quality;
  return [
    ...(choices ? [choicesInWords(choices)] : []),
    sizesInWords(sizes),
    ...(returns > 0 ? [`${counted(returns, 'time', 'times')} somebody comes back to a table they know.`] : []),
    ...(unwished > 0 ? [`${counted(unwished, 'time', 'times')} people with the same mark share a table.`] : []),
    ways[way]
  ];
}

function choicesInWords({ asked, kept, bound }: NonNullable<Quality['choices']>): string {
  if (kept === asked) return 'Everybody visits each topic they chose.';
  const most = kept === bound ? ' There are chairs for no more.' : '';
  return `${kept} of ${asked} topics that people chose are visited.${most}`;
}

function sizesInWords(sizes: PlanView['sizes']): string {
  const said = sizes.map(({ least, most }) => (least === most ? `${least}` : `${least} to ${most}`));
  if (new Set(said).size === 1) return `Tables of ${said[0]}.`;
  return `Tables by round: ${said.join(', ')}.`;
}

const ways: Record<Way, string> = {
  steps: 'People move by the letter on their card: the board shows the rule.',
  field: 'The way changes from round to round: phones and cards tell it.',
  square: 'The way changes from round to round: phones and cards tell it.',
  shifts: 'The way changes from round to round: phones and cards tell it.',
  design: 'The way changes from round to round: phones and cards tell it.',
  search: 'Everybody has a way of their own: phones and cards tell it.',
  kept: 'The plan from before, kept as far as it could be.'
};
