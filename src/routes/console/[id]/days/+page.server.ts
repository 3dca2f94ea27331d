import { error, fail, redirect } from '@sveltejs/kit';
import type { GatheringOnConsole } from '#gathering/views.ts';
import { newDevice } from '#lib/live/ids.ts';
import type { Seen } from '#contract/typed-text.ts';
import { console as words, refusals } from '#words/index.ts';
import { statusOf, whyNotTaken } from '../../../http-status.ts';
import { requireOrganizer } from '../require-organizer.ts';
import { periodsInForm } from '../../periods-in-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
  await requireOrganizer(params.id, locals);
  const doc = await locals.plenary.gatherings.view(params.id, 'console');
  if (!doc) error(404, refusals['no-such-gathering']);
  const { title, correctionDays, keptDays, people } = doc.gathering as Seen<GatheringOnConsole>;
  return {
    title: title ?? words.untitled,
    correctionDays: `${correctionDays}`,
    keptDays: `${keptDays}`,
    longest: Object.keys(people).length > 0 ? keptDays : null,
    device: newDevice()
  };
};

export const actions: Actions = {
  default: async ({ params, locals, request }) => {
    const pass = await requireOrganizer(params.id, locals);
    const form = await request.formData();
    const typed = (name: string) => String(form.get(name) ?? '');
    const answer = await locals.plenary.gatherings.say(pass, {
      device: typed('device'),
      activity: 'gathering',
      command: 'setPeriods',
      input: periodsInForm(form)
    });
    const refused = whyNotTaken(answer);
    const [correctionDays, keptDays] = [typed('correctionDays'), typed('keptDays')];
    if (refused) return fail(statusOf(refused), { refused, correctionDays, keptDays });
    redirect(303, '/console');
  }
};
