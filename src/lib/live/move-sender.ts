import { encodeMove, type Move } from '#wire/motion-frames.ts';

/** Ten moves a second look smooth; more would only wake the radio. */
export const PACE_MS = 100;

type Ports = {
  /** Sends at once or not at all. */
  send(bytes: Uint8Array): void;
  now(): number;
  /** Calls back after `ms`; returns how to cancel that. */
  after(ms: number, then: () => void): () => void;
};

/** Sends the moves of a finger: the first at once, then the latest every {@link PACE_MS}, the last one too. */
export class MoveSender {
  readonly #ports: Ports;
  #sentAt = -Infinity;
  #next: Move | null = null;
  #callOff: (() => void) | null = null;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  move(move: Move): void {
    this.#next = move;
    if (this.#callOff) return;
    const waitMs = this.#sentAt + PACE_MS - this.#ports.now();
    if (waitMs <= 0) this.#send();
    else this.#callOff = this.#ports.after(waitMs, () => this.#send());
  }

  /** Drops the move that was not sent yet: a command replaces it. */
  lift(): void {
    this.#callOff?.();
    this.#callOff = this.#next = null;
  }

  #send(): void {
    this.#callOff = null;
    if (!this.#next) return;
    this.#sentAt = this.#ports.now();
    this.#ports.send(encodeMove(this.#next));
    this.#next = null;
  }
}
