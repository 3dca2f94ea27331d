import { error } from '@sveltejs/kit';
import { refusals } from '#words/index.ts';
import { contentDisposition } from '../../../commons/content-disposition.ts';
import { download } from '../../../commons/edition-file.ts';
import type { RequestHandler } from './$types';

/** Everything that is stored about the person of this phone, as a file to keep. */
export const GET: RequestHandler = async ({ params: { id }, locals }) => {
  const pass = await locals.pass(id, 'phone');
  const stored = pass?.person ? await locals.plenary.gatherings.storedAbout(pass) : null;
  if (!stored) error(403, refusals['person-unknown']);
  const text = `${JSON.stringify(stored, null, 2)}\n`;
  const response = download(text, 'application/json; charset=utf-8', contentDisposition('about-me', 'json'));
  response.headers.set('cache-control', 'private, no-store');
  return response;
};
