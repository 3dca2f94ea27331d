import { error } from '@sveltejs/kit';
import type { Surface } from '#wire/messages.ts';
import type { RequestHandler } from './$types';

const SURFACES = ['phone', 'console', 'board'] as const satisfies readonly Surface[];

/** A photo, for a pass whose view names it: a phone at its table, the board once it shows the photo, a console. */
export const GET: RequestHandler = async ({ params: { id, ref }, locals }) => {
  for (const surface of SURFACES) {
    const pass = await locals.pass(id, surface);
    const photo = pass && (await locals.plenary.gatherings.photo(pass, surface, ref));
    if (photo)
      return new Response(photo, {
        headers: {
          'content-type': 'image/jpeg',
          // Kept nowhere: it may be withdrawn, and the next person at this computer has no view that names it.
          'cache-control': 'no-store',
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'"
        }
      });
  }
  error(404);
};
