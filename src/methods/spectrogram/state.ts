import { getOwn } from '#contract/get-own.ts';
import type { Text } from '#contract/text.ts';
import type { Exposure, Kind, StatementSettings, Way } from './settings.ts';
import type { Placement, Position, ReasonZone, Via, Zone } from './placement.ts';

export type ReplayedMove = readonly [dot: number, x: Position | null, ms: number];

export type Stage = 'ready' | 'open' | 'locked';

export type Proposed = { text: Text; poleA: Text; poleB: Text };

export type OwnProposal = Proposed & { state: 'waiting' | 'accepted' | 'declined' };

export type State = {
  /** Who may learn whose a point is. It falls and never rises. */
  exposure: Exposure;
  /** Openings of statement versions so far: the order of the harvest. */
  openings: number;
  /** Placements in sight so far: the order in which dots lie on each other. */
  arrivals: number;
  statements: Record<string, Statement>;
  /** The statement on the board. */
  now: string | null;
  /** What the board shows in place of its line. */
  lens: Lens | null;
  /**
   * Dots by whose hands they are known, the same in every statement and round. By chance: order of arrival would tell
   * whose they are.
   */
  dots: Record<string, number>;
  /** The numbers in `dots`, so that nobody has to look through all of them at every arrival. */
  taken: Record<number, true>;
  /** Who is asked to speak. */
  call: Call | null;
  /** How often each person was called, without calls that were passed on. */
  heard: Record<string, number>;
  /** Hands raised and reasons given so far: the order of both. */
  raised: number;
  given: number;
  /** People may propose statements. */
  proposing: boolean;
  proposals: Record<string, ProposedStatement>;
  proposed: number;
  /** L3: people who agreed to be named. */
  named: Record<string, true>;
  /** L0: what each person's ticket was drawn with. Nothing joins it to the ticket itself. */
  tickets: Record<string, string>;
  /** The round that closed last: at L0 points that were on their way when it closed still belong to it. */
  closed: Spot | null;
  /** Moves kept for replay so far, in all rounds. */
  moves: number;
};

/** One line in one round. */
export type Spot = { statement: string; version: number; round: number };

export type Lens =
  | { kind: 'crossed'; across: string; up: string }
  | { kind: 'compared'; statement: string; version: number; rounds: [number, number] }
  | { kind: 'replayed'; statement: string; version: number; round: number };

/** `person` is null at L0: there only a zone lights up. */
export type Call = Spot & { zone: Zone; person: string | null };

export type ProposedStatement = Proposed & { person: string; order: number; state: OwnProposal['state'] };

export type Statement = {
  id: string;
  order: number;
  way: Way;
  warmUp: boolean;
  stage: Stage;
  /** The version and round that are on now. Earlier ones stay in `versions` with what people did in them. */
  version: number;
  round: number;
  versions: Record<number, Version>;
};

/** One wording and what people did under it. A wording is never changed once people could answer it. */
export type Version = Wording & {
  opened: number | null;
  rounds: Record<number, Round>;
};

export type Wording = { text: Text; poleA: Text; poleB: Text; middle: Text | null; kind: Kind };

export type Round = {
  /** Began with an empty line; otherwise people keep the place of the round before until they move. */
  empty: boolean;
  revealed: boolean;
  /** When it first took people. */
  openedAt: number | null;
  /** By {@link Holder}. */
  placements: Record<Holder, PlacementRecord>;
  /** One of each holder, the last. */
  reasons: Record<Holder, Reason>;
  /** People with a hand up, by when they raised it. */
  hands: Record<string, number>;
  /** How often somebody was called from a zone. */
  called: Partial<Record<Zone, number>>;
  /** What could be seen to move, in order. */
  moves: ReplayedMove[];
  /** Whether `moves` holds all of it. */
  whole: boolean;
};

/** Whose a place is: a person, or at L0 a ticket that nothing joins to a person. */
export type Holder = string;

export type PlacementRecord = Placement & {
  order: number;
  /** The first place in this round came before the reveal. */
  early: boolean;
  /** Milliseconds from the opening of the round to the first answer. Null at L0. */
  afterMs: number | null;
  /**
   * By whose hands this person acted, as those who lead are told beside their name. Null while they are not told that
   * they did.
   */
  shownVia: Via | null;
  /** L0: the ticket's count of moves; a lower one came late. */
  k?: number;
};

