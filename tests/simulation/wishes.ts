import { nextDue, wanted } from '#gathering/asked.ts';
import { GATHERING, type Ledger } from '#gathering/ledger.ts';
import type { Actor } from '#methods/method.ts';
import type { Dice } from './dice.ts';
import { CONVENING, rules, STATEMENT } from '../support/room.ts';
import { blockOf } from '../support/samples.ts';
import { askInTheBowl, helpInTheBowl, leadTheBowl, settingsOfABowl } from './bowl-wishes.ts';
import { helpInTheCafe, leadTheCafe, settingsOfACafe, talkInTheCafe } from './cafe-wishes.ts';

export type Wish = { activity: string; command: string; input: object };

/** `calm`: those who lead stay with what is on, so that people get somewhere in it. `methods`: what blocks are made of. */
export type Day = { calm: boolean; methods: readonly string[] };

/** What somebody might want now: mostly sensible, sometimes rude, sometimes long out of date. */
export function wish(ledger: Ledger, by: Actor, dice: Dice, day: Day): Wish {
  if (dice.chance(0.02)) return dice.pick(rude) ?? rude[0];
  if (dice.chance(0.02)) return lead(ledger, dice, day);
  if (by.role === 'participant') return participant(ledger, by, dice);
  if (by.role === 'helper') return helper(ledger, dice);
  return lead(ledger, dice, day);
}

/** What the activities asked the clock for, when it is time; now and then of a state that is long out of date. */
export function clockWish(ledger: Ledger, at: number): Wish | null {
  const due = nextDue(ledger, rules);
  return due && due.at <= at ? { activity: due.activity, command: due.command, input: due.input } : null;
}

/** What the activities want computed; now and then the answer comes when the question has changed. */
export function workerWish(ledger: Ledger, dice: Dice): Wish | null {
  const asked = dice.pick(wanted(ledger, rules));
  const answer = asked && rules.methods[asked.method]?.work?.answer(asked.question());
  return asked && answer
    ? { activity: asked.activity, command: asked.command, input: { asking: asked.asking, answer } }
    : null;
}

const rude: [Wish, ...Wish[]] = [
  { activity: GATHERING, command: 'constructor', input: {} },
  { activity: '__proto__', command: 'place', input: {} },
  { activity: GATHERING, command: 'join', input: { name: 5 } },
  { activity: GATHERING, command: 'close', input: { now: true } },
  { activity: 'nowhere', command: 'place', input: { x: Number.NaN } }
];

function participant(ledger: Ledger, by: Actor, dice: Dice): Wish {
  const me = by.person === null ? undefined : ledger.gathering.people[by.person];
  if (!me) return to('join', { name: dice.chance(0.5) ? `I am ${by.person}` : null, rehearsed: dice.chance(0.3) });
  if (dice.chance(0.04)) return to(me.present ? 'leave' : 'comeBack', {});
  if (dice.chance(0.05)) return to('rename', { name: `Now ${dice.below(99)}` });
  const bowl = bowlOn(ledger);
  if (bowl) return { activity: bowl, ...askInTheBowl(ledger, bowl, dice) };
  const tables = cafeOn(ledger);
  if (tables) return { activity: tables, ...talkInTheCafe(ledger, tables, by.person, dice) };
  return talk(ledger, dice) ?? place(ledger, dice, {}) ?? to('rename', { name: null });
}

/** What people do beside placing themselves. */
function talk(ledger: Ledger, dice: Dice): Wish | null {
  const activity = ledger.gathering.now;
  const statement = activity === null ? undefined : dice.pick(statementsOf(ledger, activity));
  if (activity === null || !statement || !dice.chance(0.2)) return null;
  const line = { statement: statement.id, version: statement.version, round: statement.round };
  const wishes: [string, object][] = [
    ['giveReason', { ...line, why: dice.chance(0.8) ? `Because ${dice.below(99)}` : null }],
    ['raiseHand', { ...line, on: dice.chance(0.7) }],
    ['propose', { text: `Proposal ${dice.below(9)}`, poleA: 'Yes', poleB: 'No' }],
    ['passCall', {}],
    ['consent', { named: dice.chance(0.5) }]
  ];
  const [command, input] = dice.pick(wishes) ?? wishes[3] ?? ['passCall', {}];
  return { activity, command, input };
}

function helper(ledger: Ledger, dice: Dice): Wish {
  const someone = dice.pick(Object.keys(ledger.gathering.people));
  if (!someone || dice.chance(0.2)) return to('addWalkIn', { name: `Walk-in ${dice.below(99)}` });
  if (dice.chance(0.1)) return to('leave', { for: someone });
  const bowl = bowlOn(ledger);
  if (bowl) return { activity: bowl, ...helpInTheBowl(ledger, bowl, someone, dice) };
  const tables = cafeOn(ledger);
  if (tables) return { activity: tables, ...helpInTheCafe(ledger, tables, someone, dice) };
  return place(ledger, dice, { for: someone }) ?? to('comeBack', { for: someone });
}

