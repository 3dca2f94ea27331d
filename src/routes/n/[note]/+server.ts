import { error, redirect } from '@sveltejs/kit';
import { longDate } from '#lib/reading/long-date.ts';
import type { NoteGone } from '#server/edition-api.ts';
import { commons, harvest } from '#words/index.ts';
import type { RequestHandler } from './$types';

/** Leads on for now, and not for ever: a later edition may hold it under another address. */
export const GET: RequestHandler = ({ params, locals }) => {
  const held = locals.plenary.commons.holding(params.note);
  if (!held) error(404, commons.noNote);
  if (held.gone) error(410, { message: saidOf(held.gone), gone: held.gone });
  redirect(302, `/commons/${held.slug}#${held.part ?? params.note}`);
};

/** That it was there, when it went and why, and none of its words. */
function saidOf({ by, at, why }: NoteGone): string {
  const day = longDate(at);
  const went = by === 'house' ? commons.houseGone(day) : harvest.gone.by[by](day);
  return [went, ...(why ? [harvest.gone.because(why)] : [])].join(' ');
}
