import { error, fail, redirect } from '@sveltejs/kit';
import { newDevice } from '#lib/live/ids.ts';
import { commons } from '#words/index.ts';
import { statusOf, whyNotTaken } from '../../../../http-status.ts';
import { requireTeam } from '../../harvest/require-facilitator.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is stored about somebody without a phone, for the team to show them. Works without script. */
export const load: PageServerLoad = async ({ params: { id, person }, locals }) => {
  const pass = await requireTeam(id, locals);
  const stored = await locals.plenary.gatherings.storedAbout(pass, person);
  if (!stored) error(404, commons.missing);
  const { view: _view, ...told } = stored;
  return { id, person, device: newDevice(), stored: told };
};

export const actions: Actions = {
  erase: async ({ params: { id, person }, request, locals }) => {
    const pass = await requireTeam(id, locals);
    const device = String((await request.formData()).get('device') ?? '');
    const say = { device, activity: 'gathering', command: 'erase', input: { for: person } };
    const refused = whyNotTaken(await locals.plenary.gatherings.say(pass, say));
    if (refused) return fail(statusOf(refused), { refused });
    redirect(303, `/console/${id}/stored/${person}`);
  }
};
