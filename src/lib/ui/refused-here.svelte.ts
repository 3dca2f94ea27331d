import type { Answer } from '#wire/messages.ts';
import { sentenceFor } from './sentences.ts';
import { whenChanged } from './when-changed.svelte.ts';

/** What comes within so long after a no belongs to it: another console was faster, and its step arrives here, too. */
const SAME_NEWS_MS = 2_000;

/** Why the last press beside this place was not taken. Gone with the next press, and as soon as the buttons here say something else. */
export class RefusedHere {
  #sentence = $state<string | null>(null);
  #toldAt = 0;

  /** `says`: what the buttons say, as a string or a number. To be made where effects may be. */
  constructor(says: () => unknown) {
    whenChanged(says, () => {
      if (Date.now() - this.#toldAt > SAME_NEWS_MS) this.#sentence = null;
    });
  }

  get sentence(): string | null {
    return this.#sentence;
  }

  forget(): void {
    this.#sentence = null;
  }

  /** True when it was taken. `own`: sentences of the method that was asked. */
  tell(answer: Answer, own?: Readonly<Record<string, string>>): boolean {
    this.#sentence = sentenceFor(answer, own);
    this.#toldAt = Date.now();
    return this.#sentence === null;
  }
}
