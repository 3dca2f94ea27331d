import { randomBetween, pickOne, type BotAction, type RandomSource } from '#kit/bots.ts';
import type { Seen } from '#contract/typed-text.ts';
import type { AllView } from './views/all.ts';
import type { PersonView } from './views/person.ts';

type AllSeen = Seen<AllView>;
type OwnSeen = Pick<Seen<PersonView>, 'request' | 'chair' | 'sits' | 'turns'>;

const THINKING_MS = 3_000;
const SLOWEST_MS = 90_000;
/**
 * The chance that a person asks for a chair each time the ring changes; and that a person who sat before asks again.
 */
const ASKING = 0.12;
const AGAIN = 0.03;
const SENDING_A_CARD = 0.04;
/**
 * The chance that a waiting person withdraws, that a called person lets the chair pass, and that a called person does
 * not notice.
 */
const LOSING_HEART = 0.03;
const PASSING = 0.1;
const MISSING = 0.08;
const TAPPING_IN = 0.3;
/** The time to walk to the chair. A chair is held for thirty seconds. */
const WALKING_MS = 4_000;
const SLOWEST_WALK_MS = 25_000;
/** The length of a turn. */
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
 * What simulated people react to: each is asked to {@link react} once per trigger. Every turn and every call changes a
 * chair and so triggers everybody. `sits` triggers the sitter, who can leave from then on.
 */
export const trigger = ({ form, stage, chairs, endsAt }: AllSeen, own: Pick<OwnSeen, 'sits'> | null): string =>
  [form, stage, stage === 'asking' ? endsAt : '', own?.sits ? 'sits' : '', ...Object.values(chairs).map(who)].join(' ');

/** What one simulated person does; null when they continue to listen. */
export function react(all: AllSeen, own: OwnSeen | null, random: RandomSource): BotAction | null {
  if (own?.sits) return sitting(all, random);
  if (Object.values(all.chairs).some(({ called }) => called !== null && called.request === own?.request))
    return answering(random);
  if (own?.request) return waiting(all, own, random);
  if (all.asking && random() < (own && own.turns > 0 ? AGAIN : ASKING)) return asks(all, random);
  if (all.cards && random() < SENDING_A_CARD)
    return {
      command: 'sendCard',
      input: { card: pickOne(CARDS, random) ?? '' },
      afterMs: randomBetween(THINKING_MS, SLOWEST_MS, random)
    };
  return null;
}

/**
 * A sitter talks for a while and leaves, sooner when others wait. In a closed fishbowl the whole ring changes together.
 */
function sitting({ form, stage, line }: AllSeen, random: RandomSource): BotAction | null {
  if (form === 'closed' || stage !== 'bowl') return null;
  const longest = Object.keys(line).length > 0 ? LONGEST_SITTING_MS / 2 : LONGEST_SITTING_MS;
  return { command: 'stepOut', input: {}, afterMs: randomBetween(SITTING_MS, longest, random) };
}

function answering(random: RandomSource): BotAction | null {
  const mood = random();
  if (mood < MISSING) return null;
  const command = mood < MISSING + PASSING ? 'letPass' : 'sit';
  return { command, input: {}, afterMs: randomBetween(WALKING_MS, SLOWEST_WALK_MS, random) };
}

/** A waiting person may withdraw. In a Samoan circle the first person behind a chair takes it, sooner or later. */
function waiting({ form, stage, line }: AllSeen, { request, chair }: OwnSeen, random: RandomSource): BotAction | null {
  const afterMs = randomBetween(THINKING_MS, SLOWEST_MS, random);
  if (random() < LOSING_HEART) return { command: 'withdraw', input: {}, afterMs };
  if (form !== 'samoan' || stage !== 'bowl' || chair === null || random() > TAPPING_IN) return null;
  const own = line[request ?? '']?.rank ?? Infinity;
  const first = Object.values(line).every((other) => other.chair !== chair || other.rank >= own);
  return first ? { command: 'tapIn', input: {}, afterMs } : null;
}

function asks({ form, chairs, tags }: AllSeen, random: RandomSource): BotAction {
  const behind = form === 'samoan' && random() < 0.5 ? (pickOne(Object.keys(chairs), random) ?? null) : null;
  const tag = tags.length > 0 ? Math.floor(random() * tags.length) : null;
  const why = random() < 0.5 ? (pickOne(WHYS, random) ?? null) : null;
  return {
    command: 'ask',
    input: { why, chair: behind, tag },
    afterMs: randomBetween(THINKING_MS, SLOWEST_MS, random)
  };
}

const who = ({ sitter, called }: AllSeen['chairs'][string]): string => sitter?.turn ?? called?.request ?? '-';
