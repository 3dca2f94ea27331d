import { error } from '@sveltejs/kit';
import { commons } from '#words/index.ts';
import { editionFile, type Format } from '../edition-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, url }) => {
  const edition = await locals.plenary.commons.edition(params.slug);
  if (!edition) error(404, commons.missing);
  return editionFile(edition, params.format as Format, { files: locals.plenary.files, origin: url.origin });
};
