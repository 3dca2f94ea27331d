import { between, one, type BotAction, type RandomSource } from '../shared/bots.ts';
import type { Seen } from '#contract/text.ts';
import type { AllView } from './views/all.ts';
import type { PersonView } from './views/person.ts';

type AllSeen = Seen<AllView>;
type OwnSeen = Pick<Seen<PersonView>, 'request' | 'chair' | 'sits' | 'turns'>;

const THINKING_MS = 3_000;
const SLOWEST_MS = 90_000;
/** How many ask at all each time the ring changes, and how many of those who sat before do so again. */
const ASKING = 0.12;
const AGAIN = 0.03;
const SENDING_A_CARD = 0.04;
/**
 * Of those who wait, how many lose heart; of those who are called, how many let it pass, and how many do not notice.
 */
const LOSING_HEART = 0.03;
const PASSING = 0.1;
const MISSING = 0.08;
const TAPPING_IN = 0.3;
/** Walking over takes a while. A chair is held for thirty seconds. */
const WALKING_MS = 4_000;
const SLOWEST_WALK_MS = 25_000;
/** A turn in the middle. */
const SITTING_MS = 60_000;
const LONGEST_SITTING_MS = 420_000;
const WHYS = [
  'I have tried it.',
  'A question about money',
  'My street does this already.',
  'I see it differently.',
  'An example from the school'
];
const CARDS = [
  'Who pays for it in the third year?',
  'What would you do first on Monday?',
  'Who is missing in this conversation?',
  'How do you decide when you disagree?'
];

/**
 * What people react to: a simulated person is asked to {@link react} once per trigger. Whoever sits down or is called
 * makes one, because then the chairs look different to everybody, and most of all to themselves.
 */
export const trigger = ({ form, stage, chairs, endsAt }: AllSeen, own: Pick<OwnSeen, 'sits'> | null): string =>
  [form, stage, stage === 'asking' ? endsAt : '', own?.sits ? 'sits' : '', ...Object.values(chairs).map(who)].join(' ');

/** What one simulated person does with what they see, or null when they go on listening. */
export function react(all: AllSeen, own: OwnSeen | null, { chance }: RandomSource): BotAction | null {
  if (own?.sits) return sitting(all, chance);
  if (Object.values(all.chairs).some(({ called }) => called !== null && called.request === own?.request))
    return answering(chance);
  if (own?.request) return waiting(all, own, chance);
  if (all.asking && chance() < (own && own.turns > 0 ? AGAIN : ASKING)) return asks(all, chance);
  if (all.cards && chance() < SENDING_A_CARD)
    return {
      command: 'sendCard',
      input: { card: one(CARDS, chance) ?? '' },
      afterMs: between(THINKING_MS, SLOWEST_MS, chance)
    };
  return null;
}

/** Talks for a while and makes room; while others wait a little sooner. In a closed fishbowl the whole ring changes. */
function sitting({ form, stage, line }: AllSeen, chance: () => number): BotAction | null {
  if (form === 'closed' || stage !== 'bowl') return null;
  const longest = Object.keys(line).length > 0 ? LONGEST_SITTING_MS / 2 : LONGEST_SITTING_MS;
  return { command: 'stepOut', input: {}, afterMs: between(SITTING_MS, longest, chance) };
}

function answering(chance: () => number): BotAction | null {
  const mood = chance();
  if (mood < MISSING) return null;
  const command = mood < MISSING + PASSING ? 'letPass' : 'sit';
  return { command, input: {}, afterMs: between(WALKING_MS, SLOWEST_WALK_MS, chance) };
}

/** In a Samoan circle the first one behind a chair takes the place, sooner or later. */
function waiting({ form, stage, line }: AllSeen, { request, chair }: OwnSeen, chance: () => number): BotAction | null {
  const afterMs = between(THINKING_MS, SLOWEST_MS, chance);
  if (chance() < LOSING_HEART) return { command: 'withdraw', input: {}, afterMs };
  if (form !== 'samoan' || stage !== 'bowl' || chair === null || chance() > TAPPING_IN) return null;
  const own = line[request ?? '']?.rank ?? Infinity;
  const first = Object.values(line).every((other) => other.chair !== chair || other.rank >= own);
  return first ? { command: 'tapIn', input: {}, afterMs } : null;
}

function asks({ form, chairs, tags }: AllSeen, chance: () => number): BotAction {
  const behind = form === 'samoan' && chance() < 0.5 ? (one(Object.keys(chairs), chance) ?? null) : null;
  const tag = tags.length > 0 ? Math.floor(chance() * tags.length) : null;
  const why = chance() < 0.5 ? (one(WHYS, chance) ?? null) : null;
  return { command: 'ask', input: { why, chair: behind, tag }, afterMs: between(THINKING_MS, SLOWEST_MS, chance) };
}

const who = ({ sitter, called }: AllSeen['chairs'][string]): string => sitter?.turn ?? called?.request ?? '-';
