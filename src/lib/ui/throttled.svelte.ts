/**
 * The latest value, but a new one at most every `everyMs()` milliseconds; at once while that is 0. To be made where
 * effects may be.
 */
export class Throttled<Value> {
  readonly #latest: () => Value;
  readonly #everyMs: () => number;
  #held = $state.raw<{ value: Value } | null>(null);
  #sinceMs = -Infinity;

  constructor(latest: () => Value, everyMs: () => number) {
    this.#latest = latest;
    this.#everyMs = everyMs;
    $effect(() => {
      const value = latest();
      const every = everyMs();
      if (every === 0) return;
      const hold = () => {
        this.#sinceMs = performance.now();
        this.#held = { value };
      };
      const waitMs = this.#sinceMs + every - performance.now();
      if (waitMs <= 0) return hold();
      const timer = setTimeout(hold, waitMs);
      return () => clearTimeout(timer);
    });
  }

  get current(): Value {
    return this.#everyMs() > 0 && this.#held ? this.#held.value : this.#latest();
  }
}
