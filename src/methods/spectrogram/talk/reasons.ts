import { presentPersonFor } from '#kit/rules/people.ts';
import * as v from 'valibot';
import { commandOf, STAFF, LEADS, personal, BOARD_AND_CONSOLE, type Fact } from '#contract/method.ts';
import type { Events, Marked } from '../events.ts';
import { partOf } from '#contract/part.ts';
import { text, type Text } from '#contract/typed-text.ts';
import type { ReasonZone } from '../placement.ts';
import { refuse } from '../refuse.ts';
import { mustActThemselves } from '../anonymity/who-acted.ts';
import { isAnonymous, showsPeople } from '../anonymity/exposure.ts';
import { forField, openedLine, spotFields } from '../continuum/command-fields.ts';
import { WHY_LONGEST } from '../limits.ts';
import { mayBeTold } from '../figures/round-shape.ts';
import { getOwn } from '#contract/get-own.ts';
import {
  holderOf,
  roundAt,
  placementOf,
  versionOf,
  type Reason,
  type Spot,
  type State,
  type Statement
} from '../state.ts';
import { zoneOf } from '../figures/zones.ts';

export type PinnedReason = { why: Text; zone: ReasonZone; round: number; order: number };

export type ConsoleReason = PinnedReason & {
  pinned: boolean;
  hidden: boolean;
  /** Null at L0 and L1. */
  person: string | null;
};

export type OwnReason = { why: Text; pinned: boolean; hidden: boolean };

const command = commandOf<State, Events>();
const onReason = v.strictObject({ reason: v.string() });

const seenBy = ({ person }: { person: string | null }): string[] =>
  person === null ? [...BOARD_AND_CONSOLE] : [...BOARD_AND_CONSOLE, personal(person)];

export const reasons = partOf<State, Events>()({
  commands: {
    giveReason: command({
      who: ['participant', ...STAFF],
      /** `why`: null withdraws the reason. */
      input: v.strictObject({ ...spotFields, for: forField, why: v.nullable(text(WHY_LONGEST)) }),
      decide(state, { why, for: other, ...seen }, by, facts, roster) {
        if (isAnonymous(state)) return refuse('place-by-ticket');
        const person = presentPersonFor(other, by, roster);
        if (typeof person !== 'string') return person;
        const line = openedLine(state, seen);
        if ('refused' in line) return line;
        const { spot, found, round } = line;
        if (mustActThemselves(state, line, person, by, roster)) return refuse('their-own-dot');
        if (why === null)
          return getOwn(round.reasons, person) ? [{ type: 'ReasonWithdrawn', data: { ...spot, person } }] : [];
        const mark = placementOf(versionOf(found), spot.round, person);
        if (!mark) return refuse('place-yourself-first');
        const reason = { reason: facts.id(), why, zone: zoneOf(mark) };
        return [{ type: 'ReasonGiven', data: { ...spot, person, ...reason } }];
      },
      undo: (before, _input, done) =>
        done.flatMap(({ type, data }) =>
          type === 'ReasonGiven' || type === 'ReasonWithdrawn' ? asItWas(before, data, data.person) : []
        )
    }),
    pin: markCommand({ pinned: true }),
    unpin: markCommand({ pinned: false }),
    /** The author's phone says that the reason is not on the board. */
    hide: markCommand({ hidden: true }),
    unhide: markCommand({ hidden: false })
  },
  evolve: {
    ReasonGiven(draft, { person, reason, why, zone, ...spot }) {
      const round = roundAt(draft, spot);
      if (!round) return;
      draft.given += 1;
      round.reasons[person] = { reason, why, zone, order: draft.given, pinned: false, hidden: false };
    },
    ReasonWithdrawn(draft, { person, ...spot }) {
      const reasons = roundAt(draft, spot)?.reasons;
      if (reasons) delete reasons[person];
    },
    ReasonMarked(draft, { reason, ticket, person, pinned, hidden, ...spot }) {
      const holder = ticket === null ? (person ?? '') : holderOf(ticket);
      const found = getOwn(roundAt(draft, spot)?.reasons ?? {}, holder);
      if (found?.reason === reason) Object.assign(found, { pinned, hidden });
    }
  },
  touches: {
    ReasonGiven: seenBy,
    ReasonWithdrawn: seenBy,
    ReasonMarked: seenBy
  }
});

