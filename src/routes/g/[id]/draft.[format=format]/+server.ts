import { editionFile, type Format } from '../../../commons/edition-file.ts';
import { requireDraft } from '../require-draft.server.ts';
import type { RequestHandler } from './$types';

/** The draft as a file, for those who were there. */
export const GET: RequestHandler = async ({ params: { id, format }, locals, url }) => {
  const { draft, pass } = await requireDraft(id, locals, `.${format}`);
  const { files, gatherings } = locals.plenary;
  const photo = (name: string) => gatherings.photo(pass, 'phone', name);
  const response = await editionFile(draft, format as Format, { files, origin: url.origin, url: null, photo });
  response.headers.set('cache-control', 'private, no-store');
  return response;
};
