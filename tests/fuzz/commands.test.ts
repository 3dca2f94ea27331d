import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { GATHERING } from '#gathering/ledger.ts';
import type { Host } from '#gathering/host.ts';
import { ROLES, type Actor } from '#contract/method.ts';
import { createCommandIntake } from '#server/live/command-intake.ts';
import { TokenBucket } from '#server/access/token-bucket.ts';
import { openMemory } from '#server/log/memory/memory.ts';
import { manifests } from '#methods/index.ts';
import { refusals } from '#words/index.ts';
import { ana, CONVENING, countedPorts, device, open, phone, rules } from '../support/test-host.ts';
import { blockOf } from '../support/samples.ts';

/** How many frames are thrown at the ear of the server. `npm run prove` throws a million. */
const FRAMES = Number(process.env['PLENARY_FUZZ'] ?? 20_000);
const SEED = Number(process.env['PLENARY_SEED'] ?? Math.floor(Math.random() * 1e9));
const BATCH = 100;
const EVERY_OBJECT_HAS = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];

const faults: unknown[] = [];
/** By method: its block. */
const activities: Record<string, string> = {};
let host: Host;

const console = device(() => host, ana);

beforeAll(async () => {
  const stores = openMemory();
  host = await open(
    stores,
    countedPorts(stores, (error) => faults.push(error))
  );
  await console('convene', CONVENING);
  await device(() => host, phone('bo'))('join', { name: 'Bo', rehearsed: false });
});

/**
 * Frames also close the gathering, remove blocks and take steps back: then there is a new block, and one of each method
 * is on in turn.
 */
async function prepare(turn: number): Promise<void> {
  const methods = Object.keys(rules.methods);
  if (host.ledger().gathering.phase === 'closed') await console('reopen', {});
  for (const method of methods)
    if (host.ledger().gathering.agenda[activities[method] ?? '']?.removed !== false) await begin(method);
  await turnTo(activities[methods[turn % methods.length] ?? ''] ?? '');
}

/** A new block, and the step that its big button would take. */
async function begin(method: string): Promise<void> {
  const before = Object.keys(host.ledger().gathering.agenda);
  await console('addBlock', blockOf(method));
  const [activity = ''] = Object.keys(host.ledger().gathering.agenda).filter((id) => !before.includes(id));
  activities[method] = activity;
  await turnTo(activity);
  const { next } = host.view('console');
  if (next?.activity === activity) await console(next.command, next.input, activity);
}

/** Whatever looks like an id in this block; in the gathering, the blocks. */
const idsOf = (activity: string): string[] =>
  activity === GATHERING
    ? Object.values(activities)
    : [...new Set(JSON.stringify(host.ledger().activities[activity]).match(/\b0{6}[0-9a-z]{10}\b/g))];

const turnTo = (activity: string) => console('turnTo', { activity, from: host.ledger().gathering.now });

/** Every sentence that a no can have, by its code. */
const sentences: object = Object.assign({}, refusals, ...Object.values(manifests).map(({ refusals }) => refusals));

const actors: Actor[] = ROLES.map((role) => ({ role, person: role === 'participant' ? 'bo' : null }));

type Known = { activity: string; command: string; fields: Record<string, Field> };

/**
 * Every command of every method on its own block, with the fields its input is made of, as the rules themselves say.
 */
function commands(): Known[] {
  const tables = [
    ...Object.values(rules.methods).map((method) => ({ ...method, on: activities[method.name] ?? '' })),
    { ...rules.gathering, on: GATHERING }
  ];
  return tables.flatMap(({ on, commands }) =>
    Object.entries(commands).map(([command, { input }]) => ({
      activity: on,
      command,
      fields: (input as { entries?: Record<string, Field> }).entries ?? {}
    }))
  );
}

const anything = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: false, maxDepth: 4 }),
  fc.constantFrom<unknown>(Number.NaN, Infinity, -0, 1e308, '\u202e', 'x'.repeat(5000), [], {}, null)
);

type Field = { type?: string; options?: unknown[]; wrapped?: Field; item?: Field };

