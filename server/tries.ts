/** Counts what went wrong under a key, and tells when it was too often. Forgets a key when its time is over. */
export class Tries {
  readonly #most: number;
  readonly #spanMs: number;
  readonly #counts = new Map<string, { failed: number; until: number }>();

  constructor(most: number, spanMs: number) {
    this.#most = most;
    this.#spanMs = spanMs;
  }

  /** How long this key has to wait, in milliseconds; 0 when it may try. */
  wait(key: string, now = Date.now()): number {
    const count = this.#counts.get(key);
    return count && count.failed >= this.#most && count.until > now ? count.until - now : 0;
  }

  failed(key: string, now = Date.now()): void {
    const count = this.#counts.get(key);
    if (count && count.until > now) count.failed += 1;
    else this.#begin(key, now);
  }

  succeeded(key: string): void {
    this.#counts.delete(key);
  }

  #begin(key: string, now: number) {
    // Deleted first: a Map keeps its order, so the oldest keys stand in front and are cheap to forget.
    this.#counts.delete(key);
    this.#counts.set(key, { failed: 1, until: now + this.#spanMs });
    for (const [old, { until }] of this.#counts) {
      if (until > now) break;
      this.#counts.delete(old);
    }
  }
}
