import { missingEdition } from '../missing-edition.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
  const { commons: editions } = locals.plenary;
  const edition = await editions.edition(params.slug);
  if (!edition) missingEdition(locals, params.slug);
  // Most gatherings have one edition: then there is nothing to look up.
  const versions = edition.version > 1 ? await editions.versions(params.slug) : [];
  const broughtIn = locals.plenary.broughtIn(edition.slug);
  const address = `/commons/${edition.slug}`;
  const { origin } = url;
  return { edition, versions, broughtIn, prints: locals.plenary.files.prints, address, origin, url: origin + address };
};
