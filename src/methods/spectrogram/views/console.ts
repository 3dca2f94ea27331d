import type { Roster } from '#contract/method.ts';
import type { Seen } from '#contract/typed-text.ts';
import { actedIn } from '../anonymity/who-acted.ts';
import { showsPeople } from '../anonymity/exposure.ts';
import { dotOf } from '../continuum/dot-numbers.ts';
import { counts } from '../figures/round-shape.ts';
import { measures, type Measures } from '../figures/process-measures.ts';
import { looks, type Looks } from '../looks/lens-views.ts';
import type { Placement, Via } from '../placement.ts';
import type { Exposure } from '../settings.ts';
import { roundOf, inOrder, isRevealed, type State } from '../state.ts';
import { hearing, type Hearing } from '../talk/heard-zones.ts';
import { waitingProposals, type Proposal } from '../talk/proposals.ts';
import { allReasons, type ConsoleReason } from '../talk/reasons.ts';
import type { AnswerCounts } from './answer-counts.ts';
import { type StatementRow, current, row } from './line.ts';
import { type Picture, currentPlacements, mapValues, placementOnly, picture } from './picture.ts';

/** A person's dot, so that staff can place or move it for them. */
export type PersonDot = Placement & { dot: number };

/**
 * Channel `console`. The next steps are in the document beside it. Before the reveal of a blind round the console shows
 * who acted, not where.
 */
export type ConsoleView = {
  exposure: Exposure;
  statements: Record<string, StatementRow>;
  now: string | null;
  counts: AnswerCounts | null;
  /**
   * People who acted in this round, by phone or helper. `counts` says how many there are in all. At L1 people who acted
   * in sight are missing until their line has closed: a dot appears as they act. Empty at L0: there only `drawn`, the
   * number of people with a ticket, is known.
   */
  acted: Record<string, Via>;
  drawn: number;
  /** Dots by person. Null until the reveal, and at L0 and L1. */
  people: Record<string, PersonDot> | null;
  picture: Picture | null;
  measures: Measures | null;
  hearing: Hearing;
  /** Reasons of the current line, from its revealed rounds. */
  reasons: Record<string, ConsoleReason>;
  proposals: { open: boolean; waiting: Record<string, Proposal> };
  /** L3: how many people agreed to be named. */
  named: number;
} & Looks;

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
        ? mapValues(placements, (placement, person) => ({
            ...placementOnly(placement),
            dot: dotOf(state, person, placement)
          }))
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
