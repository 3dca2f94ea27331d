import { error } from '@sveltejs/kit';
import { commons } from '#words/index.ts';
import { editionFile, type Format } from '../../../../commons/edition-file.ts';
import { requireFacilitator } from '../require-facilitator.ts';
import { reworded, summaryIn } from '../reworded.ts';
import type { RequestEvent, RequestHandler } from './$types';

export const GET: RequestHandler = (event) => draftWith(new FormData(), event);

/** With the words of the form, which stand in no address, history or log. */
export const POST: RequestHandler = async (event) => draftWith(await event.request.formData(), event);

async function draftWith(form: FormData, { params, locals, url }: RequestEvent): Promise<Response> {
  const pass = await requireFacilitator(params.id, locals);
  const { files, gatherings } = locals.plenary;
  const draft = await gatherings.draft(params.id, summaryIn(form));
  if (!draft) error(404, commons.missing);
  const photo = (name: string) => gatherings.photo(pass, 'console', name);
  const response = await editionFile(reworded(draft, form), params.format as Format, {
    files,
    origin: url.origin,
    url: null,
    photo
  });
  response.headers.set('cache-control', 'private, no-store');
  return response;
}
