import { getOwn } from '#contract/get-own.ts';
import type { Seen, Text } from '#contract/typed-text.ts';
import { answers } from '../figures/round-shape.ts';
import type { Kind, Way } from '../settings.ts';
import { versionOf, isRevealed, type Stage, type State, type Statement, type Version } from '../state.ts';
import { currentPlacements } from './picture.ts';

/** What every channel may know of a statement. `version` and `round` go back with every `place`. */
export type LineView = {
  statement: string;
  version: number;
  /** Its place in the list, counted from 1. `of`: how many there are. */
  order: number;
  of: number;
  text: Text;
  poleA: Text;
  poleB: Text;
  middle: Text | null;
  kind: Kind;
  way: Way;
  stage: Stage;
  round: number;
  /**
   * Rounds that began with an empty line. In other rounds people keep their place of the round before until they move.
   */
  emptyAt: number[];
  revealed: boolean;
  warmUp: boolean;
};

export type StatementRow = Omit<LineView, 'of'> & { placed: number; unsure: number; passed: number };

/** The view as a surface gets it: typed words in place of text references, null where words were withdrawn. */
export type LineSeen = Seen<LineView>;

export const line = (state: State, statement: Statement): LineView => ({
  ...lineOf(statement, versionOf(statement)),
  of: Object.keys(state.statements).length
});

export const row = (statement: Statement): StatementRow => ({
  ...lineOf(statement, versionOf(statement)),
  ...answers(currentPlacements(statement))
});

const lineOf = (statement: Statement, version: Version): Omit<LineView, 'of'> => ({
  statement: statement.id,
  version: statement.version,
  order: statement.order,
  text: version.text,
  poleA: version.poleA,
  poleB: version.poleB,
  middle: version.middle,
  kind: version.kind,
  way: statement.way,
  stage: statement.stage,
  round: statement.round,
  emptyAt: Object.keys(version.rounds)
    .map(Number)
    .filter((round) => round <= statement.round && version.rounds[round]?.empty),
  revealed: isRevealed(statement),
  warmUp: statement.warmUp
});

export const current = (state: State): Statement | null => getOwn(state.statements, state.now) ?? null;
