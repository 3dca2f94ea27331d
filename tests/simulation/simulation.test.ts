import { expect, it } from 'vitest';
import { gathering } from '#gathering/gathering.ts';
import type { Rules } from '#gathering/ledger.ts';
import type { Log } from '#gathering/ports.ts';
import type { OutlineBlock } from '#contract/harvest-blocks.ts';
import { ROLES, type AnyMethod } from '#contract/method.ts';
import { SEED } from '../support/counted-seeds.ts';
import { rules } from '../support/test-host.ts';
import { simulate, type Planted } from './simulate.ts';

const SEEDS = 50;
const STEPS = 1000;
const LONG_SEEDS = 4;
const LONG_STEPS = 8000;

const FIRST = SEED * SEEDS;

it(
  `keeps the invariants through ${SEEDS} seeds of ${STEPS} steps, from ${FIRST} on`,
  { timeout: 300_000 },
  async () => {
    console.log(`npm run simulate -- --from ${FIRST} --seeds ${SEEDS} --steps ${STEPS}`);
    let events = 0;
    let crashes = 0;
    for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
      const run = await simulate(seed, STEPS);
      expect(run.breaches, `npm run simulate -- --seed ${seed} --steps ${STEPS}`).toEqual([]);
      events += run.events;
      crashes += run.crashes;
    }
    // A simulation in which nothing happens keeps every promise.
    expect(events).toBeGreaterThan(SEEDS * 50);
    expect(crashes).toBeGreaterThan(SEEDS);
  }
);

// Three rounds at tables take longer than a line or a chair.
it('keeps them through long days, too', { timeout: 300_000 }, async () => {
  for (let seed = 1; seed <= LONG_SEEDS; seed += 1) {
    const run = await simulate(seed, LONG_STEPS);
    expect(run.breaches, `npm run simulate -- --seed ${seed} --steps ${LONG_STEPS}`).toEqual([]);
  }
});

it('throws the same dice again for the same seed', async () => {
  expect(await simulate(7, 400)).toEqual(await simulate(7, 400));
});

const DAYS = 20;

/**
 * Simulates one day after another with a planted bug, until a day shows it. Returns all breaches until then.
 */
async function found(planted: Planted, what: RegExp, steps = 600): Promise<string> {
  let told = '';
  for (let seed = 0; seed < DAYS && !what.test(told); seed += 1)
    told += (await simulate(seed, steps, planted)).breaches.map((breach) => `${breach}\n`).join('');
  return told;
}

async function expectFound(planted: Planted, what: RegExp, steps?: number): Promise<void> {
  expect(await found(planted, what, steps)).toMatch(what);
}

/** A day of nothing but this method: whatever else there is, its bug gets time to show. */
const nothingBut = (method: AnyMethod): Rules => {
  const methods = { [method.name]: method };
  return { gathering: gathering(methods), methods };
};

it('finds a store that says kept and keeps nothing', async () => {
  const lying = (log: Log): Log => {
    let count = 0;
    return {
      ...log,
      append: async (...asked) => {
        count += 1;
        return count % 20 === 0 ? { version: asked[1] + asked[2].events.length } : log.append(...asked);
      }
    };
  };
  await expectFound({ log: lying }, /^I1 .*acknowledged and is not in the log/m);
});

it('finds a store that keeps a batch twice', async () => {
  const doubling = (log: Log): Log => ({
    ...log,
    async append(stream, expected, batch, texts) {
      const appended = await log.append(stream, expected, batch, texts);
      return 'version' in appended && appended.version % 10 === 0
        ? log.append(stream, appended.version, batch, texts)
        : appended;
    }
  });
  await expectFound({ log: doubling }, /^I2 /m);
});

it('finds a vault that says forgotten and forgets nothing', async () => {
  await expectFound(
    { vault: (vault) => ({ ...vault, forget: async () => {} }) },
    /^I10 the vault still has “.*” of \S+, who was erased/m
  );
});

it('finds a command that forgot to ask who may', async () => {
  const { addBlock } = rules.gathering.commands;
  if (!addBlock) throw new Error('The gathering lost its command addBlock');
  const lax = { ...addBlock, who: ROLES };
  const open = { ...rules.gathering, commands: { ...rules.gathering.commands, addBlock: lax } };
  await expectFound({ rules: { ...rules, gathering: open } }, /^I7 (viewer|helper|participant) made BlockAdded/m);
});

