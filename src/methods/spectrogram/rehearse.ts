import { randomBetween, pickOne, type BotAction, type RandomSource } from '#kit/bots.ts';
import { earlierPlacement, ownPlacement, placementKey } from './placement.ts';
import type { AllSeen } from './views/all.ts';
import type { LineSeen } from './views/line.ts';
import type { PersonSeen } from './views/person.ts';

const THINKING_MS = 2_000;
const SLOWEST_MS = 25_000;
const UNSURE = 0.06;
const PASSING = 0.03;
/** The share of people who move after the reveal, or after a talk. */
const MOVING = 0.2;
/** Of the people who do not move, the shares who give a reason and who raise a hand. */
const SAYING_WHY = 0.12;
const RAISING = 0.15;
const WHYS = [
  'I have tried both, and this is where I ended up.',
  'It depends on who else is there.',
  'My grandmother lived like this.',
  'I would like to stand further over, but I cannot yet.',
  'Because nobody ever asked me.',
  'It works on our street.'
];

/** What simulated people react to: {@link react} is called once per person and trigger, not at every dot. */
export const trigger = ({ now }: AllSeen): string =>
  now ? `${placementKey(now)} ${now.stage} ${now.revealed}` : 'nothing';

/**
 * What one simulated person does after seeing the views, or null for nothing. Nothing at L0: there a place needs a
 * ticket, which only a real phone holds.
 */
export function react(
  all: AllSeen,
  own: Pick<PersonSeen, 'placements'> | null,
  random: RandomSource
): BotAction | null {
  const line = all.now;
  if (!line || line.stage !== 'open' || all.exposure === 'L0') return null;
  const stands = ownPlacement(own, line);
  if (!stands) return place(line, firstThought(line, earlierPlacement(own, line), random), random);
  const movedHere = own !== null && Object.hasOwn(own.placements, placementKey(line));
  const seesTheRoom = line.revealed && (line.round > 1 ? !movedHere : line.way === 'blind');
  if (!seesTheRoom) return null;
  if ('x' in stands && random() < MOVING)
    return place(line, { x: near(stands.x + (random() < 0.5 ? -150 : 150), random) }, random);
  const mood = random();
  if (mood < SAYING_WHY) return action('giveReason', line, { why: pickOne(WHYS, random) }, random);
  return mood < SAYING_WHY + RAISING ? action('raiseHand', line, { on: true }, random) : null;
}

function firstThought(line: LineSeen, earlier: ReturnType<typeof ownPlacement>, random: RandomSource) {
  const mood = random();
  if (mood < UNSURE) return { answer: 'unsure' };
  if (mood < UNSURE + PASSING) return { answer: 'pass' };
  if (earlier && 'x' in earlier) return { x: near(earlier.x, random) };
  const opinions = clusters(line);
  return { x: near(pickOne(opinions, random) ?? 500, random) };
}

/**
 * Two or three places where people gather. They are computed from the statement's id, so that all simulated people
 * share them.
 */
function clusters({ statement, version }: LineSeen): number[] {
  const seed = [...`${statement}.${version}`].reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997,
    7
  );
  const first = 80 + (seed % 220);
  const second = 640 + (seed % 280);
  return seed % 2 === 0 ? [first, second, second] : [first, second, 420 + (seed % 160)];
}

/** The sum of three random numbers makes a hill: most people stand close to the place, few far from it. */
function near(place: number, random: RandomSource): number {
  const off = (random() + random() + random() - 1.5) * 160;
  return Math.min(1000, Math.max(0, Math.round(place + off)));
}

const place = (line: LineSeen, mark: object, random: RandomSource): BotAction => action('place', line, mark, random);

const action = (
  command: string,
  { statement, version, round }: LineSeen,
  more: object,
  random: RandomSource
): BotAction => ({
  command,
  input: { statement, version, round, ...more },
  afterMs: randomBetween(THINKING_MS, SLOWEST_MS, random)
});
