import { getOwn } from '#contract/get-own.ts';
import type { Text } from '#contract/typed-text.ts';
import type { Exposure, Kind, StatementSettings, Way } from './settings.ts';
import type { Placement, Position, ReasonZone, Via, Zone } from './placement.ts';

export type ReplayedMove = readonly [dot: number, x: Position | null, ms: number];

export type Stage = 'ready' | 'open' | 'locked';

export type Proposed = { text: Text; poleA: Text; poleB: Text };

export type OwnProposal = Proposed & { state: 'waiting' | 'accepted' | 'declined' };

export type State = {
  /** Who may learn whose point it is. Once a line was opened it only falls. */
  exposure: Exposure;
  /** How many wordings were opened so far. It numbers them for the order of the harvest. */
  openings: number;
  /** How many placements could be seen so far. It numbers dots: a later dot lies on top. */
  arrivals: number;
  statements: Record<string, Statement>;
  /** The statement on the board. */
  now: string | null;
  /** What the board shows in place of its line. */
  lens: Lens | null;
  /**
   * Dot numbers by `dotKey`, the same in every statement and round. They are random: numbers in order of arrival would
   * tell whose dot it is.
   */
  dots: Record<string, number>;
  /** The numbers in `dots` as a set, so that a new dot need not search `dots`. */
  taken: Record<number, true>;
  /** The call that is on: a zone, and the person in it. */
  call: Call | null;
  /** How often each person was called, without calls that were passed on. */
  heard: Record<string, number>;
  /** How many hands were raised and reasons given so far. They number hands and reasons. */
  raised: number;
  given: number;
  /** People may propose statements. */
  proposing: boolean;
  proposals: Record<string, ProposedStatement>;
  proposed: number;
  /** L3: people who agreed to be named. */
  named: Record<string, true>;
  /** L0: the blinded ticket of each person. Nothing joins it to the ticket itself. */
  tickets: Record<string, string>;
  /** The round that closed last. At L0 it still takes points that were on their way when it closed. */
  closed: Spot | null;
  /** How many moves are recorded for replay, in all rounds. */
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
  /** The current version and round. `versions` keeps earlier ones with what people did in them. */
  version: number;
  round: number;
  versions: Record<number, Version>;
};

/** One wording and what people did under it. Once people could answer a wording, it never changes. */
export type Version = Wording & {
  opened: number | null;
  rounds: Record<number, Round>;
};

export type Wording = { text: Text; poleA: Text; poleB: Text; middle: Text | null; kind: Kind };

export type Round = {
  /**
   * True when the round began with an empty line. Otherwise people keep their place of the round before until they
   * move.
   */
  empty: boolean;
  revealed: boolean;
  /** When the round first took placements. */
  openedAt: number | null;
  /** By {@link Holder}. */
  placements: Record<Holder, PlacementRecord>;
  /** The last reason of each holder. */
  reasons: Record<Holder, Reason>;
  /** People with a hand up. The number is their order. */
  hands: Record<string, number>;
  /** How often each zone was called. */
  called: Partial<Record<Zone, number>>;
  /** Moves that could be seen, in order. */
  moves: ReplayedMove[];
  /** False when moves are missing, because `MOVES_MOST` was reached. */
  whole: boolean;
};

/** Who holds a place: a person, or at L0 a ticket that nothing joins to a person. */
export type Holder = string;

export type PlacementRecord = Placement & {
  order: number;
  /** Whether the first place in this round came before the reveal. */
  early: boolean;
  /** Milliseconds from the opening of the round to the first answer. Null at L0. */
  afterMs: number | null;
  /**
   * What the console may show beside this person's name: by phone or by helper. Null while it may not show that this
   * person acted.
   */
  shownVia: Via | null;
  /** L0: the move number of the ticket. A point with a lower `k` came late and is ignored. */
  k?: number;
};

/** `zone` is where the author stood when they gave the reason. It does not change when the author moves on. */
export type Reason = { reason: string; why: Text; zone: ReasonZone; order: number; pinned: boolean; hidden: boolean };

/** The course of a statement: what a step changes and what taking the step back restores. */
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

/** Its `order` puts it at the end of the list until `moveTo` renumbers. */
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

/** A person's id holds no colon, so a forged ticket never passes for a person. */
export const holderOf = (ticket: string): Holder => `ticket:${ticket}`;
export const isTicket = (holder: Holder): boolean => holder.startsWith(holderOf(''));

export const inOrder = (state: State): Statement[] => Object.values(state.statements).sort((a, b) => a.order - b.order);

export function versionOf({ id, version, versions }: Statement): Version {
  const current = versions[version];
  if (!current) throw new Error(`Statement ${id} lost its version ${version}`);
  return current;
}

/** The current round of this statement. */
export const spotOf = ({ id, version, round }: Statement): Spot => ({ statement: id, version, round });
export const isAt = (spot: Spot, { statement, version, round }: Spot): boolean =>
  spot.statement === statement && spot.version === version && spot.round === round;

/** Any round of any version, also one that is over. */
export const roundAt = (state: State, { statement, version, round }: Spot): Round | undefined =>
  getOwn(state.statements, statement)?.versions[version]?.rounds[round];

export const roundOf = ({ version, round, versions }: Statement): Round | undefined => versions[version]?.rounds[round];
export const latestVersion = (statement: Statement): number => Math.max(...Object.keys(statement.versions).map(Number));

export const isRevealed = (statement: Statement): boolean => roundOf(statement)?.revealed ?? false;

/** Whether a person ever placed themselves under this wording. */
export const answered = (version: Version): boolean =>
  Object.values(version.rounds).some(({ placements }) => Object.keys(placements).length > 0);

/** Whether removing this statement would remove something that people did. */
export const isUsed = ({ versions }: Statement): boolean =>
  Object.values(versions).some(({ rounds }) =>
    Object.values(rounds).some((round) =>
      [round.placements, round.reasons, round.hands].some((kept) => Object.keys(kept).length > 0)
    )
  );

/** All placements of a round: made in it, or kept from the round before. */
export function placementsIn(version: Version, round: number): Record<string, PlacementRecord> {
  const here = version.rounds[round];
  if (!here) return {};
  return here.empty ? here.placements : { ...placementsIn(version, round - 1), ...here.placements };
}

/** The same for one person. It does not build the whole record, because every placement asks it. */
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
