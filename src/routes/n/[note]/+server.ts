import { error, redirect } from '@sveltejs/kit';
import { commons } from '#words/index.ts';
import type { RequestHandler } from './$types';

/** Not for ever: a later edition may hold it under another address. */
export const GET: RequestHandler = ({ params, locals }) => {
  const slug = locals.plenary.commons.holding(params.note);
  if (slug === null) error(404, commons.noNote);
  redirect(302, `/commons/${slug}#${params.note}`);
};
