import { TEXT_SIZES, THEMES } from '#gathering/looks.ts';
import { nextDue, jobsOf } from '#gathering/due-and-jobs.ts';
import { GATHERING, type Ledger } from '#gathering/ledger.ts';
import type { Actor } from '#contract/method.ts';
import type { SeededRandom } from '#contract/testing/seeded-random.ts';
import type {
  RandomCommandContext,
  RandomCommand as RandomMethodCommand,
  RandomCommands
} from '#contract/testing/random-commands.ts';
import { manifests } from '#methods/index.ts';
import { CONVENING, rules } from '../support/test-host.ts';
import { blockOf } from '../support/samples.ts';

/** By method, as its manifest says. */
export const randomCommandsOf: Record<string, RandomCommands<unknown>> = {};
for (const [method, manifest] of Object.entries(manifests))
  randomCommandsOf[method] = (await manifest.randomCommands()).randomCommands;

export type RandomCommand = { activity: string; command: string; input: object };

/**
 * `calm`: those who lead stay with what is on, so that people get somewhere in it. `methods`: what blocks are made of.
 */
export type Day = { calm: boolean; methods: readonly string[] };

/** A command that an actor might say now: mostly sensible, sometimes malformed, sometimes long out of date. */
export function randomCommand(ledger: Ledger, by: Actor, random: SeededRandom, day: Day): RandomCommand {
  if (random.chance(0.02)) return random.pick(rude) ?? rude[0];
  if (random.chance(0.02)) return lead(ledger, random, day);
  if (by.role === 'participant') return participant(ledger, by, random);
  if (by.role === 'helper') return helper(ledger, random);
  return lead(ledger, random, day);
}

/** What the activities asked the clock for, when it is time; now and then of a state that is long out of date. */
export function clockCommand(ledger: Ledger, at: number): RandomCommand | null {
  const due = nextDue(ledger, rules);
  return due && due.at <= at ? { activity: due.activity, command: due.command, input: due.input } : null;
}

/** What the activities want computed; now and then the answer comes when the question has changed. */
export function workerCommand(ledger: Ledger, random: SeededRandom): RandomCommand | null {
  const asked = random.pick(jobsOf(ledger, rules));
  const answer = asked && rules.methods[asked.method]?.work?.answer(asked.question());
  return asked && answer
    ? { activity: asked.activity, command: asked.command, input: { asking: asked.asking, answer } }
    : null;
}

const rude: [RandomCommand, ...RandomCommand[]] = [
  { activity: GATHERING, command: 'constructor', input: {} },
  { activity: '__proto__', command: 'place', input: {} },
  { activity: GATHERING, command: 'join', input: { name: 5 } },
  { activity: GATHERING, command: 'close', input: { now: true } },
  { activity: 'nowhere', command: 'place', input: { x: Number.NaN } }
];

function participant(ledger: Ledger, by: Actor, random: SeededRandom): RandomCommand {
  const me = by.person === null ? undefined : ledger.gathering.people[by.person];
  if (!me) return to('join', { name: random.chance(0.5) ? `I am ${by.person}` : null, rehearsed: random.chance(0.3) });
  if (random.chance(0.04)) return to(me.present ? 'leave' : 'comeBack', {});
  if (random.chance(0.05)) return to('rename', { name: `Now ${random.below(99)} of ${by.person}` });
  // For good, so seldom: the room would be empty before the evening.
  if (random.chance(0.005)) return to('erase', {});
  return (
    inWhatIsOn(ledger, random, (randomCommands, context) => randomCommands.participant(context, by.person)) ??
    to('rename', { name: null })
  );
}

function helper(ledger: Ledger, random: SeededRandom): RandomCommand {
  const someone = random.pick(Object.keys(ledger.gathering.people));
  if (!someone || random.chance(0.2)) return to('addWalkIn', { name: `Walk-in ${random.below(99)}` });
  if (random.chance(0.1)) return to('leave', { for: someone });
  if (random.chance(0.01)) return to('erase', { for: someone });
  // The last step of any helper: often it is another one's, or something was done since.
  if (random.chance(0.15)) return undo(ledger.helperSteps);
  return (
    inWhatIsOn(ledger, random, (randomCommands, context) => randomCommands.helper(context, someone)) ??
    to('comeBack', { for: someone })
  );
}

