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
  /**
   * Lets these go at once, then all that the vault has no more, as after another node forgot words: `value` holds what
   * is still referred to. Everything else can be read meanwhile.
   */
  forget(ids: readonly string[], value: unknown): Promise<void>;
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
  let known = new Map<string, string>();
  /** Collects what comes while the vault is asked for all words again. */
  const arriving = new Set<Map<string, string>>();
  const keep = (id: string, words: string) => {
    for (const map of [known, ...arriving]) map.set(id, words);
  };
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
      for (const [id, words] of await vault.get(stream, unknown)) keep(id, words);
    },
    remember(texts) {
      for (const { id, words } of texts) if (words.length <= LONGEST_KEPT) keep(id, words);
    },
    in: (value) => resolve(value, reading),
    async forget(ids, value) {
      for (const id of ids) known.delete(id);
      merges.clear();
      const meanwhile = new Map<string, string>();
      arriving.add(meanwhile);
      try {
        const left = await vault.get(stream, [...textsIn(value)]);
        // At one go: emptied first, every view would say for a moment that all words were withdrawn.
        known = new Map([...left, ...meanwhile]);
        merges.clear();
      } finally {
        arriving.delete(meanwhile);
      }
    }
  };
}
