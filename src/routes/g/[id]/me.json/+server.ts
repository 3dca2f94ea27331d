import { error } from '@sveltejs/kit';
import { refusals } from '#words/index.ts';
import { storedFile } from '../../../stored-file.ts';
import type { RequestHandler } from './$types';

/** Everything that is stored about the person of this phone, as a file to keep. */
export const GET: RequestHandler = async ({ params: { id }, locals }) => {
  const pass = await locals.pass(id, 'phone');
  const stored = pass?.person ? await locals.plenary.gatherings.storedAbout(pass) : null;
  if (!stored) error(403, refusals['person-unknown']);
  return storedFile(stored);
};
