import { ruleOf, roomOf, type Rules } from '#gathering/ledger.ts';
import type { Host } from '#gathering/host.ts';
import type { Actor, Crowd as Moves, CrowdChannel } from '#methods/method.ts';
import type { Surface } from '#wire/messages.ts';
import {
  BINS,
  MOST,
  binOf,
  decodeMove,
  encodeFrame,
  lineOf,
  type CrowdFrame,
  type Move,
  type MovedDot
} from '#wire/crowd.ts';
import type { Bucket } from './bucket.ts';
import { Dots } from './dots.ts';
import { decodeNodeDots, encodeNodeDots, type CrowdRelay } from './relay.ts';
import type { LiveSocket } from './sockets.ts';
import { framed, sendStraight, type Framed } from './straight.ts';

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
  relay: CrowdRelay;
  /** This node's number, drawn by chance. */
  node: number;
  /** Moves by person: two pages of one person share them. */
  pace: Bucket;
  counts: CrowdCounts;
  report(error: unknown): void;
};

/** For the metrics: `moves` counted, `ignored` stale or too many, `garbage` not understood; `frames` encoded, `sent` and `spared` by socket. */
export type CrowdCounts = Record<'moves' | 'ignored' | 'garbage' | 'frames' | 'sent' | 'spared', number>;

/** What may move now, by the durable state. */
type Line = { line: number; moves: Moves<unknown>; state: unknown };
type Audience = ReturnType<Moves<unknown>['audience']>;

export const TICK_MS = 50;
const SHAPE_MS = 250;
const TELL_NODES_MS = 1_000;
/** Phones see every dot in rooms up to this; beyond it a shape, so that what a phone costs does not grow with the room. */
export const DOTS_AT_MOST = 300;

const CROWD_CHANNELS = ['board', 'console', 'all'] as const satisfies readonly CrowdChannel[];
const CHANNELS = { board: 'board', console: 'console', phone: 'all' } as const satisfies Record<Surface, CrowdChannel>;

export function openCrowd(gathering: string, host: Host, ports: CrowdPorts): Crowd {
  const { rules, relay, node, pace, counts, report } = ports;
  const dots = new Dots();
  const here: Record<CrowdChannel, Set<LiveSocket>> = { board: new Set(), console: new Set(), all: new Set() };
  const seeing: Record<CrowdChannel, Audience> = { board: 'nothing', console: 'nothing', all: 'nothing' };
  /** Who lacks something: they came just now, or did not keep up. They are sent the whole once they can take it. */
  const late = new Map<LiveSocket, CrowdChannel>();
  let open: Line | null = null;
  let looked: unknown = null;
  let shape: { bins: number[]; frame: Framed } | null = null;
  let shapedAt = -Infinity;
  let shapeIsOld = false;
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

  function tick(now: number): void {
    const line = lineNow();
    turnTo(line);
    if (!line) return;
    dots.rest(now);
    tellNodes(line.line, now);
    send(line, dots.changes(), now);
    if (dots.size > 0 || late.size > 0 || shapeIsOld) soon();
  }

  /** Takes over what the durable state says. */
  function turnTo(line: Line | null): void {
    if (line?.line !== open?.line) end();
    open = line;
    const ledger = host.ledger();
    if (!line || looked === ledger) return;
    looked = ledger;
    dots.keep((person, dot) => dotOf(line, { role: 'participant', person }) === dot);
    shapeIsOld = true;
    look(line);
  }

  /** Asks anew who may see what. Whoever may see something else than before is told the whole of it. */
  function look({ moves, state }: Line): void {
    const big = host.ledger().gathering.arrived > DOTS_AT_MOST;
    for (const channel of CROWD_CHANNELS) {
      const asked = moves.audience(state, channel);
      const audience = channel === 'all' && big && asked === 'dots' ? 'shape' : asked;
      if (audience === seeing[channel]) continue;
      if (audience === 'nothing') sendEnd(channel);
      seeing[channel] = audience;
      for (const socket of here[channel])
        if (audience === 'nothing') late.delete(socket);
        else late.set(socket, channel);
    }
  }

  function send(on: Line, changes: readonly MovedDot[], now: number): void {
    const { line } = on;
    const moved = changes.length > 0 ? once(() => encoded({ kind: 'moved', line, dots: changes })) : null;
    const all = once(() => encoded({ kind: 'all', line, dots: dots.all() }));
    shapeIsOld = sees('shape') && (shapeIsOld || changes.length > 0);
    const reshaped = shapeIsOld && now - shapedAt >= SHAPE_MS && reshape(on, now);

    for (const channel of CROWD_CHANNELS) {
      const shaped = seeing[channel] === 'shape' && reshaped ? shape?.frame : undefined;
      const news = seeing[channel] === 'dots' ? moved?.() : shaped;
      if (news) for (const socket of here[channel]) if (!late.has(socket)) post(socket, channel, news);
    }
    const waiting = [...late];
    late.clear();
    for (const [socket, channel] of waiting) {
      const whole = seeing[channel] === 'dots' ? all() : shape?.frame;
      if (whole) post(socket, channel, whole);
      else late.set(socket, channel);
    }
  }

  function post(socket: LiveSocket, channel: CrowdChannel, frame: Framed): void {
    if (sendStraight(socket, frame)) counts.sent += 1;
    else {
      counts.spared += 1;
      late.set(socket, channel);
    }
  }

  /** True when the room looks different from the last time. */
  function reshape({ line, moves, state }: Line, now: number): boolean {
    shapedAt = now;
    shapeIsOld = false;
    const bins = shapeOf(moves, state, dots.all());
    if (shape && bins.every((people, bin) => people === shape?.bins[bin])) return false;
    shape = { bins, frame: encoded({ kind: 'shape', line, bins }) };
    return true;
  }

  /** From here on the record alone says where everybody is. */
  function end(): void {
    for (const channel of CROWD_CHANNELS) {
      if (seeing[channel] !== 'nothing') sendEnd(channel);
      seeing[channel] = 'nothing';
    }
    dots.clear();
    late.clear();
    [open, looked, shape, shapeIsOld, shapedAt] = [null, null, null, false, -Infinity];
  }

  /** Never dropped: a page that missed it would show for ever what moved last. It is five bytes, once for each line. */
  function sendEnd(channel: CrowdChannel): void {
    if (!open) return;
    const frame = encoded({ kind: 'end', line: open.line });
    for (const socket of here[channel]) if (!sendStraight(socket, frame)) socket.emit('crowd', frame.bytes);
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
    if (!told || told.node === node || !line || told.line !== line.line) return;
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

  function encoded(frame: CrowdFrame): Framed {
    counts.frames += 1;
    return framed(encodeFrame(frame));
  }

  const sees = (audience: Audience) => Object.values(seeing).includes(audience);

  return {
    enter(socket, surface) {
      here[CHANNELS[surface]].add(socket);
      if (seeing[CHANNELS[surface]] === 'nothing') return;
      late.set(socket, CHANNELS[surface]);
      soon();
    },
    leave(socket) {
      for (const sockets of Object.values(here)) sockets.delete(socket);
      late.delete(socket);
    },
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

/** People on each part of the line: where fingers have them, else where the record does. */
function shapeOf(moves: Moves<unknown>, state: unknown, moving: readonly MovedDot[]): number[] {
  const places = new Map(moves.rests(state));
  for (const [dot, x] of moving) places.set(dot, x);
  const bins = Array<number>(BINS).fill(0);
  for (const x of places.values()) {
    const bin = binOf(x, moves.end);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