/** What a field takes by its own rules, with the ids of its own block; now and then what nobody thought of. */
function value(field: Field, ids: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary: fitting(field, ids) }, { weight: 1, arbitrary: anything });
}

function fitting({ type, options, wrapped, item }: Field, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (wrapped) return fc.oneof({ weight: 4, arbitrary: fitting(wrapped, ids) }, fc.constant(null));
  if (item) return fc.array(value(item, ids), { maxLength: 3 });
  if (type === 'picklist' && options) return fc.constantFrom(...options);
  if (type === 'number') return fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -5, max: 1005 }));
  if (type === 'boolean') return fc.boolean();
  const strange = fc.constantFrom('bo', '__proto__', 'nobody', 'n'.repeat(16));
  return ids.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, strange) : strange;
}

function frame() {
  const known = commands();
  const names = [...known.map(({ command }) => command), 'undo', 'duplicateBlock', ...EVERY_OBJECT_HAS, ''];
  const inputs = new Map(
    known.map(({ activity, command, fields }) => {
      const values = Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [name, value(field, idsOf(activity))])
      );
      const input = fc.oneof(fc.record(values), fc.record(values, { requiredKeys: [] }), anything);
      return [`${activity} ${command}`, input] as const;
    })
  );
  const anyInput = fc.oneof(anything, ...inputs.values());
  const fresh = fc.stringMatching(/^[0-9a-z]{26}$/);
  // In good order from the outside, so that the rules are reached and not only the doors before them.
  const ordered = known.map(({ activity, command }) =>
    fc.record({
      device: fresh,
      n: fc.constant(1),
      settled: fc.constant(0),
      activity: fc.constant(activity),
      command: fc.constant(command),
      input: inputs.get(`${activity} ${command}`) ?? anything
    })
  );
  return fc.oneof(
    { weight: 1, arbitrary: anything },
    { weight: 4, arbitrary: fc.oneof(...ordered) },
    {
      weight: 5,
      arbitrary: fc.record({
        device: fc.oneof(fresh, anything),
        n: fc.oneof(fc.constant(1), anything),
        settled: fc.oneof(fc.constant(0), anything),
        activity: fc.oneof(fc.constantFrom(GATHERING, ...Object.values(activities), '__proto__'), anything),
        command: fc.oneof(fc.constantFrom(...names), anything),
        input: anyInput
      })
    }
  );
}

it(
  `answers ${FRAMES} frames of any shape, and nothing that was not decided gets in (seed ${SEED})`,
  { timeout: 300_000 },
  async () => {
    const generous = new TokenBucket(1e9, 1e9);
    const ears = actors.map((by) => ({ by, hear: createCommandIntake(host, by, by.role, generous) }));
    const reached = new Set<string>();
    let kept = 0;
    for (let at = 0; at < FRAMES; at += BATCH) {
      await prepare(at / BATCH);
      const frames = fc.sample(fc.tuple(fc.nat({ max: ears.length - 1 }), frame()), {
        numRuns: BATCH,
        seed: SEED + at
      });
      const before = host.ledger();
      const answers = await Promise.all(frames.map(([who, said]) => ears[who]?.hear(said)));
      for (const answer of answers) expect(Object.keys(answer ?? {})[0]).toMatch(/^(version|refused|later)$/);
      // A no without a sentence would leave somebody with a code.
      for (const answer of answers)
        if (answer && 'refused' in answer) expect(sentences).toHaveProperty([answer.refused]);
      const effective = answers.filter((answer) => answer && 'version' in answer).length;
      if (effective === 0) expect(host.ledger().version).toBe(before.version);
      const after = host.ledger();
      for (const [method, activity] of Object.entries(activities))
        if (after.activities[activity] !== before.activities[activity]) reached.add(method);
      kept += effective;
    }
    expect(faults).toEqual([]);
    // A fuzz that is always refused at the first door has not tried the second.
    expect(kept).toBeGreaterThan(0);
    expect([...reached].sort()).toEqual(Object.keys(rules.methods).sort());
    expect(host.ledger().newer).toBeNull();
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
    expect(host.view('board').gathering).toHaveProperty('phase');
  }
);
