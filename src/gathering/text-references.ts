import type { Vault, WrittenText } from './ports.ts';
import { resolve, textsIn, type Known } from './validate.ts';

/** What people typed in one gathering, as far as this node has needed it. */
export type TextReferences = {
  /** Fetches the words behind every reference in a value, so that no view goes out with holes. */
  preload(value: unknown): Promise<void>;
  /** Words this node has just written itself. */
  remember(texts: readonly WrittenText[]): void;
  /** The value with words in place of references, null where they were withdrawn. */
  in(value: unknown): unknown;
  forget(): void;
};

// Only a photo is longer than this. A page fetches it when it shows it; the node does not hold it in memory.
const LONGEST_KEPT = 100_000;

/** Merges of one gathering that are remembered: more than the notes it can show at once. */
const MERGES_MOST = 8192;

/** `merged` gives the text that pieces of writing come to, whatever their order. */
export function createTextReferences(
  vault: Vault,
  stream: string,
  merged: (pieces: readonly string[]) => string
): TextReferences {
  const known = new Map<string, string>();
  const merges = new Map<string, string>();

  const reading: Known = {
    text: (id) => known.get(id) ?? null,
    writing(ids) {
      if (ids.length === 0) return '';
      const pieces = ids.flatMap((id) => known.get(id) ?? []);
      if (pieces.length === 0) return null;
      // The number of pieces that are still known is part of the key: a withdrawn piece must not live on in a merge.
      const name = `${pieces.length} ${ids.join(' ')}`;
      const text = merges.get(name) ?? merged(pieces);
      merges.delete(name);
      merges.set(name, text);
      const oldest = merges.size > MERGES_MOST ? merges.keys().next().value : undefined;
      if (oldest !== undefined) merges.delete(oldest);
      return text;
    }
  };

  return {
    async preload(value) {
      const unknown = [...textsIn(value)].filter((id) => !known.has(id));
      if (unknown.length === 0) return;
      for (const [id, words] of await vault.get(stream, unknown)) known.set(id, words);
    },
    remember(texts) {
      for (const { id, words } of texts) if (words.length <= LONGEST_KEPT) known.set(id, words);
    },
    in: (value) => resolve(value, reading),
    forget() {
      known.clear();
      merges.clear();
    }
  };
}
