import type { Seen } from '#contract/typed-text.ts';
import type { OptionView } from './views.ts';

/** What an option is called in a vote: the name of its group or the text of its card, else by its number. */
export const optionName =
  (options: Readonly<Record<string, Seen<OptionView>>> | null, numbered: (number: number) => string) =>
  (option: string): string => {
    const { text = null, number = 0 } = options?.[option] ?? {};
    return text ?? numbered(number);
  };
