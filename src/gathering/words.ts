import type { Vault, WrittenText } from './ports.ts';
import { resolve, textsIn } from './typed.ts';

/** What people typed in one gathering, as far as this node has needed it. */
export type Words = {
  /** Fetches the words behind every reference in a value, so that no view goes out with holes. */
  learn(value: unknown): Promise<void>;
  /** Words this node has just written itself. */
  know(texts: readonly WrittenText[]): void;
  /** The value with words in place of references, null where they were withdrawn. */
  in(value: unknown): unknown;
  forget(): void;
};

// What is longer than any text is a photo: it is fetched when somebody looks at it, and not held in memory for all.
const LONGEST_KEPT = 100_000;

export function openWords(vault: Vault, stream: string): Words {
  const known = new Map<string, string>();
  return {
    async learn(value) {
      const unknown = [...textsIn(value)].filter((id) => !known.has(id));
      if (unknown.length === 0) return;
      for (const [id, words] of await vault.get(stream, unknown)) known.set(id, words);
    },
    know(texts) {
      for (const { id, words } of texts) if (words.length <= LONGEST_KEPT) known.set(id, words);
    },
    in: (value) => resolve(value, known),
    forget: () => known.clear()
  };
}
