import { sentenceFor } from '#lib/ui/sentences.ts';
import type { Answer } from '#wire/messages.ts';

/** Says it to the server; false when it was refused. `done` is spoken when it was taken. */
export type Act = (command: string, input?: object, done?: string) => Promise<boolean>;

type Say = (command: string, input: object) => Promise<Answer>;

/** What was done is news for so long: later it would speak of a part that is over. */
const NEWS_MS = 12_000;

/** What a console presses, part by part, and what it says to that: the sentence of a no stands beside what was pressed. */
export class Acting {
  #said = $state('');
  #fades: ReturnType<typeof setTimeout> | undefined;
  #refused = $state<{ at: string; sentence: string } | null>(null);
  readonly #say: Say;
  readonly #refusals: Readonly<Record<string, string>>;

  constructor(say: Say, refusals: Readonly<Record<string, string>>) {
    this.#say = say;
    this.#refusals = refusals;
  }

  /** What was done, for whoever listens and does not see. */
  get said(): string {
    return this.#said;
  }

  set said(sentence: string) {
    clearTimeout(this.#fades);
    this.#said = sentence;
    if (sentence !== '') this.#fades = setTimeout(() => (this.#said = ''), NEWS_MS);
  }

  /** What `part` may press with. */
  at(part: string): Act {
    return async (command, input = {}, done = '') => {
      this.#refused = null;
      const sentence = sentenceFor(await this.#say(command, input), this.#refusals);
      if (sentence !== null) this.#refused = { at: part, sentence };
      this.said = sentence === null ? done : '';
      return sentence === null;
    };
  }

  wrong(part: string): string | null {
    return this.#refused?.at === part ? this.#refused.sentence : null;
  }
}
