import type { Crowd as Moves, CrowdChannel } from '#contract/method.ts';
import { encodeFrame, type CrowdFrame, type MovedDot, type ShapeRange } from '#wire/motion-frames.ts';
import type { LiveSocket } from '../sockets.ts';
import { once } from '../../once.ts';
import { framed, sendRawFrame, type Framed } from './raw-frame.ts';

/** The connections of this node that may see points move, and what each was sent. */
export type MotionAudience = {
  enter(socket: LiveSocket, channel: CrowdChannel): void;
  leave(socket: LiveSocket): void;
  /**
   * From now on each channel sees what `audience` says of this topic. A connection that sees something else than before
   * is sent the whole of it.
   */
  look(topic: number, audience: (channel: CrowdChannel) => Audience): void;
  /** Sends what changed: one frame for all that see dots, one for all that see the shape. */
  show(scene: Scene, now: number): void;
  /** Whether a connection still has to be sent something, though nothing moves. */
  waiting(): boolean;
  end(): void;
};

export type Audience = ReturnType<Moves<unknown>['audience']>;
export type Scene = {
  changes: readonly MovedDot[];
  /** Everything that moves. */
  dots(): readonly MovedDot[];
  /** How many people stand where, moving or not. `turned`: they may stand elsewhere than at the last call. */
  shape(): readonly ShapeRange[];
  turned: boolean;
};

/**
 * For the metrics: `moves` counted, `ignored` stale or too many, `garbage` not understood; `frames` encoded, `sent` and
 * `spared` by socket.
 */
export type CrowdCounts = Record<'moves' | 'ignored' | 'garbage' | 'frames' | 'sent' | 'spared', number>;

const SHAPE_MS = 250;
const CHANNELS = ['board', 'console', 'all'] as const satisfies readonly CrowdChannel[];

export function openMotionAudience(counts: CrowdCounts): MotionAudience {
  const here: Record<CrowdChannel, Set<LiveSocket>> = { board: new Set(), console: new Set(), all: new Set() };
  const seeing: Record<CrowdChannel, Audience> = { board: 'nothing', console: 'nothing', all: 'nothing' };
  /** Connections that came just now, or did not keep up. They are sent everything once they can take it. */
  const late = new Map<LiveSocket, CrowdChannel>();
  let topic: number | null = null;
  let shape: { told: string; frame: Framed } | null = null;
  let shapedAt = -Infinity;
  let shapeIsOld = false;

  function post(socket: LiveSocket, channel: CrowdChannel, frame: Framed): void {
    if (sendRawFrame(socket, frame)) counts.sent += 1;
    else {
      counts.spared += 1;
      late.set(socket, channel);
    }
  }

  /** The frame of a shape that differs from the last one; null while it does not, or the last is too recent. */
  function reshaped(on: number, scene: Scene, now: number): Framed | null {
    shapeIsOld = CHANNELS.some((channel) => seeing[channel] === 'shape') && (shapeIsOld || scene.changes.length > 0);
    if (!shapeIsOld || now - shapedAt < SHAPE_MS) return null;
    shapedAt = now;
    shapeIsOld = false;
    const ranges = scene.shape();
    const told = ranges.join();
    if (shape?.told === told) return null;
    shape = { told, frame: encoded({ kind: 'shape', topic: on, ranges }) };
    return shape.frame;
  }

  /**
   * Never dropped: a page that missed it would show for ever what moved last. It is five bytes, once for each topic.
   */
  function sendEnd(channel: CrowdChannel): void {
    if (topic === null || seeing[channel] === 'nothing') return;
    const frame = encoded({ kind: 'end', topic });
    for (const socket of here[channel]) if (!sendRawFrame(socket, frame)) socket.emit('crowd', frame.bytes);
  }

  function encoded(frame: CrowdFrame): Framed {
    counts.frames += 1;
    return framed(encodeFrame(frame));
  }

  return {
    enter(socket, channel) {
      here[channel].add(socket);
      if (seeing[channel] !== 'nothing') late.set(socket, channel);
    },
    leave(socket) {
      for (const sockets of Object.values(here)) sockets.delete(socket);
      late.delete(socket);
    },
    look(on, audience) {
      topic = on;
      for (const channel of CHANNELS) {
        const sees = audience(channel);
        if (sees === seeing[channel]) continue;
        if (sees === 'nothing') sendEnd(channel);
        seeing[channel] = sees;
        for (const socket of here[channel])
          if (sees === 'nothing') late.delete(socket);
          else late.set(socket, channel);
      }
    },
    show(scene, now) {
      if (topic === null) return;
      const on = topic;
      const { changes } = scene;
      const moved = changes.length > 0 ? once(() => encoded({ kind: 'moved', topic: on, dots: changes })) : null;
      const all = once(() => encoded({ kind: 'all', topic: on, dots: scene.dots() }));
      shapeIsOld ||= scene.turned;
      const shaped = reshaped(on, scene, now);

      for (const channel of CHANNELS) {
        const news = seeing[channel] === 'dots' ? moved?.() : seeing[channel] === 'shape' ? shaped : null;
        if (news) for (const socket of here[channel]) if (!late.has(socket)) post(socket, channel, news);
      }
      const behind = [...late];
      late.clear();
      for (const [socket, channel] of behind) {
        const whole = seeing[channel] === 'dots' ? all() : shape?.frame;
        if (whole) post(socket, channel, whole);
        else late.set(socket, channel);
      }
    },
    waiting: () => late.size > 0 || shapeIsOld,
    end() {
      for (const channel of CHANNELS) {
        sendEnd(channel);
        seeing[channel] = 'nothing';
      }
      late.clear();
      [topic, shape, shapeIsOld, shapedAt] = [null, null, false, -Infinity];
    }
  };
}
