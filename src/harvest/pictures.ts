import { notesIn, withNotes } from '#contract/outline-notes.ts';
import { isPhoto } from '#contract/photo.ts';
import type { Seen } from '#contract/typed-text.ts';
import type { HarvestBlock } from '#contract/harvest-blocks.ts';
import type { Edition, Picture, SeenBlock, SeenBranch, SeenNote } from './document.ts';

/** What methods left behind, with words in place and photos still by reference. */
export type BareBlock = Seen<HarvestBlock>;

/** Every photo that is referred to. */
export function photosIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (isPhoto(value)) found.add(value.photo);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) photosIn(item, found);
  return found;
}

/** Blocks with pictures in place of references; without what is not among them, because it was withdrawn. */
export const withPictures = (blocks: readonly BareBlock[], pictures: ReadonlyMap<string, Picture>): SeenBlock[] =>
  blocks.map((block) => replaced(block, pictures) as SeenBlock);

/** Blocks without the pictures that are not among these: they were withdrawn. */
export function withoutPictures(blocks: readonly SeenBlock[], there: ReadonlySet<string>): SeenBlock[] {
  const shown = ({ photo, ...note }: SeenNote): SeenNote => ({
    ...note,
    ...(photo && there.has(photo.name) && { photo })
  });
  return blocks.map((block) =>
    block.kind === 'outline'
      ? { ...block, branches: block.branches.map((branch) => withNotes<SeenNote, SeenBranch>(branch, shown)) }
      : block
  );
}

/** The names of the pictures a document shows. */
export const picturesIn = ({ blocks }: Pick<Edition, 'blocks'>): Set<string> =>
  new Set(notesIn(blocks).flatMap(({ photo }) => (photo ? [(photo as Picture).name] : [])));

function replaced(value: unknown, pictures: ReadonlyMap<string, Picture>): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, pictures));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    if (!isPhoto(item)) return [[key, replaced(item, pictures)]];
    const picture = pictures.get(item.photo);
    return picture ? [[key, picture]] : [];
  });
  return Object.fromEntries(entries) as unknown;
}
