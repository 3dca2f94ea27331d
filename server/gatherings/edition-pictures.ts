import type { Vault, WrittenText } from '#gathering/ports.ts';
import { photosIn, withPictures, type BareBlock } from '#harvest/pictures.ts';
import type { Picture, SeenBlock } from '#harvest/document.ts';
import { sizeOf } from '#contract/jpeg.ts';

/** Blocks as an edition shows them, and the photos to be stored with it: exactly those that its blocks name. */
export type Illustrated = { blocks: SeenBlock[]; photos: WrittenText[] };

/**
 * A photo that is not in the vault any more was withdrawn: then no block names it either. `unkept`: those that no
 * edition may hold.
 */
export async function illustrated(
  blocks: readonly BareBlock[],
  { vault, stream, slug, unkept }: { vault: Vault; stream: string; slug: string; unkept: ReadonlySet<string> }
): Promise<Illustrated> {
  const named = [...photosIn(blocks).difference(unkept)];
  const kept = named.length === 0 ? new Map<string, string>() : await vault.get(stream, named);
  const pictures = new Map([...kept].map(([name, base64]) => [name, pictureOf(name, base64, slug)]));
  // They belong to no person: what was published stays as it was, like its words.
  const photos = [...kept].map(([id, words]): WrittenText => ({ id, owner: null, words }));
  return { blocks: withPictures(blocks, pictures), photos };
}

const pictureOf = (name: string, base64: string, slug: string): Picture => ({
  name,
  address: `${slug}/photo/${name}.jpg`,
  size: sizeOf(Buffer.from(base64, 'base64'))
});
