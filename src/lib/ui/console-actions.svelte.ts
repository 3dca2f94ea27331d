import type { Act, Say } from '#lib/live/typed-commands.ts';
import { PressRefusal } from './press-refusal.svelte.ts';

/** How long the sentence about a step is kept: later it would speak of a stage that is over. */
const NEWS_MS = 12_000;

/**
 * Sends the commands of a console's buttons, part by part, and holds what to say of each: the sentence of a refusal for
 * the part that was pressed, and a sentence about what was done for the live region.
 */
export class ConsoleActions<Inputs> {
  #said = $state('');
  #fades: ReturnType<typeof setTimeout> | undefined;
  readonly #say: Say<Inputs>;
  readonly #refusals: Readonly<Record<string, string>>;
  readonly #refused: PressRefusal;

  /** @param about the plain data that a refusal in a part depends on: the refusal vanishes when it changes. */
  constructor(say: Say<Inputs>, refusals: Readonly<Record<string, string>>, about: (part: string) => unknown) {
    this.#say = say;
    this.#refusals = refusals;
    this.#refused = new PressRefusal(about);
  }

  /** What was done, for the live region. */
  get said(): string {
    return this.#said;
  }

  set said(sentence: string) {
    clearTimeout(this.#fades);
    this.#said = sentence;
    if (sentence !== '') this.#fades = setTimeout(() => (this.#said = ''), NEWS_MS);
  }

  /** Sends the commands of one part. */
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
