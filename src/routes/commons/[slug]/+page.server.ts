import { error } from '@sveltejs/kit';
import { commons } from '#words/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
  const [edition, versions] = await Promise.all([
    locals.plenary.commons.edition(params.slug),
    locals.plenary.commons.versions(params.slug)
  ]);
  if (!edition) error(404, commons.missing);
  return { edition, versions, address: `/commons/${edition.slug}`, url: `${url.origin}/commons/${edition.slug}` };
};
