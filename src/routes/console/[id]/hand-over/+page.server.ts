import { error, fail, redirect } from '@sveltejs/kit';
import type { Account } from '#server/page-api.ts';
import { refusals } from '#words/index.ts';
import { statusOf } from '../../../http-status.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
  const account = signedIn(params.id, locals);
  const { gatherings, accounts } = locals.plenary;
  const [mine, organizers] = await Promise.all([gatherings.of(account), accounts.all()]);
  const gathering = mine.find(({ id }) => id === params.id);
  if (!gathering) {
    // It says so of one that was deleted.
    await locals.pass(params.id, 'console');
    error(404, refusals['no-such-gathering']);
  }
  return {
    title: gathering.title,
    offeredTo: gathering.offeredTo,
    others: organizers.filter(({ id }) => id !== account.id)
  };
};

export const actions: Actions = {
  offer: async ({ params, locals, request }) => {
    const account = signedIn(params.id, locals);
    const to = String((await request.formData()).get('to') ?? '');
    const refusal = await locals.plenary.gatherings.offer(account, params.id, to);
    if (refusal) return fail(statusOf(refusal.refused), { refused: refusal.refused });
    redirect(303, `/console/${params.id}/hand-over`);
  },
  takeBack: async ({ params, locals }) => {
    await locals.plenary.gatherings.withdrawOffer(signedIn(params.id, locals), params.id);
    redirect(303, `/console/${params.id}/hand-over`);
  }
};

/** Only an account owns a gathering: a person with a role link has nothing to hand over. */
function signedIn(gathering: string, { account }: App.Locals): Account {
  return account ?? redirect(303, `/account/sign-in?to=/console/${gathering}/hand-over`);
}
