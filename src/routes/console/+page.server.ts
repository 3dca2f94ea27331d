import { fail, redirect } from '@sveltejs/kit';
import { LICENCES } from '#gathering/state.ts';
import { newDevice } from '#lib/live/device.ts';
import { isRefusal } from '#methods/method.ts';
import { statusOf } from '../status.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  if (!locals.account) redirect(303, '/account/sign-in?to=/console');
  const { gatherings } = locals.plenary;
  const [mine, offered] = await Promise.all([gatherings.of(locals.account), gatherings.offeredTo(locals.account)]);
  return { who: locals.account.id, name: locals.account.name, gatherings: mine, offered, device: newDevice() };
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
    if (!licence) return fail(400, { title, place, refused: 'not-understood' });
    const convened = await locals.plenary.gatherings.convene(locals.account, {
      device: typed('device'),
      title,
      place,
      licence,
      rehearsal: form.get('rehearsal') === 'yes',
      template: typed('template') || null
    });
    if (isRefusal(convened)) return fail(statusOf(convened.refused), { title, place, refused: convened.refused });
    redirect(303, `/console/${convened.gathering}`);
  }
};
