import type { Text } from '../text.ts';
import type { Kind, StatementSettings, Way } from './settings.ts';
import type { Placement, Position, Stage } from './views.ts';

export type State = {
  /** Openings of statement versions so far: the order of the harvest. */
  openings: number;
  /** Placements so far: the order in which dots lie on each other. */
  arrivals: number;
  statements: Record<string, Statement>;
  /** The statement on the board. */
  now: string | null;
  /** Dots given out so far. Counted, because counting keys at every placement would make a full room slow. */
  numbered: number;
  /** A person's dot, numbered by arrival and the same in every statement and round. */
  dots: Record<string, number>;
};

export type Statement = {
  id: string;
  order: number;
  way: Way;
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
  placements: Record<string, Standing>;
};

export type Standing = Placement & { order: number };

/** Where a statement is on its way: what a step forward changes, and a step back restores. */
export type Course = Pick<Statement, 'stage' | 'version' | 'round'> & { revealed: boolean };

/** At the end of the list, until somebody says where. */
export const newStatement = (id: string, version: number, settings: StatementSettings): Statement => ({
  id,
  order: Number.MAX_SAFE_INTEGER,
  way: settings.way,
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

export const newRound = (empty: boolean): Round => ({ empty, revealed: false, placements: {} });

/** Looked up as an own key: ids come from the wire, and `constructor` is not a statement. */
export const find = <Item>(items: Readonly<Record<string, Item>>, id: string | null): Item | undefined =>
  id !== null && Object.hasOwn(items, id) ? items[id] : undefined;

export const inOrder = (state: State): Statement[] => Object.values(state.statements).sort((a, b) => a.order - b.order);

export function versionOf({ id, version, versions }: Statement): Version {
  const current = versions[version];
  if (!current) throw new Error(`Statement ${id} lost its version ${version}`);
  return current;
}

export const roundOf = ({ version, round, versions }: Statement): Round | undefined => versions[version]?.rounds[round];
export const latestVersion = (statement: Statement): number => Math.max(...Object.keys(statement.versions).map(Number));

export const isRevealed = (statement: Statement): boolean => roundOf(statement)?.revealed ?? false;

/** Whether anybody ever answered this version. */
export const answered = (version: Version): boolean =>
  Object.values(version.rounds).some(({ placements }) => Object.keys(placements).length > 0);

/** Where everybody stands in a round: placed in it, or kept from the round before. */
export function standing(version: Version, round: number): Record<string, Standing> {
  const here = version.rounds[round];
  if (!here) return {};
  return here.empty ? here.placements : { ...standing(version, round - 1), ...here.placements };
}

/** The same for one person, without looking at anybody else: it is asked at every placement. */
export function standingOf(version: Version, round: number, person: string): Standing | undefined {
  const here = version.rounds[round];
  const own = here && find(here.placements, person);
  return own || !here || here.empty ? own : standingOf(version, round - 1, person);
}

export function positionsOf(placements: Record<string, Standing>): Position[] {
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
