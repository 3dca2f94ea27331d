import type { Layout } from './dot-layout.ts';
import { DOTS_END } from './dot-columns.ts';

/** How long a dot travels to its new place. */
export const TRAVEL_MS = 300;
/** At a reveal dots rise in five groups, shortly after one another: within 1.1 seconds in all. */
const RISE_MS = 600;
const BREATH_MS = 120;
const BREATHS = 5;
const RISE_FROM = 60;

/**
 * Where each dot is on its way between two layouts, as columns in the order of drawing. A dot that gets a new target on
 * its way goes on from where it is.
 */
export class Motion {
  count = 0;
  xs = new Float32Array(0);
  ys = new Float32Array(0);
  #from = { xs: this.xs, ys: this.ys };
  #to: Pick<Layout, 'ids' | 'xs' | 'ys' | 'each'> | null = null;
  #starts = new Float64Array(0);
  #lasts = new Float64Array(0);
  /** The index of a dot number in the columns, counted from 1; 0 for none. */
  readonly #at = new Uint32Array(DOTS_END);
  #untilMs = -Infinity;

  /** Sends all dots to this layout. New dots are there at once, and all are when `travelMs` is 0. */
  aim(layout: Layout, nowMs: number, travelMs = TRAVEL_MS): void {
    this.frame(nowMs);
    const { count, ids } = layout;
    const before = { ...this.#from, starts: this.#starts, lasts: this.#lasts, nowXs: this.xs, nowYs: this.ys };
    const to = this.#to?.each === layout.each ? this.#to : null;
    this.#from = { xs: new Float32Array(count), ys: new Float32Array(count) };
    this.#starts = new Float64Array(count);
    this.#lasts = new Float64Array(count);
    const at = this.#at;
    for (let dot = 0; dot < count; dot += 1) {
      const old = to && travelMs > 0 ? (at[ids[dot]!] ?? 0) - 1 : -1;
      const [x, y] = [layout.xs[dot]!, layout.ys[dot]!];
      if (!to || old < 0) {
        this.#from.xs[dot] = x;
        this.#from.ys[dot] = y;
      } else if (to.xs[old] === x && to.ys[old] === y) {
        this.#from.xs[dot] = before.xs[old]!;
        this.#from.ys[dot] = before.ys[old]!;
        this.#starts[dot] = before.starts[old]!;
        this.#lasts[dot] = before.lasts[old]!;
      } else {
        this.#from.xs[dot] = before.nowXs[old]!;
        this.#from.ys[dot] = before.nowYs[old]!;
        this.#starts[dot] = nowMs;
        this.#lasts[dot] = travelMs;
        this.#untilMs = Math.max(this.#untilMs, nowMs + travelMs);
      }
    }
    if (this.#to) for (const id of this.#to.ids) at[id] = 0;
    for (let dot = 0; dot < count; dot += 1) at[ids[dot]!] = dot + 1;
    this.#to = layout;
    this.count = count;
    this.xs = new Float32Array(count);
    this.ys = new Float32Array(count);
    this.frame(nowMs);
  }

  /** Lets all dots rise to their places. */
  rise(nowMs: number): void {
    const to = this.#to;
    if (!to) return;
    for (let dot = 0; dot < this.count; dot += 1) {
      this.#from.xs[dot] = to.xs[dot]!;
      this.#from.ys[dot] = to.ys[dot]! - RISE_FROM;
      this.#starts[dot] = nowMs + (dot % BREATHS) * BREATH_MS;
      this.#lasts[dot] = RISE_MS;
    }
    this.#untilMs = nowMs + RISE_MS + BREATHS * BREATH_MS;
  }

  /** Computes where all dots are at `nowMs`. @returns whether any dot is still on its way. */
  frame(nowMs: number): boolean {
    const to = this.#to;
    if (!to) return false;
    for (let dot = 0; dot < this.count; dot += 1) {
      const last = this.#lasts[dot]!;
      const share = last === 0 ? 1 : Math.min(1, Math.max(0, (nowMs - this.#starts[dot]!) / last));
      const rest = (1 - share) ** 3;
      this.xs[dot] = to.xs[dot]! + (this.#from.xs[dot]! - to.xs[dot]!) * rest;
      this.ys[dot] = to.ys[dot]! + (this.#from.ys[dot]! - to.ys[dot]!) * rest;
    }
    return nowMs < this.#untilMs;
  }
}