it('finds a fact that does not name a view it changes', async () => {
  const quiet = { ...rules.gathering.touches, Left: () => ['console'] };
  await expectFound(
    { rules: { ...rules, gathering: { ...rules.gathering, touches: quiet } } },
    /^touches: (board|person:\S+) changed unnamed/m
  );
});

it('finds a fishbowl that seats people without looking whether the chair is taken', async () => {
  const { fishbowl } = rules.methods;
  if (!fishbowl) throw new Error('There is no fishbowl among the methods');
  const { sit } = fishbowl.commands;
  const began = fishbowl.evolve['TurnBegan'];
  if (!sit || !began) throw new Error('The fishbowl lost its command sit, or its fact TurnBegan');
  type Chairs = { chairs: Record<string, { turn: string | null }> };
  const lax: AnyMethod = {
    ...fishbowl,
    commands: {
      ...fishbowl.commands,
      sit: {
        ...sit,
        decide: (state, _input, { person }, facts) => {
          if (person === null) return [];
          const chair = Object.keys((state as Chairs).chairs)[0];
          return [{ type: 'TurnBegan', data: { turn: facts.id(), chair, sitter: person, name: null, tag: null } }];
        }
      }
    },
    evolve: {
      ...fishbowl.evolve,
      TurnBegan(draft, data, at) {
        const chair = (draft as Chairs).chairs[(data as { chair: string }).chair];
        if (chair) chair.turn = null;
        began(draft, data, at);
      }
    }
  };
  await expectFound({ rules: nothingBut(lax) }, /^I6 .* seats two on one chair/m);
});

it('finds a café that gives a seat without looking whether the table is full', async () => {
  const { cafe } = rules.methods;
  const here = cafe?.commands['here'];
  if (!cafe || !here) throw new Error('The café lost its command here');
  type Seats = { round: number; rounds: Record<number, { at: Record<string, string> }> };
  const lax: AnyMethod = {
    ...cafe,
    commands: {
      ...cafe.commands,
      here: {
        ...here,
        decide(state, input, { person }) {
          const { round, rounds } = state as Seats;
          const from = rounds[round]?.at[person ?? ''] ?? null;
          const { table } = input as { table: string };
          return rounds[round] ? [{ type: 'Sat', data: { person, table, from, here: true, takes: null } }] : [];
        }
      }
    }
  };
  await expectFound({ rules: nothingBut(lax) }, /^I6 .* seats more people at table \d+ than it has chairs/m, 2000);
});

it('finds a method that shows names and says that it does not', async () => {
  const { fishbowl } = rules.methods;
  if (!fishbowl) throw new Error('There is no fishbowl among the methods');
  const silent: AnyMethod = { ...fishbowl, names: () => ({ board: false, phones: false, edition: false }) };
  await expectFound({ rules: nothingBut(silent) }, /^I8 the board of .* shows a name/m, 2000);
});

it.each(Object.keys(rules.methods))('finds a view of %s that tells a wall the whole state', async (name) => {
  const method = rules.methods[name];
  if (!method) throw new Error(`There is no ${name} among the methods`);
  const telling: AnyMethod = {
    ...method,
    view: (state, channel, roster) => {
      const view = method.view(state, channel, roster);
      return channel === 'board' ? { ...view, state: structuredClone(state) } : view;
    }
  };
  const what = new RegExp(`^I8 .* \\(${name}\\): “board” is shown \\S+, which \`hidden\` keeps from it`, 'm');
  await expectFound({ rules: nothingBut(telling) }, what, 2000);
});

it('finds a harvest that no edition can hold', async () => {
  const { fishbowl } = rules.methods;
  if (!fishbowl) throw new Error('There is no fishbowl among the methods');
  const title = { kind: 'tables' } as const;
  const branches = [{ head: { kind: 'gossip' }, notes: [] }] as unknown as OutlineBlock['branches'];
  const chatty: AnyMethod = {
    ...fishbowl,
    harvest: () => [{ kind: 'outline', id: 'what-was-said', of: 'fishbowl', title, branches, figures: [] }]
  };
  await expectFound({ rules: nothingBut(chatty) }, /^harvest: no edition can hold .*"gossip"/m, 200);
});

it('lets a method count on its console what it likes', async () => {
  const { fishbowl } = rules.methods;
  if (!fishbowl) throw new Error('There is no fishbowl among the methods');
  const counting: AnyMethod = { ...fishbowl, view: (...asked) => ({ ...fishbowl.view(...asked), counts: [0, 1, 2] }) };
  expect(await found({ rules: nothingBut(counting) }, /./, 100)).toBe('');
});
