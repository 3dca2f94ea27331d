type Level = { left: number; at: number };

/**
 * Lets each key act `burst` times at once and `perSecond` times a second after that. A key that rested long is
 * forgotten.
 */
export class TokenBucket {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #levels = new Map<string, Level>();

  constructor(burst: number, perSecond: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
  }

  /** Takes one token. False where the key has none left. */
  take(key: string, now = performance.now()): boolean {
    const level = this.#levelOf(key, now);
    if (level.left < 1) return false;
    level.left -= 1;
    return true;
  }

  /** Takes one token, on credit where none is left. Returns how long the key has to wait for it, in milliseconds. */
  borrow(key: string, now = performance.now()): number {
    const level = this.#levelOf(key, now);
    level.left -= 1;
    return level.left >= 0 ? 0 : (-level.left / this.#perSecond) * 1000;
  }

  /** Returns a token that was borrowed and not needed. */
  giveBack(key: string, now = performance.now()): void {
    const level = this.#levelOf(key, now);
    level.left = Math.min(this.#burst, level.left + 1);
  }

  /** Forgets the keys that have all their tokens again by now. */
  sweep(now = performance.now()): void {
    const fullAfterMs = (this.#burst / this.#perSecond) * 1000;
    for (const [key, { at }] of this.#levels) if (now - at > fullAfterMs) this.#levels.delete(key);
  }

  #levelOf(key: string, now: number): Level {
    const level = this.#levels.get(key) ?? { left: this.#burst, at: now };
    level.left = Math.min(this.#burst, level.left + ((now - level.at) / 1000) * this.#perSecond);
    level.at = now;
    this.#levels.set(key, level);
    return level;
  }
}