function lead(ledger: Ledger, random: SeededRandom, { calm, methods }: Day): RandomCommand {
  const { phase, agenda, now } = ledger.gathering;
  if (phase === 'planned') return to('convene', CONVENING);
  const blocks = Object.keys(agenda);
  const block = random.pick(blocks);
  if (calm && block && now !== null && phase === 'open' && random.chance(0.9)) return onward(ledger, random);
  if (!block || (blocks.length < 4 && random.chance(0.3))) return to('addBlock', anyBlock(methods, random));
  if (random.chance(0.15)) return undo(ledger.steps.console);
  if (random.chance(0.03)) return to(phase === 'closed' ? 'reopen' : 'close', {});
  if (phase === 'closed') return to('reopen', {});
  if (random.chance(0.06)) return atTheDoor(ledger, random);
  if (random.chance(0.2) || now === null) return to('turnTo', { activity: block, from: now });
  if (random.chance(0.15)) return aroundBlocks(block, random);
  return onward(ledger, random);
}

function anyBlock(methods: readonly string[], random: SeededRandom): object {
  const method = random.pick(methods) ?? '';
  return blockOf(method, randomCommandsOf[method]?.settings(random));
}

function onward(ledger: Ledger, random: SeededRandom): RandomCommand {
  if (random.chance(0.05)) return undo(ledger.steps.console);
  return (
    inWhatIsOn(ledger, random, (randomCommands, context) => randomCommands.facilitator(context)) ??
    undo(ledger.steps.console)
  );
}

/** A random command in the activity that is on; null when none is. */
export function inWhatIsOn(
  { gathering: { now, people }, activities }: Ledger,
  random: SeededRandom,
  pick: (randomCommands: RandomCommands<unknown>, context: RandomCommandContext<unknown>) => RandomMethodCommand | null
): RandomCommand | null {
  const running = now === null ? undefined : activities[now];
  const randomCommands = randomCommandsOf[running?.method ?? ''];
  const randomCommand =
    running && randomCommands
      ? pick(randomCommands, { state: running.state, people: Object.keys(people), random })
      : null;
  return randomCommand && now !== null ? { activity: now, ...randomCommand } : null;
}

/** A lead locks and unlocks the gathering, removes people and marks doubles. */
function atTheDoor({ gathering: { people, locked } }: Ledger, random: SeededRandom): RandomCommand {
  const [one, other] = [random.pick(Object.keys(people)), random.pick(Object.keys(people))];
  if (!one || !other || random.chance(0.3)) return to('lockDoor', { locked: random.chance(0.2) ? locked : !locked });
  if (random.chance(0.3)) return to('markDouble', { person: one, of: other });
  return random.chance(0.5) ? to('comeBack', { for: one }) : to('remove', { people: [one, other] });
}

const aroundBlocks = (activity: string, random: SeededRandom): RandomCommand =>
  random.pick([
    to('moveBlock', { activity, to: random.below(4) }),
    to('removeBlock', { activity }),
    to('titleBlock', { activity, title: `Block ${random.below(9)}` }),
    to('duplicateBlock', { activity }),
    to('describe', { title: `Day ${random.below(9)}`, place: null }),
    to('setPeriods', { correctionDays: random.below(31), keptDays: 7 + random.below(90) }),
    ofBoards(random)
  ]) ?? ofBoards(random);

const ofBoards = (random: SeededRandom): RandomCommand =>
  random.pick([
    to('blank', { blank: random.chance(0.5) }),
    to('freeze', { frozen: random.chance(0.5) }),
    to('setTextSize', { size: random.pick(TEXT_SIZES) ?? null }),
    to('setTheme', { theme: random.chance(0.3) ? null : random.pick(THEMES) }),
    to('holdPages', { held: random.chance(0.5) }),
    to('turnPage', { by: random.chance(0.5) ? 1 : -1 })
  ]) ?? to('blank', { blank: true });

const undo = (steps: readonly { number: number }[]): RandomCommand => to('undo', { step: steps.at(-1)?.number ?? 0 });

const to = (command: string, input: object): RandomCommand => ({ activity: GATHERING, command, input });
