import { sentenceFor } from '#lib/ui/sentences.ts';
import type { Answer } from '#wire/messages.ts';

/** Says it to the server; false when it was refused. `done` is spoken when it was taken. */
export type Act = (command: string, input?: object, done?: string) => Promise<boolean>;

type Say = (command: string, input: object) => Promise<Answer>;

/** What a console presses, part by part, and what it says to that: the sentence of a no stands beside what was pressed. */
export class Acting {
  /** What was done, for whoever listens and does not see. */
  said = $state('');
  #refused = $state<{ at: string; sentence: string } | null>(null);
  readonly #say: Say;
  readonly #refusals: Readonly<Record<string, string>>;

  constructor(say: Say, refusals: Readonly<Record<string, string>>) {
    this.#say = say;
    this.#refusals = refusals;
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
