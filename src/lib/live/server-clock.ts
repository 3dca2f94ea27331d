const SAMPLES = 5;
const JUMP_MS = 2_000;

type Sample = { rttMs: number; offsetMs: number };

/** The server's time on a device whose own clock may be an hour wrong. */
export class ServerClock {
  #samples: Sample[] = [];

  /**
   * `sentMs` and `heardMs` by the device's clock. The server read its own between the two: half way, give or take half
   * of the round trip.
   */
  hear(sentMs: number, serverMs: number, heardMs: number): void {
    const sample = { rttMs: heardMs - sentMs, offsetMs: serverMs - (sentMs + heardMs) / 2 };
    // One of the clocks was set, or another node answers: earlier samples mislead now.
    if (Math.abs(sample.offsetMs - this.#best().offsetMs) > JUMP_MS + sample.rttMs) this.#samples = [];
    this.#samples = [sample, ...this.#samples].slice(0, SAMPLES);
  }

  /** By the sample with the shortest round trip: it errs least. */
  now(deviceMs: number): number {
    return deviceMs + this.#best().offsetMs;
  }

  #best(): Sample {
    const [best] = [...this.#samples].sort((a, b) => a.rttMs - b.rttMs);
    return best ?? { rttMs: Infinity, offsetMs: 0 };
  }
}
