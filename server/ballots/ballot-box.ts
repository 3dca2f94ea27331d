import type { Host } from '#gathering/host.ts';
import { ruleOf, type Rules } from '#gathering/ledger.ts';
import { FEWEST_TO_HIDE, refuse, type Ballot, type TicketPoint } from '#contract/method.ts';
import type { Dropped } from '#wire/ballot.ts';

/** The points of one activity that belong to nobody, held in memory until they hide each other. */
export type BallotBox = {
  /** Resolves when the point is kept, when it never will be, or when it is time to ask again. `ticket`: what its mask hides. */
  drop(point: TicketPoint, ticket: string): Promise<Dropped>;
  empty(): boolean;
  close(): void;
};

export type BoxPorts = {
  rules: Rules;
  /** By chance: it stands in the log beside what the box released. */
  device: string;
  report(error: unknown): void;
  times?: Partial<BoxTimes>;
};

export type BoxTimes = {
  /** After the fifth point, so that whoever sends four of their own does not know that the next one is their neighbour's. */
  gatherMs: number;
  /** After a line has closed, for points on their way. */
  closingMs: number;
  /** How long somebody who asks is left without an answer. */
  patienceMs: number;
  /** After the store could not be written. */
  againMs: number;
};

type Waiting = { point: TicketPoint; ticket: string; since: number; tellers: ((outcome: Dropped) => void)[] };
type Now = { ballot: Ballot<unknown>; state: unknown; closing: string | null };

export const POINTS_AT_MOST = 5_000;
const ASKING_AT_MOST = 2;
const TIMES: BoxTimes = { gatherMs: 3_000, closingMs: 3_000, patienceMs: 25_000, againMs: 1_000 };

/**
 * Gives nothing away by when, or in which order: points leave in batches, ordered by their tickets, which are chance. A batch
 * from an open line holds five or more. A ticket that brings its first point of all leaves only while at least five are out that were not seen under
 * this wording: the only person who drew late would otherwise be known by the only new ticket. After a line has closed there is one last batch. What comes
 * later still (a phone was seen to come back, and then a point) needs four others again.
 */
