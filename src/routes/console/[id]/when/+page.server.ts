import { error, fail, redirect } from '@sveltejs/kit';
import type { GatheringOnConsole } from '#gathering/views.ts';
import { newDevice } from '#lib/live/ids.ts';
import type { Seen } from '#contract/typed-text.ts';
import { instantOf, localTime } from '#wire/local-time.ts';
import { console as words, refusals } from '#words/index.ts';
import { statusOf } from '../../../http-status.ts';
import { requireFacilitator } from '../harvest/require-facilitator.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
  await requireFacilitator(params.id, locals);
  const doc = await locals.plenary.gatherings.view(params.id, 'console');
  if (!doc) error(404, refusals['no-such-gathering']);
  const { title, starts } = doc.gathering as Seen<GatheringOnConsole>;
  return {
    title: title ?? words.untitled,
    starts: { local: localTime(starts.at, starts.timeZone), timeZone: starts.timeZone },
    device: newDevice()
  };
};

export const actions: Actions = {
  default: async ({ params, locals, request }) => {
    const pass = await requireFacilitator(params.id, locals);
    const form = await request.formData();
    const typed = (name: string) => String(form.get(name) ?? '');
    const starts = { local: typed('starts'), timeZone: typed('zone') };
    const at = instantOf(starts.local, starts.timeZone);
    if (at === null) return fail(400, { starts, refused: 'no-such-time' });
    const input = { starts: { at, timeZone: starts.timeZone } };
    const say = { device: typed('device'), activity: 'gathering', command: 'schedule', input };
    const answer = await locals.plenary.gatherings.say(pass, say);
    if ('refused' in answer) return fail(statusOf(answer.refused), { starts, refused: answer.refused });
    redirect(303, '/console');
  }
};
