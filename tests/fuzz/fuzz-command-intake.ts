import fc from 'fast-check';
import { expect } from 'vitest';
import type { Rules } from '#gathering/ledger.ts';
import { openHost, type Host } from '#gathering/host.ts';
import { isLead, ROLES, type Actor, type Role } from '#contract/method.ts';
import { createSeededRandom, type SeededRandom } from '#contract/testing/seeded-random.ts';
import type { RandomCommandContext, RandomCommand, RandomCommands } from '#contract/testing/random-commands.ts';
import { createCommandIntake } from '#server/live/command-intake.ts';
import { TokenBucket } from '#server/access/token-bucket.ts';
import { openMemory } from '#server/log/memory/memory.ts';
import { ana, CONVENING, countedPorts, device, phone } from '../support/test-host.ts';
import { frameFor } from './frames.ts';

const BATCH = 100;
/** One frame in so many is a command its actor might send: random frames alone never guess which round it is. */
const PLAUSIBLE_EVERY = 10;

/** How many turns of a method a block that has run its course is left on. */
const ANEW = 3;

/** What is fuzzed. `blockOf`: what `addBlock` takes. `sentences`: of every refusal, by code. */
type Fuzzed = {
  rules: Rules;
  blockOf: (method: string) => object;
  randomCommands: Readonly<Record<string, RandomCommands<unknown>>>;
  sentences: object;
  frames: number;
  seed: number;
};

const actors: readonly Actor[] = ROLES.map((role) => ({ role, person: role === 'participant' ? 'bo' : null }));

/** Throws frames at a command intake, and says what came of it. */
export async function fuzzCommandIntake({ rules, blockOf, randomCommands, sentences, frames, seed }: Fuzzed) {
  const faults: unknown[] = [];
  const stores = openMemory();
  const ports = countedPorts(stores, (error) => faults.push(error));
  const host = await openHost('gathering-1', ports, rules);
  const stage = createStage(host, rules, blockOf);
  await stage.open();
  const generous = new TokenBucket(1e9, 1e9);
  const intakes = actors.map((by) => ({ by, take: createCommandIntake(host, by, by.role, generous) }));
  const reached = new Set<string>();
  const accepted = new Set<string>();
  let kept = 0;

  for (let at = 0; at < frames; at += BATCH) {
    await stage.prepare(at / BATCH);
    const before = host.ledger();
    const arbitrary = frameFor(rules, before, stage.activities);
    const frames = fc.sample(fc.tuple(fc.nat({ max: intakes.length - 1 }), arbitrary), {
      numRuns: BATCH,
      seed: seed + at
    });
    const random = createSeededRandom(seed + at);
    const thrown = frames.map(([who, said], index) => {
      const wanted =
        index % PLAUSIBLE_EVERY === 0 ? plausibleFrame(host, randomCommands, actors[who]?.role, random) : null;
      return { who, said: wanted ?? said };
    });
    const answers = await Promise.all(thrown.map(({ who, said }) => intakes[who]?.take(said)));
    for (const answer of answers) expect(Object.keys(answer ?? {})[0]).toMatch(/^(version|refused|later)$/);
    // A refusal without a sentence would show a person a bare code.
    for (const answer of answers) if (answer && 'refused' in answer) expect(sentences).toHaveProperty([answer.refused]);
    const effective = thrown.filter((_, index) => 'version' in (answers[index] ?? {}));
    if (effective.length === 0) expect(host.ledger().version).toBe(before.version);
    const after = host.ledger();
    for (const { said } of effective) {
      const { activity, command } = said as { activity: string; command: string };
      accepted.add(`${after.activities[activity]?.method} ${command}`);
    }
    for (const [method, activity] of Object.entries(stage.activities))
      if (after.activities[activity] !== before.activities[activity]) reached.add(method);
    kept += effective.length;
  }
  return { host, faults, kept, unreached: unreached(rules, reached, accepted) };
}

