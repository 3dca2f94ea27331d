import { error } from '@sveltejs/kit';
import { commons } from '#words/index.ts';
import { storedFile } from '../../../../stored-file.ts';
import { requireTeam } from '../../harvest/require-facilitator.ts';
import type { RequestHandler } from './$types';

/** Everything that is stored about somebody without a phone, as a file for them to keep. */
export const GET: RequestHandler = async ({ params: { id, person }, locals }) => {
  const pass = await requireTeam(id, locals);
  const stored = await locals.plenary.gatherings.storedAbout(pass, person);
  if (!stored) error(404, commons.missing);
  return storedFile(stored);
};
