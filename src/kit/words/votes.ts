import { counted } from '#words/en/counted.ts';
import { personRefusals } from './refusals.ts';
import type { VoteKind } from '../rules/votes/limits.ts';
import type { AllVoteView } from '../rules/votes/views.ts';
import type { Total } from '../rules/votes/tally.ts';

/** Why a vote was not taken, opened or closed. A method with votes takes these into its own. */
export const voteRefusals = {
  ...personRefusals,
  'vote-is-open': 'The vote is open already.',
  'nothing-to-vote-on': 'There is nothing to vote on yet.',
  'no-vote-now': 'No vote is open now.',
  'no-vote-yet': 'There was no vote yet.',
  'another-vote-now': 'That vote is over. Another one is open now.',
  'option-unknown': 'That is not on the list of this vote.',
  'too-many-dots': 'That is more dots than you have.',
  'one-each': 'Only one for each.',
  'mark-too-high': 'That is more than one option can get.'
} as const;

const dots = (count: number) => counted(count, 'dot', 'dots');
const people = (count: number) => counted(count, 'person', 'people');
const points = (count: number) => counted(count, 'point', 'points');

export const voteTotals = {
  voted: (count: number, of: number) => `${count} of ${of} have voted`,
  hidden: 'Totals are hidden until the vote is closed.',
  title: (count: number) => `What ${people(count)} voted`,
  place: (place: number, shared: boolean) => (shared ? `=${place}` : `${place}`),
  /** What an option got, and from how many. */
  total(kind: VoteKind, { sum, voters, median }: Total): string {
    if (voters === 0) return 'nothing';
    return {
      dots: `${dots(sum)} from ${people(voters)}`,
      approval: people(voters),
      score: `${points(sum)} from ${people(voters)}, median ${median}`,
      scale: `median ${median}, ${people(voters)}`
    }[kind];
  },
  /** The names may be written in any direction, so that each stands by itself. */
  level(kind: VoteKind, names: readonly string[], { sum, voters, median }: Total): string {
    const apart = names.map((name) => `\u2068${name}\u2069`);
    const all = `${apart.slice(0, -1).join(', ')} and ${apart.at(-1)}`;
    const each = { dots: dots(sum), approval: people(voters), score: points(sum), scale: `a median of ${median}` }[
      kind
    ];
    return kind === 'scale' ? `${all} are level with ${each}.` : `${all} are level with ${each} each.`;
  }
} as const;

type Form = Pick<AllVoteView, 'dots' | 'stack' | 'most'>;

export const votePhone = {
  title: {
    dots: 'Give your dots',
    approval: 'Tick what you can go along with',
    score: 'Give points',
    scale: 'Where do you stand?'
  },
  about: {
    dots: ({ dots: count, stack }: Form) =>
      stack
        ? `You have ${dots(count)}. Several may go to one.`
        : `You have ${dots(count)}. One for each that you choose.`,
    approval: () => 'As many as you like.',
    score: ({ most }: Form) => `From 0 to ${most} for each. You may leave some out.`,
    scale: ({ most }: Form) => `From 1 to ${most} for each. You may leave some out.`
  },
  secret: 'Nobody else sees your vote.',
  left: (count: number) => (count > 0 ? `${dots(count)} left` : 'No dots left'),
  noneLeft: 'No dots left. Take one back first.',
  has: (count: number) => dots(count),
  more: (name: string) => `One dot more for \u2068${name}\u2069`,
  fewer: (name: string) => `One dot fewer for \u2068${name}\u2069`,
  ends: { low: 'Not at all', high: 'Fully' },
  notYet: 'You have not voted yet.',
  sending: 'Sending…',
  saved: 'Your vote is saved. You can change it until the vote is closed.',
  savedShort: 'Saved.',
  closed: 'The vote is closed. Look at the board.',
  closedWithout: 'The vote is closed. You did not vote.',
  yours: 'You gave:',
  given: {
    dots: (mark: number) => dots(mark),
    approval: () => 'ticked',
    score: (mark: number, most: number) => `${mark} of ${most}`,
    scale: (mark: number, most: number) => `${mark} of ${most}`
  }
} as const;
