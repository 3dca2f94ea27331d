import { fail, redirect } from '@sveltejs/kit';
import { isRefusal } from '#contract/method.ts';
import type { Account } from '#server/page-api.ts';
import { ACCOUNT_COOKIE } from '#wire/cookies.ts';
import { addressFor } from '../board/board-data.server.ts';
import { statusOf } from '../http-status.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies }) => {
  const account = signedIn(locals);
  const { accounts } = locals.plenary;
  const [devices, organizers, invitations] = await Promise.all([
    accounts.signIns(account, cookies.get(ACCOUNT_COOKIE) ?? ''),
    accounts.all(),
    accounts.invitations()
  ]);
  return { account, devices, organizers, invitations };
};

export const actions: Actions = {
  password: async ({ locals, request, cookies }) => {
    signedIn(locals);
    const form = await request.formData();
    const typed = (field: string) => String(form.get(field) ?? '');
    const token = cookies.get(ACCOUNT_COOKIE) ?? '';
    const refusal = await locals.plenary.accounts.changePassword(token, typed('present'), typed('password'));
    if (refusal) return fail(statusOf(refusal.refused), { password: refusal.refused });
    return { changed: true };
  },
  end: async ({ locals, request }) => {
    const account = signedIn(locals);
    const id = String((await request.formData()).get('id') ?? '');
    await locals.plenary.accounts.endSignIns(account, id);
    // Signed out here as well, the page asks for a sign-in.
    redirect(303, '/account');
  },
  invite: async ({ locals, request, url }) => {
    const account = signedIn(locals);
    const email = String((await request.formData()).get('email') ?? '').trim();
    const made = await locals.plenary.accounts.invite(account, email);
    if (isRefusal(made)) return fail(statusOf(made.refused), { email, invite: made.refused });
    return { link: `${addressFor(url, locals.plenary.addresses())}/setup/${made.token}`, invited: email };
  },
  endInvitation: async ({ locals, request }) => {
    signedIn(locals);
    await locals.plenary.accounts.endInvitation(String((await request.formData()).get('id') ?? ''));
    redirect(303, '/account');
  }
};

function signedIn({ account }: App.Locals): Account {
  return account ?? redirect(303, '/account/sign-in?to=/account');
}
