import { presentPersonFor } from '#kit/rules/people.ts';
import * as v from 'valibot';
import { commandOf, STAFF, personal, BOARD_AND_CONSOLE, type Decision, type Facts } from '#contract/method.ts';
import type { Events, Released } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { text, type Text } from '#contract/typed-text.ts';
import { refuse } from '../refuse.ts';
import { FEWEST } from '#contract/people-counts.ts';
import { isAnonymous } from './exposure.ts';
import { answerField, openLine, spotFields, xField } from '../continuum/command-fields.ts';
import { WHY_LONGEST } from '../limits.ts';
import { getOwn } from '#contract/get-own.ts';
import { holderOf, isAt, roundAt, spotOf, type Spot, type State } from '../state.ts';
import type { Mark, Via } from '../placement.ts';
import { zoneOf } from '../figures/zones.ts';

const command = commandOf<State, Events>();

const ticket = v.pipe(v.string(), v.regex(/^[\w+/=.-]{1,64}$/));
const pointFields = {
  ...spotFields,
  ticket,
  k: v.pipe(v.number(), v.integer(), v.minValue(1)),
  why: v.optional(text(WHY_LONGEST))
};
const POINTS_MOST = 5_000;
const PAPERS_MOST = 500;

/** At L0 a person draws one ticket. Points come with tickets, in batches, and name no person. */
export const tickets = partOf<State, Events>()({
  commands: {
    drawTicket: command({
      who: ['participant'],
      /** `blinded`: the ticket as the phone blinded it. The ticket cannot be computed from it. */
      input: v.strictObject({ blinded: ticket }),
      decide(state, { blinded }, by, _facts, roster) {
        if (!isAnonymous(state)) return refuse('not-at-this-exposure');
        const person = presentPersonFor(undefined, by, roster);
        if (typeof person !== 'string') return person;
        const drawn = getOwn(state.tickets, person);
        if (drawn !== undefined) return drawn === blinded ? [] : refuse('ticket-drawn');
        return [{ type: 'TicketDrawn', data: { person, blinded } }];
      }
    }),
    release: command({
      who: ['worker'],
      /**
       * Points that are late or repeated are left out. While the line is open a batch holds five tickets or more, so
       * that each is hidden among the others.
       */
      input: v.strictObject({
        points: v.pipe(
          v.array(
            v.union([v.strictObject({ ...pointFields, ...xField }), v.strictObject({ ...pointFields, ...answerField })])
          ),
          v.maxLength(POINTS_MOST)
        )
      }),
      decide(state, { points }, _by, facts) {
        if (!isAnonymous(state)) return refuse('not-at-this-exposure');
        const fresh = points
          .map((point): Released => released(point, 'phone', facts))
          .filter((one) => isNew(state, one));
        return batch(state, lastPerTicket(fresh));
      }
    }),
    placePaper: command({
      who: STAFF,
      /** Papers from a box: all at once, so that no person is joined to one. */
      input: v.strictObject({
        ...spotFields,
        points: v.pipe(
          v.array(v.union([v.strictObject(xField), v.strictObject(answerField)])),
          v.minLength(FEWEST),
          v.maxLength(PAPERS_MOST)
        )
      }),
      decide(state, { points, ...seen }, _by, facts) {
        if (!isAnonymous(state)) return refuse('not-at-this-exposure');
        const line = openLine(state, seen);
        if ('refused' in line) return line;
        return batch(
          state,
          points.map((mark) =>
            released({ ...line.spot, ...mark, ticket: `paper-${facts.id()}`, k: 1 }, 'helper', facts)
          )
        );
      }
    })
  },
  evolve: {
    TicketDrawn(draft, { person, blinded }) {
      draft.tickets[person] = blinded;
    },
    Released(draft, { points }) {
      for (const { ticket, k, mark, via, why, ...spot } of points) {
        const round = roundAt(draft, spot);
        const holder = holderOf(ticket);
        if (!round || (getOwn(round.placements, holder)?.k ?? 0) >= k) continue;
        round.placements[holder] = { ...mark, via, k, order: 0, early: !round.revealed, afterMs: null, shownVia: null };
        if (why) {
          draft.given += 1;
          round.reasons[holder] = { ...why, zone: zoneOf(mark), order: draft.given, pinned: false, hidden: false };
        }
      }
    }
  },
  touches: {
    TicketDrawn: ({ person }) => ['console', personal(person)],
    Released: ({ shown }) => [...BOARD_AND_CONSOLE, ...(shown ? ['all'] : [])]
  }
});

/**
 * Whether this round still takes points: it is open, or it is the round that closed last, because it was locked or
 * because another line or round began. Without the second case, points that phones handed in just before the closing
 * would be lost.
 */
export const takesPoints = (state: State, spot: Spot): boolean =>
  isOpen(state, spot) || (state.closed !== null && isAt(state.closed, spot));

function isOpen(state: State, spot: Spot): boolean {
  const found = getOwn(state.statements, spot.statement);
  return found?.stage === 'open' && isAt(spotOf(found), spot);
}

type Point = Spot & { ticket: string; k: number; why?: Text | undefined } & Mark;

function released(point: Point, via: Via, facts: Facts): Released {
  const { statement, version, round, ticket, k, why } = point;
  const mark: Mark = 'x' in point ? { x: point.x } : { answer: point.answer };
  return { statement, version, round, ticket, k, mark, via, why: why ? { reason: facts.id(), why } : null };
}

function isNew(state: State, point: Released): boolean {
  if (!takesPoints(state, point)) return false;
  return (getOwn(roundAt(state, point)?.placements ?? {}, holderOf(point.ticket))?.k ?? 0) < point.k;
}

function lastPerTicket(points: readonly Released[]): Released[] {
  const last = new Map<string, Released>();
  for (const point of points) {
    const key = `${point.statement}.${point.version}.${point.round} ${point.ticket}`;
    if ((last.get(key)?.k ?? 0) < point.k) last.set(key, point);
  }
  return [...last.values()];
}

function batch(state: State, points: Released[]): Decision<Events> {
  const open = points.filter((point) => isOpen(state, point));
  if (open.length > 0 && open.length < FEWEST) return refuse('fewer-than-five');
  if (points.length === 0) return [];
  points.sort((one, other) => (one.ticket < other.ticket ? -1 : 1));
  const shown = points.some((point) => roundAt(state, point)?.revealed);
  return [{ type: 'Released', data: { points, shown } }];
}
