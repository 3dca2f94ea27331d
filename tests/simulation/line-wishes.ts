import type { Ledger } from '#gathering/ledger.ts';
import { STATEMENT } from '#methods/spectrogram/sample.ts';
import { anyOf, type Asked, type MethodWishes } from './asked.ts';
import type { Dice } from './dice.ts';

const STEPS = ['open', 'reveal', 'lock', 'reopen', 'anotherRound', 'show', 'duplicateStatement', 'removeStatement'];

/** What people do on a line, and around it. */
export const lineWishes: MethodWishes = {
  settings: () => ({ statements: [STATEMENT, STATEMENT] }),
  ask: (ledger, activity, _person, dice) => talk(ledger, activity, dice) ?? place(ledger, activity, dice, {}),
  help: (ledger, activity, person, dice) => place(ledger, activity, dice, { for: person }),
  lead(ledger, activity, dice) {
    const statement = dice.pick(statementsOf(ledger, activity))?.id ?? 'none';
    const command = dice.pick(STEPS) ?? 'open';
    if (dice.chance(0.25)) return looks(ledger, activity, statement, dice);
    if (dice.chance(0.1)) return { command: 'setWay', input: { statement, way: dice.pick(['blind', 'live']) } };
    if (dice.chance(0.1)) return { command: 'addStatement', input: { ...STATEMENT } };
    return { command, input: { statement } };
  }
};

/** What people do beside placing themselves. */
function talk(ledger: Ledger, activity: string, dice: Dice): Asked | null {
  const statement = dice.pick(statementsOf(ledger, activity));
  if (!statement || !dice.chance(0.2)) return null;
  const line = { statement: statement.id, version: statement.version, round: statement.round };
  return anyOf(dice, [
    ['giveReason', { ...line, why: dice.chance(0.8) ? `Because ${dice.below(99)}` : null }],
    ['raiseHand', { ...line, on: dice.chance(0.7) }],
    ['propose', { text: `Proposal ${dice.below(9)}`, poleA: 'Yes', poleB: 'No' }],
    ['passCall', {}],
    ['consent', { named: dice.chance(0.5) }]
  ]);
}

/** What those who lead do with what people said, and what they show in place of the line. */
function looks(ledger: Ledger, activity: string, statement: string, dice: Dice): Asked {
  const other = dice.pick(statementsOf(ledger, activity))?.id ?? statement;
  return anyOf(dice, [
    ['call', { zone: dice.below(5) }],
    ['heard', {}],
    ['cross', { across: statement, up: other }],
    ['uncross', {}],
    ['compare', { statement, rounds: [1, 2] }],
    ['closeCompare', {}],
    ['replay', { statement, round: 1 }],
    ['endReplay', {}],
    ['setProposals', { on: true }],
    ['setExposure', { to: dice.pick(['L1', 'L2', 'L3']) ?? 'L1' }],
    ['setWarmUp', { statement, on: dice.chance(0.5) }]
  ]);
}

function place(ledger: Ledger, activity: string, dice: Dice, about: object): Asked | null {
  const statement = dice.pick(statementsOf(ledger, activity));
  if (!statement) return null;
  const { id, version, round } = statement;
  const answer = dice.chance(0.15) ? { answer: dice.pick(['unsure', 'pass']) } : { x: dice.below(1001) };
  return { command: 'place', input: { statement: id, version, round, ...answer, ...about } };
}

type Glimpse = { id: string; version: number; round: number };
const statementsOf = (ledger: Ledger, activity: string): Glimpse[] =>
  Object.values((ledger.activities[activity]?.state as { statements: Record<string, Glimpse> }).statements);
