import { redirect } from '@sveltejs/kit';
import { ACCOUNT_COOKIE } from '#wire/cookies.ts';
import type { Actions, PageServerLoad } from './$types';

/** A link must not sign anybody out: only the button does. */
export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  default: async ({ locals: { plenary }, cookies }) => {
    const token = cookies.get(ACCOUNT_COOKIE);
    if (token) await plenary.accounts.signOut(token);
    cookies.delete(ACCOUNT_COOKIE, { path: '/' });
    redirect(303, '/');
  }
};
