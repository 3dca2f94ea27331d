import { error } from '@sveltejs/kit';
import { refusals } from '#words/index.ts';
import type { RequestHandler } from './$types';

/** Everything that is stored about the person of this phone, as a file to keep. */
export const GET: RequestHandler = async ({ params: { id }, locals }) => {
  const pass = await locals.pass(id, 'phone');
  const stored = pass?.person ? await locals.plenary.gatherings.storedAbout(pass) : null;
  if (!stored) error(403, refusals['person-unknown']);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="about-me.json"',
    'cache-control': 'no-store'
  };
  return new Response(`${JSON.stringify(stored, null, 2)}\n`, { headers });
};
