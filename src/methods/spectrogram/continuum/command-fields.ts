import * as v from 'valibot';
import type { Decision, Refusal } from '#contract/method.ts';
import { refuse } from '../refuse.ts';
import { LINE_END } from '../figures/bins.ts';
import type { Events } from '../events.ts';
import { getOwn } from '#contract/get-own.ts';
import { isAt, roundOf, spotOf, type Round, type Spot, type State, type Statement } from '../state.ts';

/** The line and round that the sender saw. */
export const spotFields = { statement: v.string(), version: v.number(), round: v.number() };
/** The person for whom a helper acts: without a phone, or in need of help. */
export const forField = v.optional(v.string());

const position = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LINE_END));
export const xField = { x: position };
export const answerField = { answer: v.picklist(['unsure', 'pass']) };

/** A line that a command names, with its current round. */
export type Line = { found: Statement; spot: Spot; round: Round };

/** The line, if it is open; otherwise why it takes no placement. */
export function openLine(state: State, seen: Spot): Line | Refusal {
  const found = getOwn(state.statements, seen.statement);
  if (!found) return refuse('statement-unknown');
  if (found.version !== seen.version) return refuse('other-wording');
  if (found.stage === 'ready') return refuse('not-open-yet');
  if (found.stage === 'locked') return refuse('line-is-locked');
  return inItsRound(found, seen);
}

/** The line, if it is open, or closed and still in the same round: people talk about it then, too. */
export function openedLine(state: State, seen: Spot): Line | Refusal {
  const found = getOwn(state.statements, seen.statement);
  if (!found) return refuse('statement-unknown');
  if (found.version !== seen.version) return refuse('other-wording');
  if (found.stage === 'ready') return refuse('not-open-yet');
  return inItsRound(found, seen);
}

export function withStatement(
  state: State,
  id: string,
  decide: (found: Statement) => Decision<Events>
): Decision<Events> {
  const found = getOwn(state.statements, id);
  return found ? decide(found) : refuse('statement-unknown');
}

function inItsRound(found: Statement, seen: Spot): Line | Refusal {
  const round = roundOf(found);
  const spot = spotOf(found);
  return round && isAt(spot, seen) ? { found, spot, round } : refuse('other-round');
}
