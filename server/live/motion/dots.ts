import { AT_REST, type MovedDot } from '#wire/motion-frames.ts';
import type { NodeDots } from '../node-relay.ts';

/** `person` is null for a phone of another node, which is then named by `node`. */
type Moving = { x: number; at: number; person: string | null; node: number };

/** A finger that did not move for this long holds still, or its phone died: the record says where the dot is. */
export const REST_MS = 2_000;
/** A node that holds moving dots publishes at least once a second. */
export const NODE_SILENCE_MS = 3_000;

/** The dots that move on one topic now: of this node's phones, and those that other nodes report. The latest wins. */
export class Dots {
  readonly #moving = new Map<number, Moving>();
  readonly #nodes = new Map<number, { tick: number; heardAt: number; told: ReadonlyMap<number, number> }>();
  #changed = new Set<number>();
  #ownChanged = false;

  get size(): number {
    return this.#moving.size;
  }

  move(dot: number, x: number, person: string, now: number): void {
    const moving = this.#moving.get(dot);
    if (moving?.x !== x) this.#changed.add(dot);
    this.#ownChanged ||= moving?.x !== x || moving.person === null;
    this.#moving.set(dot, { x, at: now, person, node: 0 });
  }

  /**
   * What another node holds now, whole. Where both hold a dot, as when a phone changed nodes, the one that moved it
   * last is right.
   */
  hear({ node, tick, dots }: NodeDots, now: number): void {
    const last = this.#nodes.get(node);
    if (last && tick <= last.tick) return;
    const told = new Map(dots);
    this.#nodes.set(node, { tick, heardAt: now, told });
    for (const [dot, moving] of this.#moving)
      if (moving.person === null && moving.node === node && !told.has(dot)) this.#drop(dot);
    for (const [dot, x] of told) {
      const moving = this.#moving.get(dot);
      if (moving && moving.node !== node && last?.told.get(dot) === x) continue;
      if (moving?.x !== x) this.#changed.add(dot);
      this.#moving.set(dot, { x, at: now, person: null, node });
    }
  }

  /** Drops the dots that hold still, and nodes that fell silent. */
  rest(now: number): void {
    for (const [dot, { at, person, node }] of this.#moving) {
      const heardAt = person === null ? (this.#nodes.get(node)?.heardAt ?? 0) : at;
      if (now - heardAt > (person === null ? NODE_SILENCE_MS : REST_MS)) this.#drop(dot);
    }
    for (const [node, { heardAt }] of this.#nodes) if (now - heardAt > 4 * NODE_SILENCE_MS) this.#nodes.delete(node);
  }

  /** Drops the dots of this node whose person may not move them any more. */
  keep(movesStill: (person: string, dot: number) => boolean): void {
    for (const [dot, { person }] of this.#moving) if (person !== null && !movesStill(person, dot)) this.#drop(dot);
  }

  clear(): void {
    this.#moving.clear();
    this.#changed.clear();
    this.#ownChanged = false;
  }

  /** What changed since the last call. */
  changes(): MovedDot[] {
    const changes = [...this.#changed].map((dot): MovedDot => [dot, this.#moving.get(dot)?.x ?? AT_REST]);
    this.#changed = new Set();
    return changes;
  }

  all(): MovedDot[] {
    return [...this.#moving].map(([dot, { x }]) => [dot, x]);
  }

  /** The dots of this node's phones, and whether they changed since the last call. */
  own(): { dots: MovedDot[]; changed: boolean } {
    const changed = this.#ownChanged;
    this.#ownChanged = false;
    const dots = [...this.#moving].flatMap(([dot, { x, person }]): MovedDot[] => (person === null ? [] : [[dot, x]]));
    return { dots, changed };
  }

  #drop(dot: number): void {
    if (this.#moving.get(dot)?.person !== null) this.#ownChanged = true;
    this.#moving.delete(dot);
    this.#changed.add(dot);
  }
}
