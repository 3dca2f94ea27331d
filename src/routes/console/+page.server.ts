import { fail, redirect } from '@sveltejs/kit';
import { LICENCES } from '#gathering/state.ts';
import { newDevice } from '#lib/live/ids.ts';
import { isRefusal } from '#contract/method.ts';
import { instantOf, localTime } from '#wire/local-time.ts';
import { statusOf } from '../http-status.ts';
import { periodsInForm } from './periods-in-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  if (!locals.account) redirect(303, '/account/sign-in?to=/console');
  const { gatherings } = locals.plenary;
  const [mine, offered] = await Promise.all([gatherings.of(locals.account), gatherings.offeredTo(locals.account)]);
  // Until its script is there, or without one, the page knows no clock and no zone but the server's.
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const starts = { local: localTime(Date.now(), timeZone), timeZone };
  return { who: locals.account.id, name: locals.account.name, gatherings: mine, offered, device: newDevice(), starts };
};

export const actions: Actions = {
  accept: async ({ request, locals }) => {
    if (!locals.account) redirect(303, '/account/sign-in?to=/console');
    const gathering = String((await request.formData()).get('gathering') ?? '');
    const refusal = await locals.plenary.gatherings.acceptOffer(locals.account, gathering);
    if (refusal) return fail(statusOf(refusal.refused), { offer: refusal.refused });
    redirect(303, '/console');
  },
  decline: async ({ request, locals }) => {
    if (!locals.account) redirect(303, '/account/sign-in?to=/console');
    const gathering = String((await request.formData()).get('gathering') ?? '');
    await locals.plenary.gatherings.withdrawOffer(locals.account, gathering);
    redirect(303, '/console');
  },
  convene: async ({ request, locals }) => {
    if (!locals.account) redirect(303, '/account/sign-in?to=/console');
    const form = await request.formData();
    const typed = (field: string) => String(form.get(field) ?? '');
    const licence = LICENCES.find((known) => known === form.get('licence'));
    const title = typed('title');
    const place = typed('place');
    const starts = { local: typed('starts'), timeZone: typed('zone') };
    const at = starts.local === '' ? Date.now() : instantOf(starts.local, starts.timeZone);
    if (at === null) return fail(400, { title, place, starts, refused: 'no-such-time' });
    if (!licence) return fail(400, { title, place, starts, refused: 'not-understood' });
    const convened = await locals.plenary.gatherings.convene(locals.account, {
      device: typed('device'),
      title,
      place,
      starts: { at, timeZone: starts.timeZone },
      licence,
      rehearsal: form.get('rehearsal') === 'yes',
      periods: periodsInForm(form),
      template: typed('template') || null
    });
    if (isRefusal(convened))
      return fail(statusOf(convened.refused), { title, place, starts, refused: convened.refused });
    redirect(303, `/console/${convened.gathering}`);
  }
};
