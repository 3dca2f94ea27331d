import type { Roster } from '#contract/method.ts';
import type { Seen } from '#contract/text.ts';
import { actedIn } from '../anonymity/acted.ts';
import { showsPeople } from '../anonymity/exposure.ts';
import { dotOf } from '../continuum/dots.ts';
import { counts } from '../figures/figures.ts';
import { measures } from '../figures/measures.ts';
import { looks, type Looks } from '../looks/looking.ts';
import type { Placement, Via, Zone, ReasonZone } from '../placement.ts';
import type { Exposure } from '../settings.ts';
import { type State, roundOf, inOrder, isRevealed } from '../state.ts';
import { hearing } from '../talk/heard.ts';
import { waitingProposals } from '../talk/proposals.ts';
import { allReasons } from '../talk/reasons.ts';
import type { PinnedReason } from './board.ts';
import type { Counts } from './counts.ts';
import { type StatementRow, current, row } from './line.ts';
import type { Proposed } from './person.ts';
import { type Picture, currentPlacements, eachOf, bare, picture } from './picture.ts';

/** A person's dot, so that somebody who leads can place or move it for them. */
export type PersonDot = Placement & { dot: number };

/**
 * `console`: what comes next is beside it, in the document. While a blind round is unrevealed those who lead see who
 * acted, not where.
 */
export type ConsoleView = {
  exposure: Exposure;
  statements: Record<string, StatementRow>;
  now: string | null;
  counts: Counts | null;
  /**
   * Who acted in this round, and by whose hands; `counts` says how many. At L1 without those who acted in sight, until
   * their line has closed: a dot appears as they do. Empty at L0: there `drawn` people have a ticket, and nobody knows
   * who used it.
   */
  acted: Record<string, Via>;
  drawn: number;
  /** By person; null until the reveal, and at L0 and L1. */
  people: Record<string, PersonDot> | null;
  picture: Picture | null;
  measures: Measures | null;
  hearing: Hearing;
  /** Of the line that is on, from its revealed rounds. */
  reasons: Record<string, ConsoleReason>;
  proposals: { open: boolean; waiting: Record<string, Proposal> };
  /** L3: how many agreed to be named. */
  named: number;
} & Looks;

export type ConsoleReason = PinnedReason & {
  pinned: boolean;
  hidden: boolean;
  /** Null at L0 and L1. */
  person: string | null;
};

/** `person`: who proposes it; null at L0 and L1. */
export type Proposal = Proposed & { order: number; person: string | null };

export type Hearing = {
  /** Who is asked to speak. `person` is null at L0 and L1. */
  called: { zone: Zone; person: string | null } | null;
  /** People with a hand up. */
  hands: number;
  /** Where they stand; null until the reveal and at L0. */
  willing: Record<Zone, number> | null;
  /** Who has a hand up, longest first; null until the reveal, and at L0 and L1. */
  people: Record<string, { zone: ReasonZone; order: number; heard: boolean }> | null;
  /** How often somebody was called from each zone in this round, without calls that were passed on. */
  heard: Record<Zone, number>;
};

/** How well it went, for those who lead. */
export type Measures = {
  /** People whose first place in this round came before the reveal; null where it would tell of one to four people. */
  beforeReveal: number | null;
  /** Seconds from the opening of the round to the first answer. Null under five, and at L0, where time is not kept. */
  secondsToAct: { median: number; p95: number } | null;
  /** Of the five fifths of the line, how many were called at least once. */
  zonesHeard: number;
};

export type ConsoleSeen = Seen<ConsoleView>;

export function consoleView(state: State, roster: Roster): ConsoleView {
  const now = current(state);
  const placements = now ? currentPlacements(now) : {};
  const round = now && roundOf(now);
  const counted = now && counts(state, placements, roster);
  return {
    exposure: state.exposure,
    statements: Object.fromEntries(inOrder(state).map((statement) => [statement.id, row(statement)])),
    now: state.now,
    counts: counted,
    acted: actedIn(placements, roster),
    drawn: Object.keys(state.tickets).length,
    people:
      now && isRevealed(now) && showsPeople(state)
        ? eachOf(placements, (placement, person) => ({ ...bare(placement), dot: dotOf(state, person, placement) }))
        : null,
    picture: now && counted && picture(state, now, counted),
    measures: round ? measures(round) : null,
    hearing: hearing(state, now),
    reasons: now ? allReasons(state, now) : {},
    proposals: { open: state.proposing, waiting: waitingProposals(state) },
    named: Object.keys(state.named).length,
    ...looks(state, roster)
  };
}
