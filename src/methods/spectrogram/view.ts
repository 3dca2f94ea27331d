import type { Roster } from '#contract/method.ts';
import { dotOf } from './continuum/dots.ts';
import { actedIn } from './anonymity/acted.ts';
import { isAnonymous, showsPeople } from './anonymity/exposure.ts';
import { answers, counts, dotted, ghosts, mayBeTold, shape, shiftBetween } from './figures/figures.ts';
import { calledZone, hearing } from './talk/heard.ts';
import { looking, looks } from './looks/looking.ts';
import { measures } from './figures/measures.ts';
import { ofThoseWhoCount } from './figures/counted.ts';
import { proposalsBy, waitingProposals } from './talk/proposals.ts';
import { allReasons, ownReason, pinnedReasons } from './talk/reasons.ts';
import { find } from '#contract/find.ts';
import {
  inOrder,
  isRevealed,
  positionsOf,
  roundOf,
  standing,
  versionOf,
  type Standing,
  type State,
  type Statement,
  type Version
} from './state.ts';
import { spread } from './figures/statistics.ts';
import {
  placementKey,
  type AllView,
  type BoardView,
  type ConsoleView,
  type Counts,
  type LineView,
  type MineView,
  type OwnView,
  type Picture,
  type Placement,
  type StatementRow
} from './views.ts';

/** The only way out for what people placed: positions leave here once a round is revealed, and not before. */
export function view(state: State, channel: string, roster: Roster): AllView | BoardView | ConsoleView | MineView {
  if (channel.startsWith('person:')) return forPerson(state, channel.slice('person:'.length));
  const counted = ofThoseWhoCount(state, roster);
  if (channel === 'all') return forAll(counted, roster);
  if (channel === 'board') return onBoard(counted, roster);
  return channel === 'console' ? onConsole(counted, roster) : null;
}

function forAll(state: State, roster: Roster): AllView {
  const now = current(state);
  return {
    exposure: state.exposure,
    now: now && line(state, now),
    shape: now && isRevealed(now) ? shape(standingIn(now)) : null,
    called: calledZone(state, now),
    proposals: state.proposing,
    looking: looking(state, roster)
  };
}

function onBoard(state: State, roster: Roster): BoardView {
  const now = current(state);
  const counted = now && counts(state, standingIn(now), roster);
  return {
    exposure: state.exposure,
    now: now && line(state, now),
    counts: counted,
    picture: now && counted && picture(state, now, counted),
    called: calledZone(state, now),
    reasons: now ? pinnedReasons(state, now) : {},
    ...looks(state, roster)
  };
}

function onConsole(state: State, roster: Roster): ConsoleView {
  const now = current(state);
  const placements = now ? standingIn(now) : {};
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

/** At L0 there is nothing of a point in it: what this person placed is not known to be theirs. */
function forPerson(state: State, person: string): MineView {
  const own: OwnView = {
    placements: {},
    reasons: {},
    hands: {},
    called: state.call?.person === person ? placementKey(state.call) : null,
    proposals: proposalsBy(state, person),
    named: Object.hasOwn(state.named, person),
    ticket: find(state.tickets, person) ?? null
  };
  let acted = own.called !== null || own.named || own.ticket !== null || Object.keys(own.proposals).length > 0;
  for (const { id, versions } of Object.values(state.statements))
    for (const [version, { rounds }] of Object.entries(versions))
      for (const [round, { placements, reasons, hands }] of Object.entries(rounds)) {
        const [placed, given, hand] = [find(placements, person), find(reasons, person), find(hands, person)];
        if (!placed && !given && hand === undefined) continue;
        acted = true;
        const key = placementKey({ statement: id, version: Number(version), round: Number(round) });
        if (placed) own.placements[key] = bare(placed);
        if (given) own.reasons[key] = ownReason(given);
        if (hand !== undefined) own.hands[key] = true;
      }
  return acted ? own : null;
}

const line = (state: State, statement: Statement): LineView => ({
  ...lineOf(statement, versionOf(statement)),
  of: Object.keys(state.statements).length
});

const row = (statement: Statement): StatementRow => ({
  ...lineOf(statement, versionOf(statement)),
  ...answers(standingIn(statement))
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

/** `counted` is of the same people: counting a full hall a second time would cost as much as drawing it. */
function picture(state: State, statement: Statement, counted: Counts): Picture | null {
  if (!isRevealed(statement)) return null;
  const version = versionOf(statement);
  const { round } = statement;
  const here = standing(version, round);
  if (!mayBeTold(state, here)) return null;
  const before = !isAnonymous(state) && version.rounds[round - 1]?.revealed ? standing(version, round - 1) : null;
  return {
    dots: dotted(state, here),
    previous: before && ghosts(state, before),
    figures: { round, ...counted, spread: spread(positionsOf(here)) },
    shift: before && shiftBetween(before, here)
  };
}

const current = (state: State): Statement | null => find(state.statements, state.now) ?? null;

const standingIn = (statement: Statement): Record<string, Standing> => standing(versionOf(statement), statement.round);

const bare = (placement: Standing): Placement =>
  'x' in placement ? { x: placement.x, via: placement.via } : { answer: placement.answer, via: placement.via };

const eachOf = <From, To>(items: Record<string, From>, make: (item: From, key: string) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(items).map(([key, item]) => [key, make(item, key)]));
