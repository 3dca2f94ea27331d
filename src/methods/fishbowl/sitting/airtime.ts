import type { Share } from '#contract/share-of-all.ts';
import { getOwn } from '#contract/get-own.ts';
import type { Roster, Evolve } from '#contract/method.ts';
import { chairsInRoom, isFree } from './current-seats.ts';
import { type Turn, type SitterId, type State, isInvited } from '../state.ts';
import type { Sitter } from '../views/chairs.ts';

export type RoomFigures = {
  /** How many different people sat, of those present. */
  sat: number;
  present: number;
  /** Turns that began in the last ten minutes. */
  turnover: number;
  /** How unequally seat time is shared by those who sat: 0 equal, near 1 one person has all of it. Null under two. */
  gini: number | null;
};

export type Airtime = RoomFigures & {
  /** How long people waited whose request led to a seat, in milliseconds. */
  wait: { median: number; longest: number } | null;
  /** The share of ended requests that led to no seat. Null while none has ended. */
  unserved: Share | null;
  /** The share of turns that were a person's first. */
  firstTimers: Share | null;
  /** Milliseconds during which a chair that should invite stood empty and nobody was called to it. */
  empty: number;
  /**
   * By sitter: seat time of ended turns and talk time of ended talks, in milliseconds. The turn that goes on is not
   * included: the console adds it.
   */
  people: Record<string, Sitter & { turns: number; seatMs: number; talkMs: number }>;
};

const TEN_MINUTES_MS = 600_000;

/**
 * How unequally a whole is shared: 0 when all shares are equal, (n − 1) / n when one person has all of it. Null under
 * two. The Gini coefficient by ranks: G = 2 Σ i·xᵢ / (n Σ xᵢ) − (n + 1) / n with x rising (Sen, On Economic Inequality,
 * 1973).
 */
export function gini(shares: readonly number[]): number | null {
  const count = shares.length;
  if (count < 2) return null;
  const whole = shares.reduce((sum, share) => sum + share, 0);
  if (whole === 0) return 0;
  const ranked = [...shares].sort((one, other) => one - other);
  const weighed = ranked.reduce((sum, share, index) => sum + (index + 1) * share, 0);
  return (2 * weighed) / (count * whole) - (count + 1) / count;
}

/** How many turns began in the ten minutes before `at`. */
export const turnover = (begins: readonly number[], at: number): number =>
  begins.filter((from) => from > at - TEN_MINUTES_MS && from <= at).length;

/** The median (for an even count the mean of the two in the middle) and the longest. */
export function waitTimes(ms: readonly number[]): { median: number; longest: number } | null {
  const ranked = [...ms].sort((one, other) => one - other);
  const [low, high] = [ranked[Math.floor((ranked.length - 1) / 2)], ranked[Math.ceil((ranked.length - 1) / 2)]];
  const longest = ranked.at(-1);
  return low === undefined || high === undefined || longest === undefined
    ? null
    : { median: (low + high) / 2, longest };
}

export const share = (count: number, of: number): Share | null => (of === 0 ? null : { count, of });

/** Seat time by sitter, in milliseconds. Turns that go on are counted up to `at`. */
export function seatTimes(turns: readonly Turn[], at: number): Map<SitterId, number> {
  const times = new Map<SitterId, number>();
  for (const { sitter, from, to } of turns)
    times.set(sitter, (times.get(sitter) ?? 0) + Math.max(0, (to ?? at) - from));
  return times;
}

/**
 * The figures that facilitators may show on the board. They are computed for the moment at which a person last sat down
 * or got up: figures that grow with time would be sent to every board again and again.
 */
export function roomFigures(
  state: State,
  roster: Roster,
  counts: (sitter: SitterId) => boolean = () => true
): RoomFigures {
  const turns = Object.values(state.turns).filter(({ sitter }) => counts(sitter));
  const at = state.moved ?? 0;
  const sat = [...new Set(turns.map(({ sitter }) => sitter))];
  const people = Object.keys(roster.people).filter((person) => counts(person) && roster.people[person]?.present);
  const guests = sat.filter(isInvited).length;
  return {
    sat: guests + sat.filter((sitter) => getOwn(roster.people, sitter)?.present).length,
    present: guests + people.length,
    turnover: turnover(
      turns.map(({ from }) => from),
      at
    ),
    gini: gini([...seatTimes(turns, at).values()])
  };
}

/** The figures of the console. No other channel gets them. */
export function airtime(state: State, roster: Roster, sitterView: (sitter: SitterId) => Sitter): Airtime {
  const turns = Object.values(state.turns);
  const sat = [...new Set(turns.map(({ sitter }) => sitter))];
  return {
    ...roomFigures(state, roster),
    ...waitFigures(state),
    firstTimers: share(sat.length, turns.length),
    empty: state.empty.ms,
    people: Object.fromEntries(sat.map((sitter) => [sitter, { ...sitterView(sitter), ...timesOf(turns, sitter) }]))
  };
}

/** How long people waited who got a seat, and how many got none. */
export function waitFigures(
  state: State,
  counts: (person: string) => boolean = () => true
): Pick<Airtime, 'wait' | 'unserved'> {
  const ended = Object.values(state.ends).filter(({ how, request }) => how !== 'removed' && counts(request.person));
  const served = ended.filter(({ how }) => how === 'seated');
  return {
    wait: waitTimes(served.map(({ waitMs }) => waitMs)),
    unserved: share(ended.length - served.length, ended.length)
  };
}

/**
 * Measures how long a chair that should invite stands empty with nobody called to it. Must run after every fact that
 * may change the ring.
 */
function measureEmptyChairs(draft: State, at: number): void {
  const stands =
    draft.stage === 'bowl' && draft.form !== 'closed' && chairsInRoom(draft.chairs).some(([, chair]) => isFree(chair));
  const { since, ms } = draft.empty;
  if (stands && since === null) draft.empty.since = at;
  if (!stands && since !== null) draft.empty = { since: null, ms: ms + Math.max(0, at - since) };
}

/** Wraps a part so that after each of its facts the time of empty chairs is measured. */
export function measuringEmptyChairs<Tended extends { readonly evolve: object }>(part: Tended): Tended {
  const rules = Object.entries(part.evolve) as [string, Evolve<State, unknown>][];
  const evolve = rules.map(([type, rule]): [string, Evolve<State, unknown>] => [
    type,
    (draft, data, at) => {
      rule(draft, data, at);
      measureEmptyChairs(draft, at);
    }
  ]);
  return { ...part, evolve: Object.fromEntries(evolve) };
}

function timesOf(turns: readonly Turn[], sitter: SitterId) {
  const own = turns.filter((turn) => turn.sitter === sitter);
  const ended = own.filter(({ to }) => to !== null);
  const talks = own.flatMap(({ talks }) => talks);
  const sum = (spans: readonly { from: number; to: number | null }[]) =>
    spans.reduce((ms, { from, to }) => ms + (to === null ? 0 : to - from), 0);
  return { turns: own.length, seatMs: sum(ended), talkMs: sum(talks) };
}
