import * as v from 'valibot';
import { expect, it } from 'vitest';
import { gathering } from '#gathering/gathering.ts';
import type { Rules } from '#gathering/ledger.ts';
import { commandOf, refuse } from '#contract/method.ts';
import { defineMethod, partOf } from '#contract/part.ts';
import type { RandomCommands } from '#contract/testing/random-commands.ts';
import { manifests } from '#methods/index.ts';
import { refusals, sorting } from '#words/index.ts';
import { randomCommandsOf } from '../simulation/random-commands.ts';
import { SEED } from '../support/counted-seeds.ts';
import { blockOf } from '../support/samples.ts';
import { rules } from '../support/test-host.ts';
import { fuzzCommandIntake } from './fuzz-command-intake.ts';

/** How many frames are thrown at the command intakes. `npm run prove` throws a million. */
const FRAMES = Number(process.env['PLENARY_FUZZ'] ?? 20_000);

/** Every sentence that a no can have, by its code. */
const sentences: object = Object.assign(
  {},
  refusals,
  sorting.refusals,
  ...Object.values(manifests).map(({ refusals }) => refusals)
);

it(
  `answers ${FRAMES} frames of any shape, and nothing that was not decided gets in (seed ${SEED})`,
  { timeout: 300_000 },
  async () => {
    const fuzzed = { rules, blockOf, randomCommands: randomCommandsOf, sentences, frames: FRAMES, seed: SEED };
    const { host, faults, kept, unreached } = await fuzzCommandIntake(fuzzed);
    expect(faults).toEqual([]);
    // A fuzz that is always refused at the first door has not tried the second.
    expect(kept).toBeGreaterThan(0);
    expect(unreached).toEqual([]);
    expect(host.ledger().newer).toBeNull();
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
    expect(host.view('board').gathering).toHaveProperty('phase');
  }
);

type State = { round: number };
type Events = { MovedOn: { round: number } };
const command = commandOf<State, Events>();

/** Takes nothing from a phone that does not know the round, which no random number guesses. */
const guarded = defineMethod<object, State, Events>()({
  name: 'guarded',
  settings: v.strictObject({}),
  begin: (_settings, { at }) => ({ round: at }),
  parts: [
    partOf<State, Events>()({
      commands: {
        moveOn: command({
          who: ['facilitator', 'participant'],
          input: v.strictObject({ from: v.number() }),
          decide: ({ round }, { from }, _by, { at }) =>
            from === round ? [{ type: 'MovedOn', data: { round: at } }] : refuse('out-of-order')
        })
      },
      evolve: {
        MovedOn(draft, { round }) {
          draft.round = round;
        }
      },
      touches: { MovedOn: () => ['board', 'console', 'all'] }
    })
  ],
  hidden: { nothing: 'everybody sees the round' },
  view: ({ round }) => ({ round }),
  next: () => [],
  again: () => ({}),
  harvest: () => []
});
const moveOn = ({ state }: { state: State }) => ({ command: 'moveOn', input: { from: state.round } });
const randomCommands: RandomCommands<State> = {
  settings: () => ({}),
  participant: moveOn,
  helper: () => null,
  facilitator: moveOn
};

const fuzzGuarded = (randomCommands: Record<string, RandomCommands<unknown>>) => {
  const methods = { guarded };
  const alone: Rules = { gathering: gathering(methods), methods };
  const blockOf = () => ({ method: 'guarded', title: null, settings: {} });
  return fuzzCommandIntake({ rules: alone, blockOf, randomCommands, sentences, frames: 2_000, seed: SEED });
};

it('gets past a guard against stale phones by what people might want', async () => {
  expect((await fuzzGuarded({ guarded: randomCommands as RandomCommands<unknown> })).unreached).toEqual([]);
});

it('says which command was never accepted, and where to add a random command for it', async () => {
  expect((await fuzzGuarded({})).unreached).toEqual([
    'No frame changed the state of guarded. Never accepted: moveOn. Add a random command that is accepted in src/methods/guarded/testing/random-commands.ts.'
  ]);
});
