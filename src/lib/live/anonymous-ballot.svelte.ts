import type { Refusal } from '#contract/method.ts';
import type { BallotClient, OwnPoint } from './ballot-client.ts';

const AGAIN_MS = 3_000;

/**
 * The anonymous ballot of one activity on this phone, for surfaces: its ticket and its points. It does nothing before
 * `open`.
 */
export class AnonymousBallot {
  readonly #gathering: string;
  readonly #activity: string;
  #state = $state.raw<'shut' | 'drawing' | 'ready' | Refusal>('shut');
  #points = $state.raw<Readonly<Record<string, OwnPoint>>>({});
  #anonymous: BallotClient | null = null;
  #stopped = false;

  constructor(gathering: string, activity: string) {
    this.#gathering = gathering;
    this.#activity = activity;
  }

  /** `ready`: the phone has a ticket. A refusal is final. */
  get state(): 'shut' | 'drawing' | 'ready' | Refusal {
    return this.#state;
  }

  /** By line. */
  get points(): Readonly<Record<string, OwnPoint>> {
    return this.#points;
  }

  open(): void {
    if (this.#state !== 'shut' || this.#stopped) return;
    this.#state = 'drawing';
    void this.#draw();
  }

  /** Resolves when the point is stored on this phone; `points` tells when the server has released it. */
  async place(line: string, point: object): Promise<void> {
    await this.#anonymous?.place(line, point);
  }

  stop(): void {
    this.#stopped = true;
    this.#anonymous?.stop();
  }

  async #draw(): Promise<void> {
    try {
      const { openBallotClient } = await import('./ballot-client.ts');
      if (this.#stopped) return;
      this.#anonymous = openBallotClient(this.#gathering, this.#activity, (points) => (this.#points = points));
    } catch {
      // The chunk could not be loaded. It is tried again without a press.
      setTimeout(() => void this.#draw(), AGAIN_MS);
      return;
    }
    const refusal = await this.#anonymous.start();
    this.#state = refusal ?? 'ready';
  }
}
