import { getOwn } from '#contract/get-own.ts';
import { chosenBy } from './topic-choices.ts';
import { mayRepair } from '../seating/repair-plan.ts';
import {
  current,
  inOrder,
  isOpen,
  isShown,
  roundsOf,
  type PlanRequest,
  type State,
  type Table as TableState
} from '../state.ts';
import type { Person, Plan, Question, Table } from '#rotation/problem.ts';

/**
 * What the engine is asked: everything it needs, as plain data. `before`: the plan as it stands, when it is asked
 * again.
 */
export type EngineQuestion =
  | { wants: 'plan'; question: Question; before: Plan | null; seed: number }
  | { wants: 'swap'; question: Question; before: Plan; over: number; kept: readonly string[] };

/** A plan first: it may leave nothing to mend. */
export function asking(state: State): string | null {
  const n = state.planRequest?.n ?? (mayRepair(state) ? state.repair?.request : null) ?? null;
  return n === null ? null : String(n);
}

export function question(state: State): EngineQuestion | object {
  const before = currentPlan(state);
  if (state.planRequest) {
    const { again, n } = state.planRequest;
    return { wants: 'plan', question: questionOf(state, state.planRequest), before: again ? before : null, seed: n };
  }
  if (!state.repair || !before) return {};
  const { people, gone, carded, over } = state.repair;
  return { wants: 'swap', question: questionOf(state, { people, gone, again: true }), before, over, kept: carded };
}

type RequestedPeople = Pick<PlanRequest, 'people' | 'gone' | 'again'>;

function questionOf(state: State, request: RequestedPeople): Question {
  const { hosts, returnHome, wishes, rounds } = state;
  const shown = request.again ? shownRounds(state) : [];
  return {
    rounds: roundsOf(state),
    hosts,
    returnHome,
    people: request.people.map((person) => guestOf(state, request, person)),
    tables: inOrder(state)
      .filter(([, table]) => isShown(state) || isOpen(table))
      .map(([id, table]) => tableOf(state, request, id, table)),
    together: Object.values(wishes.together),
    apart: Object.values(wishes.apart).map((people) => ({ people, hard: true })),
    shown: shown.map((round) => rounds[round]?.at ?? {})
  };
}

/**
 * The current host stays host of this table. A closed table is still named, because people sat there in past rounds.
 */
function tableOf(state: State, request: RequestedPeople, id: string, table: TableState): Table {
  const host = request.again && state.hosts === 'stays' ? getOwn(current(state)?.hosts ?? {}, id) : undefined;
  return {
    id,
    seats: table.seats,
    ...(table.language === null ? {} : { language: table.language }),
    ...(isOpen(table) ? {} : { until: state.round }),
    ...(host === undefined || request.gone.includes(host) ? {} : { host })
  };
}

function guestOf(state: State, { again, gone }: RequestedPeople, id: string): Person {
  const { wishes, rounds, round: now } = state;
  const chosen = chosenBy(state, id, state.planRequest?.chosen);
  const [pin, tag, language] = [getOwn(wishes.pins, id), getOwn(wishes.tags, id), getOwn(wishes.languages, id)];
  const first = Object.keys(rounds)
    .map(Number)
    .find((number) => number <= now && getOwn(rounds[number]?.at ?? {}, id) !== undefined);
  return {
    id,
    ...(pin === undefined ? {} : { pin }),
    ...(tag === undefined ? {} : { tags: [tag] }),
    ...(language === undefined ? {} : { languages: [language] }),
    ...(chosen.length === 0 ? {} : { chosen }),
    ...(again ? { from: first === undefined ? now : first - 1 } : {}),
    ...(again && gone.includes(id) ? { until: now } : {})
  };
}

const shownRounds = ({ round }: State): number[] => Array.from({ length: round }, (_, index) => index + 1);

/** The plan as it stands: with people who came after it was made, and with the seats that are still open. */
function currentPlan({ plan, rounds, taken }: State): Plan | null {
  if (!plan) return null;
  const numbers = Object.keys(rounds).map(Number);
  return {
    ...plan,
    rounds: numbers.map((number) => rounds[number]?.at ?? {}),
    hosts: numbers.map((number) => rounds[number]?.hosts ?? {}),
    open: plan.open.filter((_, index) => !getOwn(taken, String(index)))
  };
}
