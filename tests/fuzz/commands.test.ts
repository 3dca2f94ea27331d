import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { GATHERING } from '#gathering/ledger.ts';
import type { Host } from '#gathering/host.ts';
import { ROLES, type Actor } from '#methods/method.ts';
import { words as bowlWords } from '#methods/fishbowl/words.ts';
import { words } from '#methods/spectrogram/words.ts';
import { openHearing } from '#server/live/hearing.ts';
import { Bucket } from '#server/live/bucket.ts';
import { openMemory } from '#server/log/memory.ts';
import { refusals } from '#words/index.ts';
import {
  ana,
  CONVENING,
  countedPorts,
  device,
  firstBlock,
  fishbowlBlock,
  open,
  phone,
  rules,
  spectrogramBlock
} from '../support/room.ts';

/** How many frames are thrown at the ear of the server. `npm run prove` throws a million. */
const FRAMES = Number(process.env['PLENARY_FUZZ'] ?? 20_000);
const SEED = Number(process.env['PLENARY_SEED'] ?? Math.floor(Math.random() * 1e9));
const BATCH = 100;

const sentences = { ...refusals, ...words.refusals, ...bowlWords.refusals };
const faults: unknown[] = [];
let host: Host;
let activity: string;
let statement: string;
let bowl: string;
let chairs: string[];

beforeAll(async () => {
  const stores = openMemory();
  host = await open(
    stores,
    countedPorts(stores, (error) => faults.push(error))
  );
  const console = device(() => host, ana);
  await console('convene', CONVENING);
  await console('addBlock', spectrogramBlock());
  activity = firstBlock(host);
  const view = host.view('console').activities[activity]?.view as { statements: Record<string, unknown> };
  statement = Object.keys(view.statements)[0] ?? '';
  await console('addBlock', fishbowlBlock());
  bowl = Object.keys(host.ledger().gathering.agenda).find((id) => id !== activity) ?? '';
  chairs = Object.keys((host.ledger().activities[bowl]?.state as { chairs: object }).chairs);
  await console('turnTo', { activity, from: null });
  await console('open', { statement }, activity);
  await console('turnTo', { part: 'bowl', from: 'ready' }, bowl);
  await device(() => host, phone('bo'))('join', { name: 'Bo', rehearsed: false });
});

const actors: Actor[] = ROLES.map((role) => ({ role, person: role === 'participant' ? 'bo' : null }));

/** Known names, so that a frame gets past the first door, and the names every object has. */
const names = () => [
  ...Object.keys(rules.gathering.commands),
  ...Object.values(rules.methods).flatMap(({ commands }) => Object.keys(commands)),
  'undo',
  'duplicateBlock',
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', '']
];

const anything = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: false, maxDepth: 4 }),
  fc.constantFrom<unknown>(Number.NaN, Infinity, -0, 1e308, '\u202e', 'x'.repeat(5000), [], {}, null)
);

function frame() {
  const input = fc.oneof(
    anything,
    fc.record(
      {
        statement: fc.oneof(fc.constant(statement), anything),
        version: fc.oneof(fc.constant(1), anything),
        round: fc.oneof(fc.constant(1), anything),
        x: fc.oneof(fc.integer({ min: -5, max: 1005 }), anything),
        for: fc.oneof(fc.constantFrom('bo', '__proto__', 'nobody'), anything),
        name: anything,
        activity: fc.oneof(fc.constant(activity), anything),
        to: anything,
        from: anything,
        chair: fc.oneof(fc.constantFrom(null, ...chairs), anything),
        why: fc.oneof(fc.constant(null), anything),
        tag: fc.oneof(fc.constant(null), anything),
        person: fc.oneof(fc.constantFrom('bo', '__proto__'), anything),
        part: fc.oneof(fc.constantFrom('bowl', 'last-words', 'closed'), anything),
        card: anything,
        note: fc.oneof(fc.constant('n'.repeat(16)), anything),
        at: fc.oneof(fc.constant({ branch: 'discussion', parent: null, after: null }), anything),
        piece: anything
      },
      { requiredKeys: [] }
    )
  );
  return fc.oneof(
    { weight: 1, arbitrary: anything },
    // In good order from the outside, so that the rules are reached and not only the doors before them.
    {
      weight: 2,
      arbitrary: fc.record({
        device: fc.stringMatching(/^[0-9a-z]{26}$/),
        n: fc.constant(1),
        settled: fc.constant(0),
        activity: fc.constantFrom(GATHERING, activity, bowl),
        command: fc.constantFrom(...names()),
        input
      })
    },
    {
      weight: 7,
      arbitrary: fc.record({
        device: fc.oneof(fc.stringMatching(/^[0-9a-z]{26}$/), anything),
        n: fc.oneof(fc.constant(1), anything),
        settled: fc.oneof(fc.constant(0), anything),
        activity: fc.oneof(fc.constantFrom(GATHERING, activity, bowl, '__proto__'), anything),
        command: fc.oneof(fc.constantFrom(...names()), anything),
        input
      })
    }
  );
}

it(
  `answers ${FRAMES} frames of any shape, and nothing that was not decided gets in (seed ${SEED})`,
  { timeout: 300_000 },
  async () => {
    const generous = new Bucket(1e9, 1e9);
    const ears = actors.map((by) => ({ by, hear: openHearing(host, by, by.role, generous) }));
    const frames = fc.sample(fc.tuple(fc.nat({ max: ears.length - 1 }), frame()), { numRuns: FRAMES, seed: SEED });
    let kept = 0;
    for (let at = 0; at < frames.length; at += BATCH) {
      const before = host.ledger().version;
      const answers = await Promise.all(frames.slice(at, at + BATCH).map(([who, said]) => ears[who]?.hear(said)));
      for (const answer of answers) expect(Object.keys(answer ?? {})[0]).toMatch(/^(version|refused|later)$/);
      // A no without a sentence would leave somebody with a code.
      for (const answer of answers)
        if (answer && 'refused' in answer) expect(sentences).toHaveProperty([answer.refused]);
      const effective = answers.filter((answer) => answer && 'version' in answer).length;
      if (effective === 0) expect(host.ledger().version).toBe(before);
      kept += effective;
    }
    expect(faults).toEqual([]);
    // A fuzz that is always refused at the first door has not tried the second.
    expect(kept).toBeGreaterThan(0);
    expect(host.ledger().newer).toBeNull();
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
    expect(host.view('board').gathering).toHaveProperty('phase');
  }
);
