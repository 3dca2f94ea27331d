import { error, redirect } from '@sveltejs/kit';
import { longDate } from '#lib/reading/long-date.ts';
import { commons } from '#words/index.ts';
import type { RequestHandler } from './$types';

/** Leads on for now, and not for ever: a later edition may hold it under another address. */
export const GET: RequestHandler = ({ params, locals }) => {
  const held = locals.plenary.commons.holding(params.note);
  if (!held) error(404, commons.noNote);
  if (held.gone) error(410, commons.noteGone[held.gone.by](longDate(held.gone.at)));
  redirect(302, `/commons/${held.slug}#${held.part ?? params.note}`);
};
