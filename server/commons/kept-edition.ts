import { resolve, textsIn } from '#gathering/validate.ts';
import type { Vault } from '#gathering/ports.ts';
import type { Edition, SeenBlock } from '#harvest/document.ts';
import { coverageOf, type TableParts } from '#harvest/coverage.ts';
import { isEdition } from '#harvest/edition-schema.ts';
import { tidied } from '#harvest/outline.ts';
import { picturesIn, withoutPictures } from '#harvest/pictures.ts';
import { worded } from '#harvest/worded.ts';
import { harvestWordsOf } from '#methods/index.ts';
import { harvest } from '#words/index.ts';

/** The stream of all editions of one gathering. */
export const editionStream = (slug: string): string => `edition:${slug}`;

/**
 * An edition as it is kept: in its title, its summary and its blocks, references stand where people's words will be.
 * Words that are forgotten are gone from every edition that had them, and no history is rewritten: decision 28.
 */
export type KeptEdition = Omit<Edition, Worded> & { readonly [Field in Worded]: unknown } & {
  readonly tableParts?: TableParts;
};
type Worded = 'title' | 'summary' | 'blocks';

/** Where the words of an edition are. */
export type EditionTexts = {
  get(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Of photos, which are large, only those that are there. */
  present(names: readonly string[]): Promise<ReadonlySet<string>>;
  /** The text that pieces written by several people come to. */
  merged(pieces: readonly string[]): string;
};

export const textsOf = (vault: Vault, slug: string, merged: EditionTexts['merged']): EditionTexts => ({
  get: (ids) => vault.get(editionStream(slug), ids),
  present: (names) => vault.present(editionStream(slug), names),
  merged
});

/** The edition with the words that are left of it; null when it is none, or when a newer Plenary than this wrote it. */
export async function readEdition(kept: KeptEdition, texts: EditionTexts): Promise<Edition | null> {
  const kepts = [kept.title, kept.summary, kept.blocks];
  const known = await texts.get([...textsIn(kepts)]);
  const [title, summary, blocks] = resolve(kepts, {
    text: (id) => known.get(id) ?? null,
    writing(ids) {
      const pieces = ids.flatMap((id) => known.get(id) ?? []);
      return ids.length > 0 && pieces.length === 0 ? null : texts.merged(pieces);
    }
  }) as [string | null, string | null, SeenBlock[]];
  const { tableParts, ...frame } = kept;
  // Whoever struck out the title left the gathering its name.
  const edition = { ...frame, title: title ?? kept.gathering.name, summary, blocks };
  if (!isSound(kept, edition)) return null;
  const there = await texts.present([...picturesIn(edition)]);
  const shown = withoutPictures(blocks, there);
  const coverage = coverageOf(shown, kept.unshown ?? 0, harvest, tableParts);
  const told = worded(tidied(shown), harvestWordsOf);
  return { ...edition, blocks: coverage ? [...told, coverage] : told };
}

/** Those that were found to be editions. Words that are forgotten later change nothing about that. */
const sound = new WeakSet<KeptEdition>();

/** Checking 500 notes takes longer than reading them, and what is read over and over was checked the first time. */
function isSound(kept: KeptEdition, edition: unknown): edition is Edition {
  const is = sound.has(kept) || isEdition(edition);
  if (is) sound.add(kept);
  return is;
}
