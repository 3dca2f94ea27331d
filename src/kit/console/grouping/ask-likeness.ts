import type { Pair } from '../../likeness/suggest-pairs.ts';
import address from './likeness-worker.ts?worker&url';

/** TypeScript has no types of it yet. */
type TrustedTypes = {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string }
  ) => {
    createScriptURL: (url: string) => URL;
  };
};

type Hears = { answer: (pairs: readonly Pair[]) => void; fail: () => void };

let trusted: string | URL | null = null;

/** The pages of this house load scripts from trusted addresses only. A policy can be made once; svelte.config.js names it. */
function trustedAddress(): string | URL {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trusted ??=
    trustedTypes?.createPolicy('plenary-worker', { createScriptURL: () => address }).createScriptURL(address) ??
    address;
  return trusted;
}

/**
 * Asks the thread that compares cards, one question at a time. Of those that come meanwhile only the last is asked:
 * where the desk changes faster than it is compared, old answers are of no use.
 */
export class LikenessAsker {
  readonly #worker: Worker;
  #isBusy = false;
  #next: string | null = null;

  constructor({ answer, fail }: Hears) {
    this.#worker = new Worker(trustedAddress(), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Pair[]>) => {
      this.#isBusy = false;
      answer(data);
      if (this.#next !== null) this.ask(this.#next);
    });
    this.#worker.addEventListener('error', fail);
  }

  /** `question`: as JSON. */
  ask(question: string): void {
    this.#next = this.#isBusy ? question : null;
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#worker.postMessage(question);
  }

  end(): void {
    this.#worker.terminate();
  }
}