/** With the zone it was given from: it stays what it was when its author moves on. */
export type Reason = { reason: string; why: Text; zone: ReasonZone; order: number; pinned: boolean; hidden: boolean };

/** Where a statement is on its way: what a step forward changes, and a step back restores. */
export type Course = Pick<Statement, 'stage' | 'version' | 'round'> & { revealed: boolean };

export const newState = (statements: State['statements'], exposure: Exposure, proposing: boolean): State => ({
  exposure,
  openings: 0,
  arrivals: 0,
  statements,
  now: null,
  lens: null,
  dots: {},
  taken: {},
  call: null,
  heard: {},
  raised: 0,
  given: 0,
  proposing,
  proposals: {},
  proposed: 0,
  named: {},
  tickets: {},
  closed: null,
  moves: 0
});

/** At the end of the list, until somebody says where. */
export const newStatement = (id: string, version: number, settings: StatementSettings): Statement => ({
  id,
  order: Number.MAX_SAFE_INTEGER,
  way: settings.way,
  warmUp: settings.warmUp,
  stage: 'ready',
  version,
  round: 1,
  versions: { [version]: newVersion(settings) }
});

export const newVersion = (settings: StatementSettings): Version => ({
  ...wordingOf(settings),
  opened: null,
  rounds: { 1: newRound(true) }
});

export const wordingOf = ({ text, poleA, poleB, middle, kind }: Wording): Wording => ({
  text,
  poleA,
  poleB,
  middle,
  kind
});

export const newRound = (empty: boolean): Round => ({
  empty,
  revealed: false,
  openedAt: null,
  placements: {},
  reasons: {},
  hands: {},
  called: {},
  moves: [],
  whole: true
});

/** Nobody's id holds a colon, so a ticket that somebody made up never passes for a person. */
export const holderOf = (ticket: string): Holder => `ticket:${ticket}`;

export const inOrder = (state: State): Statement[] => Object.values(state.statements).sort((a, b) => a.order - b.order);

export function versionOf({ id, version, versions }: Statement): Version {
  const current = versions[version];
  if (!current) throw new Error(`Statement ${id} lost its version ${version}`);
  return current;
}

/** The line as it is on now. */
export const spotOf = ({ id, version, round }: Statement): Spot => ({ statement: id, version, round });
export const isAt = (spot: Spot, { statement, version, round }: Spot): boolean =>
  spot.statement === statement && spot.version === version && spot.round === round;

/** Any round, also one that is over. */
export const roundAt = (state: State, { statement, version, round }: Spot): Round | undefined =>
  getOwn(state.statements, statement)?.versions[version]?.rounds[round];

export const roundOf = ({ version, round, versions }: Statement): Round | undefined => versions[version]?.rounds[round];
export const latestVersion = (statement: Statement): number => Math.max(...Object.keys(statement.versions).map(Number));

export const isRevealed = (statement: Statement): boolean => roundOf(statement)?.revealed ?? false;

/** Whether anybody ever answered this version. */
export const answered = (version: Version): boolean =>
  Object.values(version.rounds).some(({ placements }) => Object.keys(placements).length > 0);

/** Whether anything somebody did would go with this statement. */
export const isUsed = ({ versions }: Statement): boolean =>
  Object.values(versions).some(({ rounds }) =>
    Object.values(rounds).some((round) =>
      [round.placements, round.reasons, round.hands].some((kept) => Object.keys(kept).length > 0)
    )
  );

/** Where everybody stands in a round: placed in it, or kept from the round before. */
export function placementsIn(version: Version, round: number): Record<string, PlacementRecord> {
  const here = version.rounds[round];
  if (!here) return {};
  return here.empty ? here.placements : { ...placementsIn(version, round - 1), ...here.placements };
}

/** The same for one person, without looking at anybody else: it is asked at every placement. */
export function placementOf(version: Version, round: number, person: string): PlacementRecord | undefined {
  const here = version.rounds[round];
  const own = here && getOwn(here.placements, person);
  return own || !here || here.empty ? own : placementOf(version, round - 1, person);
}

export function positionsOf(placements: Record<string, PlacementRecord>): Position[] {
  const positions: Position[] = [];
  for (const placement of Object.values(placements)) if ('x' in placement) positions.push(placement.x);
  return positions;
}

export const courseOf = (statement: Statement): Course => ({
  stage: statement.stage,
  version: statement.version,
  round: statement.round,
  revealed: isRevealed(statement)
});
