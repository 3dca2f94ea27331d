import { fail, redirect } from '@sveltejs/kit';
import { isRefusal } from '#contract/method.ts';
import { ACCOUNT_COOKIE, KNOWN_BROWSER_COOKIE } from '#wire/cookies.ts';
import { statusOf } from '../../http-status.ts';
import { setTokenCookie, knowBrowser, safeReturnPath } from '../sign-in-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const to = safeReturnPath(url.searchParams.get('to'));
  // Signed in and still not let through: signing in again is the one thing left to try.
  if (locals.account && !url.searchParams.has('to')) redirect(303, to);
  return { to, fresh: await locals.plenary.accounts.fresh() };
};

export const actions: Actions = {
  default: async ({ request, locals: { plenary }, cookies, url }) => {
    const form = await request.formData();
    const email = String(form.get('email') ?? '');
    const by = { browser: request.headers.get('user-agent') ?? '', known: cookies.get(KNOWN_BROWSER_COOKIE) };
    const granted = await plenary.accounts.signIn(email, String(form.get('password') ?? ''), by);
    if (isRefusal(granted)) return fail(statusOf(granted.refused), { email, refused: granted.refused });
    setTokenCookie(cookies, url, ACCOUNT_COOKIE, granted.token, granted.expires);
    await knowBrowser(cookies, url, plenary.accounts, granted.token);
    redirect(303, safeReturnPath(String(form.get('to') ?? '')));
  }
};
