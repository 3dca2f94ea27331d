import type { Host } from '#gathering/host.ts';
import type { Rules } from '#gathering/ledger.ts';
import { refuse, type TicketPoint } from '#contract/method.ts';
import type { Dropped } from '#wire/ballot.ts';
import { currentBallot, type CurrentBallot } from './current-ballot.ts';
import { closedBatch, hiddenAmongNew, inOrderOfChance, openBatchAt } from './release-policy.ts';

/** Holds the points of one activity in memory until they hide each other. */
export type BallotBox = {
  /**
   * Resolves when the point is stored, when it never will be, or when the phone should ask again. `ticket`: what its
   * mask hides.
   */
  drop(point: TicketPoint, ticket: string): Promise<Dropped>;
  empty(): boolean;
  close(): void;
};

export type BoxPorts = {
  rules: Rules;
  /** By chance: the log shows it beside each batch that the box released. */
  device: string;
  report(error: unknown): void;
  times?: Partial<BoxTimes>;
};

export type BoxTimes = {
  /**
   * How long a batch waits after its fifth point, so that a person who sends four of their own does not know that the
   * next one is their neighbour's.
   */
  gatherMs: number;
  /** How long a closed line still takes points that are on their way. */
  closingMs: number;
  /** How long a request is left without an answer. */
  patienceMs: number;
  /** How long to wait after the store could not be written. */
  againMs: number;
};

type Waiting = { point: TicketPoint; ticket: string; since: number; tellers: ((outcome: Dropped) => void)[] };
type Now = CurrentBallot & { closing: string | null };

export const POINTS_AT_MOST = 5_000;
const ASKING_AT_MOST = 2;
const TIMES: BoxTimes = { gatherMs: 3_000, closingMs: 3_000, patienceMs: 25_000, againMs: 1_000 };

/** Holds points back by the rules in README.md, B1 to B7. */
export function openBallotBox(activity: string, host: Host, ports: BoxPorts): BallotBox {
  const times = { ...TIMES, ...ports.times };
  const waiting = new Map<string, Waiting>();
  /** Tickets of which something was stored: B7. */
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
    const { open, last } = sort(here);
    const due = dueFromClosed(here, last, at) ?? dueFromOpen(here, open, at);
    if (due) return release(due);
    const next = Math.min(readyAt ?? Infinity, last.length > 0 && at < closing.lastCall ? closing.lastCall : Infinity);
    if (next < Infinity) soon(next - at);
  }

  /** Answers the points that are decided, and parts the others into those of open lines and those of closed ones. */
  function sort({ ballot, state }: Now): { open: Waiting[]; last: Waiting[] } {
    const parted = { open: [] as Waiting[], last: [] as Waiting[] };
    for (const [key, held] of waiting) {
      const standing = ballot.standing(state, held.point);
      if (standing === 'kept') tellKept(key, held);
      else if (standing === 'over') tell(key, refuse('point-too-late'));
      else parted[standing === 'open' ? 'open' : 'last'].push(held);
    }
    return parted;
  }

  function dueFromOpen(here: Now, open: readonly Waiting[], at: number): readonly Waiting[] | null {
    const hidden = hiddenAmongNew(open, here, known);
    readyAt = openBatchAt(hidden.length, readyAt, at, times.gatherMs);
    return readyAt !== null && at >= readyAt ? hidden : null;
  }

  function dueFromClosed(here: Now, last: readonly Waiting[], at: number): readonly Waiting[] | null {
    if (last.length === 0 || at < closing.lastCall) return null;
    const hidden = hiddenAmongNew(last, here, known);
    for (const held of last) if (!hidden.includes(held)) tell(keyOf(here, held.point), refuse('too-few-to-hide'));
    return closedBatch(hidden, closing.lastCall);
  }

  async function release(due: readonly Waiting[]): Promise<void> {
    releasing = true;
    const input = { points: inOrderOfChance(due) };
    const say = { device: ports.device, n: n + 1, settled: n, activity, command: 'release', input };
    const answer = await host.hear(say, { role: 'worker', person: null });
    releasing = false;
    if (!('later' in answer)) n += 1;
    // What was refused, or put off, stays: B6.
    if ('version' in answer) readyAt = null;
    else notBefore = performance.now() + times.againMs;
    soon(0);
  }

  function tell(key: string, outcome: Dropped): void {
    const told = waiting.get(key);
    waiting.delete(key);
    for (const teller of told?.tellers ?? []) teller(outcome);
  }

  function tellKept(key: string, { ticket }: Waiting): void {
    known.add(ticket);
    tell(key, { kept: true });
  }

  function all(outcome: Dropped): void {
    for (const key of [...waiting.keys()]) tell(key, outcome);
  }

  function now(): Now | null {
    const on = currentBallot(host.ledger(), activity, ports.rules);
    return on && { ...on, closing: on.ballot.closing(on.state) };
  }

  /** Answers `waiting` after a while, so that no request stays open for ever: the phone then asks again. */
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
      const before = waiting.get(key);
      // A point that was stored since the last look must not lend its time to the next one: that one would leave alone,
      // as if it had come before the last call (B5).
      const isStored = before && here.ballot.standing(here.state, before.point) === 'kept';
      if (isStored) tellKept(key, before);
      const held = isStored ? undefined : before;
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
