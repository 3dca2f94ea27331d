const SAMPLES = 5;

/** The server's time on a device whose own clock may be an hour wrong. */
export class ServerClock {
  #samples: { rttMs: number; offsetMs: number }[] = [];

  /** `sentMs` and `heardMs` by the device's clock; the server looked at its own somewhere between: half way, give or take half the way. */
  hear(sentMs: number, serverMs: number, heardMs: number): void {
    const sample = { rttMs: heardMs - sentMs, offsetMs: serverMs - (sentMs + heardMs) / 2 };
    this.#samples = [sample, ...this.#samples].slice(0, SAMPLES);
  }

  /** By the quickest of the last samples: it errs least. */
  now(deviceMs: number): number {
    const [best] = [...this.#samples].sort((a, b) => a.rttMs - b.rttMs);
    return deviceMs + (best?.offsetMs ?? 0);
  }
}
