import { fail, redirect } from '@sveltejs/kit';
import { linkCookie } from '#wire/cookies.ts';
import { setTokenCookie } from '../account/sign-in-cookies.ts';
import type { Actions } from './$types';

const KEPT_MS = 90 * 24 * 3600 * 1000;

export const actions: Actions = {
  /** The token comes in the body and never in an address: addresses end up in logs and histories. */
  default: async ({ request, locals: { plenary }, cookies, url }) => {
    const token = String((await request.formData()).get('token') ?? '').slice(0, 200);
    const pass = token === '' ? null : await plenary.links.pass(token);
    if (!pass || pass.person !== null) return fail(404, { refused: 'link-ended' });
    setTokenCookie(cookies, url, linkCookie(pass.gathering), token, Date.now() + KEPT_MS);
    redirect(303, `/${pass.role === 'viewer' ? 'board' : 'console'}/${pass.gathering}`);
  }
};
