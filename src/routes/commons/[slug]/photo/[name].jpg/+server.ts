import { missingEdition } from '../../../missing-edition.ts';
import type { RequestHandler } from './$types';

/**
 * A photo of this edition. Its name never means another picture, so a browser that has it gets it once; but it asks each
 * time, because a photo that was taken back must not come from a cache.
 */
export const GET: RequestHandler = async ({ params: { slug, name }, locals }) => {
  const photo = await locals.plenary.commons.photo(slug, name);
  if (!photo) missingEdition(locals, slug);
  return new Response(photo, {
    headers: {
      'content-type': 'image/jpeg',
      'cache-control': 'no-cache',
      etag: `"${name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff'
    }
  });
};
