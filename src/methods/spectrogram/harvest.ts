import type { ContinuumBlock, ContinuumReason, NamedPlace } from '#contract/harvest-blocks.ts';
import type { Roster, Unkept } from '#contract/method.ts';
import { isFew } from '#contract/people-counts.ts';
import { mayBeNamed } from '#kit/rules/exposure.ts';
import { roundFigures, roundsUpTo } from './figures/round-shape.ts';
import { countedState } from './figures/counted-people.ts';
import {
  answered,
  isTicket,
  latestVersion,
  type Reason,
  type PlacementRecord,
  type State,
  type Statement,
  type Version
} from './state.ts';
import type { ReasonZone } from './placement.ts';
import { courseOf } from './line-course.ts';
import { soFar, type Block } from './so-far.ts';

/**
 * One block for each wording that people could answer, in the order of opening. Warm-ups are left out, unless there is
 * nothing else. While the gathering goes on, a round is told once it is revealed and closed, and nobody is named.
 */
export function harvest(whole: State, roster: Roster, goesOn: boolean): Block[] {
  // Who agreed to be named may think again until the gathering has closed.
  const state = { ...countedState(whole, roster), ...(goesOn && { named: {} }) };
  const told = goesOn ? soFar : (block: Block) => [block];
  const counted = withoutRehearsed(roster);
  return toldIn(state).flatMap(({ statement, number, version }) =>
    told(block(state, statement, number, version, counted), { statement, number }).flatMap((block) =>
      block.kind === 'continuum' ? [block, ...courseOf(block, version, counted.only)] : [block]
    )
  );
}

/** All lines but warm-ups; these where there is nothing else. */
function toldIn(state: State) {
  const opened = Object.values(state.statements)
    .flatMap((statement) => wordings(statement).map((wording) => ({ statement, ...wording })))
    .sort((a, b) => (a.version.opened ?? 0) - (b.version.opened ?? 0));
  const serious = opened.filter(({ statement }) => !statement.warmUp);
  return serious.length > 0 ? serious : opened;
}

/** Reasons that were hidden, and those that nobody pinned. */
export function unkept(whole: State, roster: Roster): Unkept {
  const counted = withoutRehearsed(roster);
  const given = toldIn(countedState(whole, roster)).flatMap(({ version }) => reasonsIn(version, counted));
  return {
    hidden: given.filter(({ hidden }) => hidden).length,
    waiting: given.filter(({ pinned, hidden }) => !pinned && !hidden).length
  };
}

/**
 * A wording that was opened by mistake and taken back without an answer leaves no block. An answered wording always
 * leaves one.
 */
function wordings(statement: Statement): { number: number; version: Version }[] {
  return Object.entries(statement.versions)
    .map(([number, version]) => ({ number: Number(number), version }))
    .filter(
      ({ number, version }) => answered(version) || (number === statement.version && statement.stage !== 'ready')
    );
}

function block(state: State, statement: Statement, number: number, version: Version, counted: Counted): ContinuumBlock {
  const last = number === statement.version ? statement.round : lastAnswered(version);
  const rounds = roundsUpTo(version, last).map(counted.only);
  const final = rounds.at(-1);
  const reasons = pinnedIn(version, counted);
  const named = final && state.exposure === 'L3' ? namedIn(state, final, counted) : [];
  return {
    kind: 'continuum',
    id: number === 1 && latestVersion(statement) === 1 ? statement.id : `${statement.id}-v${number}`,
    statement: version.text,
    poles: [version.poleA, version.poleB],
    middle: version.middle,
    rounds: rounds.map((placements, index) =>
      roundFigures(state, index + 1, placements, counted, index + 1 === last ? named.map(({ person }) => person) : [])
    ),
    ...(reasons.length > 0 ? { reasons } : {}),
    ...(named.length > 0 ? { named: named.map(({ name, x }) => ({ name, x })) } : {})
  };
}

/** Reasons that were pinned on the board, in the order in which people gave them. */
function pinnedIn(version: Version, counted: Counted): ContinuumReason[] {
  return reasonsIn(version, counted)
    .filter(({ pinned, hidden }) => pinned && !hidden)
    .map(({ reason, why, zone, round }) => ({ id: reason, round, from: PARTS[zone], why }));
}

const reasonsIn = (version: Version, counted: Counted): (Reason & { round: number })[] =>
  Object.entries(version.rounds)
    .filter(([, { revealed }]) => revealed)
    .flatMap(([round, { reasons }]) =>
      Object.values(counted.only(reasons))
        .sort((one, other) => one.order - other.order)
        .map((reason) => ({ ...reason, round: Number(round) }))
    );

const PARTS: Readonly<Record<ReasonZone, ContinuumReason['from']>> = {
  0: 'first',
  1: 'first',
  2: 'middle',
  3: 'second',
  4: 'second',
  unsure: 'beside',
  pass: 'beside'
};

/**
 * People who agreed and have a name, with their last place. Empty when one to four people without a name stand on the
 * line beside them: a reader could work out their places from the figures of all and the places of the named people.
 */
function namedIn(
  state: State,
  placements: Record<string, PlacementRecord>,
  counted: Counted
): (NamedPlace & { person: string })[] {
  const placed = Object.entries(placements).flatMap(([person, placement]) =>
    'x' in placement ? [{ person, x: placement.x }] : []
  );
  const named = placed.flatMap(({ person, x }) => {
    const name = mayBeNamed(state, person, counted) ? counted.people[person]?.name : null;
    return name ? [{ person, name, x }] : [];
  });
  const others = placed.length - named.length;
  return isFew(others) ? [] : named.sort((one, other) => one.x - other.x);
}

const lastAnswered = ({ rounds }: Version): number =>
  Math.max(
    1,
    ...Object.keys(rounds)
      .map(Number)
      .filter((round) => Object.keys(rounds[round]?.placements ?? {}).length > 0)
  );

type Counted = Roster & { only<Item>(byPerson: Record<string, Item>): Record<string, Item> };

/** A person who is no longer in the roster took part all the same, and stays counted. */
function withoutRehearsed({ people }: Roster): Counted {
  const real = Object.entries(people).filter(([, { rehearsed }]) => !rehearsed);
  if (real.length === 0) return { people, only: (byPerson) => byPerson };
  return {
    people: Object.fromEntries(real),
    only: (byPerson) => Object.fromEntries(Object.entries(byPerson).filter(([person]) => !people[person]?.rehearsed))
  };
}

/** Who gave a reason; null where it came with a ticket, which nothing joins to a person. */
export function reasonWriter(state: State, reason: string): string | null {
  const reasons = Object.values(state.statements)
    .flatMap(({ versions }) => Object.values(versions))
    .flatMap(({ rounds }) => Object.values(rounds))
    .flatMap(({ reasons }) => Object.entries(reasons));
  const holder = reasons.find(([, given]) => given.reason === reason)?.[0] ?? null;
  return holder === null || isTicket(holder) ? null : holder;
}
