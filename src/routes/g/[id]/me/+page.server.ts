import { fail, redirect } from '@sveltejs/kit';
import type { GatheringOnBoard } from '#gathering/views.ts';
import { newDevice } from '#lib/live/ids.ts';
import { statusOf, whyNotTaken } from '../../../http-status.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is stored about the person of this phone, and a way to have it erased. Works without script. */
export const load: PageServerLoad = async ({ params: { id }, locals }) => {
  const pass = await locals.pass(id, 'phone');
  const stored = pass?.person ? await locals.plenary.gatherings.storedAbout(pass) : null;
  if (!stored) redirect(303, `/g/${id}`);
  const { view: _view, ...told } = stored;
  const board = await locals.plenary.gatherings.view(id, 'board');
  const { phase } = (board?.gathering ?? {}) as Partial<GatheringOnBoard>;
  return { id, device: newDevice(), stored: told, open: phase === 'open' };
};

export const actions: Actions = {
  erase: async ({ params: { id }, request, locals }) => {
    const pass = await locals.pass(id, 'phone');
    if (!pass?.person) redirect(303, `/g/${id}`);
    const device = String((await request.formData()).get('device') ?? '');
    const say = { device, activity: 'gathering', command: 'erase', input: {} };
    const answer = await locals.plenary.gatherings.say(pass, say);
    const refused = whyNotTaken(answer);
    if (refused) return fail(statusOf(refused), { refused });
    redirect(303, `/g/${id}/me`);
  }
};
