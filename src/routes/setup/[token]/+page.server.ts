import { fail, redirect } from '@sveltejs/kit';
import { isRefusal } from '#contract/method.ts';
import { ACCOUNT_COOKIE } from '#wire/cookies.ts';
import { setTokenCookie, knowBrowser } from '../../account/sign-in-cookies.ts';
import { statusOf } from '../../http-status.ts';
import type { Actions, PageServerLoad } from './$types';

/** A link that does not work says so before anybody fills in a form. */
export const load: PageServerLoad = async ({ params, locals: { plenary } }) => {
  const [link, fresh] = await Promise.all([plenary.accounts.link(params.token), plenary.accounts.fresh()]);
  return { link, fresh };
};

export const actions: Actions = {
  default: async ({ request, params, locals: { plenary }, cookies, url }) => {
    const form = await request.formData();
    const typed = (field: string) => String(form.get(field) ?? '');
    const who = { name: typed('name'), email: typed('email'), password: typed('password') };
    const browser = request.headers.get('user-agent') ?? '';
    const granted = await plenary.accounts.setUp(params.token, who, browser);
    if (isRefusal(granted))
      return fail(statusOf(granted.refused), { name: who.name, email: who.email, refused: granted.refused });
    setTokenCookie(cookies, url, ACCOUNT_COOKIE, granted.token, granted.expires);
    await knowBrowser(cookies, url, plenary.accounts, granted.token);
    redirect(303, '/console');
  }
};
