import { error, fail, redirect } from '@sveltejs/kit';
import type { GatheringOnConsole } from '#gathering/views.ts';
import type { Seen } from '#contract/typed-text.ts';
import { console as words, refusals } from '#words/index.ts';
import { statusOf } from '../../../http-status.ts';
import { requireOrganizer } from '../require-organizer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
  await requireOrganizer(params.id, locals);
  const doc = await locals.plenary.gatherings.view(params.id, 'console');
  if (!doc) error(404, refusals['no-such-gathering']);
  const { title, phase, edition, editions } = doc.gathering as Seen<GatheringOnConsole>;
  return {
    gathering: params.id,
    title: title ?? words.untitled,
    open: phase === 'open',
    edition,
    editions
  };
};

export const actions: Actions = {
  default: async ({ params, locals }) => {
    await requireOrganizer(params.id, locals);
    if (!locals.account) redirect(303, '/account/sign-in');
    const refusal = await locals.plenary.gatherings.remove(locals.account, params.id);
    if (refusal) return fail(statusOf(refusal.refused), { refused: refusal.refused });
    redirect(303, '/console');
  }
};
