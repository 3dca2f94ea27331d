import type { Act, Say } from '#lib/live/typed-commands.ts';
import { PressRefusal } from './press-refusal.svelte.ts';

/** What was done is news for so long: later it would speak of a part that is over. */
const NEWS_MS = 12_000;

/**
 * What a console presses, part by part, and what it says to that: the sentence of a no stands beside what was pressed.
 */
export class ConsoleActions<Inputs> {
  #said = $state('');
  #fades: ReturnType<typeof setTimeout> | undefined;
  readonly #say: Say<Inputs>;
  readonly #refusals: Readonly<Record<string, string>>;
  readonly #refused: PressRefusal;

  /** @param about what a no in a part is of, as plain data: it goes when that is another. */
  constructor(say: Say<Inputs>, refusals: Readonly<Record<string, string>>, about: (part: string) => unknown) {
    this.#say = say;
    this.#refusals = refusals;
    this.#refused = new PressRefusal(about);
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
  at(part: string): Act<Inputs> {
    return async (command, ...[input, done = '']) => {
      const tell = this.#refused.press(part);
      const taken = tell(await this.#say(command, input ?? ({} as never)), this.#refusals);
      this.said = taken ? done : '';
      return taken;
    };
  }

  refusalAt(part: string): string | null {
    return this.#refused.at(part);
  }
}
