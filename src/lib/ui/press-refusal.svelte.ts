import { getContext, setContext, untrack } from 'svelte';
import type { Answer } from '#wire/messages.ts';
import { sentenceFor } from './refusal-sentence.ts';

/** A change within this time after a refusal belongs to it: another console was faster, and its step arrives here. */
const SAME_NEWS_MS = 1_000;
/** Such a refusal stays long enough to be read, and no longer: the buttons beside it have changed. */
const READ_MS = 4_000;

/** Takes the answer to a press; true when the command was taken. `own`: the method's sentences by refusal code. */
export type Tell = (answer: Answer, own?: Readonly<Record<string, string>>) => boolean;

type No = { at: string; sentence: string; toldAt: number; about: string };

const STEP = 'step of the room';

/** Every refusal inside this component vanishes when the gathering moves on. `step` names where it is. */
export const refusalsGoWith = (step: () => string): void => void setContext(STEP, step);

/**
 * Why the last press was refused, to be shown beside the button. It vanishes with the next press, and as soon as its
 * reason may have changed.
 */
export class PressRefusal {
  #no = $state.raw<No | null>(null);
  readonly #about: (at: string) => string;

  /**
   * To be made while a component begins.
   * @param about the plain data that a refusal at a place depends on, besides the step of the gathering: the refusal
   * vanishes when the data changes.
   */
  constructor(about: (at: string) => unknown = () => null) {
    const step = getContext<(() => string) | undefined>(STEP);
    this.#about = (at) => JSON.stringify([step?.(), about(at)]);
    $effect(() => {
      const no = this.#no;
      if (no === null || this.#about(no.at) === no.about) return;
      const age = Date.now() - no.toldAt;
      if (age > SAME_NEWS_MS) return void (this.#no = null);
      const read = setTimeout(() => (this.#no = null), READ_MS - age);
      return () => clearTimeout(read);
    });
  }

  /** The sentence at a place; a component with one button needs no name for it. */
  at(place = ''): string | null {
    return this.#no?.at === place ? this.#no.sentence : null;
  }

  press(at = ''): Tell {
    this.#no = null;
    const about = untrack(() => this.#about(at));
    return (answer, own) => {
      const sentence = sentenceFor(answer, own);
      this.#no = sentence === null ? null : { at, sentence, toldAt: Date.now(), about };
      return sentence === null;
    };
  }
}
