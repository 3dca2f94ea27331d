import type { Method } from '../method.ts';
import { EVERYWHERE, personal, SHOWN } from '../method.ts';
import type { StatementSettings, Way } from './settings.ts';
import {
  find,
  inOrder,
  newRound,
  newStatement,
  newVersion,
  roundOf,
  wordingOf,
  type Course,
  type State,
  type Statement
} from './state.ts';
import type { Mark, Via } from './views.ts';

export type Events = {
  /** `order`: its place in the list, counted from 1. `version` is 1 unless a removed statement comes back. */
  StatementAdded: { statement: string; order: number; version: number; settings: StatementSettings };
  /** A version that exists is reworded in place, a new one begins with nobody on its line. */
  StatementRevised: { statement: string; version: number; settings: StatementSettings };
  StatementMoved: { statement: string; order: number };
  StatementRemoved: { statement: string };
  WaySet: { statement: string; way: Way };
  /** It is on the board now. */
  Shown: { statement: string };
  /** It is on the board and people can move; the statements in `locks` no longer take anybody. */
  Opened: { statement: string; revealed: boolean; locks: string[] };
  Revealed: { statement: string };
  Locked: { statement: string };
  RoundBegun: { statement: string; round: number; empty: boolean; revealed: boolean; locks: string[] };
  /** A step was taken back: these statements are where they were. Nobody's placement is lost by it. */
  TakenBack: { now: string | null; courses: Record<string, Course> };
  Placed: Spot & { mark: Mark; via: Via };
  /** A dot was taken off the line: placed by mistake, or to try things out. */
  Lifted: Spot;
};

/** `shown`: this round is revealed, so that phones see its shape. */
type Spot = { statement: string; version: number; round: number; person: string; shown: boolean };

export const evolve: Method<never, State, Events>['evolve'] = {
  StatementAdded(draft, { statement, order, version, settings }) {
    draft.statements[statement] = newStatement(statement, version, settings);
    putAt(draft, statement, order);
  },
  StatementRevised(draft, { statement, version, settings }) {
    const revised = find(draft.statements, statement);
    if (!revised) return;
    Object.assign((revised.versions[version] ??= newVersion(settings)), wordingOf(settings));
    revised.way = settings.way;
    if (version === revised.version) return;
    revised.version = version;
    revised.round = 1;
    if (revised.stage === 'open') begin(draft, revised, settings.way === 'live');
    else revised.stage = 'ready';
  },
  StatementMoved: (draft, { statement, order }) => putAt(draft, statement, order),
  StatementRemoved(draft, { statement }) {
    delete draft.statements[statement];
    if (draft.now === statement) draft.now = null;
    renumber(inOrder(draft));
  },
  WaySet(draft, { statement, way }) {
    const set = find(draft.statements, statement);
    if (set) set.way = way;
  },
  Shown(draft, { statement }) {
    draft.now = statement;
  },
  Opened(draft, { statement, revealed, locks }) {
    const opened = find(draft.statements, statement);
    if (!opened) return;
    lock(draft, locks);
    draft.now = statement;
    begin(draft, opened, revealed);
  },
  Revealed(draft, { statement }) {
    const revealed = find(draft.statements, statement);
    const round = revealed && roundOf(revealed);
    if (round) round.revealed = true;
  },
  Locked: (draft, { statement }) => lock(draft, [statement]),
  RoundBegun(draft, { statement, round, empty, revealed, locks }) {
    const begun = find(draft.statements, statement);
    const version = begun?.versions[begun.version];
    if (!begun || !version) return;
    lock(draft, locks);
    draft.now = statement;
    begun.stage = 'open';
    begun.round = round;
    Object.assign((version.rounds[round] ??= newRound(empty)), { empty, revealed });
  },
  TakenBack(draft, { now, courses }) {
    draft.now = now;
    for (const [id, { stage, version, round, revealed }] of Object.entries(courses)) {
      const statement = find(draft.statements, id);
      const former = statement?.versions[version]?.rounds[round];
      if (!former) continue;
      Object.assign(statement, { stage, version, round });
      former.revealed = revealed;
    }
  },
  Placed(draft, { statement, version, round, person, mark, via }) {
    const placements = find(draft.statements, statement)?.versions[version]?.rounds[round]?.placements;
    if (!placements) return;
    draft.arrivals += 1;
    if (!Object.hasOwn(draft.dots, person)) draft.dots[person] = draft.numbered += 1;
    placements[person] = { ...mark, via, order: draft.arrivals };
  },
  Lifted(draft, { statement, version, round, person }) {
    const placements = find(draft.statements, statement)?.versions[version]?.rounds[round]?.placements;
    if (placements) delete placements[person];
  }
};

const placing = ({ person, shown }: Spot): string[] => [...SHOWN, personal(person), ...(shown ? ['all'] : [])];
const everywhere = () => EVERYWHERE;

export const touches: Method<never, State, Events>['touches'] = {
  StatementAdded: everywhere,
  StatementRevised: everywhere,
  StatementMoved: everywhere,
  StatementRemoved: everywhere,
  WaySet: everywhere,
  Shown: everywhere,
  Opened: everywhere,
  Revealed: everywhere,
  Locked: everywhere,
  RoundBegun: everywhere,
  TakenBack: everywhere,
  Placed: placing,
  Lifted: placing
};

function begin(draft: State, statement: Statement, revealed: boolean): void {
  statement.stage = 'open';
  const version = statement.versions[statement.version];
  if (version && version.opened === null) version.opened = draft.openings += 1;
  const round = roundOf(statement);
  if (round) round.revealed = revealed;
}

function lock(draft: State, statements: readonly string[]): void {
  for (const id of statements) {
    const statement = find(draft.statements, id);
    if (statement) statement.stage = 'locked';
  }
}

function putAt(draft: State, statement: string, order: number): void {
  const others = inOrder(draft).filter(({ id }) => id !== statement);
  const moved = find(draft.statements, statement);
  if (moved) renumber([...others.slice(0, order - 1), moved, ...others.slice(order - 1)]);
}

function renumber(statements: readonly Statement[]): void {
  statements.forEach((statement, index) => {
    statement.order = index + 1;
  });
}
