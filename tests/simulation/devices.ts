import type { Actor } from '#contract/method.ts';
import type { Answer, Say } from '#wire/messages.ts';

/** What a device was told and what it still waits for: the ledger that is held against the log in the end. */
export class Device {
  readonly by: Actor;
  readonly id: string;
  readonly done: Say[] = [];
  readonly refused: Say[] = [];
  readonly waiting: Say[] = [];
  flying = false;
  /** The highest number that went out: the next time, a copy of it may be under way. */
  #said = 0;
  /** How often something went out. */
  goings = 0;
  #n = 0;
  #settled = 0;

  constructor(id: string, by: Actor) {
    this.id = id;
    this.by = by;
  }

  /** Takes a command on; it will be said again and again until it is answered. */
  want(activity: string, command: string, input: object): void {
    this.#n += 1;
    this.waiting.push({ device: this.id, n: this.#n, settled: 0, activity, command, input });
  }

  /** The command to say now: always the oldest, with the highest number answered so far. */
  next(): Say | null {
    const [oldest] = this.waiting;
    return oldest && !this.flying ? { ...oldest, settled: this.#settled, again: oldest.n <= this.#said } : null;
  }

  /**
   * It is on its way, as the how manieth that ever was: a page hears the answer to what it sent last, on the connection
   * it has.
   */
  goes({ n }: Say): number {
    this.#said = n;
    this.goings += 1;
    return this.goings;
  }

  hear(say: Say, answer: Answer): void {
    if ('later' in answer || this.waiting[0]?.n !== say.n) return;
    this.waiting.shift();
    this.#settled = say.n;
    ('refused' in answer ? this.refused : this.done).push(say);
  }
}
