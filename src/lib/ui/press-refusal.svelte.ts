import { getContext, setContext, untrack } from 'svelte';
import type { Answer } from '#wire/messages.ts';
import { sentenceFor } from './refusal-sentence.ts';

/** What comes within so long after a no belongs to it: another console was faster, and its step arrives here, too. */
const SAME_NEWS_MS = 1_000;
/** Such a no is still read, and does not stay beside buttons that say something else. */
const READ_MS = 4_000;

/** Takes the answer to a press; true when it was taken. `own`: sentences of the method that was asked. */
export type Tell = (answer: Answer, own?: Readonly<Record<string, string>>) => boolean;

type No = { at: string; sentence: string; toldAt: number; about: string };

const STEP = 'step of the room';

/** Every no inside this component goes when the room goes on. `step` says where it is, as a string. */
export const refusalsGoWith = (step: () => string): void => void setContext(STEP, step);

/**
 * Why the last press was not taken, beside what was pressed. Gone with the next press, and as soon as it is no longer
 * so.
 */
export class PressRefusal {
  #no = $state.raw<No | null>(null);
  readonly #about: (at: string) => string;

  /**
   * To be made while a component begins.
   * @param about what a no at this place is of, beside the step of the room, as plain data: it goes when that is
   * another.
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

  /** Where only one place is pressed it has no name. */
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