export function openBallotBox(activity: string, host: Host, ports: BoxPorts): BallotBox {
  const times = { ...TIMES, ...ports.times };
  const waiting = new Map<string, Waiting>();
  /** Tickets of which something was kept. In memory alone: written down, they would join what the masks part. */
  const known = new Set<string>();
  let closing: { line: string | null; lastCall: number } = { line: now()?.closing ?? null, lastCall: -Infinity };
  let readyAt: number | null = null;
  let notBefore = -Infinity;
  let timer: NodeJS.Timeout | null = null;
  let releasing = false;
  let closed = false;
  let n = 0;

  const unwatch = host.watch(() => {
    const line = now()?.closing ?? null;
    if (line !== closing.line) closing = { line, lastCall: performance.now() + times.closingMs };
    if (waiting.size > 0) soon(0);
  });

  function soon(ms: number): void {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void look().catch(ports.report), ms);
  }

  async function look(): Promise<void> {
    timer = null;
    const here = now();
    const at = performance.now();
    if (releasing || waiting.size === 0) return;
    if (!here) return all(refuse('point-too-late'));
    if (at < notBefore) return soon(notBefore - at);
    const parted = sort(here);
    const due = dueAtLast(here, parted.closing, at) ?? dueNow(here, parted.open, at);
    if (due) return release(due);
    const next = Math.min(
      readyAt ?? Infinity,
      parted.closing.length > 0 && at < closing.lastCall ? closing.lastCall : Infinity
    );
    if (next < Infinity) soon(next - at);
  }

  /** Answers what is decided and parts the rest. */
  function sort({ ballot, state }: Now): { open: TicketPoint[]; closing: TicketPoint[] } {
    const parted = { open: [] as TicketPoint[], closing: [] as TicketPoint[] };
    for (const [key, { point, ticket }] of waiting) {
      const standing = ballot.standing(state, point);
      if (standing === 'kept') {
        known.add(ticket);
        tell(key, { kept: true });
      } else if (standing === 'over') tell(key, refuse('point-too-late'));
      else parted[standing].push(point);
    }
    return parted;
  }

  /** The open line: five or more that may leave, some time after there were five. */
  function dueNow(here: Now, open: readonly TicketPoint[], at: number): TicketPoint[] | null {
    const may = hidden(here, open);
    readyAt = may.length < FEWEST_TO_HIDE ? null : (readyAt ?? at + times.gatherMs);
    return readyAt !== null && at >= readyAt ? may : null;
  }

  /** The line that has closed: all that came until the last call, at once; and from then on only five together. */
  function dueAtLast(here: Now, points: readonly TicketPoint[], at: number): TicketPoint[] | null {
    if (points.length === 0 || at < closing.lastCall) return null;
    const may = hidden(here, points);
    for (const point of points) if (!may.includes(point)) tell(keyOf(here, point), refuse('too-few-to-hide'));
    const inTime = may.filter((point) => (waiting.get(keyOf(here, point))?.since ?? at) <= closing.lastCall);
    if (inTime.length > 0) return inTime;
    return may.length >= FEWEST_TO_HIDE ? may : null;
  }

  /** Without the tickets that would be known by being new. */
  function hidden({ ballot, state }: Now, points: readonly TicketPoint[]): TicketPoint[] {
    const drawn = ballot.drawn(state);
    const under = new Map<string, ReadonlySet<string>>();
    return points.filter((point) => {
      const wording = ballot.wording(point);
      const used = under.get(wording) ?? ballot.used(state, point);
      under.set(wording, used);
      const newHide = drawn - used.size >= FEWEST_TO_HIDE;
      return newHide || used.has(point.ticket) || known.has(waiting.get(keyOf({ ballot }, point))?.ticket ?? '');
    });
  }

  async function release(points: TicketPoint[]): Promise<void> {
    points.sort((one, other) => (one.ticket < other.ticket ? -1 : 1));
    releasing = true;
    const say = { device: ports.device, n: n + 1, settled: n, activity, command: 'release', input: { points } };
    const answer = await host.hear(say, { role: 'worker', person: null });
    releasing = false;
    if (!('later' in answer)) n += 1;
    // What was refused, or put off, stays: nobody is told that a point is kept before it is.
    if ('version' in answer) readyAt = null;
    else notBefore = performance.now() + times.againMs;
    soon(0);
  }

  function tell(key: string, outcome: Dropped): void {
    const told = waiting.get(key);
    waiting.delete(key);
    for (const teller of told?.tellers ?? []) teller(outcome);
  }

  function all(outcome: Dropped): void {
    for (const key of [...waiting.keys()]) tell(key, outcome);
  }

  function now(): Now | null {
    const ledger = host.ledger();
    const rule = ledger.gathering.phase === 'open' ? ruleOf(ledger, activity, ports.rules) : null;
    const ballot = rule?.method.ballot;
    return rule && ballot?.isOn(rule.state) ? { ballot, state: rule.state, closing: ballot.closing(rule.state) } : null;
  }

  /** Until then nothing is promised: the phone asks again. */
  function ask(held: Waiting): Promise<Dropped> {
    return new Promise((answer) => {
      const give = (outcome: Dropped) => {
        clearTimeout(enough);
        held.tellers = held.tellers.filter((teller) => teller !== give);
        answer(outcome);
      };
      const enough = setTimeout(() => give({ waiting: true }), times.patienceMs);
      held.tellers.push(give);
      if (held.tellers.length > ASKING_AT_MOST) held.tellers[0]?.({ waiting: true });
    });
  }

  return {
    async drop(point, ticket) {
      const here = now();
      if (closed) return { waiting: true };
      if (!here) return refuse('point-too-late');
      const standing = here.ballot.standing(here.state, point);
      if (standing === 'kept') {
        known.add(ticket);
        return { kept: true };
      }
      if (standing === 'over') return refuse('point-too-late');
      const key = keyOf(here, point);
      const held = waiting.get(key);
      if (!held && waiting.size >= POINTS_AT_MOST) return { waiting: true };
      const kept: Waiting = held ?? { point, ticket, since: performance.now(), tellers: [] };
      if (point.k > kept.point.k) kept.point = point;
      waiting.set(key, kept);
      const answer = ask(kept);
      soon(0);
      return answer;
    },
    empty: () => waiting.size === 0,
    close() {
      closed = true;
      unwatch();
      if (timer) clearTimeout(timer);
      all({ waiting: true });
    }
  };
}

const keyOf = ({ ballot }: Pick<Now, 'ballot'>, point: TicketPoint): string => `${point.ticket} ${ballot.line(point)}`;