/** Reasons for the board: pinned, not hidden, and of a revealed round. */
export const pinnedReasons = (state: State, statement: Statement): Record<string, PinnedReason> =>
  collect(state, statement, ({ pinned, hidden }) => pinned && !hidden, pinnedReason);

/** All reasons of revealed rounds. Not before the reveal: a reason tells where its author stands. */
export function allReasons(state: State, statement: Statement): Record<string, ConsoleReason> {
  return collect(
    state,
    statement,
    () => true,
    (reason, round, holder) => ({
      ...pinnedReason(reason, round),
      pinned: reason.pinned,
      hidden: reason.hidden,
      person: showsPeople(state) ? holder : null
    })
  );
}

export const ownReason = ({ why, pinned, hidden }: Reason): OwnReason => ({ why, pinned, hidden });

const pinnedReason = ({ why, zone, order }: Reason, round: number): PinnedReason => ({ why, zone, round, order });

function collect<Shown>(
  state: State,
  statement: Statement,
  wanted: (reason: Reason) => boolean,
  show: (reason: Reason, round: number, holder: string) => Shown
): Record<string, Shown> {
  const shown: Record<string, Shown> = {};
  for (const [number, { revealed, placements, reasons }] of Object.entries(versionOf(statement).rounds))
    if (revealed && mayBeTold(state, placements))
      for (const [holder, reason] of Object.entries(reasons))
        if (wanted(reason)) shown[reason.reason] = show(reason, Number(number), holder);
  return shown;
}

function markCommand(change: Partial<Marked>) {
  return command({
    who: LEADS,
    input: onReason,
    decide(state, { reason }) {
      const found = findReason(state, reason);
      if (!found) return refuse('reason-unknown');
      if (!roundAt(state, found.spot)?.revealed) return refuse('not-revealed-yet');
      const marks = { ...marksOf(found.given), ...change };
      if (same(marks, found.given)) return refuse('already-so');
      return [marked(found, marks)];
    },
    undo(before, { reason }) {
      const found = findReason(before, reason);
      return found ? [marked(found, marksOf(found.given))] : [];
    }
  });
}

type Found = { spot: Spot; holder: string; given: Reason };

/** Searches every round. An index is not worth it: facilitators do this a few times in an evening. */
function findReason(state: State, reason: string): Found | null {
  for (const { id, versions } of Object.values(state.statements))
    for (const [version, { rounds }] of Object.entries(versions))
      for (const [round, { reasons }] of Object.entries(rounds))
        for (const [holder, given] of Object.entries(reasons))
          if (given.reason === reason)
            return { spot: { statement: id, version: Number(version), round: Number(round) }, holder, given };
  return null;
}

function marked({ spot, holder, given }: Found, marks: Marked): Fact<Events> {
  const ticket = holder.startsWith(holderOf('')) ? holder.slice(holderOf('').length) : null;
  const person = ticket === null ? holder : null;
  return { type: 'ReasonMarked', data: { ...spot, reason: given.reason, ticket, person, ...marks } };
}

function asItWas(before: State, { statement, version, round }: Spot, person: string): Fact<Events>[] {
  const spot = { statement, version, round };
  const given = getOwn(roundAt(before, spot)?.reasons ?? {}, person);
  if (!given) return [{ type: 'ReasonWithdrawn', data: { ...spot, person } }];
  const { reason, why, zone } = given;
  return [
    { type: 'ReasonGiven', data: { ...spot, person, reason, why, zone } },
    marked({ spot, holder: person, given }, marksOf(given))
  ];
}

const marksOf = ({ pinned, hidden }: Marked): Marked => ({ pinned, hidden });
const same = (one: Marked, other: Marked): boolean => one.pinned === other.pinned && one.hidden === other.hidden;
