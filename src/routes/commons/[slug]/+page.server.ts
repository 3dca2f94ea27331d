import { error } from '@sveltejs/kit';
import { commons } from '#words/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
  const { commons: editions } = locals.plenary;
  const edition = await editions.edition(params.slug);
  if (!edition) error(404, commons.missing);
  // Most gatherings have one edition: then there is nothing to look up.
  const versions = edition.version > 1 ? await editions.versions(params.slug) : [];
  const broughtIn = locals.plenary.broughtIn(edition.slug);
  const address = `/commons/${edition.slug}`;
  return { edition, versions, broughtIn, prints: locals.plenary.files.prints, address, url: `${url.origin}${address}` };
};
