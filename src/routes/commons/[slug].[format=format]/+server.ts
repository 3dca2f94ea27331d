import { editionFile, type Format } from '../edition-file.ts';
import { missingEdition } from '../missing-edition.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url }) => {
  const edition = await locals.plenary.commons.edition(params.slug);
  if (!edition) missingEdition(locals, params.slug);
  const { files, commons: editions } = locals.plenary;
  const photo = (name: string) => editions.photo(edition.slug, name);
  return editionFile(edition, params.format as Format, {
    files,
    photo,
    origin: url.origin,
    url: `${url.origin}/commons/${edition.slug}`
  });
};