function lead(ledger: Ledger, dice: Dice, { calm, methods }: Day): Wish {
  const { phase, agenda, now } = ledger.gathering;
  if (phase === 'planned') return to('convene', CONVENING);
  const blocks = Object.keys(agenda);
  const block = dice.pick(blocks);
  if (calm && block && now !== null && phase === 'open' && dice.chance(0.9)) return onward(ledger, now, dice);
  if (!block || (blocks.length < 4 && dice.chance(0.3))) return to('addBlock', anyBlock(methods, dice));
  if (dice.chance(0.15)) return to('undo', {});
  if (dice.chance(0.03)) return to(phase === 'closed' ? 'reopen' : 'close', {});
  if (phase === 'closed') return to('reopen', {});
  if (dice.chance(0.2) || now === null) return to('turnTo', { activity: block, from: now });
  if (dice.chance(0.15)) return aroundBlocks(block, dice);
  return onward(ledger, now, dice);
}

/** Settings in which people get into each other's way; a method without any here is played as its sample says. */
const TIGHT: Record<string, (dice: Dice) => object> = {
  spectrogram: () => ({ statements: [STATEMENT, STATEMENT] }),
  fishbowl: settingsOfABowl,
  cafe: settingsOfACafe
};

function anyBlock(methods: readonly string[], dice: Dice): object {
  const method = dice.pick(methods) ?? '';
  return blockOf(method, TIGHT[method]?.(dice));
}

function onward(ledger: Ledger, now: string, dice: Dice): Wish {
  const bowl = bowlOn(ledger);
  const tables = cafeOn(ledger);
  if (dice.chance(0.05)) return to('undo', {});
  if (tables) return { activity: tables, ...leadTheCafe(ledger, tables, dice) };
  return bowl ? { activity: bowl, ...leadTheBowl(ledger, bowl, dice) } : stages(ledger, now, dice);
}

const aroundBlocks = (activity: string, dice: Dice): Wish =>
  dice.pick([
    to('moveBlock', { activity, to: dice.below(4) }),
    to('removeBlock', { activity }),
    to('titleBlock', { activity, title: `Block ${dice.below(9)}` }),
    to('duplicateBlock', { activity }),
    to('blank', { blank: dice.chance(0.5) }),
    to('describe', { title: `Day ${dice.below(9)}`, place: null })
  ]) ?? to('undo', {});

function stages(ledger: Ledger, activity: string, dice: Dice): Wish {
  const statement = dice.pick(statementsOf(ledger, activity))?.id ?? 'none';
  const command =
    dice.pick(['open', 'reveal', 'lock', 'reopen', 'anotherRound', 'show', 'duplicateStatement', 'removeStatement']) ??
    'open';
  if (dice.chance(0.25)) return looks(ledger, activity, statement, dice);
  if (dice.chance(0.1)) return { activity, command: 'setWay', input: { statement, way: dice.pick(['blind', 'live']) } };
  if (dice.chance(0.1)) return { activity, command: 'addStatement', input: { ...STATEMENT } };
  return { activity, command, input: { statement } };
}

/** What those who lead do with what people said, and what they show in place of the line. */
function looks(ledger: Ledger, activity: string, statement: string, dice: Dice): Wish {
  const other = dice.pick(statementsOf(ledger, activity))?.id ?? statement;
  const wishes: [string, object][] = [
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
  ];
  const [command, input] = dice.pick(wishes) ?? ['heard', {}];
  return { activity, command, input };
}

function place(ledger: Ledger, dice: Dice, about: object): Wish | null {
  const activity = ledger.gathering.now;
  const statement = activity === null ? undefined : dice.pick(statementsOf(ledger, activity));
  if (activity === null || !statement) return null;
  const { id, version, round } = statement;
  const answer = dice.chance(0.15) ? { answer: dice.pick(['unsure', 'pass']) } : { x: dice.below(1001) };
  return { activity, command: 'place', input: { statement: id, version, round, ...answer, ...about } };
}

type Glimpse = { id: string; version: number; round: number };
const statementsOf = (ledger: Ledger, activity: string): Glimpse[] =>
  Object.values((ledger.activities[activity]?.state as { statements?: Record<string, Glimpse> }).statements ?? {});

const bowlOn = (ledger: Ledger): string | null => methodOn(ledger, 'fishbowl');
const cafeOn = (ledger: Ledger): string | null => methodOn(ledger, 'cafe');
const methodOn = ({ gathering: { now }, activities }: Ledger, method: string): string | null =>
  now !== null && activities[now]?.method === method ? now : null;

const to = (command: string, input: object): Wish => ({ activity: GATHERING, command, input });
