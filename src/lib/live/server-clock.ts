const SAMPLES = 5;
const JUMP_MS = 2_000;

type Sample = { rttMs: number; offsetMs: number };

/** The server's time on a device whose own clock may be an hour wrong. */
export class ServerClock {
  #samples: Sample[] = [];

  /**
   * `sentMs` and `heardMs` by the device's clock; the server looked at its own somewhere between: half way, give or
   * take half the way.
   */
  hear(sentMs: number, serverMs: number, heardMs: number): void {
    const sample = { rttMs: heardMs - sentMs, offsetMs: serverMs - (sentMs + heardMs) / 2 };
    // A clock was set, here or there, or another node answers: what was known before misleads now.
    if (Math.abs(sample.offsetMs - this.#best().offsetMs) > JUMP_MS + sample.rttMs) this.#samples = [];
    this.#samples = [sample, ...this.#samples].slice(0, SAMPLES);
  }

  /** By the quickest of the last samples: it errs least. */
  now(deviceMs: number): number {
    return deviceMs + this.#best().offsetMs;
  }

  #best(): Sample {
    const [best] = [...this.#samples].sort((a, b) => a.rttMs - b.rttMs);
    return best ?? { rttMs: Infinity, offsetMs: 0 };
  }
}
