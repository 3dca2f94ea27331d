import { editionFile, type Format } from './edition-file.ts';
import { missingEdition } from './missing-edition.ts';

/** The newest edition at an address as a file, or the one of this version with the words that are left of it. */
export async function publishedFile(
  { slug, version, format }: { slug: string; version?: string; format: string },
  locals: App.Locals,
  { origin }: URL
): Promise<Response> {
  const { files, commons: editions } = locals.plenary;
  const edition = await editions.edition(slug, version === undefined ? undefined : Number(version));
  if (!edition) missingEdition(locals, slug);
  const photo = (name: string) => editions.photo(edition.slug, name);
  const url = [`${origin}/commons/${edition.slug}`, ...(version === undefined ? [] : [version])].join('/');
  return editionFile(edition, format as Format, { files, photo, origin, url });
}
