import {
  anyOf,
  type RandomCommandContext,
  type RandomCommand,
  type RandomCommands
} from '#contract/testing/random-commands.ts';
import { STATEMENT } from '../sample.ts';
import type { State, Statement } from '../state.ts';

const STEPS = ['open', 'reveal', 'lock', 'reopen', 'anotherRound', 'show', 'duplicateStatement', 'removeStatement'];

/** What people do on a line, and around it. */
export const randomCommands: RandomCommands<State> = {
  settings: () => ({ statements: [STATEMENT, STATEMENT] }),
  participant: (context) => talk(context) ?? place(context, {}),
  helper: (context, person) => place(context, { for: person }),
  facilitator(context) {
    const { random } = context;
    const statement = anyStatement(context)?.id ?? 'none';
    const command = random.pick(STEPS) ?? 'open';
    if (random.chance(0.25)) return looks(context, statement);
    if (random.chance(0.1)) return { command: 'setWay', input: { statement, way: random.pick(['blind', 'live']) } };
    if (random.chance(0.1)) return { command: 'addStatement', input: { ...STATEMENT } };
    return { command, input: { statement } };
  }
};

/** What people do beside placing themselves. */
function talk(context: RandomCommandContext<State>): RandomCommand | null {
  const { random } = context;
  const statement = anyStatement(context);
  if (!statement || !random.chance(0.2)) return null;
  const line = { statement: statement.id, version: statement.version, round: statement.round };
  return anyOf(random, [
    ['giveReason', { ...line, why: random.chance(0.8) ? `Because ${random.below(99)}` : null }],
    ['raiseHand', { ...line, on: random.chance(0.7) }],
    ['propose', { text: `Proposal ${random.below(9)}`, poleA: 'Yes', poleB: 'No' }],
    ['passCall', {}],
    ['consent', { named: random.chance(0.5) }]
  ]);
}

/** What facilitators do with hands, proposals and lenses. */
function looks(context: RandomCommandContext<State>, statement: string): RandomCommand {
  const { random } = context;
  const other = anyStatement(context)?.id ?? statement;
  return anyOf(random, [
    ['call', { zone: random.below(5) }],
    ['heard', {}],
    ['cross', { across: statement, up: other }],
    ['uncross', {}],
    ['compare', { statement, rounds: [1, 2] }],
    ['closeCompare', {}],
    ['replay', { statement, round: 1 }],
    ['endReplay', {}],
    ['setProposals', { on: true }],
    ['setExposure', { to: random.pick(['L1', 'L2', 'L3']) ?? 'L1' }],
    ['setWarmUp', { statement, on: random.chance(0.5) }]
  ]);
}

function place(context: RandomCommandContext<State>, about: object): RandomCommand | null {
  const { random } = context;
  const statement = anyStatement(context);
  if (!statement) return null;
  const { id, version, round } = statement;
  const answer = random.chance(0.15) ? { answer: random.pick(['unsure', 'pass']) } : { x: random.below(1001) };
  return { command: 'place', input: { statement: id, version, round, ...answer, ...about } };
}

const anyStatement = ({ state, random }: RandomCommandContext<State>): Statement | undefined =>
  random.pick(Object.values(state.statements));