/** One sentence for each method whose state nothing changed: it was tried at its first door only. */
const unreached = (rules: Rules, reached: ReadonlySet<string>, accepted: ReadonlySet<string>): string[] =>
  Object.values(rules.methods)
    .filter(({ name }) => !reached.has(name))
    .map(({ name, commands }) => {
      const never = Object.keys(commands).filter((command) => !accepted.has(`${name} ${command}`));
      const told = never.length > 0 ? ` Never accepted: ${never.join(', ')}.` : '';
      return `No frame changed the state of ${name}.${told} Add a random command that is accepted in src/methods/${name}/testing/random-commands.ts.`;
    });

/** A command that an actor of this role might send in the activity that is on, as a valid frame. */
function plausibleFrame(
  host: Host,
  randomCommands: Readonly<Record<string, RandomCommands<unknown>>>,
  role: Role | undefined,
  random: SeededRandom
): object | null {
  const { gathering, activities } = host.ledger();
  const running = gathering.now === null ? undefined : activities[gathering.now];
  const own = randomCommands[running?.method ?? ''];
  if (!running || !own) return null;
  const randomCommand = commandAs(role, own, { state: running.state, people: Object.keys(gathering.people), random });
  const fresh = Array.from({ length: 26 }, () => random.below(36).toString(36)).join('');
  return randomCommand && { device: fresh, n: 1, settled: 0, activity: gathering.now, ...randomCommand };
}

function commandAs(
  role: Role | undefined,
  randomCommands: RandomCommands<unknown>,
  context: RandomCommandContext<unknown>
): RandomCommand | null {
  if (role === 'participant') return randomCommands.participant(context, 'bo');
  if (role === 'helper') return randomCommands.helper(context, 'bo');
  return role && isLead(role) ? randomCommands.facilitator(context) : null;
}

/** An open gathering with a block of each method; the blocks are on in turn. */
function createStage(host: Host, rules: Rules, blockOf: (method: string) => object) {
  const console = device(() => host, ana);
  const activities: Record<string, string> = {};
  const methods = Object.keys(rules.methods);
  const turnTo = (activity: string) => console('turnTo', { activity, from: host.ledger().gathering.now });
  /** What the console offers of this block. Once it has run its course, the next block is offered in its place. */
  const stepsOf = (block: string | undefined) =>
    (host.view('console').next ?? []).filter(({ activity }) => activity === block);
  let begun = 0;

  /**
   * A new block. Every second one goes on by its big button, which opens some methods and brings others to their end.
   */
  async function begin(method: string): Promise<void> {
    delete activities[method];
    // Removes earlier blocks, and those that frames added: a million frames would fill the agenda.
    const inUse = Object.values(activities);
    for (const [activity, { removed }] of Object.entries(host.ledger().gathering.agenda))
      if (!removed && !inUse.includes(activity)) await console('removeBlock', { activity });
    const before = Object.keys(host.ledger().gathering.agenda);
    await console('addBlock', blockOf(method));
    const [activity = ''] = Object.keys(host.ledger().gathering.agenda).filter((id) => !before.includes(id));
    activities[method] = activity;
    await turnTo(activity);
    begun += 1;
    const [next] = stepsOf(activity);
    if (begun % 2 === 0 && next) await console(next.command, next.input, activity);
  }

  return {
    activities,
    async open(): Promise<void> {
      await console('convene', CONVENING);
      await device(() => host, phone('bo'))('join', { name: 'Bo', rehearsed: false });
    },
    /**
     * Frames also close the gathering, remove blocks and take steps back: then there is a new block. Now and then
     * there is one after a block that has run its course, or most of a method would only ever be refused.
     */
    async prepare(turn: number): Promise<void> {
      const method = methods[turn % methods.length] ?? '';
      if (host.ledger().gathering.phase === 'closed') await console('reopen', {});
      for (const method of methods)
        if (host.ledger().gathering.agenda[activities[method] ?? '']?.removed !== false) await begin(method);
      await turnTo(activities[method] ?? '');
      if (Math.floor(turn / methods.length) % ANEW === ANEW - 1 && stepsOf(activities[method]).length === 0)
        await begin(method);
    }
  };
}
