import { sentenceFor } from '#lib/ui/refusal-sentence.ts';
import type { Refused } from '#lib/live/connection-state.ts';
import type { Doc } from '#wire/messages.ts';

type Sentences = Readonly<Record<string, string>>;
type Load = (method: string) => Promise<{ refusals?: Sentences }> | undefined;

/** Says why something was not taken, outside of the surface that was pressed: each method has sentences of its own. */
export class RefusalSentences {
  #known = $state.raw<Readonly<Record<string, Sentences>>>({});
  readonly #load: Load;

  /** `load`: the surface that a page of this kind has at hand anyway. */
  constructor(load: Load) {
    this.#load = load;
  }

  /** To be called before it is needed, or the first no is told in the words of the house. */
  async preload(method: string): Promise<void> {
    const loading = Object.hasOwn(this.#known, method) ? undefined : this.#load(method);
    if (loading) this.remember(method, (await loading).refusals);
  }

  remember(method: string, sentences: Sentences = {}): void {
    this.#known = { ...this.#known, [method]: sentences };
  }

  for(refused: Refused, activities: Doc['activities']): string {
    const method = activities[refused.activity ?? '']?.method ?? '';
    return sentenceFor(refused, this.#known[method]) ?? '';
  }
}
