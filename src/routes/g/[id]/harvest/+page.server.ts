import { error, fail, redirect } from '@sveltejs/kit';
import type { GatheringForAll } from '#gathering/views.ts';
import { inputOf } from '#lib/live/form-input.ts';
import { newDevice } from '#lib/live/ids.ts';
import { offsetTime } from '#wire/local-time.ts';
import { refusals } from '#words/index.ts';
import { statusOf, whyNotTaken } from '../../../http-status.ts';
import type { Actions, PageServerLoad } from './$types';

const COMMANDS = ['mendNote', 'unmendNote', 'leaveOutNote', 'keepNote', 'disputeNote', 'endorseNote'];

/** Where people put right what is kept of a gathering. Works without script: people read it at home, days later. */
export const load: PageServerLoad = async ({ params: { id }, locals }) => {
  const pass = await locals.pass(id, 'phone');
  if (!pass?.person) redirect(303, `/g/${id}`);
  const { gatherings } = locals.plenary;
  const [correctable, all] = await Promise.all([gatherings.correctable(pass), gatherings.view(id, 'all')]);
  if (!correctable) redirect(303, `/g/${id}`);
  const { takeHome } = all?.gathering as GatheringForAll;
  const { until, edition } = correctable;
  const local = until === null ? null : offsetTime(until, edition.gathering.held.timeZone);
  return { gathering: id, person: pass.person, device: newDevice(), takeHome, ...correctable, until: local };
};

export const actions: Actions = {
  correct: async ({ params: { id }, request, locals }) => {
    const pass = await locals.pass(id, 'phone');
    if (!pass?.person) redirect(303, `/g/${id}`);
    const form = await request.formData();
    const field = (name: string) => String(form.get(name) ?? '');
    const command = field('command');
    if (!COMMANDS.includes(command)) error(400, refusals['not-understood']);
    const input = inputOf(form);
    const answer = await locals.plenary.gatherings.say(pass, {
      device: field('device'),
      activity: 'gathering',
      command,
      input
    });
    const note = String((input as { note?: unknown } | null)?.note ?? '');
    const refused = whyNotTaken(answer);
    if (refused) return fail(statusOf(refused), { refused, note, typed: field('input.text') || field('input.why') });
    redirect(303, `/g/${id}/harvest#${encodeURIComponent(note)}`);
  }
};
