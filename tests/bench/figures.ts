/** Milliseconds as they were measured: nearest rank. `count` tells how many. */
export type Spread = { p50: number; p95: number; p99: number; most: number; count: number };

/** Holds millions of numbers: a growing plain array would cost the load process more than the measuring. */
export class Milliseconds {
  #all = new Float32Array(1024);
  #count = 0;

  add(ms: number): void {
    if (this.#count === this.#all.length) {
      const wider = new Float32Array(this.#count * 2);
      wider.set(this.#all);
      this.#all = wider;
    }
    this.#all[this.#count] = ms;
    this.#count += 1;
  }

  /** Null when nothing was measured. */
  spread(): Spread | null {
    if (this.#count === 0) return null;
    const sorted = this.#all.slice(0, this.#count).sort();
    const rank = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
    return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), most: rank(1), count: this.#count };
  }
}

/** The middle one of an odd number; of an even number the lower of the two, so that it is one that was measured. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN;
}
