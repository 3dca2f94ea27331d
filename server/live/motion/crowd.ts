import { ruleOf, roomOf, type Rules } from '#gathering/ledger.ts';
import type { Host } from '#gathering/host.ts';
import type { Actor, Crowd as Moves, CrowdChannel, Room } from '#contract/method.ts';
import type { Surface } from '#wire/messages.ts';
import { MOST, decodeMove, lineOf, type Move, type MovedDot, type ShapeRange } from '#wire/crowd.ts';
import type { Bucket } from '../../access/token-bucket.ts';
import { Dots } from './dots.ts';
import { seatOnlookers, type CrowdCounts } from './audience.ts';
import { decodeNodeDots, encodeNodeDots, type Relay } from '../relay.ts';
import type { LiveSocket } from '../sockets.ts';

/** The points that move in one gathering while fingers do. At most one line moves at a time: what is on now. */
export type Crowd = {
  enter(socket: LiveSocket, surface: Surface): void;
  leave(socket: LiveSocket): void;
  /** A finger moved. Garbage, what is stale and what is too much goes no further; the sender is not told, for the next one counts anyway. */
  move(by: Actor, said: unknown): void;
  close(): void;
};

export type CrowdPorts = {
  rules: Rules;
  relay: Relay;
  /** This node's number, drawn by chance. */
  node: number;
  /** Moves by person: two pages of one person share them. */
  pace: Bucket;
  counts: CrowdCounts;
  report(error: unknown): void;
};

/** What may move now, by the durable state. */
type Line = { line: number; moves: Moves<unknown>; state: unknown };

const TICK_MS = 50;
const TELL_NODES_MS = 1_000;

const CHANNELS = { board: 'board', console: 'console', phone: 'all' } as const satisfies Record<Surface, CrowdChannel>;

export function openCrowd(gathering: string, host: Host, ports: CrowdPorts): Crowd {
  const { rules, relay, node, pace, counts, report } = ports;
  const dots = new Dots();
  const onlookers = seatOnlookers(counts);
  let open: Line | null = null;
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
    const line = turnTo(lineNow());
    if (!line) return;
    const turned = looked !== host.ledger();
    looked = host.ledger();
    if (turned) {
      dots.keep((person, dot) => dotOf(line, { role: 'participant', person }) === dot);
      onlookers.look(line.line, (channel) => line.moves.audience(line.state, channel));
    }
    dots.rest(now);
    tellNodes(line.line, now);
    const shape = () => shapeOf(line, roomOf(host.ledger()), dots.all());
    onlookers.show({ changes: dots.changes(), dots: () => dots.all(), shape, turned }, now);
    if (dots.size > 0 || onlookers.waiting()) soon();
  }

  /** Nothing of one line is ever seen on another. */
  function turnTo(line: Line | null): Line | null {
    if (line?.line !== open?.line) end();
    return (open = line);
  }

  /** From here on the record alone says where everybody is. */
  function end(): void {
    onlookers.end();
    dots.clear();
    open = looked = null;
  }

  function tellNodes(line: number, now: number): void {
    const own = dots.own();
    if (!own.changed && (own.dots.length === 0 || now - toldAt < TELL_NODES_MS)) return;
    toldAt = now;
    relay.publish(gathering, encodeNodeDots({ node, tick: (ticks += 1), line, dots: own.dots }));
  }

  function hear(bytes: Uint8Array): void {
    const told = decodeNodeDots(bytes);
    const line = lineNow();
    // What another node still shows of a line that is over here stays outside.
    if (!told || told.node === node || told.line !== line?.line) return;
    turnTo(line);
    dots.hear(told, performance.now());
    soon();
  }

  function take(by: Actor & { person: string }, move: Move): void {
    const line = lineNow();
    const mayMove = line !== null && line.line === move.line && move.x <= line.moves.end;
    const dot = mayMove && pace.take(by.person) ? dotOf(line, by) : null;
    if (dot === null) return void (counts.ignored += 1);
    counts.moves += 1;
    turnTo(line);
    dots.move(dot, move.x, by.person, performance.now());
    soon();
  }

  /** What may move by the durable state, or null. Asked at every move and every tick, so that a lock counts at once. */
  function lineNow(): Line | null {
    const ledger = host.ledger();
    const { now, phase } = ledger.gathering;
    const rule = now === null || phase !== 'open' ? null : ruleOf(ledger, now, rules);
    const about = rule?.method.crowd?.about(rule.state) ?? null;
    if (now === null || !rule?.method.crowd || about === null) return null;
    return { line: lineOf(now, about), moves: rule.method.crowd, state: rule.state };
  }

  function dotOf({ moves, state }: Line, by: Actor): number | null {
    const dot = moves.accepts(state, by, roomOf(host.ledger()));
    return dot !== null && dot > 0 && dot <= MOST ? dot : null;
  }

  return {
    enter(socket, surface) {
      onlookers.enter(socket, CHANNELS[surface]);
      if (onlookers.waiting()) soon();
    },
    leave: onlookers.leave,
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

/** How many stand where, as far as the method tells it: where fingers have them, else where the record does. */
function shapeOf({ moves, state }: Line, room: Room, moving: readonly MovedDot[]): ShapeRange[] {
  const places = new Map(moves.rests(state, room));
  for (const [dot, x] of moving) places.set(dot, x);
  return [...moves.shape([...places.values()])];
}
