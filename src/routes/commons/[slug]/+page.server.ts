import { error } from '@sveltejs/kit';
import { commons } from '#words/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
  const edition = await locals.plenary.commons.edition(params.slug);
  if (!edition) error(404, commons.missing);
  return { edition, address: `/commons/${edition.slug}`, url: `${url.origin}/commons/${edition.slug}` };
};
