import { ruleOf, rosterOf, type Rules } from '#gathering/ledger.ts';
import type { Host } from '#gathering/host.ts';
import type { Actor, Crowd as Moves, CrowdChannel, Roster } from '#contract/method.ts';
import type { Surface } from '#wire/messages.ts';
import { MOST, decodeMove, motionTopic, type Move, type MovedDot, type ShapeRange } from '#wire/motion-frames.ts';
import type { TokenBucket } from '../../access/token-bucket.ts';
import { Dots } from './dots.ts';
import { openMotionAudience, type CrowdCounts } from './audience.ts';
import { decodeNodeDots, encodeNodeDots, type Relay } from '../node-relay.ts';
import type { LiveSocket } from '../sockets.ts';

/** The points that move in one gathering while fingers do. At most one topic moves at a time: what is on now. */
export type Crowd = {
  enter(socket: LiveSocket, surface: Surface): void;
  leave(socket: LiveSocket): void;
  /**
   * Takes a move of a finger. Garbage, stale moves and moves above the limit are dropped without an answer, because the
   * next move counts anyway.
   */
  move(by: Actor, said: unknown): void;
  close(): void;
};

export type CrowdPorts = {
  rules: Rules;
  relay: Relay;
  /** This node's number, drawn by chance. */
  node: number;
  /** Moves by person: two pages of one person share them. */
  pace: TokenBucket;
  counts: CrowdCounts;
  report(error: unknown): void;
};

/** What may move now, by the durable state. */
type Topic = { id: number; moves: Moves<unknown>; state: unknown };

const TICK_MS = 50;
const TELL_NODES_MS = 1_000;

const CHANNELS = { board: 'board', console: 'console', phone: 'all' } as const satisfies Record<Surface, CrowdChannel>;

export function openCrowd(gathering: string, host: Host, ports: CrowdPorts): Crowd {
  const { rules, relay, node, pace, counts, report } = ports;
  const dots = new Dots();
  const watchers = openMotionAudience(counts);
  let open: Topic | null = null;
  let looked: unknown = null;
  let ticks = 0;
  let tickedAt = -Infinity;
  let toldAt = -Infinity;
  let timer: NodeJS.Timeout | null = null;

  const unwatch = host.watch(() => soon());
  const unsubscribe = relay.subscribe(gathering, (bytes) => guarded(() => hear(bytes)));
  soon();

  function soon(): void {
    timer ??= setTimeout(run, Math.max(0, tickedAt + TICK_MS - performance.now()));
  }

  function run(): void {
    timer = null;
    tickedAt = performance.now();
    guarded(() => tick(tickedAt));
  }

  /** A rule that throws is a fault of its method: nothing is shown to move, the record goes on. */
  function guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      report(error);
      end();
    }
  }

  /** First what the record says, then what moves: no dot leaves after a lock is durable. */
  function tick(now: number): void {
    const topic = turnTo(topicNow());
    if (!topic) return;
    const turned = looked !== host.ledger();
    looked = host.ledger();
    if (turned) {
      dots.keep((person, dot) => dotOf(topic, { role: 'participant', person }) === dot);
      watchers.look(topic.id, (channel) => topic.moves.audience(topic.state, channel));
    }
    dots.rest(now);
    tellNodes(topic.id, now);
    const shape = () => shapeOf(topic, rosterOf(host.ledger()), dots.all());
    watchers.show({ changes: dots.changes(), dots: () => dots.all(), shape, turned }, now);
    if (dots.size > 0 || watchers.waiting()) soon();
  }

  /** Points of one topic are never shown on another. */
  function turnTo(topic: Topic | null): Topic | null {
    if (topic?.id !== open?.id) end();
    return (open = topic);
  }

  /** From here on the record alone says where each person stands. */
  function end(): void {
    watchers.end();
    dots.clear();
    open = looked = null;
  }

  function tellNodes(topic: number, now: number): void {
    const own = dots.own();
    if (!own.changed && (own.dots.length === 0 || now - toldAt < TELL_NODES_MS)) return;
    toldAt = now;
    relay.publish(gathering, encodeNodeDots({ node, tick: (ticks += 1), topic, dots: own.dots }));
  }

  function hear(bytes: Uint8Array): void {
    const told = decodeNodeDots(bytes);
    const topic = topicNow();
    // Another node may still send points of a topic that is over here.
    if (!told || told.node === node || told.topic !== topic?.id) return;
    turnTo(topic);
    dots.hear(told, performance.now());
    soon();
  }

  function take(by: Actor & { person: string }, move: Move): void {
    const topic = topicNow();
    const mayMove = topic !== null && topic.id === move.topic && move.x <= topic.moves.end;
    const dot = mayMove && pace.take(by.person) ? dotOf(topic, by) : null;
    if (dot === null) return void (counts.ignored += 1);
    counts.moves += 1;
    turnTo(topic);
    dots.move(dot, move.x, by.person, performance.now());
    soon();
  }

  /**
   * What may move by the durable state, or null. Looked up at every move and every tick, so that a lock counts at once.
   */
  function topicNow(): Topic | null {
    const ledger = host.ledger();
    const { now, phase } = ledger.gathering;
    const rule = now === null || phase !== 'open' ? null : ruleOf(ledger, now, rules);
    const about = rule?.method.crowd?.about(rule.state) ?? null;
    if (now === null || !rule?.method.crowd || about === null) return null;
    return { id: motionTopic(now, about), moves: rule.method.crowd, state: rule.state };
  }

  function dotOf({ moves, state }: Topic, by: Actor): number | null {
    const dot = moves.accepts(state, by, rosterOf(host.ledger()));
    return dot !== null && dot > 0 && dot <= MOST ? dot : null;
  }

  return {
    enter(socket, surface) {
      watchers.enter(socket, CHANNELS[surface]);
      if (watchers.waiting()) soon();
    },
    leave: watchers.leave,
    move({ role, person }, said) {
      const move = said instanceof Uint8Array ? decodeMove(said) : null;
      if (!move || person === null) return void (counts.garbage += 1);
      guarded(() => take({ role, person }, move));
    },
    close() {
      unwatch();
      unsubscribe();
      if (timer) clearTimeout(timer);
    }
  };
}

/** How many people stand where, as far as the method shows it: where fingers have them, else where the record does. */
function shapeOf({ moves, state }: Topic, roster: Roster, moving: readonly MovedDot[]): ShapeRange[] {
  const places = new Map(moves.rests(state, roster));
  for (const [dot, x] of moving) places.set(dot, x);
  return [...moves.shape([...places.values()])];
}
