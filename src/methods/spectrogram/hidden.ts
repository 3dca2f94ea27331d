import { getOwn } from '#contract/get-own.ts';
import { DRAFT, isOut, personal, type Other, type Roster } from '#contract/method.ts';
import { hideFromOthers } from '#kit/rules/hide-from-others.ts';
import { isAnonymous, showsPeople } from './anonymity/exposure.ts';
import { dotKey } from './continuum/dot-numbers.ts';
import { mayBeTold } from './figures/round-shape.ts';
import type { Placement } from './placement.ts';
import {
  placementsIn,
  versionOf,
  type Round,
  type PlacementRecord,
  type State,
  type Statement,
  type Version
} from './state.ts';

/**
 * Replaces what a channel may not know: places before the reveal, whose place it is, reasons, and who has a hand up.
 */
export function hidden(draft: State, channel: string, other: Other, roster: Roster): void {
  const isOnes = (person: string) => channel === personal(person);
  const leads = channel === 'console';
  const isSeenAt = channel === DRAFT ? isOver : isOnTheWall;
  const seesPeople = leads && showsPeople(draft);
  for (const statement of Object.values(draft.statements))
    for (const version of Object.values(statement.versions))
      for (const [number, round] of Object.entries(version.rounds)) {
        const isShown = (holder: string, place: Placement) =>
          !channel.startsWith('person:') &&
          ('x' in place || seesPeople) &&
          !isOut(getOwn(roster.people, holder) ?? {}) &&
          isSeen(draft, { statement, version, number: Number(number) }, holder, isSeenAt);
        for (const [holder, place] of Object.entries(round.placements))
          if (!isOnes(holder) && !isShown(holder, place)) hidePlace(place, other);
        const reads = channel === DRAFT ? isOver(draft, { statement, version, number: Number(number) }) : null;
        hideReasons(round, channel, reads ?? isRead(draft, statement, round), other);
      }
  hideFromOthers(draft.tickets, channel, other);
  for (const [id, proposal] of Object.entries(draft.proposals)) {
    if (isOnes(proposal.person)) continue;
    if (!leads || proposal.state !== 'waiting') draft.proposals[id] = other(proposal);
    else if (!seesPeople) proposal.person = other(proposal.person);
  }
  if (!leads) for (const person of Object.keys(draft.named)) if (!isOnes(person)) delete draft.named[person];
  // SP34: only the called person knows who is called.
  const { call } = draft;
  if (call?.person && !isOnes(call.person) && !seesPeople) call.person = other(call.person);
  // SP8, SP25: the board never shows whose dot it is. At L1 the console does not either.
  if (!isAnonymous(draft) && !seesPeople && !channel.startsWith('person:')) changePlaces(draft, roster);
}

/** SP7, SP30. AnswerCounts stay true: how many stand on the line, and how many answered beside it. */
function hidePlace(place: PlacementRecord, other: Other): void {
  if ('x' in place) place.x = other(place.x);
  place.via = other(place.via);
  place.order = other(place.order);
}

type Place = { statement: Statement; version: Version; number: number };

/**
 * Whether the place is seen in this round, or in a later round that kept places and in which the person has not moved.
 */
function isSeen(state: State, place: Place, holder: string, isSeenAt: typeof isOnTheWall): boolean {
  if (isSeenAt(state, place)) return true;
  const number = place.number + 1;
  const next = place.version.rounds[number];
  if (!next || next.empty || getOwn(next.placements, holder)) return false;
  return isSeen(state, { ...place, number }, holder, isSeenAt);
}

/** The board shows the current round and, as ghosts, the round before. With a lens it may show any revealed round. */
function isOnTheWall(state: State, { statement, version, number }: Place): boolean {
  const isTold = (round: number) =>
    version.rounds[round]?.revealed === true && mayBeTold(state, placementsIn(version, round));
  if (!isTold(number)) return false;
  if (state.lens) return true;
  if (state.now !== statement.id || versionOf(statement) !== version) return false;
  return number === statement.round || (number === statement.round - 1 && isTold(number + 1) && !isAnonymous(state));
}

/** A draft of the harvest tells of a round once everybody has seen it and nobody can move in it. */
const isOver = (_state: State, { statement, version, number }: Place): boolean =>
  version.rounds[number]?.revealed === true &&
  (statement.stage === 'locked' || versionOf(statement) !== version || number < statement.round);

/** SP32: before the reveal only its author reads a reason, then also the console. The board shows pinned reasons. */
function hideReasons(round: Round, channel: string, isRead: boolean, other: Other): void {
  for (const [holder, reason] of Object.entries(round.reasons)) {
    const { pinned, hidden } = reason;
    if (channel === personal(holder) || (isRead && channel === 'console')) continue;
    if (!isRead || (channel !== 'board' && channel !== DRAFT)) round.reasons[holder] = other(reason);
    else if (!pinned || hidden) round.reasons[holder] = { ...other(reason), ...(pinned ? { hidden } : { pinned }) };
  }
}

const isRead = (state: State, statement: Statement, round: Round): boolean =>
  round.revealed &&
  mayBeTold(state, round.placements) &&
  state.now === statement.id &&
  Object.values(versionOf(statement).rounds).includes(round);

/** Exchanges two people who look alike to the console, with everything that is theirs. No view may differ by it. */
function changePlaces(draft: State, roster: Roster): void {
  const rounds = Object.values(draft.statements).flatMap(({ versions }) =>
    Object.values(versions).flatMap((version) => Object.values(version.rounds))
  );
  /** What the console may know of a person: that they acted, by phone or helper, and whether they count. */
  const known = (person: string) =>
    JSON.stringify([
      isOut(getOwn(roster.people, person) ?? {}),
      rounds.map(({ placements }) => getOwn(placements, person)).map((place) => place && [place.via, place.shownVia])
    ]);
  const people = Object.keys(roster.people).filter((person) => Object.hasOwn(draft.dots, dotKey(person, 'phone')));
  const [one, another] = alike(people, known);
  if (one === undefined || another === undefined) return;
  for (const { placements, reasons, hands } of rounds)
    for (const record of [placements, reasons, hands]) exchange(record, one, another);
  for (const via of ['phone', 'helper'] as const) exchange(draft.dots, dotKey(one, via), dotKey(another, via));
}

function alike(people: readonly string[], known: (person: string) => string): string[] {
  const found = Map.groupBy(people, known);
  return [...found.values()].find(({ length }) => length > 1) ?? [];
}

function exchange(record: Record<string, unknown>, one: string, another: string): void {
  const [first, second] = [record[one], record[another]];
  if (second === undefined) delete record[one];
  else record[one] = second;
  if (first === undefined) delete record[another];
  else record[another] = first;
}
