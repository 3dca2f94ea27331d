import { getOwn } from '#contract/get-own.ts';
import { EVERYWHERE } from '#contract/method.ts';
import { partOf } from '#contract/part.ts';
import { nameActedInSight } from '../anonymity/who-acted.ts';
import type { Events } from '../events.ts';
import {
  inOrder,
  isUsed,
  newRound,
  newStatement,
  newVersion,
  roundOf,
  spotOf,
  wordingOf,
  type Round,
  type State,
  type Statement
} from '../state.ts';
import { beginMoves, forgetMoves } from './recorded-moves.ts';

const everywhere = () => EVERYWHERE;

/** Folds the facts about statements and their lines. */
export const statements = partOf<State, Events>()({
  evolve: {
    StatementAdded(draft, { statement, order, version, settings }) {
      draft.statements[statement] = newStatement(statement, version, settings);
      moveTo(draft, statement, order);
    },
    StatementRevised(draft, { statement, version, settings }, at) {
      const revised = getOwn(draft.statements, statement);
      if (!revised) return;
      Object.assign((revised.versions[version] ??= newVersion(settings)), wordingOf(settings));
      revised.way = settings.way;
      revised.warmUp = settings.warmUp;
      if (version === revised.version) return;
      if (revised.stage === 'open') draft.closed = spotOf(revised);
      revised.version = version;
      revised.round = 1;
      if (revised.stage === 'open') begin(draft, revised, settings.way === 'live', at);
      else revised.stage = 'ready';
    },
    StatementMoved: (draft, { statement, order }) => moveTo(draft, statement, order),
    StatementRemoved(draft, { statement }) {
      const removed = getOwn(draft.statements, statement);
      // Undo of an addition after people answered it: what they did stays, and so does the statement.
      if (!removed || isUsed(removed)) return;
      for (const { rounds } of Object.values(removed.versions))
        for (const round of Object.values(rounds)) forgetMoves(draft, round);
      delete draft.statements[statement];
      if (draft.now === statement) draft.now = null;
      renumber(inOrder(draft));
    },
    WaySet(draft, { statement, way }) {
      const set = getOwn(draft.statements, statement);
      if (set) set.way = way;
    },
    WarmUpSet(draft, { statement, on }) {
      const set = getOwn(draft.statements, statement);
      if (set) set.warmUp = on;
    },
    Shown: (draft, { statement }) => showOnBoard(draft, statement),
    Opened(draft, { statement, revealed, locks }, at) {
      const opened = getOwn(draft.statements, statement);
      if (!opened) return;
      lock(draft, locks);
      showOnBoard(draft, statement);
      begin(draft, opened, revealed, at);
    },
    Revealed(draft, { statement }, at) {
      const revealed = getOwn(draft.statements, statement);
      const round = revealed && roundOf(revealed);
      if (!revealed || !round) return;
      setInSight(draft, revealed, round, true, at);
    },
    Locked: (draft, { statement }) => lock(draft, [statement]),
    RoundBegun(draft, { statement, round, empty, revealed, locks }, at) {
      const begun = getOwn(draft.statements, statement);
      const version = begun?.versions[begun.version];
      if (!begun || !version) return;
      lock(draft, begun.stage === 'open' ? [...locks, statement] : locks);
      showOnBoard(draft, statement);
      begun.stage = 'open';
      begun.round = round;
      const fresh = (version.rounds[round] ??= newRound(empty));
      // The round may have begun before and been taken back: what was revealed then is hidden again now.
      Object.assign(fresh, { empty, revealed: false, openedAt: fresh.openedAt ?? at });
      setInSight(draft, begun, fresh, revealed, at);
    },
    TakenBack(draft, { now, courses, lens }, at) {
      draft.now = now;
      draft.lens = lens;
      for (const [id, { stage, version, round, revealed }] of Object.entries(courses)) {
        const statement = getOwn(draft.statements, id);
        const former = statement?.versions[version]?.rounds[round];
        if (!former) continue;
        Object.assign(statement, { stage, version, round });
        setInSight(draft, statement, former, revealed, at);
      }
    }
  },
  touches: {
    StatementAdded: everywhere,
    StatementRevised: everywhere,
    StatementMoved: everywhere,
    StatementRemoved: everywhere,
    WaySet: everywhere,
    WarmUpSet: everywhere,
    Shown: everywhere,
    Opened: everywhere,
    Revealed: everywhere,
    Locked: everywhere,
    RoundBegun: everywhere,
    TakenBack: everywhere
  }
});

/** Puts a line on the board, and closes the lens that was shown in its place. */
function showOnBoard(draft: State, statement: string): void {
  draft.now = statement;
  draft.lens = null;
}

function begin(draft: State, statement: Statement, revealed: boolean, at: number): void {
  statement.stage = 'open';
  const version = statement.versions[statement.version];
  if (version && version.opened === null) version.opened = draft.openings += 1;
  const round = roundOf(statement);
  if (!round) return;
  round.openedAt ??= at;
  setInSight(draft, statement, round, revealed, at);
}

function setInSight(draft: State, statement: Statement, round: Round, revealed: boolean, at: number): void {
  const was = round.revealed;
  round.revealed = revealed;
  if (!revealed) forgetMoves(draft, round);
  else if (!was) beginMoves(draft, spotOf(statement), at);
}

function lock(draft: State, statements: readonly string[]): void {
  for (const id of statements) {
    const statement = getOwn(draft.statements, id);
    if (!statement) continue;
    if (statement.stage === 'open') {
      draft.closed = spotOf(statement);
      nameActedInSight(draft, statement);
    }
    statement.stage = 'locked';
  }
}

function moveTo(draft: State, statement: string, order: number): void {
  const others = inOrder(draft).filter(({ id }) => id !== statement);
  const moved = getOwn(draft.statements, statement);
  if (moved) renumber([...others.slice(0, order - 1), moved, ...others.slice(order - 1)]);
}

function renumber(statements: readonly Statement[]): void {
  statements.forEach((statement, index) => {
    statement.order = index + 1;
  });
}
