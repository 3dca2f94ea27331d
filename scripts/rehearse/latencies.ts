/** Milliseconds that answers took, and their percentiles in one line. */
export class Latencies {
  readonly #all: number[] = [];

  add(ms: number): void {
    this.#all.push(ms);
  }

  get count(): number {
    return this.#all.length;
  }

  /** `p50 12 ms · p95 40 ms · p99 52 ms (150)`, by the nearest rank; `not measured` without figures. */
  toString(): string {
    if (this.#all.length === 0) return 'not measured';
    const sorted = [...this.#all].sort((a, b) => a - b);
    const rank = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]?.toFixed(0);
    return `p50 ${rank(0.5)} ms · p95 ${rank(0.95)} ms · p99 ${rank(0.99)} ms (${sorted.length})`;
  }
}
