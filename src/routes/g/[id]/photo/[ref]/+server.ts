import { error } from '@sveltejs/kit';
import type { Surface } from '#wire/messages.ts';
import type { RequestHandler } from './$types';

const SURFACES = ['phone', 'console', 'board'] as const satisfies readonly Surface[];

/** A photo, for whoever has a view that names it: at their table, on the wall once it is shown there, or leading. */
export const GET: RequestHandler = async ({ params: { id, ref }, locals }) => {
  for (const surface of SURFACES) {
    const pass = await locals.pass(id, surface);
    const photo = pass && (await locals.plenary.gatherings.photo(pass, surface, ref));
    if (photo)
      return new Response(photo, {
        headers: {
          'content-type': 'image/jpeg',
          // Not kept by anybody between us and this browser; and not for long here, since it may be withdrawn.
          'cache-control': 'private, max-age=600',
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'"
        }
      });
  }
  error(404);
};
