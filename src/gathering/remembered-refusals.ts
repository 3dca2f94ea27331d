import type { Refusal } from '#contract/method.ts';
import type { Say } from '#wire/messages.ts';
import { contentOf } from './digest.ts';

const KEPT = 4096;

/**
 * The last no that each device was told by this node. A refusal leaves no trace in the log, and a second copy of the
 * command may still be on its way over a connection that broke: it must hear the same no, or it would take effect
 * behind the sender's back.
 */
export class RememberedRefusals {
  readonly #told = new Map<string, { n: number; digest: string; answer: Refusal }>();

  to(say: Say): Refusal | null {
    const told = this.#told.get(say.device);
    return told?.n === say.n && told.digest === contentOf(say) ? told.answer : null;
  }

  note(say: Say, answer: Refusal): void {
    this.#told.delete(say.device);
    this.#told.set(say.device, { n: say.n, digest: contentOf(say), answer });
    const [oldest] = this.#told.keys();
    if (this.#told.size > KEPT && oldest !== undefined) this.#told.delete(oldest);
  }
}
