const EVERY_MS = 1000;

/** The time by `now`, read every second, for clocks on the screen. To be made where effects may be. */
export class Ticker {
  #ms = $state(0);

  constructor(now: () => number, everyMs = EVERY_MS) {
    this.#ms = now();
    $effect(() => {
      const timer = setInterval(() => (this.#ms = now()), everyMs);
      return () => clearInterval(timer);
    });
  }

  get ms(): number {
    return this.#ms;
  }
}
